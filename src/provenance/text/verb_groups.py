"""A verb with its auxiliaries, and whether a form is a verb at all where it stands."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from provenance.text import tags as t
from provenance.text.finite import is_finite_verb
from provenance.text.words import Words

_THIRD_OR_PAST: Final = t.THIRD | t.PAST
_ARTICLE_OR_POSSESSIVE: Final = t.ARTICLE | t.POSSESSIVE
_PREPOSITION_OR_ADJECTIVE_OR_OWNER: Final = t.PREPOSITION | t.ADJECTIVE | t.OWNER
_PAST_OR_ING: Final = t.PAST | t.ING
_QUANTIFIER_OR_DEMONSTRATIVE_OR_DIGIT: Final = t.QUANTIFIER | t.DEMONSTRATIVE | t.DIGIT
_COUNTS: Final = t.QUANTIFIER | t.DIGIT
_PAST_VERB: Final = t.OTHER_VERB | t.GUESSED_PAST
_PLURAL_OR_GROUP: Final = t.PLURAL | t.GROUP
_NO_NOUN: Final = t.CAPITAL | t.DETERMINER | t.PRONOUN | t.AUXILIARY | t.OWNER | t.ADVERB
_BEGINS_OBJECT: Final = (
    t.ARTICLE | t.POSSESSIVE | t.OBJECT_PRONOUN
)  # "others call it", "64 percent support the"
_BEFORE_VERB: Final = t.AUXILIARY | t.TO | t.PERSONAL | t.IT
_BE_OR_HAVE: Final = t.BE | t.HAVE
_ADVERB_OR_NEGATION: Final = t.ADVERB | t.NEGATION
_BASE_OR_THIRD_OR_PAST: Final = t.BASE | t.THIRD | t.PAST

_LONGEST_GROUP: Final = 7
_MAY_STAND_IN_GROUP: Final = (
    t.AUXILIARY | t.TO | t.GOVERNOR | t.CLITIC | t.ADVERB | t.NEGATION | t.SUBORDINATOR
)


Group: TypeAlias = tuple[int, bool, bool]
"""A verb with its auxiliaries: the word that it begins with, whether it is passive, and whether it is finite."""


def _is_name_part(words: Words, at: int) -> bool:
    """Whether the capital of a word with one before it shows that it is part of a name ("Department of State")."""
    return not words.headline or not words.items[at].forms & _THIRD_OR_PAST


def _reads_as_noun(words: Words, at: int) -> bool:
    """Whether the word straight before it makes the form a noun or an adjective."""
    before, tags, forms = words.tags[at - 1], words.tags[at], words.items[at].forms
    if not (before & _MAKES_NOUN or tags & _NOUNLIKE_OR_SHY):
        return False
    if before & _ARTICLE_OR_POSSESSIVE or (before & t.OWNER and tags & t.NOUNLIKE):
        return True
    if before & _PREPOSITION_OR_ADJECTIVE_OR_OWNER and not before & _NO_ADJECTIVE:
        return not forms & t.ING and not _ends_name(words, at - 1)
    if (
        forms & t.PARTICIPLE
        and before & _COUNTS
        and not tags & t.IMPERSONAL
        and _is_plural_noun(words, at + 1)
    ):
        return not words.gaps[at]  # "40 pledged votes"
    if tags & t.SHY and not before & _EMBOLDENS and not words.tags[at + 1] & t.THAT:
        return True
    if not tags & t.NOUNLIKE or forms & _PAST_OR_ING:
        return False
    if tags & before & t.ORGANISATION and not (before & _PLURAL_OR_GROUP or words.tags[at + 1] & t.THAT):
        return True  # "the hospital trust overspent", but "police trust that"
    if before & _QUANTIFIER_OR_DEMONSTRATIVE_OR_DIGIT and (
        not before & t.RELATIVE or _is_pointed_at(words, at)
    ):
        follows = _BEGINS_OBJECT | t.THAT if _opens_clause(words, at - 1) else _BEGINS_OBJECT
        return words.gaps[at] or not (forms & t.BASE and words.tags[at + 1] & follows)
    if before & _BEFORE_VERB or words.gaps[at]:
        return False
    return is_finite_verb(words, at + 1) or _is_subject(words, at)


def _opens_clause(words: Words, at: int) -> bool:
    """Whether the word begins its clause: "many fear that", "but some hope that", and not "there is some hope that"."""
    return at == 0 or words.gaps[at - 1] or bool(words.tags[at - 1] & _JOINS)


_JOINS: Final = t.CONJUNCTION | t.SUBORDINATOR


def _is_pointed_at(words: Words, at: int) -> bool:
    """Whether a verb stands before the "that" before the word *at*: "signed that report"."""
    return at > 1 and not words.gaps[at - 2] and bool(words.tags[at - 2] & _PAST_VERB)


def _is_plural_noun(words: Words, at: int) -> bool:
    """Whether the word is a noun in the plural, as far as its look shows."""
    tags = words.tags[at]
    return bool(tags & _PLURAL_OR_GROUP) and not tags & _NO_NOUN


def _is_subject(words: Words, at: int) -> bool:
    """Whether the plural is the subject of the verb after it: "fundraising reports show"."""
    if (at > 1 and words.tags[at - 1] & t.CAPITAL) or not words.tags[at] & t.PLURAL:
        return False
    return bool(words.tags[at + 1] & t.VERB and words.items[at + 1].forms & t.BASE)


def _ends_name(words: Words, at: int) -> bool:
    """Whether the word is the last of a name rather than an adjective: "Ines Small said"."""
    tags = words.tags
    return at > 0 and bool(tags[at] & tags[at - 1] & t.CAPITAL) and not tags[at] & t.OWNER


_MAKES_NOUN: Final = _ARTICLE_OR_POSSESSIVE | _PREPOSITION_OR_ADJECTIVE_OR_OWNER | _COUNTS
_NOUNLIKE_OR_SHY: Final = t.NOUNLIKE | t.SHY
"""What a verb with neither such a word before it nor such a look is no noun, so that most verbs cost one test."""
_EMBOLDENS: Final = t.PERSONAL | t.AUXILIARY | t.CLITIC | t.RELATIVE | t.TO | t.NEGATION
_NO_ADJECTIVE: Final = t.ADVERB | t.INDEFINITE | t.ROLE | t.GROUP | t.ORGANISATION | t.SUBORDINATOR


def group_of(words: Words, at: int) -> Group | None:
    """The verb at *at* with the auxiliaries before it; None if it is no verb there, or its form does not fit them."""
    forms = words.items[at].forms
    if words.gaps[at - 1]:
        return at, False, forms & _BASE_OR_THIRD_OR_PAST > 0
    if _reads_as_noun(words, at) or (words.tags[at] & t.CAPITAL and _is_name_part(words, at)):
        return None
    if not words.tags[at - 1] & _MAY_STAND_IN_GROUP:
        return at, False, forms & _BASE_OR_THIRD_OR_PAST > 0
    return _with_auxiliaries(words, at, forms)


def _with_auxiliaries(words: Words, at: int, forms: int) -> Group | None:
    """The verb at *at* with what stands straight before it; None if its form does not fit that."""
    first, nearest, place = at, 0, at - 1
    while place >= 0 and at - place <= _LONGEST_GROUP and not words.gaps[place]:
        tags = words.tags[place]
        if not tags & _MAY_STAND_IN_GROUP:
            break
        if tags & t.AUXILIARY:
            first, nearest = place, nearest or tags & t.AUXILIARY
        elif tags & t.TO:
            if words.tags[place - 1] & t.PREPOSITION and words.tags[place - 2] & t.GOVERNOR:
                place -= 1  # "went on to say"
            elif words.tags[place - 1] & t.SUBORDINATOR and words.tags[place - 2] & t.ADVERB:
                place -= 3  # "went so far as to say"
            if nearest & ~_BE_OR_HAVE:
                return None
            if not words.tags[place - 1] & t.GOVERNOR:
                place = _taken(words, place - 1)
                return None if place < 0 else (place, False, True)
            place -= 1
            first, nearest = place, nearest or t.TO
        elif tags & t.GOVERNOR and forms & t.ING and at - place == 1:
            first, nearest = place, t.GOVERNOR
        elif tags & t.CLITIC:
            nearest = nearest or _of_clitic(tags, forms)
            break
        elif not _stands_between(words, place):
            break
        place -= 1
    return _fitting(forms, first, nearest)


def _taken(words: Words, at: int) -> int:
    """The verb that takes the occasion at *at*: "took the opportunity to thank"; -1 where there is none."""
    if at < _BEFORE_OCCASION or not words.tags[at] & t.OCCASION:
        return -1
    for place in range(at - 1, max(at - _OCCASION_WINDOW, -1), -1):
        if words.gaps[place]:
            return -1
        if words.tags[place] & _TAKES:
            return place
    return -1


_BEFORE_OCCASION: Final = 2
_OCCASION_WINDOW: Final = 5
_TAKES: Final = t.OTHER_VERB | t.LIGHT | t.GUESSED_PAST | t.GOVERNOR


def _stands_between(words: Words, at: int) -> bool:
    """Whether the word can stand between an auxiliary and its verb: "has since said"."""
    tags = words.tags[at]
    return bool(tags & _ADVERB_OR_NEGATION or (tags & t.SUBORDINATOR and words.tags[at - 1] & t.HAVE))


def _of_clitic(tags: int, forms: int) -> int:
    """What an auxiliary that hangs on a pronoun stands for, given the form of the verb after it."""
    if tags & t.CLITIC_BE or forms & t.ING or (tags & t.IT and forms & t.PARTICIPLE):
        return t.BE  # "it's called"
    return t.MODAL if forms & t.BASE and not forms & t.PARTICIPLE else t.HAVE


def _fitting(forms: int, first: int, nearest: int) -> Group | None:
    """How the verb is used after the auxiliary *nearest* to it; None if its form does not go with that."""
    if not nearest:
        return first, False, forms & _BASE_OR_THIRD_OR_PAST > 0
    if nearest & t.BE and forms & t.PARTICIPLE:
        return first, True, True
    return (first, False, True) if forms & _form_after(nearest) else None


@cache  # no more than there are sets of auxiliaries
def _form_after(nearest: int) -> int:
    """The form that a verb has after the auxiliary *nearest* to it."""
    return next(form for auxiliary, form in _FORM_AFTER if nearest & auxiliary)


_FORM_AFTER: Final = (
    (t.GOVERNOR, t.ING),
    (t.BE, t.ING),
    (t.HAVE, t.PARTICIPLE),
    (t.MODAL | t.DO | t.TO, t.BASE),
)
"""The form that a verb has after each auxiliary."""


def _denies(words: Words, at: int) -> bool:
    """Whether the word denies what somebody does, and is nobody itself: "Vale neither confirmed nor denied it"."""
    is_behind = words.tags[at - 1] & _CAN_SPEAK and not words.gaps[at - 1]
    return bool(words.tags[at] & t.NEGATION and is_behind)


_CAN_SPEAK: Final = t.CAPITAL | t.PERSONAL | t.IT | t.ROLE | t.GROUP | t.BODY


def past_adverbs(words: Words, first: int, *, auxiliaries: bool = False) -> int:
    """The last word before the word *first* that is no adverb: "she then" leads to "she"; -1 where there is none."""
    skipped = _ADVERB_OR_NEGATION | (t.AUXILIARY if auxiliaries else 0)
    left = first - 1
    while (
        left > 0
        and words.tags[left] & skipped
        and not words.gaps[left]
        and (not words.tags[left] & t.INDEFINITE or _denies(words, left))
    ):
        left -= 1
    return left

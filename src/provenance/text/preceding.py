"""Noun phrases that end with a word: what stands before a verb and could be who speaks."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.finite import CAN_BE_FINITE, is_finite_verb
from provenance.text.phrases import AFTER_PREPOSITION, Phrase
from provenance.text.words import Words

_PREPOSITION_OR_CONJUNCTION: Final = t.PREPOSITION | t.CONJUNCTION
_AUXILIARY_OR_TO_OR_OTHER_VERB: Final = t.AUXILIARY | t.TO | t.OTHER_VERB
_ANY_OR_CLAUSE: Final = t.ANY | t.CLAUSE
_AUXILIARY_OR_TO: Final = t.AUXILIARY | t.TO
_ADVERB_OR_CAPITAL: Final = t.ADVERB | t.CAPITAL
_CONJUNCTION_OR_NEGATION: Final = t.CONJUNCTION | t.NEGATION
_ADJECTIVE_OR_QUANTIFIER: Final = t.ADJECTIVE | t.QUANTIFIER
_GOES_BEFORE_NOUN: Final = (
    t.PREPOSITION | t.CONJUNCTION | t.DETERMINER | t.ADJECTIVE | t.TITLE | t.OWNER | t.QUANTIFIER
)
_BEGINS_SUBJECT: Final = t.ARTICLE | t.POSSESSIVE | t.HE | t.THEY | t.AUTHOR | t.DEMONSTRATIVE
_BEGINS_SUBJECT_OR_NAME: Final = _BEGINS_SUBJECT | t.CAPITAL | t.QUANTIFIER | t.DIGIT
_BEGINS_NUMBERED: Final = t.DETERMINER | t.CAPITAL
_QUANTIFIER_OR_DIGIT: Final = t.QUANTIFIER | t.DIGIT
_CAPITAL_OR_APPROXIMATE: Final = t.CAPITAL | t.APPROXIMATE
_PLACE_OR_TIME: Final = t.PLACE | t.TIME
_SOMEBODY: Final = t.INDEFINITE | t.QUANTIFIER | t.GROUP | t.ROLE | t.BODY
_STOPS: Final = t.SUBORDINATOR | t.AUXILIARY | t.WH | t.TO | t.THERE
_MAY_BEGIN_CLAUSE: Final = _STOPS | t.THAT | CAN_BE_FINITE
_NO_HEAD: Final = (
    t.POST_NOMINAL
    | t.THERE
    | t.PREPOSITION
    | t.SUBORDINATOR
    | t.AUXILIARY
    | t.ARTICLE
    | t.CONJUNCTION
    | t.ADVERB
    | t.NEGATION
)


def before(words: Words, at: int) -> Phrase | None:
    """The subject phrase that ends with the word *at*, without what stands in its clause before it."""
    tags = words.tags[at]
    if tags & t.PRONOUN:
        return Phrase(at, at)
    if tags & _NO_HEAD and not tags & t.INDEFINITE:
        phrase = _with_suffix(words, at) if tags & t.POST_NOMINAL else None
        if phrase is not None or not tags & t.POST_NOMINAL:
            return phrase
    if is_finite_verb(words, at):
        return _with_participle(words, at) or _with_relative(words, at, at)
    if tags & t.OBJECT_PRONOUN and not (at and words.tags[at - 1] & t.PREPOSITION):
        return _with_relative(words, at, at)
    start, stopped_at_verb = _clause_start(words, at)
    if stopped_at_verb:
        return _with_relative(words, start, at) or _beside_verb(words, start, at)
    first = _trimmed(words, start, at)
    return None if first is None else Phrase(_list_start(words, first, at), at)


def _with_suffix(words: Words, at: int) -> Phrase | None:
    """The phrase that ends with what is set behind a name: "Ines Vale KC", "Ines Vale, Jr.", "Okoro Foods, Inc."."""
    last = at
    while (
        last
        and words.tags[last] & t.POST_NOMINAL
        and (not words.gaps[last - 1] or words.marks(last - 1) == ",")
    ):
        last -= 1
    name = None if words.tags[last] & t.POST_NOMINAL else before(words, last)
    return None if name is None else Phrase(name.first, at, name.closed, name.of_verb)


def _with_participle(words: Words, at: int) -> Phrase | None:
    """The phrase that ends with a participle: "students polled", "those interviewed"."""
    tags, is_participle = words.tags[at], words.items[at].forms & t.PARTICIPLE
    if not at or words.gaps[at - 1] or not (tags & t.GUESSED_PAST or is_participle):
        return None
    if not words.tags[at - 1] & _PEOPLE:
        return None
    phrase = before(words, at - 1)
    return None if phrase is None else Phrase(phrase.first, at, phrase.closed, phrase.of_verb)


def _beside_verb(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase that ends with the word *at*, where a verb stands before the word *start*."""
    begin = start + 1 if words.tags[start - 1] & t.TO and start < at else start  # "to raise the question"
    first = _trimmed(words, _after_last_conjunction(words, begin, at), at)
    return None if first is None else Phrase(first, at, of_verb=start - 1)


def _list_start(words: Words, first: int, at: int) -> int:
    """Where the list begins of which the phrase is the end: "Vale, Rossi and Okafor"."""
    if first == at or not words.together(first, at - 1) & t.CONJUNCTION:
        return first
    while first > 0 and words.marks(first - 1) == ",":
        start = first - 1
        while start > 0 and not words.gaps[start - 1]:
            start -= 1
        while start < first - 1 and words.tags[start] & _BEFORE_LIST:
            start += 1  # "But Vale, Rossi and Okafor"
        if not _are_names(words, start, first - 1):
            body = _trimmed(words, start, first - 1)
            return first if body is None or not _is_body_of(words, body, first - 1) else body
        first = start
    return first


_BEFORE_LIST: Final = t.CONJUNCTION | t.SUBORDINATOR


def _is_body_of(words: Words, first: int, last: int) -> bool:
    """Whether the words name a body by the first of what it is for: "the Ministry of Trade", before ", Crafts and Fisheries"."""
    body = next((place for place in range(first, last) if words.tags[place] & t.BODY), last)
    is_named = words.tags[body] & t.CAPITAL and words.tags[body + 1] & t.LINKING
    return bool(is_named) and _are_names(words, body + 2, last)


def _are_names(words: Words, first: int, last: int) -> bool:
    """Whether all the words have capitals."""
    return all(tags & t.CAPITAL for tags in words.tags[first : last + 1])


def _with_relative(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the clause that ends it: "people who have met him", "a poll released by the bank"."""
    reduced = _with_reduced(words, start, at) or _with_infinitive(words, start, at)
    if reduced is not None:
        return reduced
    place = start - 1
    while place > 0 and not words.gaps[place - 1]:
        tags = words.tags[place]
        if _opens_relative(words, place):
            outer, stopped = _clause_start(words, place - 1)
            first = None if stopped else _trimmed(words, outer, place - 1)
            return None if first is None else Phrase(first, at)
        if tags & t.SUBORDINATOR and not tags & t.PREPOSITION:
            return None
        place -= 1
    return None


def _opens_relative(words: Words, at: int) -> bool:
    """Whether the word begins a relative clause of which it is the subject: "who have", "that is"."""
    tags = words.tags[at]
    if not tags & t.RELATIVE or words.tags[at - 1] & _PREPOSITION_OR_CONJUNCTION:
        return False
    return not tags & t.THAT or is_finite_verb(words, at + 1)


def _with_reduced(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the participle that ends it, if the verb before *start* can be one."""
    verb = start - 1
    if verb < 1 or words.gaps[verb - 1]:
        return None
    word, is_by = words.items[verb], bool(words.tags[start] & t.BY)
    if words.tags[verb] & _AUXILIARY_OR_TO_OR_OTHER_VERB and not is_by:
        return None  # but "a team led by Vale"
    if word.verb is not None and not word.forms & t.PARTICIPLE:
        return None
    if word.verb is not None and word.verb.takes & _ANY_OR_CLAUSE and not is_by:
        return None  # but "a memo seen by Vale"
    return _of_noun_before(words, verb, at)


def _with_infinitive(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the infinitive that ends it: "those who lead the push to close the well", "plans to build it"."""
    to = start - 1
    if to < 1 or not words.tags[to] & t.TO or words.gaps[to - 1]:
        return None
    return _of_noun_before(words, to, at)


def _of_noun_before(words: Words, verb: int, at: int) -> Phrase | None:
    """The phrase that ends with the word *at*, where the noun that the word *verb* and what follows hang on is one for it."""
    outer, stopped = _clause_start(words, verb - 1)
    first = None if stopped else _trimmed(words, outer, verb - 1)
    if first is None or not words.together(first, verb - 1) & _DESCRIBED:
        return None
    return Phrase(first, at)


_PEOPLE: Final = t.GROUP | t.DEMONSTRATIVE


_DESCRIBED: Final = t.ANONYMOUS | t.DOCUMENT | t.GROUP | t.ROLE | t.BODY
"""A phrase that a participle can hang on."""


def _clause_start(words: Words, at: int) -> tuple[int, bool]:
    """The first word of the clause that ends with the word *at*, and whether a verb stands before it."""
    start, all_tags, gaps = at, words.tags, words.gaps
    while start > 0 and not gaps[start - 1]:
        tags = all_tags[start - 1]
        if not tags & _MAY_BEGIN_CLAUSE:
            start -= 1
            continue
        if tags & t.TO and all_tags[start] & AFTER_PREPOSITION:
            start -= 1
            continue
        if (
            tags & t.THAT
            or _opens_clause(words, start)
            or (tags & _STOPS and not tags & t.PREPOSITION and (start == 1 or not tags & t.CAPITAL))
        ):
            if tags & t.THAT and start > 1 and _is_demonstrative(words, start - 1):
                start -= 1
                continue
            return start, bool(tags & _AUXILIARY_OR_TO)
        if is_finite_verb(words, start - 1):
            return start, True
        start -= 1
    return start, False


def _is_demonstrative(words: Words, that: int) -> bool:
    """Whether the word *that* belongs to the noun behind it, between it and a preposition: "the report from that year"."""
    before = words.tags[that - 1]
    return bool(before & t.PREPOSITION) and not before & t.SUBORDINATOR and not words.gaps[that - 1]


def _opens_clause(words: Words, start: int) -> bool:
    """Whether the word before *start* is a preposition only elsewhere: "after Vale" said something."""
    tags = words.tags[start - 1]
    return bool(
        tags & t.SUBORDINATOR and tags & t.PREPOSITION and words.tags[start] & _BEGINS_SUBJECT_OR_NAME
    )


def _after_last_conjunction(words: Words, start: int, at: int) -> int:
    for place in range(at - 1, start - 1, -1):
        if words.tags[place] & t.CONJUNCTION:
            return place + 1
    return start


def _trimmed(words: Words, start: int, at: int) -> int | None:
    """Where the phrase begins once leading conjunctions, adverbs, times and prepositional phrases are left out."""
    while start < at:
        step = _leading(words, start, at)
        if step is None:
            return None
        if step == start:
            break
        start = step
    if start > at:
        return None
    tags = words.tags[start]
    if tags & _PREPOSITION_OR_CONJUNCTION and not tags & _CAPITAL_OR_APPROXIMATE:
        return start if start < at and _is_bare_adjective(words, start) else None
    if start == at and tags & t.TIME and tags & _ADVERB_OR_CAPITAL and not tags & t.TITLE:
        return None
    return start


def _leading(words: Words, start: int, at: int) -> int | None:
    """The word after what leads the phrase at *start* without belonging to it; None where no phrase is left."""
    tags, following = words.tags[start], words.tags[start + 1]
    if tags & t.NEGATION and following & _SOMEBODY:
        return start  # "no one", "not all teachers", "no court"
    if tags & _CONJUNCTION_OR_NEGATION or (tags & t.SUBORDINATOR and not tags & t.PREPOSITION):
        return start + 1
    if tags & t.PREPOSITIONAL and following & t.TO:
        return start + 2  # "according to Vale"
    if tags & t.APPROXIMATE and following & _QUANTIFIER_OR_DIGIT:
        return start  # "about four in ten"
    if tags & t.ADVERB and not tags & _ADJECTIVE_OR_QUANTIFIER:
        return start + 1
    if tags & t.TIME_MODIFIER and following & t.TIME:
        return start + 2
    if tags & t.DIGIT and start == 0 and following & _BEGINS_NUMBERED and "." in words.items[0].core:
        return 1  # "2.3 The Committee"
    if tags & t.TIME and not (tags | following) & t.OWNER:
        return start + 1
    if not tags & t.PREPOSITION or _is_bare_adjective(words, start):
        return start
    return _after_prepositional(words, start, at)


def _is_bare_adjective(words: Words, at: int) -> bool:
    """Whether the preposition is an adjective here: "outside experts", but not "outside the court"."""
    return bool(
        words.tags[at] & t.PREPOSITION and words.tags[at] & t.ADJECTIVE and words.tags[at + 1] & t.GROUP
    )


def _after_prepositional(words: Words, start: int, at: int) -> int | None:
    """Where the subject begins after a prepositional phrase that begins its clause: "In Ohio the mayor"."""
    for place in range(start + 2, at + 1):
        tags, previous = words.tags[place], words.tags[place - 1]
        if previous & _GOES_BEFORE_NOUN:
            continue
        if tags & _BEGINS_SUBJECT:
            return place
        if tags & t.CAPITAL and (not previous & t.CAPITAL or previous & _PLACE_OR_TIME or tags & t.TITLE):
            return place
    return None

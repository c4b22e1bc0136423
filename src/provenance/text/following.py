"""Noun phrases that begin with a word: what stands behind a verb or a preposition and could be who speaks."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.finite import is_finite_verb
from provenance.text.phrases import AFTER_PREPOSITION, Phrase, clause_end, is_between_adjectives
from provenance.text.words import Words

_PREPOSITION_OR_CONJUNCTION: Final = t.PREPOSITION | t.CONJUNCTION
_PREPOSITION_OR_CONJUNCTION_OR_TO: Final = _PREPOSITION_OR_CONJUNCTION | t.TO
_QUANTIFIER_OR_DIGIT: Final = t.QUANTIFIER | t.DIGIT
_PREPOSITION_OR_ARTICLE_OR_CONJUNCTION: Final = t.PREPOSITION | t.ARTICLE | t.CONJUNCTION
_ARTICLE_OR_POSSESSIVE: Final = t.ARTICLE | t.POSSESSIVE
_ROLE_OR_TITLE_OR_GROUP: Final = t.ROLE | t.TITLE | t.GROUP
_SAYS: Final = t.DOCUMENT | t.NOUN_CUE | t.TIME | t.PSEUDONOUN
_HAS_PLACE: Final = t.ROLE | t.GROUP | t.DOCUMENT
_ORGANISATION_OR_POSSESSIVE: Final = t.ORGANISATION | t.POSSESSIVE


def after(words: Words, at: int) -> Phrase | None:
    """The phrase that begins with the word *at*, up to its first punctuation: "Ines Vale of the clinic"."""
    if at >= words.size:
        return None
    tags = words.tags[at]
    if tags & t.PRONOUN:
        return Phrase(at, at)
    is_name = tags & t.CAPITAL and (tags & t.TITLE or _is_april(words, at))
    if tags & _NO_BEGINNING and not is_name and not owns(words, at):
        return None
    last = _phrase_end(words, at)
    if (
        last > at
        and words.tags[last] & t.GUESSED_ING
        and not words.gaps[last]
        and words.tags[last + 1] & t.ARTICLE
    ):
        last -= 1  # "a group running the wells": what it runs is left out, and so is that it does
    last = _list_end(words, _with_makers(words, last))
    while last > at and words.tags[last] & _PREPOSITION_OR_ARTICLE_OR_CONJUNCTION:
        last -= 1
    return Phrase(at, last)


def _list_end(words: Words, last: int) -> int:
    """The end of the list of names of which the word *last* ends the first: "Vale, Rossi and Okafor"."""
    end, names = last, words.tags
    while names[end] & t.CAPITAL and words.marks(end) == "," and names[end + 1] & t.CAPITAL:
        end = _name_end(words, end + 1)
        if names[end + 1] & t.CONJUNCTION and names[end + 2] & t.CAPITAL and words.marks(end) in ("", ","):
            end = _name_end(words, end + 2)
            return end if words.gaps[end] else last
    return last


def _name_end(words: Words, at: int) -> int:
    """The last of the words with capitals from the word *at* on."""
    while not words.gaps[at] and words.tags[at + 1] & t.CAPITAL:
        at += 1
    return at


def owns(words: Words, at: int) -> bool:
    """Whether the word says whose what follows is: "her mother", but not "her" alone."""
    if not words.tags[at] & t.POSSESSIVE or words.gaps[at] or at + 1 >= words.size:
        return False
    return not words.tags[at + 1] & _NO_NOUN


def _with_makers(words: Words, last: int) -> int:
    """The end of a phrase that ends with the word *last*, with who made the document: "a review funded by the bank"."""
    if not words.tags[last] & t.DOCUMENT or words.gaps[last]:
        return last
    place = last + 1
    while not words.gaps[place]:
        tags, then = words.tags[place], words.tags[place + 1]
        if tags & t.BY or (tags & t.PREPOSITION and place > last + 1 and not then & t.TIME):
            return _phrase_end(words, place + 1) if tags & t.BY or then & _NAMED else last
        is_made = words.items[place].forms & t.PARTICIPLE or tags & _MADE
        if not is_made and not (tags & t.OTHER_VERB and then & t.BY):
            return last
        place += 1
    return last


_NO_NOUN: Final = (
    t.PREPOSITION
    | t.ADVERB
    | t.CONJUNCTION
    | t.AUXILIARY
    | t.TO
    | t.DETERMINER
    | t.PRONOUN
    | t.TIME
    | t.THAT
    | t.THERE
    | t.WH
)
_MADE: Final = t.GUESSED_PAST | t.ADVERB | t.TIME | t.PREPOSITION
_NAMED: Final = t.CAPITAL | t.ARTICLE


def _is_april(words: Words, at: int) -> bool:
    """Whether the time is a given name here: "April Jones", "Jun Mori"."""
    return bool(words.tags[at] & t.TIME) and not words.gaps[at] and bool(words.tags[at + 1] & t.CAPITAL)


_NO_BEGINNING: Final = (
    t.PREPOSITION
    | t.TO
    | t.THAT
    | t.WH
    | t.SUBORDINATOR
    | t.AUXILIARY
    | t.OBJECT_PRONOUN
    | t.TIME
    | t.CONJUNCTION
)


def _phrase_end(words: Words, first: int) -> int:
    last = first
    while last + 1 < words.size and (not words.gaps[last] or is_between_adjectives(words, last)):
        tags = words.tags[last + 1]
        if tags & t.RELATIVE and not tags & t.THAT:
            return clause_end(words, last + 1)
        if _ends_before(words, last + 1):
            return last
        last += 1
    return last


def _ends_before(words: Words, at: int) -> bool:
    """Whether a phrase ends before the word *at*, which no punctuation parts from it."""
    tags, before_it = words.tags[at], words.tags[at - 1]
    if tags & t.PREPOSITION:
        return not _links(words, at)
    if tags & t.TO and before_it & _LEADS_TO and words.tags[at + 1] & AFTER_PREPOSITION:
        return False  # "a letter to the council", "people close to the mayor"
    if before_it & _ARTICLE_OR_POSSESSIVE:
        return False
    if tags & t.CONJUNCTION:
        return words.tags[at + 1] & _BEGINS_CLAUSE > 0 or at + 1 >= words.size
    if (tags & _FOLLOWS_PHRASE and not tags & t.CAPITAL) or (tags & t.TIME and not tags & t.OWNER):
        return True
    if tags & t.ARTICLE and not before_it & _PREPOSITION_OR_CONJUNCTION_OR_TO:
        return True
    return is_finite_verb(words, at)


_LEADS_TO: Final = t.DOCUMENT | t.SHY
_BEGINS_CLAUSE: Final = t.HE | t.THEY | t.VERB | t.AUXILIARY | t.ADVERB
_FOLLOWS_PHRASE: Final = t.SUBORDINATOR | t.ADVERB | t.THAT | t.WH | t.TO | t.AUXILIARY | t.HE | t.THEY


def _links(words: Words, at: int) -> bool:
    """Whether the preposition *at* hangs something on the phrase before it rather than says when or where."""
    tags, head, then = words.tags[at], words.tags[at - 1], words.tags[at + 1]
    if not tags & t.LINKING or then & t.TIME:
        return False
    if tags & t.OF or head & t.WITHHELD:
        return True  # "people familiar with the matter"
    if head & _QUANTIFIER_OR_DIGIT and then & _QUANTIFIER_OR_DIGIT:
        return True  # "one in ten teachers"
    if at + 1 < words.size and words.written.withheld.match(words.text, words.places[at + 1]):
        return True  # "two people with knowledge of the matter"
    if head & t.CAPITAL and not head & _ROLE_OR_TITLE_OR_GROUP:
        return False
    if then & t.ARTICLE:
        is_definite, then = not then & t.INDEFINITE_ARTICLE, words.tags[at + 2]
        if head & t.GROUP and is_definite and not then & _SAYS:
            return True  # "people in the town", but not "officials in the statement"
    return bool(then & t.CAPITAL or (head & _HAS_PLACE and then & _ORGANISATION_OR_POSSESSIVE))

"""Who is set before a colon at the head of a line: "VALE: It rained.", "Interviewer: …", "[00:12] HOST: …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import frozen

from provenance.text import tags as t
from provenance.text.appositions import described
from provenance.text.finite import is_finite_verb
from provenance.text.found import Found
from provenance.text.kinds import head_of
from provenance.text.lexicon import Lexicon
from provenance.text.phrases import Phrase
from provenance.text.subjects import leading_subject
from provenance.text.words import Words

LABEL: Final = "label"
ACTING: Final = "acting"
BY_COLON: Final = (LABEL, ACTING)
"""The rules by which a colon is the cue."""
_LABEL_WORDS: Final = 6
_DESCRIBED_WORDS: Final = 14
_NO_NAME: Final = t.ADJECTIVE | t.VERB | t.OTHER_VERB | t.ARTICLE | t.PREPOSITION | t.GROUP | t.QUANTIFIER
_NO_LABEL: Final = t.DOCUMENT | t.ORGANISATION_PLURAL | t.PLACE | t.TIME
_SOMEBODY: Final = t.ROLE | t.TITLE
_SPEAKS: Final = t.HE | t.CAPITAL | t.ROLE
_OPENS_STATEMENT: Final = t.CAPITAL | t.DIGIT
_VERBAL: Final = t.VERB | t.OTHER_VERB | t.AUXILIARY
_INDENT: Final = 40
_BREAKS: Final = ("", "\n", "\r")
_ENDINGS: Final = ("", ",", ".", "’s", "'s")


@frozen
class Labels:
    """The lists of a lexicon that these rules look into."""

    headings: frozenset[str]
    speakers: frozenset[str]
    turns: frozenset[str]


@cache
def labels(lexicon: Lexicon) -> Labels:
    """The lists of *lexicon*."""
    return Labels(
        lexicon.words("label", "headings"),
        lexicon.words("label", "speakers"),
        lexicon.words("label", "turns"),
    )


def label(words: Words, at: int, lists: Labels) -> Found | None:
    """Find a speaker that ends with the word *at* before a colon at the head of a sentence; the colon is the cue."""
    if at + 1 >= words.size or not words.tags[at] & t.COLON:
        return None
    first = 1 if _is_time(words) else 0
    if first > at or at - first >= _DESCRIBED_WORDS or words.items[first].low in lists.headings:
        return None
    if _is_speaker(words, first, at, lists) or _is_name(words, first, at) or _is_described(words, first, at):
        return Found(LABEL, "assert", at, at, Phrase(first, at))
    bracket = _bracket(words, first, at)
    last = at if bracket is None else bracket - 1
    if bracket is not None and words.tags[bracket] & t.TITLE and words.tags[at] & t.CAPITAL:
        return Found(LABEL, "assert", at, at, Phrase(bracket, at))  # "The Minister (Ms Vale):"
    if _takes_turns(words, first, last) or _is_announced(words, first, last, at):
        return Found(LABEL, "assert", at, at, Phrase(first, last))
    return None


def _bracket(words: Words, first: int, at: int) -> int | None:
    """The word that a bracket opens before, where one closes behind the word *at*: "Ms Vale (Lowmere):"."""
    if ")" not in words.items[at].trail:
        return None
    return next((place for place in range(at, first, -1) if "(" in words.marks(place - 1)), None)


def _takes_turns(words: Words, first: int, last: int) -> bool:
    """Whether the text is a conversation, and who the words name speaks in it."""
    if last - first >= _LABEL_WORDS or not words.tags[first] & words.tags[last] & t.CAPITAL:
        return False
    if words.text[max(0, words.start - _INDENT) : words.start].rstrip(" \t")[-1:] not in _BREAKS:
        return False  # in the midst of a line
    start, end = words.span(first, last)
    name = words.text[start:end]
    if words.together(first, last) & _SOMEBODY and words.written.conversation.get(name, 0) > 1:
        return True
    return name in words.written.speakers


def _is_announced(words: Words, first: int, last: int, at: int) -> bool:
    """Whether somebody with a title, in a role, or a body is named, and a statement follows that is not about them: "Dr Vale: We closed it."."""
    after = words.tags[at + 1]
    if not first < last < first + _LABEL_WORDS or not after & _OPENS_STATEMENT or after & t.HE:
        return False
    if any(words.gaps[first:last]):
        return False
    if words.tags[first] & t.ARTICLE:
        is_somebody = last == first + 1 and words.tags[last] & t.ROLE
    else:
        is_capital = all(words.tags[place] & t.CAPITAL for place in range(first, last + 1))
        is_titled = words.tags[first] & t.TITLE and not words.tags[last] & _NO_NAME
        is_somebody = is_capital and (is_titled or words.tags[last] & t.ORGANISATION)
    return bool(is_somebody) and any(is_finite_verb(words, place) for place in range(at + 1, words.size))


def acting(words: Words, at: int, earlier: Sequence[Found]) -> Found | None:
    """Find who acts in a clause without a cue that ends with the word *at*, before a quotation: 'Vale shrugged: "No."'."""
    if earlier or words.quoted[at] or not words.quoted[at + 1] or ":" not in words.marks(at):
        return None
    clause = next((place + 1 for place in range(at - 1, -1, -1) if words.gaps[place]), 0)
    if not any(is_finite_verb(words, place) for place in range(clause, at + 1)):
        return None
    who = leading_subject(words, at)
    if who is None or not words.tags[head_of(words, who.first, who.last)] & _SPEAKS:
        return None
    return Found(ACTING, "assert", at, at, who)


def _is_time(words: Words) -> bool:
    """Whether the sentence begins with a time of day or of a recording: "[00:12]"."""
    return bool(words.tags[0] & t.DIGIT) and ":" in words.items[0].core and words.gaps[0] > 0


def _is_speaker(words: Words, first: int, at: int, lists: Labels) -> bool:
    """Whether the word says what somebody does in a conversation: "Interviewer", or "Q" where there are more, or an "A"."""
    low = words.items[at].low
    if first != at or not words.tags[at] & t.CAPITAL:
        return False
    if low in lists.turns:
        turns = words.written.turns
        return turns.get(low.upper(), 0) > 1 or all(turn.upper() in turns for turn in lists.turns)
    return low in lists.speakers


def _is_name(words: Words, first: int, at: int) -> bool:
    """Whether it is a name that the text uses elsewhere too, or a name of several words before a quotation."""
    places = range(first, at + 1)
    if len(places) > _LABEL_WORDS or any(words.gaps[place] for place in places[:-1]):
        return False
    if not all(words.tags[place] & t.CAPITAL for place in places) or words.tags[at] & _NO_LABEL:
        return False
    return all(_is_used_as_name(words, place) for place in places) or _opens_speech(words, first, at)


def _opens_speech(words: Words, first: int, at: int) -> bool:
    """Whether a name of several words stands before the colon and a quotation after it: 'Ines Vale: "It rained."'."""
    if at == first or not words.quoted[at + 1]:
        return False
    return not any(
        words.tags[place] & _NO_NAME or words.written.holds(words.items[place].low)
        for place in range(first, at + 1)
    )


def _is_described(words: Words, first: int, at: int) -> bool:
    """Whether it says what somebody is, before a quotation: 'Ines Vale, mayor of Lowmere: "It rained."'."""
    if not words.quoted[at + 1] or words.quoted[at]:
        return False
    if any(
        words.tags[place] & _VERBAL and not words.tags[place] & t.CAPITAL for place in range(first, at + 1)
    ):
        return False
    if not any(words.tags[place] & _SOMEBODY for place in range(first, at + 1)):
        return False
    phrase = described(words, first)
    return phrase is not None and phrase.last == at


def _is_used_as_name(words: Words, at: int) -> bool:
    """Whether the text writes the word with a capital elsewhere too, and never without."""
    word, holds = words.items[at].core, words.written.holds
    if word.isupper():
        return len(word) > 1
    return not holds(words.items[at].low) and any(holds(word + ending) for ending in _ENDINGS)

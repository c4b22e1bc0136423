"""Noun phrases, and where they stand in their clause, told without a parser."""

from __future__ import annotations

from typing import Final

from attrs import define

from provenance.text import tags as t
from provenance.text.finite import is_finite_verb
from provenance.text.words import Words

_ANY_OR_CLAUSE: Final = t.ANY | t.CLAUSE
AFTER_PREPOSITION: Final = t.DETERMINER | t.CAPITAL | t.OBJECT_PRONOUN
"""Behind "to" these show that it begins no infinitive."""


@define  # not frozen, which costs four times as much to make; nothing changes one
class Phrase:
    """The words from `first` to `last`.

    `closed` where the comma that closes an apposition belongs to it; `of_verb` where a verb stands before it in its
    clause, so that it could be the object of that verb.
    """

    first: int
    last: int
    closed: bool = False
    of_verb: int | None = None


def is_object(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase can only be the object of the verb before it in its clause, and no subject behind it."""
    if phrase.of_verb is None:
        return False
    verb = words.items[phrase.of_verb].verb
    return verb is None or not verb.takes & _ANY_OR_CLAUSE


def is_between_adjectives(words: Words, at: int) -> bool:
    """Whether only a comma parts the adjective *at* from another: "a new, long-term study"."""
    if words.tags[at] & _ADJECTIVE_OR_CAPITAL != t.ADJECTIVE or words.marks(at) != ",":
        return False
    return bool(words.tags[at + 1] & t.ADJECTIVE) or "-" in words.items[at + 1].core


_ADJECTIVE_OR_CAPITAL: Final = t.ADJECTIVE | t.CAPITAL


def clause_end(words: Words, at: int) -> int:
    """The last word before the next punctuation."""
    while at + 1 < words.size and not words.gaps[at]:
        at += 1
    return at


def opens(words: Words, first: int) -> bool:
    """Whether the word *first* opens its sentence, or only a word or phrase leads to it: "But Vale", "In May, Vale"."""
    if first == 0:
        return True
    if not words.tags[0] & _LEADS or any(words.gaps[: first - 1]):
        return False
    if words.tags[0] & t.SUBORDINATOR:
        return True  # "While it rained, Vale"
    for at in range(1, first):
        if words.tags[at] & _SUBORDINATES:
            return True  # "In the town where it rained, Vale"
        if is_finite_verb(words, at):
            return False  # "There it rained, Vale"
    return True


_SUBORDINATES: Final = t.SUBORDINATOR | t.RELATIVE | t.WH | t.THAT
_LEADS: Final = t.CONJUNCTION | t.ADVERB | t.PREPOSITION | t.SUBORDINATOR | t.TIME

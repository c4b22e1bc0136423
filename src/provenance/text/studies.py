"""The studies of a text that it says more of than that they are studies. Looked up only where a rule asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from operator import itemgetter
from typing import Final, NamedTuple

from provenance.text import tags as t
from provenance.text import tries
from provenance.text.identification import identified_to
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Sentence, sentence_at
from provenance.text.words import Words, Written

_LONGEST_SENTENCE: Final = 1500
"""Characters, as in `attributions`; in what is longer no study is looked for."""
_NEW: Final = t.INDEFINITE_ARTICLE | t.QUANTIFIER
_DEFINITE: Final = t.ARTICLE | t.DEMONSTRATIVE | t.POSSESSIVE
_LONGEST_NAME: Final = 8
"""Words from the article of a study to its noun: "the 2014 Lowmere Diet and Aging Study"."""
_DETERMINES: Final = t.DETERMINER | t.QUANTIFIER
_NO_PART: Final = t.PREPOSITION | t.VERB | t.AUXILIARY | t.PERSONAL | t.SUBORDINATOR
_AUXILIARY_OR_ADVERB: Final = t.AUXILIARY | t.ADVERB
_SAYS_NOT_WHICH: Final = t.TIME | t.PLACE | t.ADJECTIVE | t.STUDY | t.QUANTIFIER | t.DETERMINER


class Study(NamedTuple):
    """A study that is known by its place, its makers or its name, as the text says it.

    `named` where only its name tells: it is then as often what was studied as who studies, "the Lowmere Heart Study".
    """

    text: str
    identity: str
    named: bool
    sentence: int  # that says which it is


class _Mentioned(NamedTuple):
    """A place that speaks of a study: of one that is identified there, or of a new one (`study` is None)."""

    place: int
    study: Study | None
    sentence: int
    takes_up: bool  # "the study was published in …", which is the new one that was spoken of last
    is_one: bool  # "a study", but not "several studies"


class Studies:
    """The studies of one text, in order."""

    def __init__(self, written: Written, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self._written = written
        self._sentences = sentences
        self._known_by = _study(lexicon)

    def before(self, place: int) -> tuple[Study | None, int]:
        """The last study before *place* that is identified, and its sentence; none across a new one that is not."""
        found = bisect_left(self._found, place, key=itemgetter(0))
        return (None, -1) if not found else self._found[found - 1][1:3]

    def between(self, start: int, end: int) -> tuple[Study | None, int]:
        """The study that is spoken of from *start* to *end*, and its sentence, if the text says which it is."""
        study, sentence = self.before(end)
        return (study, sentence) if study is not None and self._last_place(end) >= start else (None, -1)

    def _last_place(self, place: int) -> int:
        return self._found[bisect_left(self._found, place, key=itemgetter(0)) - 1].place

    @cached_property
    def _found(self) -> list[_Mentioned]:
        """The places that speak of studies, in order."""
        found: list[_Mentioned] = []
        last = -1
        for match in self._known_by.finditer(self._written.text):
            number = sentence_at(self._sentences, match.start())
            if number > last:
                last = number
                for each in self._in_sentence(number):
                    if found and found[-1].study is None and found[-1].is_one and each.takes_up:
                        found[-1] = found[-1]._replace(study=each.study)
                    if not (found and _is_vaguer(each.study, found[-1].study)):
                        found.append(each)
        return found

    def _in_sentence(self, number: int) -> Iterator[_Mentioned]:
        start, end, _, _ = self._sentences[number]
        if end - start > _LONGEST_SENTENCE:
            return
        words = self._written.words(number, (start, end), ())
        for at, tags in enumerate(words.tags):
            if not tags & t.STUDY or tags & t.OWNER or _is_modifier(words, at):
                continue
            first = _first_of(words, at)
            if first is None:
                continue
            last = _known_to(words, at)
            named = last is None and _is_named(words, first, at)
            if last is not None or named:
                begin, end = words.span(first, at if last is None else last)
                identity = " ".join(word.low for word in words.items[first : at + 1])
                study = Study(words.text[begin:end], identity, named, number)
                takes_up = bool(words.tags[first] & _DEFINITE) and not words.tags[first] & _NEW
                yield _Mentioned(words.places[at], study, number, takes_up, is_one=True)
            elif words.tags[first] & _NEW or (first < at and words.tags[first] & t.ADJECTIVE):
                is_one = not tags & t.PLURAL and not words.tags[first] & t.QUANTIFIER
                yield _Mentioned(words.places[at], None, number, takes_up=False, is_one=is_one)


def _is_vaguer(study: Study | None, earlier: Study | None) -> bool:
    """Whether only its name tells which study it is, while the text says more of the *earlier* one."""
    return study is not None and earlier is not None and study.named and not earlier.named


def _is_modifier(words: Words, at: int) -> bool:
    """Whether the word only says what the next one is of: "the study authors", "a research paper"."""
    return not words.gaps[at] and bool(words.tags[at + 1] & (t.STUDY | t.MAKER))


def _first_of(words: Words, at: int) -> int | None:
    """The word that begins the noun phrase of the study *at*: its article, or the first of its clause; None without."""
    for place in range(at, max(-1, at - _LONGEST_NAME), -1):
        if place < at and (words.gaps[place] or words.tags[place] & _NO_PART):
            return None
        if words.tags[place] & t.TO:
            return place + 1 if place < at else None  # "according to new research by Vale"
        if words.tags[place] & _DETERMINES or place == 0 or words.gaps[place - 1]:
            return place
    return None


def _known_to(words: Words, at: int) -> int | None:
    """The last word of what follows the study *at* and says which it is: "the study was published in Well Letters"."""
    while not words.gaps[at] and words.tags[at + 1] & _AUXILIARY_OR_ADVERB:
        at += 1
    return identified_to(words, at)


def _is_named(words: Words, first: int, at: int) -> bool:
    """Whether a name is part of the phrase: "the Lowmere Heart Study", "Vale's trial"."""
    return any(
        words.tags[place] & t.CAPITAL and not words.tags[place] & _SAYS_NOT_WHICH
        for place in range(max(first, 1), at + 1)
    )


@cache
def _study(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon.words("tags", "study"))
    return re.compile(rf"\b{tries.alternatives([*words, *map(str.capitalize, words)])}\b")

"""Where a text speaks of itself or of those it asked: corrections, updates, replies, and why a name is withheld."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from provenance.text.facts import Notice
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Copy, Sentence


class Phrase(NamedTuple):
    """What makes a notice: `hint`, right after one of `before` and right before one of `after`, if there are any."""

    kind: str
    hint: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def places(self, text: str) -> Iterator[int]:
        """Where *text* holds it."""
        at = text.find(self.hint)
        while at >= 0:
            end = at + len(self.hint)
            if (not self.before or _ends_with(text, at, self.before)) and (
                not self.after or text.startswith(self.after, end)
            ):
                yield at
            at = text.find(self.hint, end)


def find(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Notice, ...]:
    """The sentences of *text* that are notices, once for each kind, in order."""
    openings = _all_openings(lexicon)
    opened = [sentence for sentence in sentences if text.startswith(openings, sentence.start)]
    found = {(sentence, kind) for sentence in opened for kind in _kinds_of_opening(text, sentence, lexicon)}
    starts = [sentence.start for sentence in sentences]
    for phrase in _phrases(lexicon):
        if phrase.hint in text:
            found.update((sentences[bisect_right(starts, at) - 1], phrase.kind) for at in phrase.places(text))
    return tuple(sorted(Notice(each.start, each.end, kind, each.copy == Copy.LATER) for each, kind in found))


def _kinds_of_opening(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    for kind, phrases in _openings(lexicon):
        if text.startswith(phrases, sentence.start):
            yield kind


def _ends_with(text: str, end: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of *phrases* ends at *end*; the curly apostrophe is read as the straight one."""
    before = text[max(0, end - max(map(len, phrases))) : end]
    return before.replace("’", "'").endswith(phrases)


@cache
def _openings(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["kind"], tuple(row["phrases"])) for row in lexicon.tables["notices"]["opening"])


@cache
def _all_openings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(phrase for _, phrases in _openings(lexicon) for phrase in phrases)


@cache
def _phrases(lexicon: Lexicon) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(row["kind"], row["hint"], tuple(row.get("before", ())), tuple(row.get("after", ())))
        for row in lexicon.tables["notices"]["holding"]
    )

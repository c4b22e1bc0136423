"""A text made ready to be compared: its shingles in order, where they stand, and what stands in quotation marks.

Boilerplate is taken out before; no shingle reaches over the place where it stood.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from provenance.corpus.words import SHINGLE, PlacedWords, placed_words, shingles
from provenance.text.quotations import find

_MOST_PLACES: Final = 7
"""Places after the first that are looked at of a shingle: a refrain of thousands must not take quadratic time."""


class Reading(NamedTuple):
    """The words of one text that are compared, by their shingles.

    Words are numbered, with one number left out where boilerplate was taken out. `shingles` holds the shingle that
    begins at each number, None where none does, and ends with None; `starts` and `ends` the place in the text.
    """

    shingles: list[int | None]
    places: Mapping[int, int]  # the first number of each shingle
    further: Mapping[int, tuple[int, ...]]  # the next few numbers of those that stand there again
    distinct: frozenset[int]
    words: int
    width: int  # words of a shingle: fewer than five where the whole text has fewer
    whole: int  # a hash of all words in order
    starts: array[int]
    ends: array[int]
    quoted: tuple[tuple[int, int], ...]  # first and last number of the words in quotation marks


def read(text: str, without: Iterable[tuple[int, int]] = ()) -> Reading:
    """*text* ready to be compared, without the spans *without*, which are in order and apart.

    >>> read("One two three. Sign up here. Four five six.", [(14, 28)]).words
    6
    """
    return _of_stretches(_without(placed_words(text), without), quoted_spans(text))


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where *text* stands in quotation marks, the marks left out; a mark that nothing closes quotes nothing."""
    return [(quotation.inner_start, quotation.inner_end) for quotation in find(text, ()) if quotation.closed]


def _without(words: PlacedWords, spans: Iterable[tuple[int, int]]) -> list[PlacedWords]:
    """The stretches of words that are left when *spans* are taken out."""
    cuts = [0]
    for start, end in spans:
        cuts += [bisect_left(words.starts, start), bisect_left(words.starts, end)]
    cuts.append(len(words.items))
    return [
        PlacedWords(words.items[first:last], words.starts[first:last], words.ends[first:last])
        for first, last in zip(cuts[::2], cuts[1::2], strict=True)
        if first < last
    ]


def _of_stretches(stretches: list[PlacedWords], quoted: Sequence[tuple[int, int]]) -> Reading:
    numbered: list[int | None] = []
    starts, ends = array("I"), array("I")
    total = sum(len(stretch.items) for stretch in stretches)
    for stretch in stretches:
        own = shingles(stretch.items) if len(stretch.items) >= SHINGLE or len(stretches) == 1 else []
        numbered += own
        numbered += [None] * (len(stretch.items) - len(own) + 1)
        starts.extend([*stretch.starts, stretch.ends[-1]])
        ends.extend([*stretch.ends, stretch.ends[-1]])
    places = {
        shingle: n
        for n, shingle in zip(range(len(numbered) - 1, -1, -1), reversed(numbered), strict=True)
        if shingle is not None
    }
    again = len(numbered) - len(places) - numbered.count(None)
    whole = hash(tuple(word for stretch in stretches for word in stretch.items))
    return Reading(
        numbered,
        places,
        _further(numbered, places) if again else {},
        frozenset(places),
        total,
        min(total, SHINGLE),
        whole,
        starts,
        ends,
        _numbers(starts, quoted),
    )


def _further(numbered: Sequence[int | None], places: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
    again: dict[int, list[int]] = {}
    for n, shingle in enumerate(numbered):
        if shingle is not None and places[shingle] != n:
            others = again.setdefault(shingle, [])
            if len(others) < _MOST_PLACES:
                others.append(n)
    return {shingle: tuple(others) for shingle, others in again.items()}


def _numbers(starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The first and the last number of the words that begin in each of *spans*."""
    found = ((bisect_left(starts, start), bisect_right(starts, end - 1) - 1) for start, end in spans)
    return tuple((first, last) for first, last in found if first <= last)

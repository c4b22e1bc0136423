"""A text made ready to be compared: its shingles in order, where they stand, and what stands in quotation marks.

Boilerplate is taken out before; no shingle reaches over the place where it stood.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from provenance.corpus.words import SHINGLE, PlacedWords, placed_words, shingles
from provenance.text.quotations import find

_MOST_PLACES: Final = 7
"""Places after the first that are looked at of a shingle: a refrain of thousands must not take quadratic time."""


class Reading(NamedTuple):
    """The words of one text that are compared, by their shingles.

    `at` holds, for each shingle, the number of its first word; words are numbered with one missing number where
    boilerplate was taken out, so that consecutive numbers are consecutive words. `starts` and `ends` hold the
    place of each numbered word in the text.
    """

    shingles: list[int]
    at: Sequence[int]
    places: Mapping[int, int]  # the first place of each shingle among `shingles`
    further: Mapping[int, tuple[int, ...]]  # the next few places of those that stand there again
    distinct: frozenset[int]
    words: int
    width: int  # words of a shingle: fewer than five where the whole text has fewer
    whole: int  # a hash of all words in order
    starts: list[int]
    ends: list[int]
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
    found: list[int] = []
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    total = sum(len(stretch.items) for stretch in stretches)
    for stretch in stretches:
        if starts:  # the missing number
            starts.append(starts[-1])
            ends.append(ends[-1])
        own = shingles(stretch.items) if len(stretch.items) >= SHINGLE or len(stretches) == 1 else []
        found += own
        at += range(len(starts), len(starts) + len(own))
        starts += stretch.starts
        ends += stretch.ends
    whole = hash(tuple(word for stretch in stretches for word in stretch.items))
    places = dict(zip(reversed(found), range(len(found) - 1, -1, -1), strict=True))
    further = _further(found, places) if len(places) < len(found) else {}
    width = min(total, SHINGLE)
    return Reading(
        found,
        at,
        places,
        further,
        frozenset(found),
        total,
        width,
        whole,
        starts,
        ends,
        _numbers(starts, quoted),
    )


def _further(found: Sequence[int], places: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
    again: dict[int, list[int]] = {}
    for place, shingle in enumerate(found):
        if places[shingle] != place:
            others = again.setdefault(shingle, [])
            if len(others) < _MOST_PLACES:
                others.append(place)
    return {shingle: tuple(others) for shingle, others in again.items()}


def _numbers(starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The first and the last number of the words that begin in each of *spans*."""
    found = ((bisect_left(starts, start), bisect_right(starts, end - 1) - 1) for start, end in spans)
    return tuple((first, last) for first, last in found if first <= last)

"""How much two texts share, exactly: Jaccard and containment of word 5-shingles, and the passages on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress, count, islice
from operator import ne
from typing import Final, NamedTuple

from provenance.corpus.reading import Reading
from provenance.corpus.words import SHINGLE

NEAR: Final = 0.8
"""Jaccard from which a copy is a near-duplicate (docs/reference/output-formats.md)."""

PARTIAL: Final = 0.5
"""Containment from which a copy is a partial one (docs/reference/output-formats.md)."""

RUN: Final = 50
"""Words of a shared run that make a partial copy by themselves (docs/reference/output-formats.md)."""

QUOTATION: Final = 8
"""Words of a shared quoted passage (docs/reference/output-formats.md)."""

_STEP: Final = 8
"""Shingles that are compared at once, and twice as many each time as long as they are the same."""


class Run(NamedTuple):
    """A passage of the same words on both sides, by the numbers of its first words and its length."""

    first: int
    source_first: int
    length: int

    def turned(self) -> Run:
        """The same passage with the sides exchanged."""
        return Run(self.source_first, self.first, self.length)


class Comparison(NamedTuple):
    """What two texts share, by the definitions of docs/reference/output-formats.md."""

    kind: str
    jaccard: float
    containment: float


def compare(one: Reading, other: Reading, min_containment: float | None = None) -> Comparison | None:
    """What *one* and *other* share; None if they share no shingle, or less than any definition asks for.

    With *min_containment*, weaker overlaps are an ``overlap``.
    """
    if _are_the_same(one, other):
        return Comparison("exact", 1.0, 1.0) if one.words else None
    places = _where(one, other)
    if not places:
        return None
    shared = len(set(map(one.shingles.__getitem__, places)))
    sizes = len(one.first_places), len(other.first_places)
    jaccard = shared / (sum(sizes) - shared)
    containment = shared / min(sizes)
    weak = min_containment is not None and containment >= min_containment
    if shared <= QUOTATION - SHINGLE and containment < PARTIAL and not weak:
        return None
    kind = _kind(one, other, places, (jaccard, containment)) or ("overlap" if weak else "")
    return Comparison(kind, jaccard, containment) if kind else None


def _kind(one: Reading, other: Reading, places: Sequence[int], measures: tuple[float, float]) -> str:
    jaccard, containment = measures
    if one.whole == other.whole and one.words == other.words:
        return "exact"
    if jaccard >= NEAR:
        return "near_duplicate"
    if containment >= PARTIAL:
        return "partial"
    if any(run.length >= RUN for run in _runs(one, other, places, RUN)):
        return "partial"
    return "quotation" if any(_quoted_runs(one, other, places)) else ""


def _are_the_same(one: Reading, other: Reading) -> bool:
    """Whether both texts have the same words in the same order, and nothing was taken out of either."""
    return one.whole == other.whole and one.words == other.words and one.is_whole and other.is_whole


def passages(one: Reading, other: Reading, kind: str) -> tuple[Run, ...]:
    """The passages of two texts of which `compare` has found this *kind*; of a quotation, the quoted ones."""
    if _are_the_same(one, other):
        return (Run(0, 0, one.words),)
    places = _where(one, other)
    return tuple(_quoted_runs(one, other, places) if kind == "quotation" else _runs(one, other, places))


def _quoted_runs(one: Reading, other: Reading, places: Sequence[int]) -> Iterator[Run]:
    """The shared passages of which enough stands in quotation marks."""
    return (run for run in _runs(one, other, places, QUOTATION) if _is_quoted(run, one, other))


def _is_quoted(run: Run, one: Reading, other: Reading) -> bool:
    """Whether enough words of *run* stand together in quotation marks, on either side."""
    return (
        _quoted_words(one, run.first, run.length) >= QUOTATION
        or _quoted_words(other, run.source_first, run.length) >= QUOTATION
    )


def _quoted_words(reading: Reading, first: int, length: int) -> int:
    """How many of *length* words from the number *first* on stand together in quotation marks, at most."""
    end, most = first + length, 0
    quoted = reading.quoted
    at = bisect_left(quoted, (end, 0))
    while at and quoted[at - 1][1] >= first:
        at -= 1
        begin, last = quoted[at]
        most = max(most, min(last + 1, end) - max(begin, first))
    return most


# --- passages --------------------------------------------------------------------------------------------------------


def _runs(one: Reading, other: Reading, places: Sequence[int], least: int = 1) -> Iterator[Run]:
    """Shared passages in the order of *one*, without overlaps there; where several begin alike, the longest.

    They are looked for at the *places* of `_where`, and where so many follow one another that there can be *least* words.
    """
    width = min(one.width, other.width) - 1
    ahead = max(least - width - 1, 0)
    end = 0
    for first, last in zip(places, islice(places, ahead, None), strict=False):
        if first < end or last - first != ahead:
            continue
        place, *others = other.places_of(one.shingles[first])
        length = _length(one, first, other, place)
        for further in others:
            longer = _length(one, first, other, further)
            if longer > length:
                length, place = longer, further
        yield Run(first, place, length + width)
        end = first + length


def _where(one: Reading, other: Reading) -> list[int]:
    """Every place in *one* of a shingle that *other* has too, in order."""
    return list(compress(count(), map(other.first_places.__contains__, one.shingles)))


def _length(one: Reading, first: int, other: Reading, place: int) -> int:
    """Shingles that are the same from *first* and *place* on; both lists end with a gap, which is like no other."""
    length, step = 1, _STEP
    while True:
        here = one.shingles[first + length : first + length + step]
        there = other.shingles[place + length : place + length + step]
        if here != there:
            return length + next(compress(count(), map(ne, here, there)))
        length += step
        step *= 2

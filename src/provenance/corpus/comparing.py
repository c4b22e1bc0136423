"""How much two texts share, exactly: Jaccard and containment of word 5-shingles, and the passages on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.corpus.reading import Reading

NEAR: Final = 0.8
"""Jaccard from which a copy is a near-duplicate (DESIGN §7)."""

PARTIAL: Final = 0.5
"""Containment from which a copy is a partial one (DESIGN §7)."""

RUN: Final = 50
"""Words of a shared run that make a partial copy by themselves (DESIGN §7)."""

QUOTATION: Final = 8
"""Words of a shared quoted passage (DESIGN §7)."""


class Run(NamedTuple):
    """A passage of the same words on both sides, by the numbers of its first words and its length."""

    first: int
    source_first: int
    length: int

    def turned(self) -> Run:
        """The same passage with the sides exchanged."""
        return Run(self.source_first, self.first, self.length)


class Comparison(NamedTuple):
    """What two texts share; `kind` is empty where no definition of DESIGN §7 is met."""

    kind: str
    jaccard: float
    containment: float
    runs: tuple[Run, ...]


def compare(one: Reading, other: Reading, min_containment: float | None = None) -> Comparison | None:
    """What *one* and *other* share; None if they share no shingle, or less than any definition asks for.

    With *min_containment*, weaker overlaps are an ``overlap``.
    """
    shared = len(one.distinct & other.distinct)
    if not shared:
        return None
    jaccard = shared / (len(one.distinct) + len(other.distinct) - shared)
    containment = shared / min(len(one.distinct), len(other.distinct))
    runs = tuple(_runs(one, other))
    kind = _kind(one, other, (jaccard, containment), runs)
    if not kind:
        if min_containment is None or containment < min_containment:
            return None
        kind = "overlap"
    return Comparison(kind, jaccard, containment, runs)


def _kind(one: Reading, other: Reading, measures: tuple[float, float], runs: tuple[Run, ...]) -> str:
    jaccard, containment = measures
    if one.whole == other.whole and one.words == other.words:
        return "exact"
    if jaccard >= NEAR:
        return "near_duplicate"
    if containment >= PARTIAL or any(run.length >= RUN for run in runs):
        return "partial"
    if any(_is_quoted(run, one, other) for run in runs):
        return "quotation"
    return ""


def _is_quoted(run: Run, one: Reading, other: Reading) -> bool:
    """Whether enough words of *run* stand together in quotation marks, on either side."""
    if run.length < QUOTATION:
        return False
    return (
        _most_quoted(one, run.first, run.length) >= QUOTATION
        or _most_quoted(other, run.source_first, run.length) >= QUOTATION
    )


def _most_quoted(reading: Reading, first: int, length: int) -> int:
    return max(
        (min(last, first + length - 1) - max(begin, first) + 1 for begin, last in reading.quoted), default=0
    )


# --- passages --------------------------------------------------------------------------------------------------------


def _runs(one: Reading, other: Reading) -> Iterator[Run]:
    """Shared passages in the order of *one*, without overlaps there; where several begin alike, the longest."""
    width = min(one.width, other.width) - 1
    end = 0
    for n, shingle in enumerate(one.shingles):
        place = other.places.get(shingle)
        if n < end or place is None:
            continue
        length = _length(one, n, other, place)
        for further in other.further.get(shingle, ()):
            longer = _length(one, n, other, further)
            if longer > length:
                length, place = longer, further
        end = n + length
        yield Run(one.at[n], other.at[place], length + width)


def _length(one: Reading, n: int, other: Reading, m: int) -> int:
    """Shingles that are the same from *n* and *m* on, of words that follow one another on both sides."""
    known, at, source_known, source_at = one.shingles, one.at, other.shingles, other.at
    length, most = 1, min(len(known) - n, len(source_known) - m)
    begin, source_begin = at[n], source_at[m]
    while (
        length < most
        and known[n + length] == source_known[m + length]
        and at[n + length] - length == begin
        and source_at[m + length] - length == source_begin
    ):
        length += 1
    return length

"""What a whole run moved, counted as its documents go by: as much memory for a million as for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from provenance.comparison.differences import Difference

QUANTILES: Final = (0, 10, 50, 90, 100)
"""Of the changes in points, in per cent: the lowest, the tenths at both ends, the middle and the highest."""
_STEP: Final = 10
"""Changes are counted to the hundredth of a point: there are 20,001 of them at most."""


class Cause(NamedTuple):
    """What one cause moved: in how many documents it differs, how many scores it moved, and by how much in all."""

    documents: int
    scores: int
    points: int


class Totals:
    """Counts of a comparison; add every document, then look."""

    def __init__(self) -> None:
        self.both = self.added = self.removed = self.changed = self.up = self.down = self.points = 0
        self.crossings: Counter[tuple[str, str]] = Counter()
        self._changes: Counter[int] = Counter()
        self._documents: Counter[str] = Counter()
        self._scores: Counter[str] = Counter()
        self._moved: Counter[str] = Counter()

    def add(self, difference: Difference) -> None:
        """Count a document that is in both runs."""
        self.both += 1
        self.changed += difference.moved
        self.up += difference.points > 0
        self.down += difference.points < 0
        self.points += difference.points
        self._changes[_rounded(difference.points)] += 1
        if difference.crossed:
            self.crossings[difference.before.band, difference.after.band] += 1
        self._documents.update(difference.causes)
        for cause, points in difference.by.items():
            self._scores[cause] += bool(points)
            self._moved[cause] += points

    @property
    def causes(self) -> Mapping[str, Cause]:
        """What each cause moved, the most scores first."""
        names = sorted({*self._documents, *self._scores}, key=lambda name: (-self._scores[name], name))
        return {name: Cause(self._documents[name], self._scores[name], self._moved[name]) for name in names}

    @property
    def quantiles(self) -> dict[int, int]:
        """The changes in millipoints, to the hundredth of a point, at each of `QUANTILES`; empty without documents."""
        found: dict[int, int] = {}
        seen, wanted = 0, list(QUANTILES) if self.both else []
        for change, count in sorted(self._changes.items()):
            seen += count
            while wanted and 100 * seen >= max(wanted[0] * self.both, 1):
                found[wanted.pop(0)] = change
        return found


def _rounded(millipoints: int) -> int:
    """To the hundredth of a point, towards zero."""
    return (abs(millipoints) // _STEP * _STEP) * (1 if millipoints >= 0 else -1)

"""Bars: how a number of points stands, as lengths that a picture can draw."""

from __future__ import annotations

from typing import Final, NamedTuple

WIDTH: Final = 1000
"""The width of a whole bar, in units of its picture."""


class Bar(NamedTuple):
    """The lengths of what is shown and of what is open, of `WIDTH`; what remains is lost."""

    shown: int
    open: int

    @property
    def lost(self) -> int:
        """The length of what is lost."""
        return WIDTH - self.shown - self.open


def bar(shown: int, still_open: int, whole: int) -> Bar:
    """The bar of so many points, never longer than it is.

    >>> bar(25, 50, 100), bar(0, 0, 0)
    (Bar(shown=250, open=500), Bar(shown=0, open=0))
    """
    if whole <= 0:
        return Bar(0, 0)
    first = min(max(WIDTH * shown // whole, 0), WIDTH)
    return Bar(first, min(max(WIDTH * (shown + still_open) // whole, first), WIDTH) - first)


def histogram(values: list[int], *, bins: int, most: int) -> tuple[int, ...]:
    """How many of *values*, from 0 to *most*, fall into each of as many bins; the last takes its end in."""
    counts = [0] * bins
    for value in values:
        counts[min(max(value * bins // most, 0), bins - 1)] += 1
    return tuple(counts)

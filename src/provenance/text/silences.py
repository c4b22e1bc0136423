"""Passages in which nobody speaks: menus, captions, datelines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def after_silence(silences: Sequence[tuple[int, int]], place: int) -> int:
    """Where the passage that *place* stands in ends, or *place* itself; *silences* are sorted and apart."""
    before = bisect_left(silences, (place + 1,)) - 1
    return max(place, silences[before][1]) if before >= 0 else place

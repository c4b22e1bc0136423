"""Which of two documents is the earlier, by the dates that they show, and which dates the text itself contradicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Final

from provenance.corpus.entry import Entry
from provenance.values.dates import Date

_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400
_FARTHEST: Final = 14 * 3600  # by which `values.dates` widens what states no zone

Dated = Callable[[str], Iterable[Date]]
"""The dates of the documents of the corpus at an address."""


def is_before(one: Iterable[Date], other: Iterable[Date]) -> bool:
    """Whether *one* is earlier than *other* in every reading of each, at the precision that they have.

    Two moments are compared as moments; anything else by the calendar days as stated, whatever the zone.
    """
    earlier, later = tuple(one), tuple(other)
    return bool(earlier and later) and all(_precedes(a, b) for a in earlier for b in later)


def _precedes(one: Date, other: Date) -> bool:
    if _is_moment(one) and _is_moment(other):
        return one.latest < other.earliest
    return _days(one)[1] < _days(other)[0]


def _is_moment(one: Date) -> bool:
    return one.precision in ("minute", "second") and one.latest - one.earliest < _DAY


def _days(one: Date) -> tuple[int, int]:
    """The first and the last calendar day that *one* may state, in its own zone, as ordinals."""
    if _is_moment(one):
        day = date.fromisoformat(one.value[:10]).toordinal()
        return day, day
    return (one.earliest + _FARTHEST) // _DAY + _EPOCH, (one.latest - _FARTHEST) // _DAY + _EPOCH


def is_contradicted(entry: Entry, since: Callable[[str], int]) -> bool:
    """Whether *entry* links to something newer than the day it says it was published on: it cannot be that old.

    *since* says of an address from which day on there can have been something there, as an ordinal, as `there_since`
    does. A day of grace is left for time zones.
    """
    if not entry.published:
        return False
    last = max(_days(published)[1] for published in entry.published) + 1
    return any(last < since(link) for link in entry.links if link not in entry.addresses)


def there_since(address: str, dated: Dated) -> int:
    """The first day on which what is at *address* can have been there, as an ordinal; 0 if nothing says so.

    That is the day in its address, or that of the documents of the corpus there, whichever is later.
    """
    known = min((_days(published)[0] for published in dated(address)), default=0)
    return max(known, day_in_address(address) or 0)


def day_in_address(address: str) -> int | None:
    """The day that stands in the path of *address* as ``/2024/02/13/``, as an ordinal.

    >>> day_in_address("tarnmoor.example/2024/02/13/ferry") == date(2024, 2, 13).toordinal()
    True
    """
    found = _day_in_path().search(address)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups())).toordinal()
    except ValueError:
        return None


@cache
def _day_in_path() -> re.Pattern[str]:
    return re.compile(r"/((?:19|20)[0-9]{2})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?=[/-]|$)")

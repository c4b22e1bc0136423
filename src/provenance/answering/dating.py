"""Which dates are in time: not after the day of the assessment, which is an argument and never the clock.

Dates are compared by the day. The whole day of the assessment counts, in any time zone, so that neither the clock of
a crawler nor the time zone of a newsroom puts a text of today into the future.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from provenance.document import Document
from provenance.signal import Context
from provenance.values.dates import Date, stated

_TIMED: Final = frozenset({"minute", "second"})


def horizon(document: Document, context: Context) -> Date | None:
    """The day after which nothing can have been published: `as_of`, else the one day of retrieval; None if unknown."""
    if context.as_of is not None:
        return _whole_day(context.as_of)
    field = document.retrieved
    if not field.complete:
        return None
    days = {_whole_day(value) for value in field.values}
    return days.pop() if len(days) == 1 else None


def in_time(date: Date, last: Date | None) -> bool | None:
    """Whether *date* is not after *last*; None where *last* is unknown, the readings disagree, or it is a placeholder."""
    if last is None or "epoch_zero" in date.flags:
        return None
    if date.latest <= last.latest:
        return True
    return False if date.earliest > last.latest else None


def agreeing(dates: Iterable[Date]) -> bool:
    """Whether some moment fits two of *dates*, or there are fewer than two: they do not all exclude one another."""
    spans = sorted((date.earliest, date.latest) for date in dates)
    return len(spans) < 2 or any(after[0] <= before[1] for before, after in pairwise(spans))


@lru_cache(maxsize=1 << 12)
def _whole_day(date: Date) -> Date:
    """*date* without its time of day; one that has two readings is left as it is."""
    if date.precision not in _TIMED or "ambiguous_day_month" in date.flags:
        return date
    day = stated(int(date.value[:4]), int(date.value[5:7]), int(date.value[8:10]))
    return date if day is None else day

"""The last resort for dates: dateutil, kept from guessing.

dateutil fills what is missing from today's date, so each text is parsed twice, with two dates of our own that
differ in every field: what differs in the answers was filled in. (Its maintainers give this advice themselves:
dateutil issue 261.) A third parse with the day first tells whether day and month can be exchanged.
"""

import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final

from provenance.values.stated import FARTHEST, ZONES, Clock, Date, ambiguous, stated, with_weekday

_PLAIN: Final = re.compile(r"[A-Za-z0-9 ,.:/+()-]*")
_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_LONG_NUMBER: Final = re.compile(r"[0-9]{5}")
_SIGNED_ZONE: Final = re.compile(r"(?:UTC?|GMT|Z) ?[+-]", re.IGNORECASE)  # dateutil turns the sign round
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_ONE: Final = datetime.fromisoformat("2000-01-01T01:01:01.000001")
_OTHER: Final = datetime.fromisoformat("2004-02-15T02:02:02.000002")
"""Both are leap years; the days are whole weeks apart, so that a weekday alone gives two different days."""


def read_loosely(text: str) -> Date | None:
    """The date in *text* as dateutil reads it, at the precision that was stated; None if it had to guess."""
    if not _PLAIN.fullmatch(text) or _LONG_NUMBER.search(text) or _SIGNED_ZONE.search(text):
        return None
    year = _YEAR.search(text)
    if year is None or _YEAR.search(text, year.end()) or text.isdigit():
        return None
    usual = _read(text, dayfirst=False)
    if usual is None or not usual.value.startswith(year[0]):
        return None
    if year.start() > 0:
        other = _read(text, dayfirst=True)
        if other is not None and other.value != usual.value:
            usual = ambiguous(usual, other)
    weekday = _WEEKDAY.search(text)
    if weekday is None or usual.precision == "month":
        return usual
    return with_weekday(usual, _WEEKDAYS.index(weekday[1].lower()) + 1)


def _read(text: str, *, dayfirst: bool) -> Date | None:
    """What two parses with different defaults agree on."""
    one, other = (_parse(text, default, dayfirst=dayfirst) for default in (_ONE, _OTHER))
    if one is None or other is None or one.year != other.year:
        return None
    if one.month != other.month or one.day != other.day:
        # A time of day without a day is no date, nor is a month that dateutil took from a lone number.
        is_month = one.month == other.month and ":" not in text and re.search("[a-z]{3}", text, re.IGNORECASE)
        return stated(one.year, one.month) if is_month else None
    if one.hour != other.hour or one.minute != other.minute:
        return stated(one.year, one.month, one.day)
    offset = one.utcoffset()
    clock = Clock(
        one.hour,
        one.minute,
        one.second if one.second == other.second else None,
        None if offset is None else int(offset.total_seconds()),
        ("naive_time",) if offset is None else (),
    )
    return stated(one.year, one.month, one.day, clock)


def _parse(text: str, default: datetime, *, dayfirst: bool) -> datetime | None:
    """The answer of dateutil with everything pinned, or None."""
    from dateutil import parser

    try:
        return parser.parse(text, default=default, dayfirst=dayfirst, tzinfos=_zone)
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """A zone from its offset or its name; an unknown name is no zone, and never that of the machine."""
    if offset is None:
        hours = ZONES.get((name or "").upper())
        offset = None if hours is None else hours * 3600
    return None if offset is None or abs(offset) > FARTHEST else timezone(timedelta(seconds=offset))

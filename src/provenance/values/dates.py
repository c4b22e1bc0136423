"""Dates at the precision that they were stated in, with the bounds of everything they may mean.

No reading fills in what was not stated, and none asks for the clock, the locale or the time zone of the machine.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from provenance.values.stated import (
    DAY,
    EPOCH,
    FARTHEST,
    FIRST_YEAR,
    LAST_PLAIN_YEAR,
    Clock,
    Date,
    ambiguous,
    moment_of,
    span_of,
    stated,
    zone_of,
)

__all__ = ["Clock", "Date", "ambiguous", "days", "read_date", "read_moment", "stated"]

_LONGEST: Final = 64
"""Characters of the longest text that is read as a date; dateutil takes seconds for long runs of dots."""

_REMEMBERED: Final = 1 << 16
_SECONDS: Final = 10
_STAMP: Final = len("20261112080000")
_MOMENTS: Final = frozenset({_SECONDS, _SECONDS + 3, _STAMP})
"""Digits of a moment in seconds, and in milliseconds, since 1970, and of one as year, month, day and time."""
_ISO_DAY: Final = len("2018-05-01")


def read_date(text: object) -> Date | None:
    """The date that *text* states, or None if it states none with a year, or more than one.

    >>> read_date("2018"), read_date("Friday")
    (Date(value='2018', precision='year', earliest=1514714400, latest=1546351199, flags=()), None)
    """
    if type(text) is str:
        return _read(text) if len(text) <= _LONGEST else None
    if isinstance(text, (date, datetime)):  # what columnar formats hand over
        return _read(text.isoformat())
    if isinstance(text, str):
        return read_date(str(text))
    return _read(str(text)) if type(text) is int and FIRST_YEAR <= text <= LAST_PLAIN_YEAR else None


def read_moment(text: str) -> Date | None:
    """The date that *text* states, or the moment that its digits are, where a date is expected.

    Ten digits count the seconds since 1970, thirteen the milliseconds, from September 2001 on; fourteen are the day and
    the time, in no stated zone, as the indexes of web archives have them.

    >>> read_moment("1794441600").value, read_moment("1794441600000").value, read_moment("179444160")
    ('2026-11-12T00:00:00Z', '2026-11-12T00:00:00Z', None)
    >>> read_moment("20261112080000").value
    '2026-11-12T08:00:00'
    """
    digits = text.strip().removesuffix(".0")
    if len(digits) not in _MOMENTS or not (digits.isascii() and digits.isdigit()):
        return read_date(text)
    if len(digits) == _STAMP:
        return read_date(f"{digits[:8]}T{digits[8:]}")
    if digits[0] != "0":
        day, rest = divmod(int(digits[:_SECONDS]), DAY)
        then = date.fromordinal(day + EPOCH)
        return stated(
            then.year, then.month, then.day, Clock(rest // 3600, rest // 60 % 60, rest % 60, offset=0)
        )
    return None


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> Date | None:
    """What `read_date` answers, for a short text."""
    if text[4:8:3] == "--":
        known = _iso_day(text) if len(text) == _ISO_DAY else _iso_moment(text)
        if known is not None:
            return known
    elif not text.strip():
        return None
    from provenance.values.date_forms import read_form

    return read_form(text)


def _iso_day(text: str) -> Date | None:
    """The commonest form of all, 2018-05-01: the standard library is quicker than a pattern of ours."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return span_of(text, "day", day, day) if day.year >= FIRST_YEAR else None


def _iso_moment(text: str) -> Date | None:
    """2018-05-01T12:30:00Z and its kin; None for whatever needs a closer look."""
    if text[13:17:3] != "::" or text[11:13] == "24" or text[10] not in "T ":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    delta = moment.utcoffset()
    offset = None if delta is None else delta.days * DAY + delta.seconds
    if moment.year < FIRST_YEAR or (offset and (abs(offset) > FARTHEST or offset % 60 or text[-2:] > "59")):
        return None
    start = (moment.toordinal() - EPOCH) * DAY + moment.hour * 3600 + moment.minute * 60 + moment.second
    if offset is not None and start > DAY:
        return Date(text[:10] + "T" + text[11:19] + zone_of(offset), "second", start - offset, start - offset)
    flags = ("naive_time",) if offset is None else ()
    return moment_of(moment, Clock(moment.hour, moment.minute, moment.second, offset, flags))


def days(one: Date) -> frozenset[str]:
    """The calendar days that *one* may state, none if it is less precise."""
    if one.precision in {"year", "month"}:
        return frozenset()
    days = {one.value[:10]}
    if "ambiguous_day_month" in one.flags:
        days.add(f"{one.value[:4]}-{one.value[8:10]}-{one.value[5:7]}")
    elif one.precision != "day" and "naive_time" not in one.flags:
        days.add(_utc_day(one.earliest))
    return frozenset(days)


def _utc_day(moment: int) -> str:
    """The day of a moment in UTC; a moment before the calendar or after it has none."""
    try:
        return date.fromordinal(moment // DAY + EPOCH).isoformat()
    except (ValueError, OverflowError):
        return ""

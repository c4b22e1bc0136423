"""Dates at the precision that they were stated in, with the bounds of everything they may mean.

No reading fills in what was not stated, and none asks for the clock, the locale or the time zone of the machine.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple

LONGEST: Final = 64
"""Characters of the longest text that is read as a date; dateutil takes seconds for long runs of dots."""

FIRST_YEAR: Final = 1000
LAST_PLAIN_YEAR: Final = 2999
"""Four digits alone are a year from `FIRST_YEAR` to this one; more is needed to be a later year."""

FARTHEST: Final = 14 * 3600
"""The largest distance of a time zone from UTC, in seconds: +14:00 (Line Islands)."""

_REMEMBERED: Final = 1 << 16
_ISO_DAY: Final = len("2018-05-01")
_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400


class Date(NamedTuple):
    """A date as stated. `value` is ISO 8601 at the stated precision ("year", "month", "day", "minute", "second").

    `earliest` and `latest` bound, in seconds since the epoch and inclusive, every moment that it may mean: any
    time zone where none is stated, both readings of 10/11/2020. Flags: `ambiguous_day_month`,
    `weekday_mismatch`, `naive_time`, `unknown_zone`, `epoch_zero` (1970-01-01, a placeholder as a rule).
    """

    value: str
    precision: str
    earliest: int
    latest: int
    flags: tuple[str, ...] = ()


class Clock(NamedTuple):
    """A time of day as stated; `offset` in seconds is None where no known zone is stated."""

    hour: int
    minute: int
    second: int | None
    offset: int | None
    flags: tuple[str, ...] = ()


def read_date(text: object) -> Date | None:
    """The date that *text* states, or None if it states none with a year, or more than one.

    >>> read_date("2018"), read_date("Friday")
    (Date(value='2018', precision='year', earliest=1514714400, latest=1546351199, flags=()), None)
    """
    if type(text) is str:
        return _read(text) if len(text) <= LONGEST else None
    if isinstance(text, (date, datetime)):  # what columnar formats hand over
        return _read(text.isoformat())
    if isinstance(text, str):
        return read_date(str(text))
    return _read(str(text)) if type(text) is int and FIRST_YEAR <= text <= LAST_PLAIN_YEAR else None


def same_day(one: Date, other: Date) -> bool:
    """Whether both state one calendar day: in the zone each states, or in UTC, in some reading of each."""
    return bool(days(one) & days(other))


def may_agree(one: Date, other: Date) -> bool:
    """Whether some moment fits both; where none does, they contradict one another in every reading."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def certainly_after(one: Date, moment: int) -> bool:
    """Whether every reading of *one* lies after *moment*, in seconds since the epoch."""
    return one.earliest > moment


def possibly_after(one: Date, moment: int) -> bool:
    """Whether some reading of *one* lies after *moment*, in seconds since the epoch."""
    return one.latest > moment


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
    return _span(text, "day", day, day) if day.year >= FIRST_YEAR else None


def _iso_moment(text: str) -> Date | None:
    """2018-05-01T12:30:00Z and its kin; None for whatever needs a closer look."""
    if text[13:17:3] != "::" or text[11:13] == "24" or text[10] not in "T ":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    delta = moment.utcoffset()
    offset = None if delta is None else delta.days * _DAY + delta.seconds
    if moment.year < FIRST_YEAR or (offset and (abs(offset) > FARTHEST or offset % 60 or text[-2:] > "59")):
        return None
    start = (moment.toordinal() - _EPOCH) * _DAY + moment.hour * 3600 + moment.minute * 60 + moment.second
    if offset is not None and start > _DAY:
        return Date(text[:10] + "T" + text[11:19] + _zone(offset), "second", start - offset, start - offset)
    flags = ("naive_time",) if offset is None else ()
    return _moment(moment, Clock(moment.hour, moment.minute, moment.second, offset, flags))


def ambiguous(usual: Date, other: Date) -> Date:
    """*usual*, bounded so that *other*, with day and month exchanged, is possible too."""
    return usual._replace(
        earliest=min(usual.earliest, other.earliest),
        latest=max(usual.latest, other.latest),
        flags=("ambiguous_day_month", *usual.flags),
    )


def with_weekday(read: Date, weekday: int) -> Date:
    """*read*, flagged if its day is not that *weekday* (1 is Monday)."""
    if date.fromisoformat(read.value[:10]).isoweekday() == weekday:
        return read
    return read._replace(flags=(*read.flags, "weekday_mismatch"))


def stated(
    year: int, month: int | None = None, day: int | None = None, clock: Clock | None = None
) -> Date | None:
    """The date with these parts, or None if the calendar has no such day or the day no such time."""
    if not FIRST_YEAR <= year <= 9999:
        return None
    if month is None:
        return _span(f"{year}", "year", date(year, 1, 1), date(year, 12, 31))
    try:
        first = date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    if day is None:
        days = 31 if month == 12 else date(year, month + 1, 1).toordinal() - first.toordinal()
        return _span(f"{year}-{month:02}", "month", first, first.replace(day=days))
    if clock is None:
        return _span(f"{year}-{month:02}-{day:02}", "day", first, first)
    return _moment(first, clock)


def _span(value: str, precision: str, first: date, last: date) -> Date:
    """Whole days, in any time zone."""
    earliest = (first.toordinal() - _EPOCH) * _DAY - FARTHEST
    latest = (last.toordinal() - _EPOCH + 1) * _DAY - 1 + FARTHEST
    return Date(value, precision, earliest, latest, ("epoch_zero",) if value == "1970-01-01" else ())


def _moment(day: date, clock: Clock) -> Date | None:
    """A time of day, in its zone or in any."""
    hour, minute, second, offset, flags = clock
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    start = (day.toordinal() - _EPOCH) * _DAY + hour * 3600 + minute * 60 + (second or 0) - (offset or 0)
    end = start + (59 if second is None else 0)
    margin = FARTHEST if offset is None else 0
    value = (
        f"{day:%Y-%m-%d}T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}") + _zone(offset)
    )
    if value.startswith("1970-01-01T00:00"):
        flags = (*flags, "epoch_zero")
    return Date(value, "minute" if second is None else "second", start - margin, end + margin, flags)


def _zone(offset: int | None) -> str:
    """An offset as ISO 8601 writes it."""
    if not offset:
        return "" if offset is None else "Z"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


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
        return date.fromordinal(moment // _DAY + _EPOCH).isoformat()
    except (ValueError, OverflowError):
        return ""

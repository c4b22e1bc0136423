"""What a stated date is: its value at the precision given, and the bounds of everything that it may mean."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

FIRST_YEAR: Final = 1000
LAST_PLAIN_YEAR: Final = 2999
"""Four digits alone are a year from `FIRST_YEAR` to this one; more is needed to be a later year."""

FARTHEST: Final = 14 * 3600
"""The largest distance of a time zone from UTC, in seconds: +14:00 (Line Islands)."""

EPOCH: Final = date(1970, 1, 1).toordinal()
DAY: Final = 86_400

ZONES: Final[Mapping[str, int]] = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2,
}  # fmt: skip
"""Hours from UTC of the zone names in RFC 2822 §4.3, and of Central Europe, whose names mean nothing else."""


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
        return span_of(f"{year}", "year", date(year, 1, 1), date(year, 12, 31))
    try:
        first = date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    if day is None:
        days = 31 if month == 12 else date(year, month + 1, 1).toordinal() - first.toordinal()
        return span_of(f"{year}-{month:02}", "month", first, first.replace(day=days))
    if clock is None:
        return span_of(f"{year}-{month:02}-{day:02}", "day", first, first)
    return moment_of(first, clock)


def span_of(value: str, precision: str, first: date, last: date) -> Date:
    """Whole days, in any time zone."""
    earliest = (first.toordinal() - EPOCH) * DAY - FARTHEST
    latest = (last.toordinal() - EPOCH + 1) * DAY - 1 + FARTHEST
    return Date(value, precision, earliest, latest, ("epoch_zero",) if value == "1970-01-01" else ())


def moment_of(day: date, clock: Clock) -> Date | None:
    """A time of day, in its zone or in any."""
    hour, minute, second, offset, flags = clock
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    start = (day.toordinal() - EPOCH) * DAY + hour * 3600 + minute * 60 + (second or 0) - (offset or 0)
    end = start + (59 if second is None else 0)
    margin = FARTHEST if offset is None else 0
    value = (
        f"{day:%Y-%m-%d}T{hour:02}:{minute:02}"
        + ("" if second is None else f":{second:02}")
        + zone_of(offset)
    )
    if value.startswith("1970-01-01T00:00"):
        flags = (*flags, "epoch_zero")
    return Date(value, "minute" if second is None else "second", start - margin, end + margin, flags)


def zone_of(offset: int | None) -> str:
    """An offset as ISO 8601 writes it."""
    if not offset:
        return "" if offset is None else "Z"
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"

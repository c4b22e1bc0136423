"""Dates at the precision that they were stated in, with the bounds of everything they may mean.

No reading fills in what was not stated, and none asks for the clock, the locale or the time zone of the machine.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Final, NamedTuple

from provenance.values.tables import table, words

LONGEST: Final = 64
"""Characters of the longest text that is read as a date; dateutil takes seconds for long runs of dots."""

_REMEMBERED: Final = 1 << 16
_ISO_DAY: Final = len("2018-05-01")
_FIRST_YEAR, _LAST_PLAIN_YEAR = 1000, 2999
_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400
_FARTHEST: Final = 14 * 3600
"""The largest distance of a time zone from UTC: +14:00 (Line Islands)."""

_OFFSET: Final = r"(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2}|(?!AM|PM|am|pm)[A-Za-z]{1,5})"
_CLOCK: Final = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
_TIME: Final = (
    rf"(?:(?:,? |, ?| ?[-–|·@] ?|T)(?:(?:at|um|a las|à|ore|в) )?{_CLOCK}"
    rf"(?: ?(?P<half>[AaPp]\.?[Mm]\.?))?(?: ?h| Uhr)?(?: ?\(?{_OFFSET}\)?)?)?"
)
_ISO: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?:(?P=sep)(?P<day>[0-9]{1,2})"
    + _TIME
    + r")?)?"
)
_BASIC: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_NUMERIC: Final = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sep>[-/.])(?P<second_part>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})" + _TIME
)
_WEEKDAY: Final = r"(?:(?P<weekday>[^\W\d_][^\W\d_'-]{1,14})(?:,|\.,?)? )?"
_MONTH: Final = r"(?P<name>[^\W\d_]{3,12})\.?"
_DAY_FIRST: Final = re.compile(
    _WEEKDAY
    + r"(?P<day>[0-9]{1,2})(?:\.|º|°|er|st|nd|rd|th)?(?: of| de|-| )?[ -]?"
    + _MONTH
    + r"(?: de|,|-)? ?(?P<year>[0-9]{4})(?: ?г\.?)?"
    + _TIME
)
_MONTH_FIRST: Final = re.compile(
    _WEEKDAY + _MONTH + r" (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})" + _TIME
)
_MONTH_ONLY: Final = re.compile(_MONTH + r"(?: de|,)? (?P<year>[0-9]{4})")
_CJK: Final = re.compile(
    r"(?P<year>[0-9]{4}) ?[年년](?: ?(?P<month>[0-9]{1,2}) ?[月월](?: ?(?P<day>[0-9]{1,2}) ?[日일号號]"
    r"(?: ?(?:\(?[^\W\d_]{1,3}\)? )?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?)?)?"
)

ZONES: Final[Mapping[str, int]] = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2,
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
    return _read(str(text)) if type(text) is int and _FIRST_YEAR <= text <= _LAST_PLAIN_YEAR else None


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
    tidy = _tidied(text)
    if tidy is None:
        return None
    of_a_known_form = False
    for pattern, meaning in _FORMS:
        found = pattern.fullmatch(tidy)
        answer = None if found is None else meaning(found)
        if answer is not None:
            return answer
        of_a_known_form = of_a_known_form or found is not None
    if of_a_known_form:
        return None  # and yet no date: nothing to guess at
    from provenance.values.loose_dates import read_loosely

    return read_loosely(tidy)


def _iso_day(text: str) -> Date | None:
    """The commonest form of all, 2018-05-01: the standard library is quicker than a pattern of ours."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return _span(text, "day", day, day) if day.year >= _FIRST_YEAR else None


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
    if moment.year < _FIRST_YEAR or (offset and (abs(offset) > _FARTHEST or offset % 60 or text[-2:] > "59")):
        return None
    start = (moment.toordinal() - _EPOCH) * _DAY + moment.hour * 3600 + moment.minute * 60 + moment.second
    if offset is not None and start > _DAY:
        return Date(text[:10] + "T" + text[11:19] + _zone(offset), "second", start - offset, start - offset)
    flags = ("naive_time",) if offset is None else ()
    return _moment(moment, Clock(moment.hour, moment.minute, moment.second, offset, flags))


def _tidied(text: str) -> str | None:
    """*text* with plain single spaces; None if no date is written like that."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if any(c.isdigit() and not "0" <= c <= "9" for c in text):
        return None  # other scripts' digits may be of other calendars
    return text if text.isprintable() and re.search(r"[12][0-9]{3}", text) else None


def _year_first(found: re.Match[str]) -> Date | None:
    """2018, 2018-05, 2018-05-01, 2018/05/01, with a time or without."""
    year, month, day = found["year"], found["month"], found["day"]
    if month is None:
        return stated(int(year)) if _FIRST_YEAR <= int(year) <= _LAST_PLAIN_YEAR else None
    if day is None:
        return stated(int(year), int(month)) if len(month) == 2 and found["sep"] != "." else None
    return _with_time(found, int(year), int(month), int(day))


def _basic(found: re.Match[str]) -> Date | None:
    """20180501, with a time or without."""
    year = int(found["year"])
    if not _FIRST_YEAR <= year <= _LAST_PLAIN_YEAR:
        return None
    return _with_time(found, year, int(found["month"]), int(found["day"]))


def _numeric(found: re.Match[str]) -> Date | None:
    """10/11/2020: month first with slashes, day first with stops and hyphens, and the other reading kept."""
    first, second, year = int(found["first"]), int(found["second_part"]), int(found["year"])
    month, day = (first, second) if found["sep"] == "/" else (second, first)
    usual, other = _with_time(found, year, month, day), _with_time(found, year, day, month)
    if usual is None or other is None or month == day:
        return usual or other
    return ambiguous(usual, other)


def ambiguous(usual: Date, other: Date) -> Date:
    """*usual*, bounded so that *other*, with day and month exchanged, is possible too."""
    return usual._replace(
        earliest=min(usual.earliest, other.earliest),
        latest=max(usual.latest, other.latest),
        flags=("ambiguous_day_month", *usual.flags),
    )


def _named(found: re.Match[str]) -> Date | None:
    """6 May 2024, May 6, 2024, with a weekday and a time or without."""
    month = _months().get(found["name"].lower())
    if month is None:
        return None
    weekday = _weekdays().get((found["weekday"] or "").lower())
    if weekday is None and found["weekday"]:
        return None
    read = _with_time(found, int(found["year"]), month, int(found["day"]))
    return read if read is None or weekday is None else with_weekday(read, weekday)


def with_weekday(read: Date, weekday: int) -> Date:
    """*read*, flagged if its day is not that *weekday* (1 is Monday)."""
    if date.fromisoformat(read.value[:10]).isoweekday() == weekday:
        return read
    return read._replace(flags=(*read.flags, "weekday_mismatch"))


def _month_only(found: re.Match[str]) -> Date | None:
    """May 2024."""
    month = _months().get(found["name"].lower())
    return None if month is None else stated(int(found["year"]), month)


def _cjk(found: re.Match[str]) -> Date | None:
    """2020年1月2日, with a time or without."""
    year, month, day = found["year"], found["month"], found["day"]
    if day is None:
        return stated(int(year), None if month is None else int(month))
    return _with_time(found, int(year), int(month), int(day))


_FORMS: Final = (
    (_ISO, _year_first),
    (_MONTH_FIRST, _named),
    (_DAY_FIRST, _named),
    (_NUMERIC, _numeric),
    (_BASIC, _basic),
    (_MONTH_ONLY, _month_only),
    (_CJK, _cjk),
)


def _with_time(found: re.Match[str], year: int, month: int, day: int) -> Date | None:
    """The day, with the time of day that *found* holds, if any."""
    parts = found.groupdict()
    if parts["hour"] is None:
        return stated(year, month, day)
    hour, zone, half = int(parts["hour"]), parts.get("zone"), parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "Pp" else 0)
    second = None if parts["second"] is None else int(parts["second"])
    offset, flags = _offset(zone)
    if offset is not None and abs(offset) > _FARTHEST:
        return None
    return stated(year, month, day, Clock(hour, int(parts["minute"]), second, offset, flags))


def _offset(zone: str | None) -> tuple[int | None, tuple[str, ...]]:
    """Seconds east of UTC and the flags that say why there are none."""
    if zone is None:
        return None, ("naive_time",)
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
        if int(digits[2:]) > 59:
            return 2 * _DAY, ()  # no such offset: farther than any
        return -seconds if zone[0] == "-" else seconds, ()
    hours = ZONES.get(zone.upper())
    return (None, ("naive_time", "unknown_zone")) if hours is None else (hours * 3600, ())


def stated(
    year: int, month: int | None = None, day: int | None = None, clock: Clock | None = None
) -> Date | None:
    """The date with these parts, or None if the calendar has no such day or the day no such time."""
    if not _FIRST_YEAR <= year <= 9999:
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
    earliest = (first.toordinal() - _EPOCH) * _DAY - _FARTHEST
    latest = (last.toordinal() - _EPOCH + 1) * _DAY - 1 + _FARTHEST
    return Date(value, precision, earliest, latest, ("epoch_zero",) if value == "1970-01-01" else ())


def _moment(day: date, clock: Clock) -> Date | None:
    """A time of day, in its zone or in any."""
    hour, minute, second, offset, flags = clock
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    start = (day.toordinal() - _EPOCH) * _DAY + hour * 3600 + minute * 60 + (second or 0) - (offset or 0)
    end = start + (59 if second is None else 0)
    margin = _FARTHEST if offset is None else 0
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


@cache
def _months() -> Mapping[str, int]:
    """The number of each month by its names."""
    return _numbered("months")


@cache
def _weekdays() -> Mapping[str, int]:
    """The number of each weekday by its names."""
    return _numbered("weekdays")


def _numbered(key: str) -> Mapping[str, int]:
    """Names and the number that each is listed under."""
    content = table("months").content[key]
    assert isinstance(content, dict)
    return {name: int(number) for number in content for name in words(content, number)}

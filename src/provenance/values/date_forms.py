"""The forms in which dates are written, beside the two commonest: numbers, names of months, CJK."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from provenance.values.stated import (
    FARTHEST,
    FIRST_YEAR,
    LAST_PLAIN_YEAR,
    ZONES,
    Clock,
    Date,
    ambiguous,
    stated,
    with_weekday,
)
from provenance.values.tables import table, words

_OFFSET: Final = r"(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2}|(?!AM|PM|am|pm)[A-Za-z]{1,5})"
_CLOCK: Final = r"(?P<hour>[0-9]{1,2})(?::|h|\.(?=[0-9]{2} ?(?:Uhr|h)))(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
_TIME: Final = (
    rf"(?:(?:,? |, ?| ?[-–|·@] ?|T)(?:(?:at|um|a las|às|à|alle|ore|om|godz\.|в) )?{_CLOCK}"
    rf"(?: ?(?P<half>[AaPp]\.?[Mm]\.?))?(?: ?h| Uhr)?(?: ?\(?{_OFFSET}\)?)?)?"
)
_ARTICLE: Final = r"(?:(?:[Ll]e|[Aa]m|[Dd]en|[Ee]l|[Ii]l|[Oo]p|[Dd]nia|[Vv]om|[Oo]n) )?"
_NAME_OF_DAY: Final = r"[^\W\d_](?:[^\W\d_]|['-]){1,14}"
_WEEKDAY: Final = rf"{_ARTICLE}(?:(?P<weekday>{_NAME_OF_DAY})(?:,|\.,?)? {_ARTICLE})?"
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
    _WEEKDAY
    + r"(?P<first>[0-9]{1,2})(?P<sep>[-/.])(?P<second_part>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})"
    + _TIME
)
_MONTH: Final = r"(?P<name>[^\W\d_]{3,12})\.?"
_DAY_FIRST: Final = re.compile(
    _WEEKDAY
    + r"(?P<day>[0-9]{1,2})(?:\.?[º°]|\.|er|st|nd|rd|th)?(?: (?:of|de)(?= )|-| )?[ -]?"
    + _MONTH
    + r"(?: del?|,|-)? ?(?P<year>[0-9]{4})(?: ?(?:г\.?|года|r\.|roku))?"
    + rf"(?: (?P<weekday_behind>{_NAME_OF_DAY})(?= ?$))?"
    + _TIME
)
_MONTH_FIRST: Final = re.compile(
    _WEEKDAY + _MONTH + r" (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})" + _TIME
)
_MONTH_ONLY: Final = re.compile(_MONTH + r"(?: de|,)? (?P<year>[0-9]{4})")
_CJK: Final = re.compile(
    r"(?P<year>[0-9]{4}) ?[年년](?: ?(?P<month>[0-9]{1,2}) ?[月월](?: ?(?P<day>[0-9]{1,2}) ?[日일号號]"
    r"(?: ?(?:[(（]?[^\W\d_]{1,3}[)）]?)?)?(?: ?(?P<hour>[0-9]{1,2})(?::|[时時시] ?)(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})|[分분])?)?)?)?"
)


def read_form(text: str) -> Date | None:
    """The date in *text*, by the first form that it has; where it has none of ours, dateutil is asked."""
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
        return stated(int(year)) if FIRST_YEAR <= int(year) <= LAST_PLAIN_YEAR else None
    if day is None:
        return stated(int(year), int(month)) if len(month) == 2 and found["sep"] != "." else None
    return _with_time(found, int(year), int(month), int(day))


def _basic(found: re.Match[str]) -> Date | None:
    """20180501, with a time or without."""
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_PLAIN_YEAR:
        return None
    return _with_time(found, year, int(found["month"]), int(found["day"]))


def _numeric(found: re.Match[str]) -> Date | None:
    """10/11/2020: month first with slashes, day first with stops and hyphens, and the other reading kept."""
    first, second, year = int(found["first"]), int(found["second_part"]), int(found["year"])
    month, day = (first, second) if found["sep"] == "/" else (second, first)
    usual, other = _with_time(found, year, month, day), _with_time(found, year, day, month)
    if usual is not None and other is not None and month != day:
        usual = ambiguous(usual, other)
    return _on_its_weekday(found, usual or other)


def _named(found: re.Match[str]) -> Date | None:
    """6 May 2024, May 6, 2024, with a weekday and a time or without."""
    month = _months().get(found["name"].lower())
    if month is None:
        return None
    return _on_its_weekday(found, _with_time(found, int(found["year"]), month, int(found["day"])))


def _on_its_weekday(found: re.Match[str], read: Date | None) -> Date | None:
    """*read* beside the weekday in *found*: None if what stands there is none, flagged if it is another one."""
    parts = found.groupdict()
    name = parts["weekday"] or parts.get("weekday_behind")
    if read is None or not name:
        return read
    weekday = _weekdays().get(name.lower())
    return None if weekday is None else with_weekday(read, weekday)


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
    if offset is not None and abs(offset) > FARTHEST:
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
            return 2 * FARTHEST, ()  # no such offset: farther than any
        return -seconds if zone[0] == "-" else seconds, ()
    hours = ZONES.get(zone.upper())
    return (None, ("naive_time", "unknown_zone")) if hours is None else (hours * 3600, ())


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

"""Dates: the stated precision, the bounds of every reading, and no guess."""

import os
import re
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.values.dates import Date, days, read_date, read_moment
from provenance.values.tables import table

READ = [
    ("2018", "2018", "year", ()),
    (2018, "2018", "year", ()),
    ("2018-05", "2018-05", "month", ()),
    ("2018-05-01", "2018-05-01", "day", ()),
    (" 2018-05-01\n", "2018-05-01", "day", ()),
    ("2018-5-1", "2018-05-01", "day", ()),
    ("2018/05/01", "2018-05-01", "day", ()),
    ("2018.05.01", "2018-05-01", "day", ()),
    ("20180501", "2018-05-01", "day", ()),
    ("20180501T123000Z", "2018-05-01T12:30:00Z", "second", ()),
    ("2018-05-01T12", "2018-05-01", "day", ()),
    ("2018-05-01T12:30Z", "2018-05-01T12:30Z", "minute", ()),
    ("2018-05-01T12:30:00Z", "2018-05-01T12:30:00Z", "second", ()),
    ("2018-05-01T12:30:00z", "2018-05-01T12:30:00Z", "second", ()),
    ("2018-05-01T12:30:00+00:00", "2018-05-01T12:30:00Z", "second", ()),
    ("2018-05-01T12:30:00.123456789+0530", "2018-05-01T12:30:00+05:30", "second", ()),
    ("2018-05-01 12:30:00 -0330", "2018-05-01T12:30:00-03:30", "second", ()),
    ("2018-05-01T12:30:00-08", "2018-05-01T12:30:00-08:00", "second", ()),
    ("2018-05-01 12:30:00 UTC", "2018-05-01T12:30:00Z", "second", ()),
    ("2018-05-01T12:30:00", "2018-05-01T12:30:00", "second", ("naive_time",)),
    ("2018-05-01 12:30", "2018-05-01T12:30", "minute", ("naive_time",)),
    ("9999-12-31", "9999-12-31", "day", ()),
    ("1970-01-01", "1970-01-01", "day", ("epoch_zero",)),
    ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "second", ("epoch_zero",)),
    ("1970-01-01T00:00:00", "1970-01-01T00:00:00", "second", ("naive_time", "epoch_zero")),
    ("Thu, 02 Jan 2020 03:04:05 GMT", "2020-01-02T03:04:05Z", "second", ()),
    ("Thu, 2 Jan 2020 03:04:05 -0500", "2020-01-02T03:04:05-05:00", "second", ()),
    ("Mon, 02 Jan 2020", "2020-01-02", "day", ("weekday_mismatch",)),
    ("May 6, 2024", "2024-05-06", "day", ()),
    ("MAY 6TH 2024".title(), "2024-05-06", "day", ()),
    ("6 May 2024", "2024-05-06", "day", ()),
    ("6th of May, 2024", "2024-05-06", "day", ()),
    ("12 Sept. 2020", "2020-09-12", "day", ()),
    ("Monday, May 6, 2024 at 12:30 am", "2024-05-06T00:30", "minute", ("naive_time",)),
    ("May 6, 2024 at 5:30 p.m. EST", "2024-05-06T17:30-05:00", "minute", ()),
    ("May 6, 2024 | 10:30 IST", "2024-05-06T10:30", "minute", ("naive_time", "unknown_zone")),
    ("May 2024", "2024-05", "month", ()),
    ("2024 May", "2024-05", "month", ()),
    ("3/4/2020", "2020-03-04", "day", ("ambiguous_day_month",)),
    ("10.11.2020", "2020-11-10", "day", ("ambiguous_day_month",)),
    ("10-11-2020 14:30", "2020-11-10T14:30", "minute", ("ambiguous_day_month", "naive_time")),
    ("5/5/2020", "2020-05-05", "day", ()),
    ("13/4/2020", "2020-04-13", "day", ()),
    ("4/13/2020", "2020-04-13", "day", ()),
    ("5 mars 2020", "2020-03-05", "day", ()),
    ("lundi 4 mai 2020", "2020-05-04", "day", ()),
    ("1er janvier 2020", "2020-01-01", "day", ()),
    ("Montag, 4. Mai 2020, 10:30 Uhr", "2020-05-04T10:30", "minute", ("naive_time",)),
    ("5 de mayo de 2020", "2020-05-05", "day", ()),
    ("5 de março de 2020", "2020-03-05", "day", ()),
    ("13 december 2016", "2016-12-13", "day", ()),
    ("5 de dezembro de 2020", "2020-12-05", "day", ()),
    ("5-dec-2020", "2020-12-05", "day", ()),
    ("5 maja 2020", "2020-05-05", "day", ()),
    ("5 мая 2020 г.", "2020-05-05", "day", ()),
    ("Dezember 2020", "2020-12", "month", ()),
    ("2020年1月2日", "2020-01-02", "day", ()),
    ("2020年1月2日 12:30", "2020-01-02T12:30", "minute", ("naive_time",)),
    ("2020年1月", "2020-01", "month", ()),
    ("2020년 1월 2일", "2020-01-02", "day", ()),
    # read by dateutil
    ("Mon May  6 10:30:00 2024", "2024-05-06T10:30:00", "second", ("naive_time",)),
    ("Sun May  5 10:30:00 UTC 2024", "2024-05-05T10:30:00Z", "second", ()),
    ("Tue May  6 10:30:00 2024", "2024-05-06T10:30:00", "second", ("naive_time", "weekday_mismatch")),
    ("Thu May 6 2024 5pm", "2024-05-06", "day", ("weekday_mismatch",)),
    ("May-6-2024", "2024-05-06", "day", ()),
    ("2020 02 03", "2020-02-03", "day", ()),
    ("02 03 2020", "2020-02-03", "day", ("ambiguous_day_month",)),
    ("May 6 2024 10:30 BRT", "2024-05-06T10:30", "minute", ("naive_time", "unknown_zone")),
    ("6-May-2024 10:30:15 (PST)", "2024-05-06T10:30:15-08:00", "second", ()),
    ("Friday March 2020", "2020-03", "month", ()),
]

REFUSED = [
    "", " ", "1", "10", "1.5", "10:30", "Friday", "May", "at 5", "mon", "sat, sun", "yesterday", "today", "now", "8 hours ago",
    "0999", "3000", "30001201", "0999-12-01 12:00:00 +1000", "0000", "0000-00-00", "0001-01-01", "0001-01-01T00:00:00Z", "2024-02-30", "2023-02-29", "2018-13", "2018-00", "2018-1", "2018.5",
    "2018-13-01", "2018-05-32", "2018-05-00", "2018-05-01T24:00:00Z", "2018-05-01T12:60:00Z", "2018-05-01T12:30:61Z",
    "9999-12-31T23:59:60+99:99", "2018-05-01T12:30:00+15:00", "2018-05-01T12:30:00+02:75", "2018-05-01T12:30:00+02:00:30", "2018-05-01T12:30:00+99",
    "2018-W18-2", "2018-121", "20181301", "09990101", "20180501123000", "1525177800", "1525177800000",
    "2020-01-02 2021-03-04", "2019 2020", "2020-2021", "3/4/70", "10/11/20", "'99", "May 6 '24", "6 May 24",
    "2020-01-02 03:04 GMT+3", "2020-01-02 03:04 UTC-5", "6 May 2024 10:30 UTC+2", "6 May 2024 10:30 +25:00", "May 6, 2024 13:30 pm", "May 6, 2024 0:30 pm",
    "٢٠٢٠-٠١-٠٢", "२०२०-०१-०२", "２０２０-01-02", "2020-01-02\x00", "2020\x0001-02", "2020-01-0\u200b2", "2020-01-02\ud800", "\u202e2020-01-02",
    "12:30 2020", "2020 12:30", "5 2020", "1-2020", "Q1 2020", "Summer 2020", "Foo 6, 2024", "6 Foo 2024", "Foo 2024", "Foo, 6 May 2024", "30 February 2024",
    "13/13/2020", "32/1/2020", "2020年13月", "Jan 2, 2020 (Updated Jan 3, 2020)", "2020, 2020", "1" * 64, "." * 64, "2020" + "." * 100_000,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "precision", "flags"), READ, ids=[str(row[0]) for row in READ])
def test_a_date_is_read_as_stated(text, value, precision, flags):
    read = read_date(text)
    assert read is not None
    assert (read.value, read.precision, read.flags) == (value, precision, flags)
    assert read.earliest <= read.latest


@pytest.mark.parametrize("text", REFUSED)
def test_no_date_is_guessed(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "value", [None, True, 1, 1.5, float("nan"), 12345, 10**400, [], {}, ("2018",), b"2018", object()]
)
def test_no_other_object_is_a_date(value):
    assert read_date(value) is None


def test_dates_of_the_standard_library_are_read():
    assert read_date(date(2018, 5, 1)).value == "2018-05-01"
    assert read_date(datetime(2018, 5, 1, 12, 30, tzinfo=UTC)).value == "2018-05-01T12:30:00Z"

    class Text(str):
        __slots__ = ()

    assert read_date(Text("2018")) == read_date("2018")


class TestBounds:
    DAY = 86_400
    HOURS = 3600
    MAY_FIRST = 1_525_132_800  # 2018-05-01T00:00:00Z

    def test_a_day_holds_that_day_in_every_zone(self):
        read = read_date("2018-05-01")
        assert read.earliest == self.MAY_FIRST - 14 * self.HOURS
        assert read.latest == self.MAY_FIRST + self.DAY - 1 + 14 * self.HOURS

    def test_a_month_and_a_year_hold_their_days(self):
        for whole, first, last in (
            ("2018-02", "2018-02-01", "2018-02-28"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2018-12", "2018-12-01", "2018-12-31"),
            ("2018", "2018-01-01", "2018-12-31"),
        ):
            assert read_date(whole).earliest == read_date(first).earliest
            assert read_date(whole).latest == read_date(last).latest

    def test_a_moment_is_a_second_and_a_minute_sixty(self):
        assert read_date("2018-05-01T02:00:00+02:00")[2:4] == (self.MAY_FIRST, self.MAY_FIRST)
        assert read_date("2018-05-01T00:00Z")[2:4] == (self.MAY_FIRST, self.MAY_FIRST + 59)

    def test_a_time_without_a_zone_is_of_any(self):
        read = read_date("2018-05-01T00:00:00")
        assert (read.earliest, read.latest) == (
            self.MAY_FIRST - 14 * self.HOURS,
            self.MAY_FIRST + 14 * self.HOURS,
        )

    def test_an_ambiguous_day_holds_both(self):
        read = read_date("10/11/2020")
        assert read.earliest == read_date("2020-10-11").earliest
        assert read.latest == read_date("2020-11-10").latest


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2018-05-01", "2018-05-01", True),
        ("2018-05-01", "2018-05-02", False),
        ("2018-05-01", "May 1, 2018", True),
        ("2018-05-01", "2018-05-01T23:30:00-04:00", True),
        ("2018-05-02", "2018-05-01T23:30:00-04:00", True),
        ("2018-05-03", "2018-05-01T23:30:00-04:00", False),
        ("2018-05-02T03:30:00Z", "2018-05-01T23:30:00-04:00", True),
        ("2018-05-02", "2018-05-01T23:30:00", False),
        ("2020-11-10", "10/11/2020", True),
        ("2020-10-11", "10/11/2020", True),
        ("11/10/2020", "10/11/2020", True),
        ("2020-10-10", "10/11/2020", False),
        ("2018-05", "2018-05", False),
        ("2018-05", "2018-05-01", False),
        ("2018", "2018-05-01T12:00:00Z", False),
        ("9999-12-31T23:30:00-04:00", "9999-12-31", True),
    ],
)
def test_one_calendar_day_in_some_reading(one, other, same):
    assert bool(days(read_date(one)) & days(read_date(other))) is same


@given(
    st.datetimes(*map(datetime.fromisoformat, ("1000-01-02", "9999-12-30"))),
    st.integers(-14 * 60, 14 * 60),
)
def test_iso_moments_agree_with_the_standard_library(moment, minutes):
    moment = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    read = read_date(moment.isoformat())
    assert read.earliest == read.latest == int(moment.timestamp())
    assert datetime.fromisoformat(read.value) == moment
    assert read_date(read.value) == read


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y"]),
)
def test_every_day_is_read_in_every_form(day, form):
    if day.year < 3000:  # beyond, bare digits are no date
        text = re.sub(
            r"\b(\d{4})\b", lambda found: found[0], day.strftime(form).replace("%Y", f"{day.year:04}")
        )
        assert read_date(text) == read_date(day.isoformat())


@given(
    st.text()
    | st.from_regex(r"[0-9A-Za-z:+\-/., ]{0,30}", fullmatch=True)
    | st.from_regex(r"[A-Z][a-z]{2} [0-9 :]{0,12}(19|20)[0-9]{2}[ A-Z+]{0,4}", fullmatch=True)
)
@example("2018-05-01T123000.0Z")
@example("2018-05-01T12:30:00-00:00")
@example("Jan 1 2020 00:00 Z+")
@example("January 0 2020")
def test_any_text_is_answered_and_answers_are_stable(text):
    read = read_date(text)
    if read is not None:
        assert re.search("[12][0-9]{3}|[0-9]{4}-", text)
        again = read_date(read.value)
        assert (again.value, again.precision) == (read.value, read.precision)
        assert read.earliest <= again.earliest <= again.latest <= read.latest


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spelling_forms_of_one_date_are_one(form):
    assert read_date(unicodedata.normalize(form, "5. März 2020")).value == "2020-03-05"
    assert read_date(unicodedata.normalize(form, "2020년 1월 2일")).value == "2020-01-02"


def test_neither_clock_nor_zone_nor_locale_is_asked():
    code = (
        "import sys, datetime\n"
        "from provenance.values.dates import read_date\n"
        "print([read_date(t) for t in ('2020-01-02 03:04 CET', 'Jan 2 03:04 2020 EET', 'Jan 2 03:04 2020 JST', 'Jan 2 2020', '2020')])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TZ": zone, "LC_ALL": locale},
        ).stdout
        for zone, locale in (("UTC", "C"), ("Asia/Tokyo", "C.UTF-8"), ("Europe/Helsinki", "de_DE.UTF-8"))
    }
    assert len(answers) == 1


def test_common_forms_need_no_dateutil():
    code = (
        "import sys\n"
        "from provenance.values.dates import read_date\n"
        "for t in ('2020-01-02', '2020-01-02T03:04:05Z', 'Thu, 02 Jan 2020 03:04:05 GMT', 'May 6, 2024', 'Friday', '1'): read_date(t)\n"
        "print('dateutil' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("piece", ["1", ".", "2020 ", "May ", "-", ":", "\u0301", " "])
def test_long_hostile_text_is_answered_at_once(piece):
    assert read_date(piece * 100_000) is None
    read_date((piece * 64)[:64])


def test_month_names_mean_one_month():
    listed = [name for names in table("months").content["months"].values() for name in names]
    assert len(listed) == len(set(listed))
    assert all(name == unicodedata.normalize("NFC", name.lower()) for name in listed)


def test_a_date_is_a_plain_tuple():
    assert read_date("2018-05-01") == Date("2018-05-01", "day", 1525082400, 1525269599, ())


def test_every_name_of_a_month_is_read_in_every_place():
    for number, names in table("months").content["months"].items():
        for name in names:
            assert read_date(f"13 {name} 2016").value == f"2016-{int(number):02}-13", name
            assert read_date(f"13. {name.title()} 2016").value == f"2016-{int(number):02}-13", name
            assert read_date(f"{name} 2016").value == f"2016-{int(number):02}", name
            assert read_date(f"{name} 13, 2016").value == f"2016-{int(number):02}-13", name


def test_every_name_of_a_weekday_is_understood():
    for number, names in table("months").content["weekdays"].items():
        for name in names:
            read = read_date(f"{name}, {int(number) + 3} January 2016")  # 4 January 2016 was a Monday
            assert read.flags == (), name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1794441600", "2026-11-12T00:00:00Z"),
        ("1794441601999", "2026-11-12T00:00:01Z"),
        (" 1000000000 ", "2001-09-09T01:46:40Z"),
        ("1794441600.0", "2026-11-12T00:00:00Z"),
        ("9999999999", "2286-11-20T17:46:39Z"),
        ("20261112080000", "2026-11-12T08:00:00"),
        ("2018-05", "2018-05"),
        ("20180501", "2018-05-01"),
        *((text, None) for text in ("0794441600", "999999999", "179444160000", "20261312080000", "20261112250000", "１７９４４４１６００", "-1794441600")),
    ],
)  # fmt: skip
def test_a_moment_in_digits(text, value):
    read = read_moment(text)
    assert (None if read is None else read.value) == value
    assert read is None or read == read_date(value)

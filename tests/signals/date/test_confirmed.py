import pytest

from signals.tables import NO, YES, finding, judged, unknown

TODAY = "2024-06-01"


def on(date, channel):
    return {"value": date, "channel": channel}


VISIBLE = on("13 February 2024", "byline")

TABLE = [
    ("date line and structured data", {"published": [VISIBLE, on("2024-02-13", "json-ld")]}, TODAY, YES),
    ("with a time of day", {"published": [VISIBLE, on("2024-02-13T08:30:00+01:00", "meta")]}, TODAY, YES),
    ("one of two readings", {"published": [on("02/13/2024", "meta"), VISIBLE]}, TODAY, YES),
    (
        "one of several",
        {"published": [VISIBLE, on("2019-01-01", "meta"), on("2024-02-13", "json-ld")]},
        TODAY,
        YES,
    ),
    (
        "beside something unreadable",
        {"published": [VISIBLE, on("2024-02-13", "json-ld"), "Tuesday"]},
        TODAY,
        YES,
    ),
    ("two voices that differ", {"published": [VISIBLE, on("2021-06-01", "json-ld")]}, TODAY, NO),
    (
        "both after the day of the assessment",
        {"published": [on("2031-01-01", "byline"), on("2031-01-01", "meta")]},
        TODAY,
        NO,
    ),
    ("no day in either", {"published": [on("2024", "byline"), on("2024", "meta")]}, None, NO),
    ("none", {"published": ""}, TODAY, NO),
    (
        "nothing to compare with",
        {"published": [VISIBLE, on("2024-02-13", "json-ld")]},
        None,
        unknown("no_as_of"),
    ),
    (
        "two placeholders",
        {"published": [on("1970-01-01", "byline"), on("1970-01-01", "meta")]},
        TODAY,
        unknown("undecided"),
    ),
    ("one voice", {"published": "2024-02-13"}, TODAY, unknown("one_voice")),
    (
        "one voice twice",
        {"published": [on("2024-02-13", "meta"), on("2024-02-13", "json-ld")]},
        TODAY,
        unknown("one_voice"),
    ),
    ("one voice, and something unreadable", {"published": [VISIBLE, "Tuesday"]}, TODAY, unknown("malformed")),
    (
        "two voices that differ, and something unreadable",
        {"published": [VISIBLE, on("2021", "meta"), "Tuesday"]},
        TODAY,
        unknown("malformed"),
    ),
    ("nobody looked", {}, TODAY, unknown("not_supplied")),
    ("unreadable", {"published": "Tuesday"}, TODAY, unknown("malformed")),
]


@pytest.mark.parametrize(
    ("record", "as_of", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_confirmed(record, as_of, expected):
    assert judged("date.confirmed", record, as_of=as_of) == expected


def test_it_rests_on_the_dates_that_agree():
    record = {"published": [VISIBLE, on("2019-01-01", "meta"), on("2024-02-13", "json-ld")]}
    assert finding("date.confirmed", record, as_of=TODAY).basis == ("/published/0", "/published/2")
    assert finding("date.confirmed", record).basis == ("/published/0", "/published/2")

import pytest

from provenance.evidence import Why
from signals.tables import finding, judged, unknown

TODAY = "2024-06-01"


def parts(good, bad, why=None, shown=True):
    """*good* and *bad* of three parts."""
    return (good, bad, 3, (good, 3) if shown else None, None if why is None else Why(why))


TABLE = [
    ("to the day", {"published": "2024-02-13"}, TODAY, parts(3, 0)),
    ("to the second", {"published": "2024-02-13T08:30:00Z"}, TODAY, parts(3, 0)),
    ("on the day itself", {"published": "2024-06-01T23:30:00Z"}, TODAY, parts(3, 0)),
    ("to the month", {"published": "2024-02"}, TODAY, parts(2, 1)),
    ("to the year", {"published": "2019"}, TODAY, parts(1, 2)),
    ("day and month could be exchanged", {"published": "10/11/2020"}, TODAY, parts(2, 1)),
    ("the most precise counts", {"published": ["2019", "2019-05-04"]}, TODAY, parts(3, 0)),
    ("one of two is in time", {"published": ["2031-01-01", "2019"]}, TODAY, parts(1, 2)),
    ("after the day of the assessment", {"published": "2031-01-01"}, TODAY, parts(0, 3)),
    ("none", {"published": ""}, TODAY, parts(0, 3)),
    ("the year of the assessment", {"published": "2024"}, TODAY, parts(0, 2, "undecided", shown=False)),
    (
        "the year of the assessment, and an earlier month",
        {"published": ["2024", "2023-05"]},
        TODAY,
        parts(2, 1),
    ),
    (
        "an earlier year, and a day that could be exchanged",
        {"published": ["2019", "01/12/2024"]},
        TODAY,
        parts(1, 1, "undecided"),
    ),
    ("the usual placeholder", {"published": "1970-01-01"}, TODAY, parts(0, 0, "undecided", shown=False)),
    ("no day to compare with", {"published": "2024-02-13"}, None, parts(0, 0, "no_as_of", shown=False)),
    (
        "no day to compare with, to the year",
        {"published": "2019"},
        None,
        parts(0, 2, "no_as_of", shown=False),
    ),
    ("retrieved later", {"published": "2024-02-13", "retrieved": "2024-02-13T06:00:00Z"}, None, parts(3, 0)),
    ("retrieved earlier", {"published": "2024-02-13", "retrieved": "2020-01-01"}, None, parts(0, 3)),
    (
        "retrieved, it is not said when",
        {"published": "2024-02-13", "retrieved": ""},
        None,
        parts(0, 0, "no_as_of", shown=False),
    ),
    (
        "retrieved twice",
        {"published": "2024-02-13", "retrieved": ["2020-01-01", "2025-01-01"]},
        None,
        parts(0, 0, "no_as_of", shown=False),
    ),
    (
        "retrieved, one of two unreadable",
        {"published": "2024-02-13", "retrieved": ["2025-01-01", "then"]},
        None,
        parts(0, 0, "no_as_of", shown=False),
    ),
    ("one of two is unreadable", {"published": ["2019", "Tuesday"]}, TODAY, parts(1, 0, "malformed")),
    ("nobody looked", {}, TODAY, unknown("not_supplied")),
    ("unreadable", {"published": "Tuesday"}, TODAY, unknown("malformed")),
]


@pytest.mark.parametrize(
    ("record", "as_of", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_published(record, as_of, expected):
    assert judged("date.published", record, as_of=as_of) == expected


def test_it_rests_on_what_is_in_time():
    record = {"published": ["2031-01-01", "2019-05-04"]}
    assert finding("date.published", record, as_of=TODAY).basis == ("/published/1",)
    assert finding("date.published", {"published": "2031-01-01"}, as_of=TODAY).basis == ("/published",)


def test_a_day_of_assessment_that_can_be_read_in_two_ways_is_kept_in_both():
    ambiguous = {"published": "2020-11-05", "retrieved": "10/11/2020 08:30"}
    assert judged("date.published", ambiguous) == parts(3, 0)
    assert judged("date.published", {**ambiguous, "published": "2020-11-15"}) == parts(0, 3)

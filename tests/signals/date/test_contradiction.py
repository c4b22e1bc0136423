import pytest

from signals.tables import CLEAR, RAISED, finding, judged, unknown

TODAY = "2024-06-01"

TABLE = [
    ("in order", {"published": "2024-02-13", "modified": "2024-02-14"}, TODAY, CLEAR),
    (
        "published and modified on one day",
        {"published": "2024-02-13", "modified": "2024-02-13T08:30:00Z"},
        TODAY,
        CLEAR,
    ),
    ("never modified", {"published": "2024-02-13", "modified": ""}, TODAY, CLEAR),
    ("two dates a day apart", {"published": ["2024-02-13", "2024-02-14"], "modified": ""}, TODAY, CLEAR),
    ("published in the future", {"published": "2031-01-01"}, TODAY, RAISED),
    ("modified in the future", {"published": "2024-02-13", "modified": "2031-01-01"}, TODAY, RAISED),
    ("one of two in the future", {"published": ["2031-01-01", "2024-02-13"]}, TODAY, RAISED),
    (
        "published after it was retrieved",
        {"published": "2024-02-13", "retrieved": "2020-01-01"},
        None,
        RAISED,
    ),
    ("modified first", {"published": "2024-02-13", "modified": "2019-01-01"}, TODAY, RAISED),
    (
        "modified first, no day to compare with",
        {"published": "2024-02-13", "modified": "2019-01-01"},
        None,
        RAISED,
    ),
    ("dates that exclude one another", {"published": ["2024-02-13", "2021-06-01"]}, None, RAISED),
    (
        "some of three dates agree",
        {"published": ["2024-02-13", "2021-06-01", "2021"], "modified": ""},
        TODAY,
        CLEAR,
    ),
    (
        "dates of publication not all known",
        {"published": ["2024-02-13", "2021-06-01", "then"]},
        TODAY,
        unknown("malformed"),
    ),
    (
        "modified before one, others possible",
        {"published": ["2024-02-13", "then"], "modified": "2019"},
        TODAY,
        unknown("malformed"),
    ),
    ("no date", {"published": "", "modified": "2024-02-14"}, TODAY, unknown("nothing_to_judge")),
    ("no date at all", {"published": "", "modified": ""}, None, unknown("nothing_to_judge")),
    ("no day to compare with", {"published": "2024-02-13", "modified": ""}, None, unknown("no_as_of")),
    (
        "no day to compare with, and modified",
        {"published": "2024-02-13", "modified": "2024-02-14"},
        None,
        unknown("no_as_of"),
    ),
    ("in the year of the assessment", {"published": "2024", "modified": ""}, TODAY, unknown("undecided")),
    ("changed in that year", {"published": "2023-02-13", "modified": "2024"}, TODAY, unknown("undecided")),
    ("modification unknown", {"published": "2024-02-13"}, TODAY, unknown("not_supplied")),
    (
        "modification unknown, no day to compare with",
        {"published": "2024-02-13"},
        None,
        unknown("not_supplied"),
    ),
    ("publication unreadable", {"published": "then", "modified": ""}, None, unknown("malformed")),
    ("nobody looked", {}, TODAY, unknown("not_supplied")),
]


@pytest.mark.parametrize(
    ("record", "as_of", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_contradiction(record, as_of, expected):
    assert judged("date.contradiction", record, as_of=as_of) == expected


def test_it_says_which_dates_and_why():
    future = finding(
        "date.contradiction", {"published": ["2024-02-13", "2031-01-01"], "modified": "2032"}, as_of=TODAY
    )
    assert (future.basis, future.note) == (
        ("/modified", "/published/1"),
        "dated after the day of the assessment",
    )
    early = finding("date.contradiction", {"published": "2024-02-13", "modified": "2019"}, as_of=TODAY)
    assert (early.basis, early.note) == (("/modified",), "modified before it was published")
    apart = finding("date.contradiction", {"published": ["2024-02-13", "2021"]}, as_of=TODAY)
    assert (apart.basis, apart.note) == (
        ("/published/0", "/published/1"),
        "the dates of publication exclude one another",
    )

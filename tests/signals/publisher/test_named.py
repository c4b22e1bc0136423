import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("stated", {"publisher": "Tarnmoor Herald"}, YES),
    ("stated by another spelling of the key", {"site_name": "Tarnmoor Herald"}, YES),
    (
        "stated in structured data",
        {"publisher": {"@type": "NewsMediaOrganization", "name": "Tarnmoor Herald"}},
        YES,
    ),
    ("looked for and missing", {"publisher": ""}, NO),
    ("observed and null", {"publisher": None, "observed": ["publisher"]}, NO),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"publisher": 7.5}, unknown("malformed")),
    ("no name in it", {"publisher": "℗"}, unknown("malformed")),
    ("what only holds its place", {"publisher": "—"}, unknown("not_supplied")),
    ("one of two is readable", {"publisher": ["Tarnmoor Herald", {}]}, YES),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_named(record, expected):
    assert judged("publisher.named", record) == expected


def test_it_rests_on_every_name():
    assert finding("publisher.named", {"publisher": ["B", "A"], "site_name": "C"}).basis == (
        "/publisher/0",
        "/publisher/1",
        "/site_name",
    )

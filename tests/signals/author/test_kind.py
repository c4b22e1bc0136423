import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("a person", {"authors": ["Nora Feldkamp"]}, YES),
    (
        "a person beside an organisation",
        {"authors": [{"@type": "Organization", "name": "Lowmere Port"}, "Nora Feldkamp"]},
        YES,
    ),
    ("an organisation only", {"authors": [{"@type": "Organization", "name": "Lowmere Port Trust"}]}, NO),
    ("a role account only", {"authors": ["admin"]}, NO),
    ("none", {"authors": []}, NO),
    ("a plain answer says nothing of kinds", {"has_author": True}, unknown("not_supplied")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"authors": 7.5}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_kind(record, expected):
    assert judged("author.kind", record) == expected


def test_it_rests_on_the_people():
    assert finding("author.kind", {"authors": ["admin", "Nora Feldkamp"]}).basis == ("/authors/1",)

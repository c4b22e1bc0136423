import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("a person", {"authors": ["Nora Feldkamp"]}, YES),
    ("an organisation", {"authors": [{"@type": "Organization", "name": "Lowmere Port Trust"}]}, YES),
    ("a person beside a role account", {"authors": ["admin", "Nora Feldkamp"]}, YES),
    ("said to be named", {"has_author": True}, YES),
    ("said to be named, list unreadable", {"has_author": True, "authors": 7.5}, YES),
    ("said not to be, but named", {"has_author": False, "authors": ["Nora Feldkamp"]}, YES),
    ("a role account", {"authors": ["admin"]}, NO),
    ("none", {"authors": []}, NO),
    ("none, and said so", {"authors": [], "has_author": False}, NO),
    ("an empty byline", {"byline": ""}, NO),
    ("said not to be, nobody looked", {"has_author": False}, unknown("not_named", (0, 1))),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"authors": 7.5}, unknown("malformed")),
    ("a role account and something unreadable", {"authors": ["admin", 7.5]}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_named(record, expected):
    assert judged("author.named", record) == expected


def test_it_rests_on_those_who_are_named():
    assert finding("author.named", {"authors": ["admin", "Nora Feldkamp"]}).basis == ("/authors/1",)
    assert finding("author.named", {"has_author": True}).basis == ("/has_author",)
    assert finding("author.named", {"authors": ["admin"]}).basis == ("/authors/0",)

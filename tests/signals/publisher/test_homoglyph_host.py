import pytest

from signals.tables import CLEAR, RAISED, finding, judged, unknown

MIXED = "https://tаrnmoor-herald.co.uk/a"  # with a Cyrillic а

TABLE = [
    ("one script", {"url": "https://tarnmoor-herald.co.uk/a"}, CLEAR),
    ("a Cyrillic letter in a Latin name", {"url": MIXED}, RAISED),
    ("one of two hosts", {"url": ["https://quays.org/", MIXED]}, RAISED),
    ("another script at home", {"url": "https://пример.рф/"}, CLEAR),
    ("no address", {"url": ""}, CLEAR),
    ("unknown", {}, unknown("not_supplied")),
    ("unreadable", {"url": "here"}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_homoglyph_host(record, expected):
    assert judged("publisher.homoglyph_host", record) == expected


def test_another_ending_is_the_other_flag():
    record = {"url": "https://tarnmoor-herald.ltd/a"}
    assert judged("publisher.homoglyph_host", record, protected=["tarnmoor-herald.co.uk"]) == CLEAR


def test_it_names_the_host_and_the_reason():
    found = finding("publisher.homoglyph_host", {"url": MIXED})
    assert found.note.startswith("xn--")
    assert found.note.endswith(": mixed script")

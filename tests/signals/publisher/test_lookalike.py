import pytest

from signals.tables import CLEAR, RAISED, finding, judged, unknown

PROTECTED = ("tarnmoor-herald.co.uk",)

TABLE = [
    ("the protected host itself", {"url": "https://tarnmoor-herald.co.uk/a"}, CLEAR),
    ("a subdomain of it", {"url": "https://news.tarnmoor-herald.co.uk/a"}, CLEAR),
    ("another ending", {"url": "https://tarnmoor-herald.ltd/a"}, RAISED),
    ("a letter less", {"url": "https://tarnmoor-heral.co.uk/a"}, RAISED),
    ("one of two hosts", {"url": ["https://quays.org/", "https://tarnmoor-herald.ltd/a"]}, RAISED),
    ("one of two, the other unreadable", {"url": ["https://tarnmoor-herald.ltd/a", "here"]}, RAISED),
    ("an unrelated host", {"url": "https://quays.org/"}, CLEAR),
    ("letters that look alike are the other flag's", {"url": "https://tаrnmoor-herald.co.uk/a"}, CLEAR),
    ("no address", {"url": ""}, CLEAR),
    ("unknown", {}, unknown("not_supplied")),
    ("unreadable", {"url": "here"}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_lookalike(record, expected):
    assert judged("publisher.lookalike", record, protected=PROTECTED) == expected


def test_without_protected_domains_nothing_is_a_lookalike():
    assert judged("publisher.lookalike", {"url": "https://tarnmoor-herald.ltd/a"}) == CLEAR


def test_it_says_what_is_imitated():
    found = finding("publisher.lookalike", {"url": "https://tarnmoor-herald.ltd/a"}, protected=PROTECTED)
    assert found.note == "tarnmoor-herald.ltd: suffix swap of tarnmoor-herald.co.uk"
    assert found.basis == ("/url",)

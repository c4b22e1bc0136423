import pytest

from signals.tables import NO, YES, finding, judged, unknown

MOBILE, MAIN, COPY = (
    "https://m.tarnmoor-herald.co.uk/a",
    "https://www.tarnmoor-herald.co.uk/a",
    "https://fresh-stories.info/a",
)

TABLE = [
    ("two hosts of one domain", {"url": MOBILE, "canonical": MAIN}, YES),
    ("one of two agrees", {"url": [COPY, MOBILE], "canonical": MAIN}, YES),
    ("another domain", {"url": COPY, "canonical": MAIN}, NO),
    ("no canonical address", {"url": COPY, "canonical": ""}, unknown("nothing_to_judge")),
    ("no address", {"url": "", "canonical": MAIN}, unknown("nothing_to_judge")),
    ("address unknown", {"canonical": MAIN}, unknown("not_supplied")),
    ("canonical address unknown", {"url": MAIN}, unknown("not_supplied")),
    ("address unreadable", {"url": "here", "canonical": MAIN}, unknown("malformed")),
    ("canonical address unreadable", {"url": MAIN, "canonical": "here"}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_canonical_agree(record, expected):
    assert judged("publisher.canonical_agree", record) == expected


def test_it_rests_on_the_addresses_that_agree():
    found = finding("publisher.canonical_agree", {"url": [COPY, MOBILE], "canonical": MAIN})
    assert found.basis == ("/canonical", "/url/1")

import pytest

from signals.tables import NO, YES, finding, judged, unknown

TABLE = [
    ("a domain of its own", {"url": "https://tarnmoor-herald.co.uk/news"}, YES, "a domain of its own"),
    (
        "one of two addresses",
        {"url": ["https://nora.github.io/", "https://quays.org/"]},
        YES,
        "a domain of its own",
    ),
    ("a tenant of a platform", {"url": "https://nora.github.io/news"}, NO, "a page on a shared platform"),
    ("a network address", {"url": "http://192.0.2.7/news"}, NO, "a bare network address"),
    (
        "a public suffix",
        {"url": "https://co.uk/"},
        NO,
        "a public suffix, which belongs to no single publisher",
    ),
    ("a local name", {"url": "http://localhost/"}, NO, "a local name, which nobody else can visit"),
    (
        "two kinds",
        {"url": ["http://localhost/", "http://192.0.2.7/"]},
        NO,
        "a bare network address; a local name, which nobody else can visit",
    ),
    ("no address", {"url": ""}, unknown("nothing_to_judge"), ""),
    ("unknown", {}, unknown("not_supplied"), ""),
    ("unreadable", {"url": "here"}, unknown("malformed"), ""),
    ("one of two is unreadable", {"url": ["http://localhost/", "here"]}, unknown("malformed"), ""),
]


@pytest.mark.parametrize(
    ("record", "expected", "note"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_host_class(record, expected, note):
    assert judged("publisher.host_class", record) == expected
    assert finding("publisher.host_class", record).note == note

import pytest

from signals.tables import NO, YES, finding, judged, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
DECLARED = {"value": "Tarnmoor Herald", "channel": "json-ld"}
VISIBLE = {"value": "TARNMOOR  Herald", "channel": "byline"}
OTHER = {"value": "Lowmere Post", "channel": "byline"}

TABLE = [
    ("agrees with the domain", {"publisher": "Tarnmoor Herald", "url": HERALD}, YES),
    (
        "agrees with one of two addresses",
        {"publisher": "Tarnmoor Herald", "url": ["https://quays.org/", HERALD]},
        YES,
    ),
    ("one of two names agrees", {"publisher": ["Lowmere Post", "Tarnmoor Herald"], "url": HERALD}, YES),
    ("two voices, no address", {"publisher": [DECLARED, VISIBLE], "url": ""}, YES),
    ("two voices, address unknown", {"publisher": [DECLARED, VISIBLE]}, YES),
    ("one voice twice", {"publisher": [DECLARED, {**DECLARED, "channel": "meta"}], "url": ""}, NO),
    ("two voices that differ", {"publisher": [DECLARED, OTHER], "url": "https://daily-updates.info/a"}, NO),
    ("on another domain", {"publisher": "Tarnmoor Herald", "url": "https://daily-updates.info/a"}, NO),
    ("on a bare network address", {"publisher": "Tarnmoor Herald", "url": "http://192.0.2.7/a"}, NO),
    (
        "several names, several addresses, none agree",
        {"publisher": ["A Gazette", "B Gazette"], "url": ["https://x1.org", "https://x2.org"]},
        NO,
    ),
    ("no publisher", {"publisher": "", "url": HERALD}, NO),
    ("no publisher, address unknown", {"publisher": ""}, NO),
    ("address unknown", {"publisher": "Tarnmoor Herald"}, unknown("url_unknown")),
    ("address unreadable", {"publisher": "Tarnmoor Herald", "url": "here"}, unknown("url_unknown")),
    ("publisher unknown", {"url": HERALD}, unknown("not_supplied")),
    ("publisher unreadable", {"publisher": 1.5, "url": HERALD}, unknown("malformed")),
    ("publisher partly unreadable", {"publisher": ["Lowmere Post", {}], "url": HERALD}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_confirmed(record, expected):
    assert judged("publisher.confirmed", record) == expected


def test_it_rests_on_what_agrees():
    record = {"publisher": [DECLARED, OTHER, VISIBLE], "url": ["https://quays.org/", HERALD]}
    assert finding("publisher.confirmed", record).basis == ("/publisher/0", "/publisher/2", "/url/1")


def test_more_names_than_anybody_has_are_no_hang():
    names, hosts = [f"Paper {n}" for n in range(3000)], [f"https://host-{n}.org/" for n in range(3000)]
    assert judged("publisher.confirmed", {"publisher": names, "url": hosts}) == NO

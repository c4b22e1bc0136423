import pytest

from signals.tables import NO, YES, finding, judged, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"


def nora(**more):
    return {"name": "Nora Feldkamp", **more}


MAIL = nora(email="nora@tarnmoor-herald.co.uk")

TABLE = [
    ("a profile page", {"authors": [nora(url="https://nora-feldkamp.org/")]}, YES),
    ("an ORCID", {"authors": [nora(sameAs="https://orcid.org/0000-0002-1825-0097")]}, YES),
    ("an address at the document's own domain", {"authors": [MAIL], "url": HERALD}, YES),
    (
        "an organisation's page",
        {"authors": [{"@type": "Organization", "name": "Lowmere Port", "url": "https://quays.org/"}]},
        YES,
    ),
    (
        "one of two addresses",
        {"authors": [nora(sameAs=["https://nora-feldkamp.org/", "nora@quays.org"])]},
        YES,
    ),
    ("one of two", {"authors": ["Tomas Okoro", nora(url="https://nora-feldkamp.org/")]}, YES),
    ("an ORCID with a wrong check digit", {"authors": [nora(identifier="0000-0002-1825-0098")]}, NO),
    ("an address elsewhere", {"authors": [MAIL], "url": "https://quays.org/"}, NO),
    ("an address, and the document has none", {"authors": [MAIL], "url": ""}, NO),
    ("left empty", {"authors": [nora(url="")]}, NO),
    ("a role account's page", {"authors": [{"name": "admin", "url": "https://quays.org/admin"}]}, NO),
    ("none", {"authors": []}, NO),
    ("an address, the document's own is unknown", {"authors": [MAIL]}, unknown("url_unknown")),
    (
        "an address elsewhere, more addresses possible",
        {"authors": [MAIL], "url": ["https://quays.org/", "here"]},
        unknown("url_unknown"),
    ),
    ("a name alone", {"authors": ["Nora Feldkamp"]}, unknown("not_shown")),
    ("one of two was looked at", {"authors": ["Tomas Okoro", nora(url="")]}, unknown("not_shown")),
    ("nobody looked", {}, unknown("not_supplied")),
    ("unreadable", {"authors": 7.5}, unknown("malformed")),
]


@pytest.mark.parametrize(("record", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_resolvable(record, expected):
    assert judged("author.resolvable", record) == expected


def test_it_rests_on_those_who_can_be_found():
    record = {"authors": ["Tomas Okoro", nora(url="https://nora-feldkamp.org/")]}
    assert finding("author.resolvable", record).basis == ("/authors/1",)
    assert finding("author.resolvable", {"authors": [nora(url="")]}).basis == ("/authors/0",)
    assert finding("author.resolvable", {"authors": ["admin", nora(url="")]}).basis == ("/authors/1",)

import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Declaration
from signals.tables import NO, YES, finding, judged, unknown


def stating(*stated, file="ads.txt", complete=True):
    seen = tuple(
        Observation(Declaration(file, name, value), Channel.REGISTRY, f"t.example/{file}:{n}")
        for n, (name, value) in enumerate(stated, 1)
    )
    return Document("a", {"declarations": Field(seen, complete, None if complete else Why.URL_UNKNOWN)})


OWNED = stating(("direct", "3"), ("ownerdomain", "tarnmoor-media.example"))

TABLE = [
    ("no file", Document("a", {}), unknown(Why.NOT_SUPPLIED)),
    ("address unknown", stating(complete=False), unknown(Why.URL_UNKNOWN)),
    ("only a trust.txt", stating(("contact", "x"), file="trust.txt"), unknown(Why.NOTHING_TO_JUDGE)),
    ("owner named", OWNED, YES),
    ("manager named", stating(("managerdomain", "sales.example")), YES),
    ("nobody named", stating(("reseller", "340")), NO),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_ads_txt(document, expected):
    assert judged("publisher.ads_txt", document) == expected


def test_sellers_are_counted():
    found = finding("publisher.ads_txt", OWNED)
    assert (found.note, found.basis) == (
        "direct 3; ownerdomain tarnmoor-media.example",
        ("t.example/ads.txt:2",),
    )

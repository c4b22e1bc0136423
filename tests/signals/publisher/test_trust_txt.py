import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Declaration
from signals.tables import finding, judged, share, unknown


def stating(*standings, complete=True):
    links = [Declaration("trust.txt", "member", f"{n}.example", how) for n, how in enumerate(standings)]
    seen = tuple(Observation(d, Channel.REGISTRY, f"t.example/trust.txt:{n}") for n, d in enumerate(links, 1))
    return Document("a", {"declarations": Field(seen, complete, None if complete else Why.URL_UNKNOWN)})


TABLE = [
    ("no file", Document("a", {}), unknown(Why.NOT_SUPPLIED)),
    ("address unknown", stating("confirmed", complete=False), unknown(Why.URL_UNKNOWN)),
    ("no link", stating(""), unknown(Why.NOTHING_TO_JUDGE)),
    ("claimed by others alone", stating("claimed"), unknown(Why.NOTHING_TO_JUDGE)),
    ("confirmed", stating("confirmed", "claimed"), share(1, 0, 1)),
    ("one-sided", stating("one_sided", "confirmed"), share(1, 1, 2)),
    ("not heard", stating("unheard", "confirmed"), share(1, 0, 2, why="not_supplied")),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_trust_txt(document, expected):
    assert judged("publisher.trust_txt", document) == expected


def test_every_link_is_told():
    found = finding("publisher.trust_txt", stating("confirmed", "claimed"))
    assert found.note == "member 0.example: confirmed; member 1.example: claimed by the other side alone"

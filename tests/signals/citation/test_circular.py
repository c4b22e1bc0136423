import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import CitedDocument
from signals.tables import CLEAR, RAISED, finding, judged, unknown

HERALD = "https://tarnmoor-herald.co.uk/a"
RECORD = {
    "id": "a",
    "url": HERALD,
    "text": "",
    "citations": [],
    "links": ["https://quays.org/1", "https://court.net/7"],
}


def informed(record, *found):
    """The document of *record* beside an index that holds *found* of what it cites."""
    observations = tuple(Observation(each, Channel.CORPUS, f"corpus:cites:{each.document}") for each in found)
    return Document.from_record(record).with_field("cited_documents", Field(observations, True))


CIRCLE = CitedDocument("quays.org/1", "quays", circle=("a", "quays", "a"))
NO_CIRCLE = CitedDocument("quays.org/1", "quays")

TABLE = [
    ("no index", Document.from_record(RECORD), unknown(Why.NOT_SUPPLIED)),
    ("a circle", informed(RECORD, CIRCLE), RAISED),
    ("no circle", informed(RECORD, NO_CIRCLE), CLEAR),
    ("nothing that the index holds", informed(RECORD), CLEAR),
    ("address unknown", informed({**RECORD, "url": None}, NO_CIRCLE), unknown(Why.NOT_SUPPLIED)),
    ("an address unread", informed({**RECORD, "url": [HERALD, 7]}, NO_CIRCLE), unknown(Why.URL_UNKNOWN)),
    ("more may be cited", informed({**RECORD, "links": None}), unknown(Why.LINKS_UNKNOWN)),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_circular(document, expected):
    assert judged("citation.circular", document) == expected


def test_the_way_is_told():
    found = finding("citation.circular", informed(RECORD, CIRCLE))
    assert (found.note, found.basis) == ("a -> quays -> a", ("quays.org/1",))


@pytest.mark.parametrize(
    ("signal", "before", "after"),
    [
        ("citation.independent", (2, 3), (1, 4)),
        ("citation.self_share", (2, 0), (1, 1)),
        ("citation.primary_share", (0, 2), (0, 2)),
    ],
)
def test_a_circular_citation_earns_nothing(signal, before, after):
    assert judged(signal, informed(RECORD, NO_CIRCLE))[:2] == before
    assert judged(signal, informed(RECORD, CIRCLE))[:2] == after

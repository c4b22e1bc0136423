import pytest

from provenance.document import Document
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import CitedDocument
from signals.tables import CLEAR, finding, judged, unknown

RECORD = {
    "id": "a",
    "url": "https://tarnmoor-herald.co.uk/a",
    "text": "",
    "citations": [],
    "links": ["https://quays.org/1", "https://lowmere.net/7", "/own"],
}
ROADS = (
    CitedDocument("quays.org/1", "quays", road=("quays", "port")),
    CitedDocument("lowmere.net/7", "lowmere", road=("lowmere", "port")),
)


def informed(record, *found):
    """The document of *record* beside an index that holds *found* of what it cites."""
    observations = tuple(Observation(each, Channel.CORPUS, f"corpus:cites:{each.document}") for each in found)
    return Document.from_record(record).with_field("cited_documents", Field(observations, True))


RAISED = (0, 1, 1, (1, 1), None)
TABLE = [
    ("no index", Document.from_record(RECORD), unknown(Why.NOT_SUPPLIED)),
    ("all to one", informed(RECORD, *ROADS), RAISED),
    ("one besides", informed({**RECORD, "links": [*RECORD["links"], "https://court.net/7"]}, *ROADS), CLEAR),
    ("no roads", informed(RECORD, ROADS[0]._replace(road=()), ROADS[1]._replace(road=())), CLEAR),
    ("one is not several", informed({**RECORD, "links": RECORD["links"][:1]}, ROADS[0]), CLEAR),
    ("address unknown", informed({**RECORD, "url": None}, *ROADS), unknown(Why.URL_UNKNOWN)),
    ("more may be cited", informed({**RECORD, "citations": None}, *ROADS), unknown(Why.LISTS_UNKNOWN)),
]


@pytest.mark.parametrize(("document", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_common_origin(document, expected):
    assert judged("citation.common_origin", document) == expected


def test_the_roads_are_told():
    assert (
        finding("citation.common_origin", informed(RECORD, *ROADS)).note == "lowmere -> port; quays -> port"
    )

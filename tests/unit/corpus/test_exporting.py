"""Derivations in the words of W3C PROV."""

import io
import json

import pytest

from provenance.corpus.exporting import as_prov
from provenance.corpus.index import Index
from provenance.document import Document

FERRY = (
    "The ferry to Kessandra will not sail before the harbour is dredged again, the council said on Monday, after three boats "
    "ran aground within a week and the pilots refused to go out. The work is to begin in June."
)
SAID = "“We shall dredge the harbour at Kessandra before the winter storms,” said Ilse Varn of the council."


@pytest.fixture
def exported():
    index = Index.in_memory()
    for record in (
        {"id": "herald", "publisher": "Tarnmoor Herald", "published": "2018-05-01", "text": FERRY},
        {"id": "copy 1:ö", "published": "2018-05-03", "text": FERRY},
        {"id": "undated", "text": FERRY},
        {"id": "speech", "published": "2018-05-01", "text": SAID},
        {"id": "report", "published": "2018-05-02", "text": f"Much else was said that day. {SAID}"},
        {
            "id": "quote",
            "published": "2018-05-04",
            "text": f"{'Nothing else is alike here at all. ' * 9}{SAID[:74]}",
        },
    ):
        index.add(Document.from_record(record))
    return as_prov(index.lines(), {entry.id: entry for entry in index.entries()})


def derivations(exported):
    return {
        (each["prov:generatedEntity"], each["prov:usedEntity"]): each.get("prov:type", {}).get("$")
        for each in exported["wasDerivedFrom"].values()
    }


def test_copies_quotations_and_first_sources(exported):
    found = derivations(exported)
    assert found["document:copy%201%3A%C3%B6", "document:herald"] is None
    assert found["document:report", "document:speech"] == "prov:PrimarySource"
    assert found["document:quote", "document:report"] == "prov:Quotation"


def test_what_is_undetermined_is_an_alternate(exported):
    alternates = {
        (each["prov:alternate1"], each["prov:alternate2"]) for each in exported["alternateOf"].values()
    }
    assert ("document:herald", "document:undated") in alternates
    assert not any("undated" in name for pair in derivations(exported) for name in pair)


def test_publishers_are_agents(exported):
    assert exported["agent"] == {"publisher:Tarnmoor%20Herald": {"prov:label": "Tarnmoor Herald"}}
    assert [*exported["wasAttributedTo"].values()] == [
        {"prov:entity": "document:herald", "prov:agent": "publisher:Tarnmoor%20Herald"}
    ]


def test_nothing_is_a_document_too():
    assert as_prov([], {}).keys() == {"prefix"}


def test_another_program_reads_it(exported):
    model = pytest.importorskip("prov.model")
    read = model.ProvDocument.deserialize(io.StringIO(json.dumps(exported)), format="json")
    assert len(list(read.get_records(model.ProvDerivation))) == len(exported["wasDerivedFrom"])
    assert len(list(read.get_records(model.ProvEntity))) == len(exported["entity"])

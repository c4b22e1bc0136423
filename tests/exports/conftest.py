"""Audit records of every kind, to be exported."""

import json

import pytest

from provenance import Document, Scorer

TEXT = """Der Hafen – Ålesund.
The harbour bridge will close on Monday, said Edda Lund, the mayor of Quillbeck.
In 2019 the repairs of the bridge cost the town 3.2 million crowns. Critics say so.
The council had been told that most of the bolts were older than the bridge itself, and that nobody had counted them.
The council had been told that most of the bolts were older than the bridge itself, and that nobody had counted them.
"""
PAIR = {"jaccard": 0.9, "containment": 0.95, "shared": []}
RECORDS = (
    {"id": "empty"},
    {"id": "", "observed": ["authors", "publisher", "published", "citations", "links", "text"]},
    {
        "id": "full ü/1",
        "url": "https://tarnmoorherald.example/a?b=ü",
        "title": "A bridge",
        "authors": ["Jane Doe", {"name": "The Tarnmoor Trust", "url": "https://trust.example"}, "admin"],
        "publisher": "Tarnmoor Herald",
        "published": "2024-05",
        "text": TEXT,
        "links": [],
        "citations": ["doi:10.1000/182", "a book"],
        "derivations": [
            {
                **PAIR,
                "document": "full ü/1",
                "source": "other",
                "kind": "quotation",
                "direction": "dated",
                "credit": "none",
            },
            {
                **PAIR,
                "document": "full ü/1",
                "source": "third",
                "kind": "partial",
                "direction": "undetermined",
                "credit": "none",
            },
        ],
    },
    {
        "id": "=hostile\x1b[31m\ud800",
        "title": '<script>"',
        "authors": ["Jane\nDoe"],
        "url": "https://paypa1.example/",
    },
)


@pytest.fixture(scope="session")
def records():
    """Audit records: of a document of which nothing is known, of one that has nothing, of a full one, a hostile one, a file."""
    scorer = Scorer(as_of="2026-11-21")
    documents = [Document.from_record(record, default_id="x") for record in RECORDS]
    documents.append(Document.from_text(TEXT, id="notes/a b.txt"))
    return [json.loads(json.dumps(scorer.score(document).to_record())) for document in documents]


@pytest.fixture(scope="session")
def full(records):
    """The record of the document of which most is known."""
    return records[2]


@pytest.fixture(scope="session")
def text():
    """The text of those documents that have one."""
    return TEXT

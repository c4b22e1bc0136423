"""`score --index`: what a corpus says of a document."""

import json

import pytest

from provenance import Document, Scorer, verify
from provenance.testing import check_hiding

NAMES = ("Edda Lund", "Ada Kerr", "Lars Brandt", "Mina Farrow", "Tess Orr", "Nils Hale")


def story(town):
    """Six paragraphs that stand in no other town's story."""
    return "\n".join(
        f"On {n} May the board of {town} heard {name} of {town} speak about the {town} bridge, its {n} bolts and what {town} owes to {name}."
        for n, name in enumerate(NAMES, 1)
    )


def record(name, town, day, canonical=None):
    """A record as a crawl has it."""
    url = f"https://{name}.example/1"
    return {
        "id": name,
        "url": url,
        "published": day,
        "text": story(town),
        "links": [],
        "canonical": canonical or url,
    }


RECORDS = [
    record("first", "Quillbeck", "2024-05-01"),
    record("copy", "Quillbeck", "2024-05-09"),
    record("wire", "Osterwick", "2024-05-01"),
    record("credited", "Osterwick", "2024-05-09", "https://wire.example/1"),
    {"id": "undated", "text": story("Lindenfurt")},
    {"id": "undated too", "text": story("Lindenfurt")},
    record("other", "Elmcross", "2024-05-09"),
    {"id": "wordless", "duplicated": False},
    {"id": "silent", "text": "", "duplicated": False},
]


@pytest.fixture
def corpus(tmp_path, provenance):
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    assert provenance("index", path, "-o", tmp_path / "index").code == 0
    return path, tmp_path / "index"


def test_originality_is_judged_from_the_index(provenance, corpus):
    records, index = corpus
    lines = {
        line["id"]: line["features"]["originality.type"]
        for line in map(json.loads, provenance("score", records, "--index", index).out.splitlines())
    }
    assert lines == {
        "first": 1.0,
        "copy": 0.0,
        "wire": 1.0,
        "credited": 1.0,
        "undated": None,
        "undated too": None,
        "other": 1.0,
        "wordless": None,
        "silent": 1.0,
    }


def test_the_index_is_named_in_the_record_and_the_record_reproduces(corpus):
    _, index = corpus
    scorer = Scorer(index=index)
    record = scorer.score(Document.from_record(RECORDS[1])).to_record()
    assert record["run"]["index"].startswith("sha256:")
    assert verify(record).features["originality.type"] == 0.0


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r["id"])
def test_hiding_never_pays_with_an_index_either(corpus, record):
    _, index = corpus
    check_hiding(Scorer(index=index), Document.from_record(record))


def test_a_file_that_is_no_index(provenance, corpus):
    records, _ = corpus
    ran = provenance("score", records, "--index", records)
    assert ran.code == 2
    assert "Traceback" not in ran.err

"""`score --index`: what a corpus says of a document."""

import json
import random

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


def test_an_index_that_was_damaged(provenance, corpus, tmp_path):
    """Wherever bytes are lost, the answer is another one or an error: no traceback, and no words that nobody put in."""
    whole = corpus[1].read_bytes()
    told = set()
    for seed in range(40):
        rng, damaged = random.Random(seed), bytearray(whole)
        for _ in range(20):
            damaged[rng.randrange(100, len(whole))] = rng.randrange(256)
        (tmp_path / "damaged").write_bytes(damaged)
        for command in ("score", corpus[0], "--index"), ("trace", "--index"):
            ran = provenance(*command, tmp_path / "damaged")
            assert ran.code in (0, 2)
            told.add(ran.err.partition(": ")[2][:30])
    assert any("damaged: " in each for each in told)


def test_a_file_that_is_no_index(provenance, corpus):
    records, _ = corpus
    ran = provenance("score", records, "--index", records)
    assert ran.code == 2
    assert "Traceback" not in ran.err


# --- what is cited ----------------------------------------------------------------------------------------------------


def page(name, *links, town=None):
    """A page that links to others, with a text of its own or that of a town."""
    links = [f"https://{link}-press.com/1" for link in links]
    text = story(town or name.title())
    return {"id": name, "url": f"https://{name}-press.com/1", "text": text, "links": links, "citations": []}


PAGES = [
    page("circle", "echo"),
    page("echo", "second-echo"),
    page("second-echo", "circle", "echo"),
    page("open", "half"),
    page("half", "open", "elsewhere"),
    page("copies", "wire", "paper", "other"),
    page("wire", town="Osterwick"),
    page("paper", town="Osterwick"),
    page("other"),
    page("retelling", "teller", "second-teller"),
    page("teller", "source"),
    page("second-teller", "teller"),
    page("source"),
]


@pytest.fixture
def web(tmp_path, provenance):
    path = tmp_path / "web.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in PAGES))
    assert provenance("index", path, "-o", tmp_path / "web.index").code == 0
    return path, tmp_path / "web.index"


def features_of(ran, *names):
    lines = map(json.loads, ran.out.splitlines())
    return {line["id"]: tuple(line["features"][name] for name in names) for line in lines}


def test_circles_copies_and_common_origins_are_told_by_the_index(provenance, web):
    pages, index = web
    found = features_of(
        provenance("score", pages, "--index", index),
        "citation.independent",
        "citation.circular",
        "citation.common_origin",
    )
    assert {name: found[name] for name in ("circle", "echo", "open", "copies", "retelling")} == {
        "circle": (0.0, 1.0, 0.0),
        "echo": (0.0, 1.0, 0.0),
        "open": (0.2, 0.0, 0.0),
        "copies": (0.4, 0.0, 0.0),
        "retelling": (0.4, 0.0, 1.0),
    }
    assert features_of(provenance("score", pages), "citation.independent")["copies"] == (0.6,)


def test_the_way_is_explained_and_the_record_reproduces(provenance, web):
    pages, index = web
    told = provenance("explain", pages, "--index", index, "--id", "circle").out
    assert "circle -> echo -> second-echo -> circle" in " ".join(told.split())
    record = Scorer(index=index).score(Document.from_record(PAGES[0])).to_record()
    assert verify(record).features["citation.circular"] == 1.0


def test_a_document_that_is_not_in_the_index_closes_a_circle_by_its_address(web):
    _, index = web
    new = {**page("elsewhere", "half"), "id": "new"}
    assert Scorer(index=index).score(Document.from_record(new)).features["citation.circular"] == 1.0
    moved = {**new, "url": "https://nowhere-press.com/1"}
    assert Scorer(index=index).score(Document.from_record(moved)).features["citation.circular"] == 0.0


def test_affiliates_are_no_way_out_of_a_circle(web):
    _, index = web
    document = Document.from_record(page("open", "half"))
    assert Scorer(index=index).score(document).features["citation.circular"] == 0.0
    scorer = Scorer(index=index, affiliates=["elsewhere-press.com", "half-press.com"])
    assert scorer.score(document).features["citation.independent"] == 0.0


@pytest.mark.parametrize("record", PAGES, ids=lambda r: r["id"])
def test_hiding_never_pays_where_citations_are_known(web, record):
    _, index = web
    check_hiding(Scorer(index=index), Document.from_record(record))


@pytest.mark.parametrize("twin", [r["id"] for r in PAGES])
def test_a_duplicate_in_the_index_never_raises_a_score(tmp_path, twin):
    from provenance.corpus.index import Index

    def scores(records, name):
        with Index.build(tmp_path / name) as index:
            for record in records:
                index.add(Document.from_record(record))
        scorer = Scorer(index=tmp_path / name)
        return [scorer.score(Document.from_record(record)).score for record in PAGES]

    (twinned,) = (record for record in PAGES if record["id"] == twin)
    before = scores(PAGES, "before")
    for number, more in enumerate(
        ({"id": "0 twin"}, {"id": "zz twin"}, {"id": "0 twin", "url": "https://twin-press.com/1"})
    ):
        after = scores([*PAGES, {**twinned, **more}], f"after {number}")
        assert all(now <= then for now, then in zip(after, before, strict=True)), more

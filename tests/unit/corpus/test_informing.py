"""What a frozen index settles of a document, and that nothing is gained by hiding a date or a link; all text is invented."""

import gzip
import io
import itertools
import json
import pickle
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from provenance import ConfigurationError, Document, Scorer, read_many
from provenance.corpus.index import Index
from provenance.corpus.informing import CorpusEvidence
from provenance.testing.laws import check_hiding

TEXT = (
    "The council of Kesselbrook voted on Tuesday to postpone the repair of the Arrow Dam until spring, after a survey "
    "found cracks in two of its eleven gates. Chief engineer Maren Oduya said that the water would be let down by two "
    "metres before the first frost, and that nobody below the dam was in danger this winter."
)
LATER_LINK = "https://z.example/2024/07/01/a"
MINE, OTHER = "https://me.example/y", "https://other.example/x"


@pytest.fixture(scope="module")
def scorer(tmp_path_factory):
    path = tmp_path_factory.mktemp("informing") / "index"
    with Index.build(path) as index:
        index.add(
            Document.from_record(
                {"id": "other", "url": OTHER, "text": TEXT, "links": [], "published": "2024-05-02"}
            )
        )
    return Scorer(index=path)


def record(*published, links=(), canonical=MINE):
    channels = ("json-ld", "meta", "byline")
    stated = [
        {"value": value, "channel": channel} for value, channel in zip(published, channels, strict=False)
    ]
    known = {"links": list(links)} if links is not None else {}
    return {"id": "a", "url": MINE, "canonical": canonical, "text": TEXT, "published": stated, **known}


@pytest.mark.parametrize(
    ("document", "original"),
    [
        (record("2024-05-01"), 1.0),
        (record("2024-05-01", "2024-05"), 1.0),
        (record("2024-05-01", "2024-05-03"), 1.0),
        (record("2024-05"), None),
        (record("2024-05-03"), 0.0),
        (record("2024-05-03", "2024-06"), 0.0),
        (record("2024-05-01", links=None), None),
        (record("2024-05-01", links=[LATER_LINK]), None),
        (record("2024-05-03", canonical=OTHER), 1.0),
    ],
)
def test_what_dates_links_and_credit_settle(scorer, document, original):
    assert scorer.score(Document.from_record(document)).features["originality.type"] == original


@pytest.mark.parametrize("links", [None, (), (LATER_LINK,), (OTHER,)])
@pytest.mark.parametrize("canonical", [MINE, OTHER])
def test_hiding_never_pays(scorer, links, canonical):
    days = ("2024-05-01", "2024-05", "2024-05-03", "2024-04", "2024-05-02T10:00:00Z")
    for published in itertools.chain(itertools.combinations(days, 1), itertools.combinations(days, 2)):
        check_hiding(scorer, Document.from_record(record(*published, links=links, canonical=canonical)))


def test_threads_share_a_scorer_and_each_reads_the_index_for_itself(scorer):
    documents = [Document.from_record(record(f"2024-05-{day:02}")) for day in range(1, 29)]
    alone = [scorer.score(document).to_bytes() for document in documents]
    with ThreadPoolExecutor(4) as threads:
        assert [assessment.to_bytes() for assessment in threads.map(scorer.score, documents)] == alone


def test_what_a_thread_opened_another_may_close(tmp_path):
    """A thread that ends leaves its index to whichever collects it."""
    with Index.build(tmp_path / "index"):
        pass
    with ThreadPoolExecutor(1) as thread:
        index = thread.submit(Index.open, tmp_path / "index").result()
    index.close()


def test_an_index_is_locked_only_while_it_is_asked(tmp_path):
    """What is asked of one document is answered by one state of the index; between documents anybody can change it."""
    path, document = tmp_path / "index", Document.from_record(record("2024-05-01", links=[OTHER]))
    with Index.build(path) as index:
        index.add(Document.from_record({"id": "other", "url": OTHER, "text": TEXT}))
    corpus = CorpusEvidence(path)
    assert corpus.informed(document).cited_documents.values[0].document == "other"
    with sqlite3.connect(path, timeout=0, isolation_level=None) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("ROLLBACK")
        index = Index.open(path)
        with suppress(ZeroDivisionError), index.held():
            assert index.at("other.example/x") == ("other",)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                writer.execute("BEGIN EXCLUSIVE")
            raise ZeroDivisionError
        writer.execute("BEGIN EXCLUSIVE")
    writer.close()


UNNAMED = {"url": MINE, "text": TEXT, "links": [], "canonical": MINE, "published": "2024-05-01"}


def originality(scorer, *documents):
    return [each.features["originality.type"] for each in scorer.score_many(documents)]


@pytest.mark.parametrize("indexed", ["0", "1"])
def test_a_copy_is_not_met_by_its_number(tmp_path, indexed):
    """A record without an id is called by its number, which may be the id of a document that it copies."""
    with Index.build(tmp_path / "index") as index:
        index.add(Document.from_record({**UNNAMED, "id": indexed}))
    copy = {**UNNAMED, "published": "2024-05-09"}
    found = list(Scorer(index=tmp_path / "index").score_many([{"id": "first"}, copy, {**copy, "id": "x"}]))
    assert [each.features["originality.type"] for each in found] == [None, 0.0, 0.0]
    assert [each.id for each in found] == ["first", "1", "x"]
    other = "1 (in the index)" if indexed == "1" else "0"
    assert found[1].card.document.derivations.values[0][:2] == ("1", other)


def test_a_document_without_an_id_is_met_by_its_bytes_wherever_it_stands(tmp_path, monkeypatch):
    """The path is not the document: by any spelling of it, the same bytes are scored alike, and other bytes are not met by it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    changed = {**UNNAMED, "text": TEXT + " Nothing else was said."}
    lines = "".join(json.dumps(each) + "\n" for each in (UNNAMED, {"text": "A quiet day."}))
    (tmp_path / "corpus/a.jsonl").write_text(lines)
    (tmp_path / "corpus/b.txt").write_text(TEXT + " " + TEXT)
    with Index.build("index") as index:
        for each in read_many("corpus"):
            index.add(each)
    (tmp_path / "other.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "other.txt").write_text(TEXT + " " + TEXT)
    scorer = Scorer(index="index")

    def scored(*paths, stdin=None):
        return [
            each.features["originality.type"] for each in scorer.score_many(read_many(*paths, stdin=stdin))
        ]

    expected = scored("corpus/a.jsonl")
    assert expected[0] is None  # the text file, of which no date is known, may be the earlier
    for path in ("./corpus/a.jsonl", tmp_path / "corpus/a.jsonl", "other.jsonl.gz"):
        assert scored(path) == expected
    assert scored("-", stdin=io.BytesIO(lines.encode())) == expected
    assert scored("corpus/b.txt") == scored("other.txt")
    alone = Scorer(index=_alone(tmp_path / "alone", "corpus/a.jsonl"))
    for path in ("corpus/a.jsonl", "./corpus/a.jsonl", "other.jsonl.gz"):
        assert originality(alone, *read_many(path)) == [1.0, 1.0]
    (tmp_path / "corpus/a.jsonl").write_text(json.dumps(changed) + "\n")
    assert originality(alone, *read_many("corpus/a.jsonl")) == [None]  # a near-duplicate of the same day


def _alone(path, *paths):
    with Index.build(path) as index:
        for each in read_many(*paths):
            index.add(each)
    return path


def test_of_two_with_the_same_bytes_one_is_met_and_the_other_is_a_copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    scorer = Scorer(index=_alone(tmp_path / "index", "a.txt", "b.txt"))
    found = {
        each.id: [pair[:2] for pair in each.card.document.derivations.values]
        for each in scorer.score_many(read_many("a.txt", "b.txt", "c.txt"))
    }
    assert found == {
        "a.txt": [("a.txt", "b.txt")],
        "b.txt": [("a.txt", "b.txt")],
        "c.txt": [("c.txt", "b.txt")],
    }


def _rebuilt(path, document):
    with Index.build(path) as index:
        index.add(document)


def _added_to(path, document):
    with Index.changing(path) as index:
        index.add(document)


@pytest.mark.parametrize(("change", "travels"), [(_added_to, False), (_added_to, True), (_rebuilt, True)])
def test_an_index_that_is_another_by_now_is_told(tmp_path, change, travels):
    """Its digest stands in every record."""
    path = tmp_path / "index"
    _rebuilt(path, Document.from_record({"id": "x", "text": "Nothing alike is said here."}))
    scorer = Scorer(index=path)
    document = Document.from_record({"id": "a", "text": TEXT})
    before = scorer.score(document).to_record()
    assert before["run"]["index"] == Index.open(path).digest
    change(path, Document.from_record({"id": "b", "text": TEXT}))
    if travels:
        scorer = pickle.loads(pickle.dumps(scorer))
    with pytest.raises(ConfigurationError, match="the index was changed or replaced since it was opened"):
        scorer.score(document)
    assert Scorer(index=path).score(document).to_record()["run"]["index"] != before["run"]["index"]


def test_an_index_that_was_replaced_is_asked_on_by_whoever_has_it_open(tmp_path):
    path = tmp_path / "index"
    _rebuilt(path, Document.from_record({"id": "x", "text": "Nothing alike is said here."}))
    scorer = Scorer(index=path)
    document = Document.from_record({"id": "a", "text": TEXT})
    before = scorer.score(document).to_record()
    _rebuilt(path, Document.from_record({"id": "b", "text": TEXT}))
    assert scorer.score(document).to_record() == before

"""What nobody foresaw costs one document, and is said in one line, whatever the command: a table of all, with a defect planted."""

import json
import re

import pytest

from provenance.assessment import Assessment, Scorer
from provenance.audit import recomputation
from provenance.document import Document

WORD = "quagmire"
SAID = (
    r"a defect of this program, not of the document; please report this line to the maintainers of "
    r"provenance-credibility \S+: IndexError: tuple index out of range \(.*test_defects\.py, line \d+, \w+\)"
)
TEXT = "“The bridge at Quillbeck will be closed until the bolts have been replaced,” said Ada Vale of the county council."
BAD = f"The {WORD} grew. {TEXT}"


def stumbling(own, text_of):
    """*own*, which stumbles over a text with a certain word."""

    def rule(given, *more, **others):
        if WORD in text_of(given):
            raise IndexError("tuple index\n  out of range")
        return own(given, *more, **others)

    return rule


def in_the_rules(monkeypatch):
    """A text rule: whoever asks what words show stumbles."""
    from provenance.text import reader

    monkeypatch.setattr(reader, "read", stumbling(reader.read, str))


def in_the_corpus(monkeypatch):
    """What a corpus keeps of a document."""
    from provenance.corpus import index

    monkeypatch.setattr(index, "keys_of", stumbling(index.keys_of, str))


def in_comparing(monkeypatch):
    """Two documents laid side by side."""
    from provenance.corpus import matching

    monkeypatch.setattr(matching, "Reading", stumbling(matching.Reading, str))


def in_quoting(monkeypatch):
    """Quotations looked for across documents."""
    from provenance.corpus import quotations

    monkeypatch.setattr(quotations, "quoted_spans", stumbling(quotations.quoted_spans, str))


def in_pages(monkeypatch):
    """The reader of pages."""
    from provenance.reading import html

    monkeypatch.setattr(html, "read_page", stumbling(html.read_page, lambda page: page.decode()))


def in_records(monkeypatch):
    """The reader of records."""
    from provenance import document

    monkeypatch.setattr(
        document, "read_fields", stumbling(document.read_fields, lambda record: str(record["text"]))
    )


def in_sealing(monkeypatch):
    """What makes an audit record of a score that was made."""
    own = stumbling(lambda found, *_: found, lambda found: found.document.text.first)
    for name in ("to_record", "to_bytes"):
        made = getattr(Assessment, name)
        monkeypatch.setattr(Assessment, name, lambda self, made=made: made(own(self)))


def in_writing(monkeypatch):
    """What makes lines and rows of a score."""
    from provenance import columnar
    from provenance.render import scores

    for module, name in ((scores, "score_text"), (scores, "score_line"), (columnar, "score_line")):
        own = getattr(module, name)
        monkeypatch.setattr(module, name, stumbling(own, lambda card: card.document.text.first))


def in_recomputing(monkeypatch):
    """What recomputes an audit record."""
    own = recomputation.document_from
    monkeypatch.setattr(recomputation, "document_from", stumbling(own, str))


COMMANDS = [
    (in_the_rules, "score"),
    (in_the_rules, "score --format table"),
    (in_the_rules, "score --format parquet"),
    (in_the_rules, "score --format html"),
    (in_the_rules, "score --workers 2"),
    (in_the_rules, "explain"),
    (in_the_rules, "explain --format jsonl"),
    (in_the_rules, "report"),
    (in_the_rules, "summary"),
    (in_the_rules, "whatif"),
    (in_the_rules, "whatif --false"),
    (in_the_rules, "inspect"),
    (in_the_rules, "inspect --format text"),
    (in_the_rules, "export --format csv"),
    (in_the_rules, "export --format sarif"),
    (in_the_rules, "trace --show quotations"),
    (in_the_corpus, "index -o INDEX"),
    (in_the_corpus, "trace"),
    (in_comparing, "trace"),
    (in_quoting, "trace --show quotations"),
    (in_records, "score"),
    (in_records, "score --workers 2"),
    (in_records, "inspect"),
    (in_records, "index -o INDEX"),
    (in_records, "trace"),
    (in_writing, "score"),
    (in_writing, "score --format csv"),
    (in_writing, "score --format parquet"),
    (in_writing, "score --workers 2"),
    (in_sealing, "score --audit AUDIT"),
    (in_sealing, "score --ledger LEDGER"),
    (in_sealing, "explain"),
    (in_sealing, "report"),
    (in_sealing, "export --format csv"),
]


@pytest.fixture
def documents(tmp_path):
    """Three documents, of which the second brings out the defect."""
    path = tmp_path / "records.jsonl"
    texts = {"first": TEXT, "bad": BAD, "last": TEXT + " It is so."}
    path.write_text("".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in texts.items()))
    return path


@pytest.mark.parametrize(
    ("plant", "command"), COMMANDS, ids=[f"{plant.__name__}-{command}" for plant, command in COMMANDS]
)
def test_one_document_is_one_reject(provenance, documents, tmp_path, monkeypatch, plant, command):
    command = command.split()
    if "parquet" in command:
        pytest.importorskip("pyarrow")
    if command[0] == "report" or "html" in command:
        pytest.importorskip("jinja2")
    plant(monkeypatch)
    rejects = tmp_path / "rejects.jsonl"
    options = [tmp_path / word if word.isupper() else word for word in command[1:]]
    out = ["-o", tmp_path / "out.bin"] if "parquet" in command else []
    ran = provenance(command[0], documents, *options, *out, "--rejects", rejects)
    assert ran.code == 3, ran.err
    told = re.findall(rf"(?m)^(.*): {SAID}$", ran.err)
    kept = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [line["place"] for line in kept] == told
    if plant in (in_comparing, in_quoting) or "quotations" in command:  # by those who keep no places
        assert told
        assert all("bad" in place for place in told)
    else:
        assert told == [f"{documents}:2"]
    written = b"".join(p.read_bytes() for p in (tmp_path / "out.bin", tmp_path / "INDEX") if p.exists())
    written += ran.out.encode()
    assert command[0] == "summary" or (b"first" in written and b"last" in written)
    assert "Traceback" not in ran.err + ran.out


def test_a_page_is_one_reject_of_its_folder(provenance, tmp_path, monkeypatch):
    in_pages(monkeypatch)
    for name, words in (("a", "bridge"), ("b", WORD), ("c", "ferry")):
        (tmp_path / f"{name}.html").write_text(f"<title>{words}</title><p>The {words} is closed.")
    for command in ("score", "inspect"):
        ran = provenance(command, tmp_path)
        assert ran.code == 3
        assert re.search(rf"(?m)^{tmp_path}/b.html: {SAID}$", ran.err)
        assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [
            f"{tmp_path}/{n}.html" for n in "ac"
        ]


@pytest.mark.parametrize("how", ["iterated", "chunked"])
def test_a_reader_of_files_that_stumbles_costs_the_rest_of_its_file(provenance, tmp_path, monkeypatch, how):
    from provenance.reading import chunks, files

    def rows(stream, source):
        yield from [*own(stream, source)][:1]
        if "b.csv" in source.name:
            raise IndexError("tuple index out of range")

    own = files.rows
    for module in (chunks, files):
        monkeypatch.setattr(module, "rows", rows)
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text(f"id,title\n{name}1,x\n{name}2,x\n")
    ran = provenance("score" if how == "chunked" else "inspect", tmp_path)
    assert ran.code == 3
    assert re.search(rf"(?m)^{tmp_path}/b.csv: {SAID}; what follows in it is not read$", ran.err)
    assert [json.loads(line)["id"] for line in ran.out.splitlines()][-1] == "c1"


@pytest.mark.parametrize("command", ["verify", "annotate", "ledger", "explain", "report"])
def test_one_record_is_one_that_is_no_good(provenance, documents, tmp_path, monkeypatch, command):
    audit = tmp_path / "audit.jsonl"
    assert provenance("score", documents, "--audit", audit, "-q").code == 0
    lines = audit.read_text().splitlines()
    bad = json.loads(lines[1])["digest"]

    def stumble(own):
        def check(record, *more):
            if record["digest"] == bad:
                raise IndexError("tuple index out of range")
            return own(record, *more)

        return check

    import provenance.audit as auditing
    from provenance import assessment
    from provenance.cli import annotate

    monkeypatch.setattr(auditing, "check", stumble(auditing.check))
    monkeypatch.setattr(assessment.audit, "check", auditing.check)
    monkeypatch.setattr(annotate, "sealed_digest", stumble(annotate.sealed_digest))
    from provenance.cli import ledger

    monkeypatch.setattr(ledger.Seal, "of", staticmethod(stumble(ledger.Seal.of)))
    note = ["--id", "last", "--kind", "context", "--by", "Ada", "--on", "2026-11-21", "--note", "So."]
    args = {
        "verify": ["verify", audit],
        "annotate": ["annotate", audit, *note],
        "ledger": ["ledger", "append", tmp_path / "log", audit],
        "explain": ["explain", audit],
        "report": ["report", audit],
    }[command]
    ran = provenance(*args)
    assert ran.code == (1 if command == "verify" else 3)
    assert re.findall(rf"(?m)^{audit}:2: {SAID}$", ran.err)
    if command == "verify":
        assert ran.out == "2 records reproduce, 1 does not\n"


def test_a_document_that_is_not_replaced_stays_in_its_index(provenance, documents, tmp_path, monkeypatch):
    index = tmp_path / "index"
    before = provenance("index", documents, "-o", index, "-q").out
    assert before
    documents.write_text(documents.read_text().replace("grew", "shrank"))
    in_the_corpus(monkeypatch)
    ran = provenance("index", documents, "-o", index, "--add", "-q")
    assert (ran.code, ran.out) == (3, before)


def test_a_defect_of_no_document_ends_the_run_in_one_line(provenance, documents, monkeypatch):
    from provenance.cli import desk

    def take_in(*_):
        raise IndexError("tuple index\n out of range")

    monkeypatch.setattr(desk.Desk, "take_in", take_in)
    ran = provenance("score", documents)
    assert ran.code == 70
    assert re.fullmatch(f"provenance score: {SAID}\n", ran.err)


def test_many_documents_in_python(documents, monkeypatch):
    in_the_rules(monkeypatch)
    records = [json.loads(line) for line in documents.read_text().splitlines()]
    from provenance.errors import DefectError

    for workers in (1, 2):
        first, bad, last = Scorer().score_many(records, workers=workers)
        assert (first.id, last.id) == ("first", "last")
        assert isinstance(bad, DefectError)
        assert re.fullmatch(f"1: {SAID}", str(bad))
    own = Document.from_record(records[1])
    (bad,) = Scorer().score_many([own])
    assert bad.place == "bad"
    assert isinstance(bad.__cause__, IndexError)
    with pytest.raises(IndexError):  # one alone is raised as it is, for whoever is to mend it
        Scorer().score(own)


def test_a_document_in_a_framework(monkeypatch):
    in_the_rules(monkeypatch)
    from provenance.integrations.judging import Judging

    judged = Judging(Scorer()).of(BAD, {})
    assert judged.points is None
    assert re.fullmatch(SAID, judged.line["problem"])
    assert re.fullmatch(f"cannot be read: {SAID}", judged.because)


@pytest.mark.parametrize("plant", [in_the_rules, in_records, in_writing])
def test_a_row_of_a_batch(documents, monkeypatch, plant):
    pa = pytest.importorskip("pyarrow")
    from provenance.columnar import score_batch

    plant(monkeypatch)
    rows = [json.loads(line) for line in documents.read_text().splitlines()]
    found = score_batch(pa.RecordBatch.from_pylist(rows), Scorer()).to_pylist()
    assert [row["id"] for row in found] == ["first", None, "last"]
    assert re.fullmatch(SAID, found[1]["problem"])

"""`provenance annotate`, and `--annotations` wherever documents are scored."""

import json

import pytest

DISPUTE = ("--kind", "dispute", "--by", "Edda Lund", "--on", "2026-11-21", "--note", "It\x1b[31m is mine.")


@pytest.fixture
def audit(provenance, records, tmp_path):
    """The audit records of `rich` and `poor`."""
    path = tmp_path / "audit.jsonl"
    assert provenance("score", records, "--audit", path).code == 0
    return path


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_a_dispute_is_attached_and_shown_and_the_score_stays(provenance, audit, tmp_path):
    out = tmp_path / "annotated.jsonl"
    ran = provenance("annotate", audit, "--id", "rich", "--signal", "author.named", *DISPUTE, "-o", out)
    assert (ran.code, ran.err) == (0, "1 of 2 records annotated\n")
    before, after = lines(audit.read_text()), lines(out.read_text())
    assert after[0]["annotations"][0]["note"] == DISPUTE[-1]
    assert after[0]["result"] == before[0]["result"]
    assert after[1] == before[1]
    assert provenance("verify", out).code == 0
    shown = provenance("explain", out, "--id", "rich").out
    assert "dispute of author.named by Edda Lund, 2026-11-21: It [31m is mine." in shown


def test_a_ledger_knows_a_record_by_what_it_was_before(provenance, audit, tmp_path):
    ledger, out = tmp_path / "ledger.jsonl", tmp_path / "annotated.jsonl"
    assert provenance("ledger", "append", ledger, audit).code == 0
    assert provenance("annotate", audit, "--id", "rich", *DISPUTE, "-o", out).code == 0
    assert provenance("ledger", "verify", ledger, "--find", out).code == 0


@pytest.fixture
def notes(tmp_path):
    """A file of annotations."""
    path = tmp_path / "notes.jsonl"
    said = {"kind": "context", "by": "a reader", "on": "2026-11-21", "note": "The paper was sold."}
    path.write_text(json.dumps({"id": "poor", **said}) + "\n" + json.dumps({"id": "rich", **said}) + "\n")
    return path


def test_many_are_attached_while_scoring_or_later_with_one_result(
    provenance, records, audit, notes, tmp_path
):
    scored = tmp_path / "scored.jsonl"
    assert provenance("score", records, "--annotations", notes, "--audit", scored).code == 0
    ran = provenance("annotate", audit, "--annotations", notes, "-q")
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran.out) == lines(scored.read_text())
    assert provenance("score", records).out == provenance("score", records, "--annotations", notes).out
    assert "The paper was sold." in provenance("explain", records, "--annotations", notes).out


@pytest.mark.parametrize(
    "command",
    [
        ("score",),
        ("score", "--workers", "2"),
        ("explain",),
        ("whatif",),
        ("summary",),
        ("export", "--format", "csv"),
    ],
    ids=" ".join,
)
def test_what_is_said_of_documents_that_are_not_there(provenance, records, notes, command):
    said = json.loads(notes.read_text().splitlines()[0])
    others = [{"digest": "sha256:" + "0" * 64}, *({"id": f"other {n}"} for n in range(3))]
    del said["id"]
    assert provenance(command[0], records, *command[1:], "--annotations", notes).err == ""
    with notes.open("a") as file:
        file.writelines(json.dumps({**said, **other}) + "\n" for other in others)
    ran = provenance(command[0], records, *command[1:], "--annotations", notes)
    zeros = "0" * 64
    assert (ran.code, ran.err) == (
        0,
        f"--annotations: notes on 4 documents that were not read: 'sha256:{zeros}', 'other 0', 'other 1' and 1 more\n",
    )
    assert provenance(command[0], records, *command[1:], "--annotations", notes, "-q").err == ""


def test_a_run_that_stops_at_the_first_problem_has_not_looked_for_the_rest(provenance, records, notes):
    records.write_text("{bad\n" + records.read_text())
    ran = provenance("score", records, "--annotations", notes, "--strict")
    assert ran.code == 3
    assert "--annotations" not in ran.err


def test_a_page_shows_them_as_text(provenance, records, tmp_path):
    notes = tmp_path / "notes.jsonl"
    notes.write_text(
        '{"id": "rich", "kind": "context", "by": "<b>", "on": "2026-11-21", "note": "<script>"}\n'
    )
    page = provenance("report", records, "--annotations", notes).out
    assert "context by &lt;b&gt;, 2026-11-21: &lt;script&gt;" in page


def test_what_cannot_be_read_is_named_and_the_rest_written(provenance, audit):
    content = (
        audit.read_bytes()
        + b'{\n{"schema": "provenance.audit/1"}\n'
        + audit.read_bytes().replace(b"Jane", b"Joan")
    )
    ran = provenance("annotate", "-", "--id", "rich", *DISPUTE, stdin=content)
    assert ran.code == 3
    assert len(lines(ran.out)) == 3
    for said in ("-:3: not JSON", "-:4: /digest", "-:5: /digest"):
        assert said in ran.err


def test_an_id_that_is_not_there(provenance, audit):
    ran = provenance("annotate", audit, "--id", "rich1", *DISPUTE)
    assert ran.code == 1
    assert "there is no record of the id 'rich1'; did you mean 'rich'?" in ran.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--id", "rich"], "--kind, --by, --on, --note: say this too"),
        (
            ["--id", "rich", *DISPUTE, "--signal", "author.nam"],
            "--signal: there is no signal 'author.nam'; did you mean",
        ),
        (
            ["--id", "rich", *DISPUTE, "--on", "today"],
            "--on: expected a day such as 2026-11-21, found 'today'\n",
        ),
        (["--id", "rich", "--annotations", "NOTES"], "--id: stands in the file"),
        (["--annotations", "nowhere"], "nowhere"),
        (["--id", "rich", *DISPUTE, "-o", "AUDIT"], "is read in this run"),
        (["--annotations", "NOTES", "-o", "NOTES"], "is read in this run"),
    ],
)
def test_wrong_usage(provenance, audit, notes, args, said):
    names = {"NOTES": notes, "AUDIT": audit}
    ran = provenance("annotate", audit, *(names.get(arg, arg) for arg in args))
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "notes.jsonl:1: not JSON"),
        ("[]", "notes.jsonl:1: expected a JSON object"),
        ('{"kind": "context"}', "notes.jsonl:1: expected the id or the digest"),
        ('{"id": "a", "digest": "b"}', "notes.jsonl:1: expected the id or the digest"),
        (
            '{"digest": "sha256:6c0d", "kind": "context", "by": "a", "on": "2026-11-21", "note": "b"}',
            "notes.jsonl:1: /digest: expected a string of the form",
        ),
        (
            '{"id": 5, "kind": "context", "by": "a", "on": "2026-11-21", "note": "b"}',
            "notes.jsonl:1: /id: expected a string",
        ),
        (
            '{"id": "a", "kind": "context", "by": "a", "on": "2026-11-31", "note": "b"}',
            "notes.jsonl:1: /on: there is no such day",
        ),
        ('{"id": "a", "kind": "context", "by": "a", "on": "2026-11-21"}', "notes.jsonl:1: /note: is missing"),
    ],
)
def test_a_line_that_is_no_annotation(provenance, records, tmp_path, line, said):
    notes = tmp_path / "notes.jsonl"
    notes.write_text(line + "\n")
    ran = provenance("score", records, "--annotations", notes)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_annotations_do_not_go_with_records_that_are_explained(provenance, audit, notes):
    ran = provenance("explain", audit, "--annotations", notes)
    assert ran.code == 2
    assert "--annotations" in ran.err

"""`provenance score`: formats, exit codes, rejects, and files that are not what they say."""

import csv
import gzip
import json
import subprocess
import sys

import pytest


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def test_one_line_a_document_in_order(provenance, records):
    ran = provenance("score", records)
    assert ran.code == 0
    assert [line["id"] for line in lines(ran)] == ["rich", "poor"]
    line = lines(ran)[0]
    assert line["schema"] == "provenance.score/1"
    assert set(line) == {
        "schema",
        "id",
        "digest",
        "policy",
        "score",
        "ceiling",
        "applicable",
        "coverage",
        "band",
        "axes",
        "families",
        "features",
        "flags",
    }
    assert list(line["families"]) == ["publisher", "author", "date", "attribution", "citation", "originality"]
    assert sum(f["points"] for f in line["families"].values()) == line["applicable"] == 100


def test_the_formats_tell_the_same(provenance, records):
    scores = [line["score"] for line in lines(provenance("score", records))]
    table = list(csv.DictReader(provenance("score", records, "--format", "csv").out.splitlines()))
    assert [float(row["score"]) for row in table] == scores
    assert table[1]["author.named"] == ""
    assert provenance("score", records, "--format", "markdown").out.count("\n") == 4
    shown = provenance("score", records, terminal=True)
    assert "shown" in shown.out
    assert "\x1b[1m" in shown.out
    assert (
        "\x1b"
        not in provenance("score", records, terminal=True, environ={"NO_COLOR": "1", "FORCE_COLOR": "1"}).out
    )


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["score"], 2, "required: PATH"),
        (["scor", "x"], 2, "did you mean 'score'"),
        (["score", "x.jsonl", "--formt", "csv"], 2, "did you mean '--format'"),
        (["score", "x.jsonl", "--format", "jsnl"], 2, "did you mean 'jsonl'"),
        (["score", "no-such-file.jsonl"], 2, "no such file"),
        (["score", "no-such-*.jsonl"], 2, "no such file"),
        (["score", "RECORDS", "--policy", "no-such.toml"], 2, "cannot be read"),
        (["score", "RECORDS", "--profile", "txt"], 2, "did you mean 'text'"),
        (["score", "RECORDS", "--as-of", "soon"], 2, "expected a day"),
        (["score", "RECORDS", "--as-of", "2024"], 2, "expected a day"),
        (["score", "RECORDS", "--observed", "autors"], 2, "did you mean 'authors'"),
        (["score", "RECORDS", "--map", "published"], 2, "FIELD=COLUMN"),
        (["score", "RECORDS", "--map", "publishd=x"], 2, "did you mean 'published'"),
        (["score", "RECORDS", "--input-format", "jsn"], 2, "did you mean 'json"),
        (["score", "RECORDS", "--protected", "none.txt"], 2, "cannot be read"),
        (["score", "RECORDS", "--workers", "0"], 2, "1 or more"),
        (["score", "RECORDS", "--audit", "/no/such/folder/audit"], 2, "cannot be written"),
        (["score", "RECORDS", "--fail-under", "100"], 1, "score under 100"),
        (["score", "RECORDS", "--fail-under", "0"], 0, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_codes(provenance, records, capsys, args, code, said):
    ran = provenance(*[str(records) if a == "RECORDS" else a for a in args])
    assert ran.code == code
    assert said in ran.err + capsys.readouterr().err
    assert "Traceback" not in ran.err


BAD = b"""{"id": "a", "text": "She said so."}
{"id": "b",
[1, 2]
5
{"id": "c", "has_author": true, "authors": []}

{"id": "d", "published": [[]]}
"""


def test_a_bad_record_is_reported_and_the_run_goes_on(provenance, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(BAD)
    rejects = tmp_path / "rejects.jsonl"
    ran = provenance("score", path, "--rejects", rejects)
    assert ran.code == 3
    assert [line["id"] for line in lines(ran)] == ["a", "d"]
    said = ran.err.splitlines()
    assert said[0].startswith(f"{path}:2: not JSON")
    assert said[1] == f"{path}:3: a record is a JSON object, not a list"
    assert said[3] == f"{path}:5: /has_author: says true, but authors names nobody: correct one of them"
    kept = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [k["place"].rpartition(":")[2] for k in kept] == ["2", "3", "4", "5"]
    assert provenance("score", path, "--strict").out.count("\n") == 1


def test_compressed_input_and_standard_input(provenance, tmp_path, records):
    plain = provenance("score", records).out
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(records.read_bytes()))
    assert provenance("score", tmp_path / "records.jsonl.gz").out == plain
    assert provenance("score", "-", stdin=records.read_bytes()).out == plain
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(records.read_bytes() * 50)[:-20])
    ran = provenance("score", cut)
    assert ran.code == 3
    assert "cannot be read on" in ran.err


def test_a_folder_is_walked_in_order(provenance, tmp_path, records):
    (tmp_path / "b.txt").write_text("Nobody said so.")
    (tmp_path / "a.txt").write_text("Nobody said so.")
    (tmp_path / "ignored.bin").write_bytes(b"\0")
    assert [line["id"].rpartition("/")[2] for line in lines(provenance("score", tmp_path))] == [
        "a.txt",
        "b.txt",
        "rich",
        "poor",
    ]
    (tmp_path / "empty").mkdir()
    assert provenance("score", tmp_path / "empty").code == 2


def test_csv_cells_that_are_empty_are_unknown_unless_observed(provenance, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(
        'id,authors,published_on,links\na,Jane Doe;Ada Lovelace,2024-05-01,"[""https://quillbeck.gov/x""]"\nb,,,\nc,too few\n'
    )
    plain = provenance("score", path)
    assert plain.code == 3
    assert "expected 4 cells, found 2" in plain.err
    assert [line["features"]["author.named"] for line in lines(plain)] == [1.0, None]
    seen = provenance(
        "score",
        path,
        "--observed",
        "authors,published",
        "--map",
        "published=published_on",
        "--as-of",
        "2024-06-01",
    )
    assert [line["features"]["author.named"] for line in lines(seen)] == [1.0, 0.0]
    assert [line["features"]["date.published"] for line in lines(seen)] == [1.0, 0.0]


def test_a_file_that_is_not_what_it_says(provenance, tmp_path):
    for name, content in {
        "x.txt": bytes(range(256)) * 40,
        "x.json": b"<html>",
        "x.csv": b"\xff\xfe\0",
        "x.jsonl.gz": b"not gzip",
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        ran = provenance("score", path)
        assert ran.code in (0, 3), name
        assert "Traceback" not in ran.err


def test_a_spreadsheet_runs_nothing(provenance, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "=cmd|calc"}\n')
    assert "'=cmd" in provenance("score", path, "--format", "csv").out


def test_a_closed_pipe_ends_quietly(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f'{{"id": "{n}"}}\n' for n in range(20_000)))
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m provenance score '{path}' | head -n 1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_the_audit_file_verifies_and_tampering_shows(provenance, tmp_path, records):
    audit = tmp_path / "audit.jsonl"
    assert provenance("score", records, "--audit", audit).code == 0
    ran = provenance("verify", audit, "--document", records)
    assert (ran.code, ran.out) == (0, "2 records reproduce, 0 do not\n")
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "else"}\n')
    assert provenance("verify", audit, "--document", other).code == 1
    tampered = audit.read_text().replace('"earned":4000', '"earned":9000', 1)
    audit.write_text(tampered)
    ran = provenance("verify", audit)
    assert ran.code == 1
    assert f"{audit}:1: /" in ran.err
    audit.write_text("not json\n")
    assert provenance("verify", audit).code == 1
    audit.write_text("")
    assert provenance("verify", audit).code == 1


def test_version_and_help_import_next_to_nothing():
    code = "import sys; from provenance.cli.main import main_with_streams as m; m(['--version']); print(len({'argparse', 'attr', 'json'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("provenance ")
    assert done.stdout.endswith("\n0\n")

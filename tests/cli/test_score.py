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
        "reasons",
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
        (["scor", "x"], 2, "did you mean 'score'?\ntry 'provenance --help'\n"),
        (
            ["score", "x.jsonl", "--formt", "csv"],
            2,
            "did you mean '--format'?\ntry 'provenance score --help'\n",
        ),
        (["-q", "score", "x.jsonl"], 2, "provenance: unrecognized arguments: -q\ntry 'provenance --help'\n"),
        (["--hlep"], 2, "provenance: unrecognized arguments: --hlep; did you mean '--help'?\n"),
        (
            ["--vresion", "score"],
            2,
            "provenance: unrecognized arguments: --vresion; did you mean '--version'?\n",
        ),
        (["score", "x.jsonl", "--format", "jsnl"], 2, "did you mean 'jsonl'"),
        (["score", "no-such-file.jsonl"], 2, "no such file"),
        (["score", "no-such-*.jsonl"], 2, "no such file"),
        (["score", "RECORDS", "--policy", "no-such.toml"], 2, "cannot be read"),
        (
            ["score", "RECORDS", "--profile", "txt"],
            2,
            "--profile: policy default@1 has none called 'txt'; did you mean 'text'",
        ),
        (
            ["score", "RECORDS", "--profile", "nope"],
            2,
            "--profile: policy default@1 has none called 'nope'; it has metadata, text",
        ),
        (["score", "RECORDS", "--as-of", "soon"], 2, "expected a day"),
        (["score", "RECORDS", "--as-of", "2024"], 2, "expected a day"),
        (
            ["score", "RECORDS", "--observed", "autors"],
            2,
            "--observed: there is no field 'autors'; did you mean 'authors'",
        ),
        (["score", "RECORDS", "--map", "published"], 2, "FIELD=COLUMN"),
        (
            ["score", "RECORDS", "--map", "publishd=x"],
            2,
            "--map: there is no field 'publishd'; did you mean 'published'?\n",
        ),
        (["score", "RECORDS", "--map", "title=a", "--map", "title=b"], 2, "two columns are named for title"),
        (["score", "RECORDS", "--map", "title=autors"], 0, "--map: no record has a value in 'autors'"),
        (["score", "RECORDS", "--input-format", "jsn"], 2, "found 'jsn'; did you mean 'json'?\n"),
        (["score", "RECORDS", "--protected", "none.txt"], 2, "cannot be read"),
        (
            ["score", "RECORDS", "--workers", "two"],
            2,
            "score: --workers: expected a whole number, found 'two'\n",
        ),
        (["score", "RECORDS", "--fail-under", "x"], 2, "score: --fail-under: expected a number, found 'x'\n"),
        (["score", "RECORDS", "--format"], 2, "score: --format: expected one argument\n"),
        (["score", "RECORDS", "--workers", "-1"], 2, "expected 0 to 1024, found -1"),
        (["score", "RECORDS", "--workers", "2", "--resume"], 2, "expected --output"),
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
    list_of = "a file that is a list of records is read with --input-format json"
    assert said[1] == f"{path}:3: a record is a JSON object, not a list; {list_of}"
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


@pytest.mark.parametrize(
    ("record", "options", "story"),
    [
        (
            {"url": "https://xn--80ak6aa92e.com/a", "policies": {}, "authors": [], "published": ""},
            (),
            "disqualified: the host uses mixed or look-alike letters −22.0; lost: no author is found −4.0, no author is confirmed −3.0; cannot be judged: attribution, citation, originality; flag: publisher.homoglyph_host",
        ),
        (
            {"url": "https://tarnmoorherold.example/a", "policies": {}},
            ("--protected", "LIST"),
            "disqualified: the host resembles a protected domain −22.0; cannot be judged: author, date, attribution, citation, originality; flag: publisher.lookalike",
        ),
    ],
)
def test_what_a_raised_flag_shuts_is_told_once(provenance, tmp_path, record, options, story):
    (tmp_path / "list").write_text("tarnmoorherald.example\n")
    path = tmp_path / "x.json"
    path.write_text(json.dumps(record))
    options = [tmp_path / "list" if option == "LIST" else option for option in options]
    out = provenance("score", path, "--format", "table", *options).out
    assert " ".join(" ".join(out.splitlines()[2:-1]).split()) == story


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not a domain!!", ":1: expected a domain such as example.com, found 'not a domain!!'"),
        (
            "# mine\ntarnmoor.example # the paper\n\nco.uk\n",
            ":4: expected a domain such as example.com, found 'co.uk'",
        ),
        ("a@tarnmoor.example", ":1: expected a domain"),
        (b"\xff", ": cannot be read: it is not UTF-8"),
    ],
)
@pytest.mark.parametrize("option", ["--protected", "--affiliates"])
def test_lists_of_domains(provenance, tmp_path, records, option, content, said):
    path = tmp_path / "list"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = provenance("score", records, option, path)
    assert (ran.code, ran.out) == (2, "")
    assert f"{path}{said}" in ran.err


def test_domains_are_told_as_addresses_are(provenance, tmp_path):
    record = {
        "url": "https://tarnmoorherald.example/a",
        "links": [],
        "citations": ["https://quillbeck.example/1", "https://osterwick.example/2"],
    }
    (tmp_path / "x.json").write_text(json.dumps(record))
    (tmp_path / "list").write_bytes(b"\xef\xbb\xbfwww.Quillbeck.example\n")
    shares = [
        lines(provenance("score", tmp_path / "x.json", *more))[0]["features"]["citation.self_share"]
        for more in ((), ("--affiliates", tmp_path / "list"))
    ]
    assert shares[0] != shares[1]


@pytest.mark.parametrize("points", ["nan", "-1", "100.5", "inf", "-inf", "1e400"])
def test_a_threshold_that_no_score_can_have(provenance, records, points):
    ran = provenance("score", records, f"--fail-under={points}")
    assert (ran.code, ran.out) == (2, "")
    assert "--fail-under: expected points from 0 to 100, found" in ran.err


@pytest.mark.parametrize("command", ["score", "explain", "inspect", "trace"])
def test_an_empty_input_is_said_to_be_empty(provenance, command):
    ran = provenance(command, "-", *(["--fail-under", "50"] if command == "score" else []), "-q")
    assert (ran.code, ran.err) == (0, "no document was read: the input is empty\n")


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (
            [{"Author": "a"}, {"Author": "a"}, {"author": "a"}],
            ["'Author' is not understood, and was ignored in 2 records; did you mean 'author'?"],
        ),
        ([{"autor": "a", "publishd": "b"}], ["did you mean 'author'?", "did you mean 'published'?"]),
        (
            [{"observed": ["autors", "html"]}],
            [
                "'observed/autors' is not understood, and was ignored in 1 record; did you mean 'author",
                "'observed/html' is not understood, and was ignored in 1 record",
            ],
        ),
        ([{"ID": "a"}], ["'ID' is not understood, and was ignored in 1 record; did you mean 'id'?"]),
        ([{"publisher": "x", "type": "text", "graph": []}], []),
        ([{"Correctionspolicy": "x"}], ["did you mean 'correctionsPolicy'?"]),
        (
            [
                {
                    "publisher": "x",
                    "image": "x",
                    "keywords": "x",
                    "subtitle": "x",
                    "description": "x",
                    "tags": [],
                    "source": "x",
                }
            ],
            [],
        ),
        ([{"x" * 100_000: 1}, {f"author{n}": 1 for n in range(10_000)}], None),
    ],
    ids=str,
)
def test_keys_that_look_like_known_ones(provenance, tmp_path, records, said):
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records))
    ran = provenance("inspect", path)
    assert ran.code == 0
    if said is not None:
        assert len(ran.err.splitlines()) == len(said)
        assert all(part in line for part, line in zip(said, ran.err.splitlines(), strict=True))
    assert provenance("inspect", path, "-q").err == ""
    assert provenance("score", path, "-q").err == ""


def test_what_the_library_writes_is_not_scored(provenance, tmp_path, records):
    provenance("score", records, "--audit", tmp_path / "audit.jsonl", "-o", tmp_path / "scores.jsonl")
    for name in ("audit.jsonl", "scores.jsonl"):
        ran = provenance("score", tmp_path / name)
        assert (ran.code, ran.out) == (3, "")
        assert f"{tmp_path / name}:1: /schema: this is a" in ran.err


def test_what_the_library_writes_without_a_schema_is_not_scored_either(provenance, tmp_path, records):
    provenance("score", records, "--format", "csv", "-o", tmp_path / "scores.csv")
    provenance("export", records, "--format", "in-toto", "-o", tmp_path / "stated.jsonl")
    (tmp_path / "signed.jsonl").write_text('{"payload": "", "payloadType": "x", "signatures": []}\n')
    for name, problem in (
        ("scores.csv", "this is a score, which is no input"),
        ("stated.jsonl", "/predicateType: this is a statement"),
        ("signed.jsonl", "/payloadType: this is a signed statement"),
    ):
        for command in ("score", "explain", "summary"):
            ran = provenance(command, tmp_path / name)
            assert ran.code == 3
            assert problem in ran.err


@pytest.mark.parametrize("day", ["10/11/2020", "2020-11-21T10:00:00", "Sunday 20 November 2020", "2020-11"])
def test_a_day_that_can_be_read_in_two_ways(provenance, records, day):
    ran = provenance("score", records, "--as-of", day)
    assert (ran.code, ran.out) == (2, "")
    assert "provenance score: --as-of: expected a day" in ran.err


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("a.csv", "id,writer\na,\nb,\n"),
        ("a.jsonl", '{"id": "a", "writer": null}\n{"id": "b", "writer": null}\n'),
    ],
)
def test_a_column_that_is_there_and_empty_is_not_said_to_be_missing(provenance, tmp_path, name, lines):
    (tmp_path / name).write_text(lines)
    ran = provenance("score", tmp_path / name, "--map", "authors=writer")
    assert "--map: no record has a value in 'writer'" in ran.err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_column_that_cannot_be_read_is_told_of_at_the_end(provenance, tmp_path, workers):
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(
            json.dumps({"published": n, "url": "soon" if n < 109 else None}) + "\n" for n in range(100, 200)
        )
    )
    ran = provenance("score", path, "--workers", workers)
    assert ran.code == 0
    assert ran.err == (
        f"published could not be read in 100 of 100 documents, first in '{path}:1': expected a date with a year, found 100\n"
    )
    assert provenance("score", path, "--quiet").err == ""

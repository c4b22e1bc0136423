"""`provenance summary`: documents, audit records or score lines in, a table by domain out."""

import csv
import io
import json
import re

import pytest

from provenance.cli.main import main
from provenance.cli.streams import Streams


@pytest.mark.parametrize("kind", ["documents", "audit", "scores"])
def test_whatever_told_of_the_documents(provenance, records, tmp_path, kind):
    audit, scores = tmp_path / "audit.jsonl", tmp_path / "scores.jsonl"
    provenance("score", records, "--audit", audit, "-o", scores)
    ran = provenance("summary", {"documents": records, "audit": audit, "scores": scores}[kind])
    assert ran.code == 0
    *domains, whole = map(json.loads, ran.out.splitlines())
    assert (whole["schema"], whole["documents"], whole["bands"]) == ("provenance.summary/1", 2, {"F": 2})
    assert [d["domain"] for d in domains] == (
        [None] if kind == "scores" else ["tarnmoorherald.example", None]
    )
    assert bool(whole["unjudged"]) == (kind != "scores")


def test_tables(provenance, records, tmp_path):
    table = provenance("summary", records, terminal=True).out
    assert table.startswith("2 documents from 1 domain; size unknown; published 2024-05-01 to 2024-05-01\n")
    assert "* tarnmoorherald.example" in table
    assert "nobody supplied it (not_supplied)" in table
    made = provenance("summary", records, "--format", "csv", "-o", tmp_path / "domains.csv")
    assert made.out == ""
    rows = list(csv.DictReader((tmp_path / "domains.csv").read_text("utf-8").splitlines()))
    assert [(row["domain"], row["documents"], row["top decile"]) for row in rows] == [
        ("tarnmoorherald.example", "1", "yes"),
        ("(address unknown)", "1", ""),
    ]
    head, rule, *rest = provenance("summary", records, "--format", "markdown").out.splitlines()
    assert head.count("|") == rule.count("|") == rest[0].count("|")


def test_lines_that_cannot_be_read(provenance, tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text(
        '{"schema": "provenance.score/1", "id": "b"}\n[]\n{"schema": "provenance.reject/1"}\n', "utf-8"
    )
    ran = provenance("summary", path)
    assert ran.code == 3
    assert "lines.jsonl:1: is no whole line of provenance.score/1" in ran.err
    assert json.loads(ran.out)["documents"] == 0


def test_a_record_that_was_changed_is_not_summed_up(provenance, records, tmp_path):
    audit = tmp_path / "audit.jsonl"
    provenance("score", records, "--audit", audit)
    first, *rest = audit.read_text("utf-8").splitlines(keepends=True)
    audit.write_text(re.sub(r'"score":\d+', '"score":99000', first) + "".join(rest), "utf-8")
    ran = provenance("summary", audit)
    assert ran.code == 3
    assert f"{audit}:1: /digest: the record was changed after it was sealed" in ran.err
    assert json.loads(ran.out.splitlines()[-1])["documents"] == len(rest)


def test_a_terminal_that_knows_only_latin_letters(records):
    for encoding, is_ascii in (("iso8859-1", True), ("utf-8", False)):
        for command in (["summary"], ["explain"], ["score"], ["whatif"], ["score", "--format", "table"]):
            streams = Streams(
                stdin=io.BytesIO(),
                stdout=io.BytesIO(),
                stderr=io.StringIO(),
                environ={"NO_COLOR": "1", "FORCE_COLOR": "1"},
                is_terminal=True,
                encoding=encoding,
            )
            assert main([*command, str(records)], streams) == 0
            out = streams.stdout.getvalue()
            assert out.isascii() or not is_ascii, command
            assert b"\x1b" not in out


def test_colours_where_they_are_forced(provenance, records):
    assert "\x1b[1mrich\x1b[0m" in provenance("explain", records, environ={"FORCE_COLOR": "1"}).out
    assert "\x1b" not in provenance("explain", records).out


@pytest.mark.parametrize("command", ["score", "explain", "whatif", "inspect", "summary"])
def test_control_characters_of_both_sets_are_escaped_in_json(provenance, command):
    record = {
        "id": "https://a.example/\x9b31m\x7f",
        "title": "\x85\x9d",
        "publisher": "\x1b[31m",
        "authors": [],
    }
    ran = provenance(command, "-", "--format", "jsonl", stdin=json.dumps(record).encode())
    assert ran.code == 0
    assert all(c == "\n" or not (ord(c) < 32 or 127 <= ord(c) < 160) for c in ran.out)
    assert [json.loads(line) for line in ran.out.splitlines()]

"""`report`, and `score --format html`."""

import json

import pytest


def test_a_report_of_documents(provenance, records, tmp_path):
    page = tmp_path / "report.html"
    ran = provenance("report", records, "-o", page)
    assert (ran.code, ran.out) == (0, "")
    html = page.read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "2 documents" in html
    assert html == provenance("score", records, "--format", "html").out


def test_a_report_of_audit_records(provenance, records, tmp_path):
    audit = tmp_path / "audit.jsonl"
    provenance("score", records, "--audit", audit)
    assert provenance("report", audit).out == provenance("report", records).out


def test_a_record_that_does_not_reproduce_is_no_report(provenance, records, tmp_path):
    audit = tmp_path / "audit.jsonl"
    provenance("score", records, "--audit", audit)
    first, second = audit.read_text("utf-8").splitlines()
    forged = json.loads(first)
    forged["result"]["score"] += 1000
    audit.write_text(json.dumps(forged) + "\n" + second + "\n", "utf-8")
    ran = provenance("report", audit)
    assert ran.code == 3
    assert f"{audit}:1: this record does not reproduce: /result/score" in ran.err
    assert "<title>Provenance: poor</title>" in ran.out


@pytest.mark.parametrize(
    ("options", "terminal", "said"),
    [
        ((), True, "--output: a web page is no use on a terminal"),
        (("--in-full", "-1"), False, "--in-full: expected 0 or more"),
        (("--in-ful", "1"), False, "did you mean '--in-full'"),
    ],
)
def test_wrong_usage(provenance, records, capsys, options, terminal, said):
    ran = provenance("report", records, *options, terminal=terminal)
    assert ran.code == 2
    assert said in ran.err + capsys.readouterr().err

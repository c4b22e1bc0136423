"""`provenance registry check`, and `--registry` where documents are scored."""

import json

import pytest

from provenance.cli.registry import SCHEMA

RATINGS = "# rater: Osterwick Media Watch\n# scale: 0-100\n# source: https://watch.example/\n# date: 2026-05-01\ndomain,rating\n"
RECORD = b'{"id": "a", "url": "https://tarnmoor.example/x"}\n'


@pytest.fixture
def ratings(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text(RATINGS + "tarnmoor.example,87.5\n")
    return path


def test_what_is_understood_is_said(provenance, ratings, tmp_path):
    (tmp_path / "tarnmoor.example.trust.txt").write_text("member=quillbeck.example\n")
    (tmp_path / "quillbeck.example.trust.txt").write_text(
        "belongto=tarnmoor.example\ncontrol=other.example\n"
    )
    ran = provenance("registry", "check", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "ratings.csv: ratings, 1 entry, from https://watch.example/, of 2026-05-01" in ran.out
    assert "  confirmed: member quillbeck.example" in ran.out
    assert "  unheard: control other.example" in ran.out


def test_as_json_lines(provenance, ratings):
    line = json.loads(provenance("registry", "check", ratings, "--format", "jsonl").out)
    assert (line["schema"], line["kind"], line["entries"], line["problems"]) == (SCHEMA, "ratings", 1, [])


def test_problems_and_conflicts_are_named_and_fail(provenance, ratings):
    ratings.write_text(RATINGS + "tarnmoor.example,87.5\ntarnmoor.example,40\nb.example,200\n")
    ran = provenance("registry", "check", ratings)
    assert ran.code == 1
    assert ran.err.splitlines()[0].startswith(
        "ratings.csv:7: tarnmoor.example is rated 40, and 87.5 at ratings.csv:6"
    )
    assert ran.err.splitlines()[1].startswith("ratings.csv:8: the rating '200' is not on the scale")


@pytest.mark.parametrize("args", [["check", "none.csv"], ["check"], ["show", "x"], ["chek", "x"]])
def test_wrong_usage(provenance, args, capsys):
    ran = provenance("registry", *args)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_file_that_is_no_registry_does_not_keep_the_others_from_being_checked(
    provenance, ratings, tmp_path
):
    (tmp_path / "notes.txt").write_text("to do\n")
    ran = provenance("registry", "check", tmp_path)
    assert ran.code == 2
    assert "notes.txt: does not say what it is" in ran.err
    assert "ratings.csv: ratings, 1 entry" in ran.out


def test_scores_and_explanations_show_the_ratings(provenance, ratings, tmp_path):
    ran = provenance("score", "-", "--registry", ratings, stdin=RECORD)
    line = json.loads(ran.out)
    assert line["ratings"][0]["rater"] == "Osterwick Media Watch"
    assert (
        "tarnmoor.example: 87.5 on 0-100"
        in provenance("explain", "-", "--registry", ratings, stdin=RECORD).out
    )
    audit = tmp_path / "audit.jsonl"
    provenance("score", "-", "--registry", ratings, "--audit", audit, stdin=RECORD)
    assert provenance("verify", audit).code == 0
    assert "--registry" in provenance("explain", audit, "--registry", ratings).err
    assert provenance("score", "-", "--registry", ratings, "-o", ratings, stdin=RECORD).code == 2


def test_a_report_shows_the_ratings_beside_the_score(provenance, ratings):
    pytest.importorskip("jinja2")
    page = provenance("report", "-", "--registry", ratings, stdin=RECORD).out
    assert "Ratings in your registries, which change no points" in page
    assert "tarnmoor.example: 87.5 on 0-100, by Osterwick Media Watch, 2026-05-01" in page
    assert "Ratings in your registries" not in provenance("report", "-", stdin=RECORD).out


def test_a_registry_that_cannot_be_used(provenance, ratings):
    ratings.write_text(RATINGS + "tarnmoor.example,good\n")
    ran = provenance("score", "-", "--registry", ratings, stdin=RECORD)
    assert (ran.code, ran.out) == (2, "")
    assert "ratings.csv:6: the rating 'good' is not on the scale" in ran.err

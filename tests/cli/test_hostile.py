"""What strangers write does not reach a terminal, a spreadsheet or a page as a command."""

import csv
import json
import re
import unicodedata

import pytest

from provenance.testing import resealed

HOSTILE = "a\x1b]0;x\x07\x1b[31m\u202eb\r\nc"


def is_harmless(text):
    return all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cf") for c in text)


@pytest.fixture
def ids(tmp_path):
    """Records of the ids given."""

    def write(*names):
        path = tmp_path / "ids.jsonl"
        path.write_text("".join(json.dumps({"id": name}) + "\n" for name in names))
        return path

    return write


MARKUP = (
    "[x](javascript:alert)",
    "![x](https://tracker.example/i.png)",
    "a|b",
    "a\\|b",
    "a\\",
    "<img src=x>",
    "`a`",
    "*a* _b_ ~~c~~",
    "&lt;",
    "<!-- a",
)


@pytest.mark.parametrize("name", MARKUP)
def test_an_id_is_no_markdown(provenance, ids, name):
    row = provenance("score", ids(name), "--format", "markdown").out.splitlines()[2]
    cell = re.split(r"(?<!\\)(?:\\\\)*\|", row)[1].strip()
    assert re.sub(r"\\(.)", r"\1", cell) == name
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]()<>`*_!&~]", cell)
    assert len(re.split(r"(?<!\\)(?:\\\\)*\|", row)) == 10


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\t=1+1", "' =1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("a\r\n=1+1", "a  =1+1"),
        ("a\x1b[31mb\x9bc", "a [31mb c"),
        ("plain = text", "plain = text"),
        (
            "na\u00efve \u0645\u06cc\u200c\u0634\u0648\u062f",
            "na\u00efve \u0645\u06cc\u200c\u0634\u0648\u062f",
        ),
    ],
)
def test_a_cell_is_no_formula(provenance, ids, name, cell):
    out = provenance("score", ids(name), "--format", "csv").out
    assert out.count("\n") == 2
    assert next(csv.DictReader(out.splitlines()))["id"] == cell


def test_file_names_and_options_in_errors(provenance, tmp_path, capsys):
    path = tmp_path / f"{HOSTILE.replace('/', '')}.jsonl"
    path.write_text("{\n")
    for args in (
        ["score", path],
        ["score", f"{HOSTILE}.none"],
        ["verify", path],
        ["score", path, "--policy", HOSTILE],
        ["score", path, "-o", f"{HOSTILE}/x"],
        ["score", path, f"--{HOSTILE}"],
        [HOSTILE],
    ):
        ran = provenance(*args)
        assert ran.code in (1, 2, 3)
        assert is_harmless(ran.err + capsys.readouterr().err)


POLICY = """schema = "provenance.policy/1"
id = "mine\\u001b[31m@1"
title = "Mine\\u001b]0;x\\u0007\\nsecond"
[points]
"author.named" = 5
[axes]
"so\\u001burce" = ["author"]
made = ["author"]
third = ["author"]
[bands]
"A\\u001b[31m" = { from = 0, says = "a\\u001b[31mll" }
[unjudged]
band = "F\\u001b[31m"
coverage = 0.3
says = "n\\u009bo"
[profiles]
"pro\\u001bfile" = { families = ["author"] }
"""


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(POLICY)
    return path


@pytest.mark.parametrize("command", [("show",), ("check",)])
def test_a_policy_is_shown_as_words(provenance, policy, command):
    out = provenance("policy", *command, policy).out
    assert "mine" in out
    assert is_harmless(out)


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_a_policys_words_in_every_format(provenance, policy, ids, form):
    ran = provenance("score", ids(HOSTILE), "--policy", policy, "--format", form)
    assert ran.code == 0
    assert is_harmless(ran.out.replace("\u202e", "") if form == "csv" else ran.out)


def test_the_axes_are_those_of_the_policy(provenance, policy, ids):
    path = ids("a")
    table = provenance("score", path, "--policy", policy, "--format", "csv").out
    row = next(csv.DictReader(table.splitlines()))
    assert (row["made_band"], row["third_band"]) == ("F [31m", "F [31m")
    assert "source_band" not in row
    head = provenance("score", path, "--policy", policy, "--format", "markdown").out.splitlines()
    assert (
        head[0]
        == "| document | score – ceiling | band | so urce | made | third | judged | flags | principal reasons |"
    )
    assert len({line.count("|") for line in head}) == 1
    shown = provenance("score", path, "--policy", policy, "--format", "table").out.splitlines()
    assert shown[0] == "shown   lost   open  of 100  band  so urce made third  document"
    assert shown[1].endswith("  a")


@pytest.mark.parametrize("form", ["text", "dot", "mermaid"])
def test_a_family_is_drawn_in_words(provenance, tmp_path, form):
    text = "The board of Quillbeck heard what the bridge and its bolts would cost the town, and who was to pay for it all."
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps({"id": f"{n}{HOSTILE}", "text": text}) + "\n" for n in range(2)))
    ran = provenance("trace", path, "--format", form)
    assert ran.code == 0
    assert "exact" in ran.out
    assert is_harmless(ran.out)


def test_the_words_of_a_policy_move_no_cursor(provenance, policy, ids, tmp_path):
    """Whoever sends a record chooses the policy that it was made by; it reproduces."""
    audit = tmp_path / "audit.jsonl"
    assert provenance("score", ids("a"), "--policy", policy, "--audit", audit).code == 0
    assert provenance("verify", audit).code == 0
    shown = provenance("explain", audit).out
    assert "What cost points" in shown or "Nothing was lost" in shown
    assert is_harmless(shown)


WRITTEN_BY_STRANGERS = [
    ("score", ("score",), -500.0),
    ("score", ("score",), 1e300),
    ("score", ("applicable",), 1e9),
    ("score", ("coverage",), -3.5),
    ("score", ("band",), ["x"]),
    ("score", ("features",), "x"),
    ("score", ("features", "disclosure.corrections"), {}),
    ("audit", ("result", "score"), "x"),
    ("audit", ("result", "coverage"), 10**9),
    ("audit", ("result", "band"), []),
    ("audit", ("signals", 0, "lost"), 10**400),
    ("audit", ("signals", 0, "why"), 5),
    ("audit", ("signals", 0, "open"), "x"),
    ("audit", ("document", "text_length"), -1),
    ("audit", ("document", "fields", "url", "observations", 0, "host", "registrable"), 5),
]


@pytest.mark.parametrize(("kind", "place", "value"), WRITTEN_BY_STRANGERS)
def test_lines_that_a_stranger_wrote_end_no_run(provenance, records, tmp_path, kind, place, value):
    """Sealed again, and none that `score` would write: told, or one reject, and never an exception."""
    own, forged = tmp_path / "own.jsonl", tmp_path / "forged.jsonl"
    provenance("score", records, "--audit" if kind == "audit" else "-o", own)
    lines = [json.loads(line) for line in own.read_text("utf-8").splitlines()]
    part = lines[0]
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    if kind == "audit":
        lines[0] = resealed(lines[0])
    forged.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    for args in (
        ("summary", forged),
        ("summary", forged, "--format", "table"),
        ("diff", own, forged),
        ("diff", forged, own, "--format", "jsonl"),
        ("diff", own, forged, "--id", "rich"),
    ):
        ran = provenance(*args)
        assert ran.code in (0, 1, 3)
        assert "is no whole line of" in ran.err or ran.code == 0

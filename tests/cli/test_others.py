"""`explain`, `inspect`, `signals` and `policy`."""

import json

import pytest

TEXT = """The bridge in Quillbeck will close on Monday, said Edda Lund, the mayor of Quillbeck.
Critics say that the council acted too late.
In 2019 the repairs cost 3.2 million crowns.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_explain_shows_every_point_with_its_words(provenance, report):
    ran = provenance("explain", report)
    assert ran.code == 0
    assert "of 100.0 points · band" in ran.out
    assert "source" in ran.out
    assert "line 2, column" in ran.out
    assert "Critics" in ran.out
    assert "→ " in ran.out
    assert "not whether the text is true" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_explain_reads_audit_records_and_picks_one(provenance, tmp_path, records):
    audit = tmp_path / "audit.jsonl"
    provenance("score", records, "--audit", audit)
    from_audit = provenance("explain", audit, "--id", "rich")
    assert from_audit.code == 0
    assert from_audit.out == provenance("explain", records, "--id", "rich").out
    missing = provenance("explain", records, "--id", "rch")
    assert missing.code == 1
    assert "did you mean 'rich'" in missing.err
    audit.write_text('{"schema": "provenance.audit/1"}\n')
    broken = provenance("explain", audit)
    assert broken.code == 3
    assert "not whole" in broken.err
    assert (
        json.loads(provenance("explain", records, "--format", "jsonl", "--id", "poor").out)["schema"]
        == "provenance.audit/1"
    )


def test_a_policy_that_is_checked_is_told_in_words(provenance):
    assert provenance("policy", "check").out.startswith("default@1 can be used: 100 points, sha256:")
    ran = provenance("policy", "check", "--format", "jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert "`policy show --format jsonl` does" in ran.err


def test_the_bundled_policy_is_to_be_had_as_a_file(provenance, tmp_path):
    """What is printed is a policy, and the same one, so that one's own can start from it."""
    shown = provenance("policy", "show", "--format", "toml")
    assert shown.out.startswith("# ")
    mine = tmp_path / "mine.toml"
    mine.write_text(shown.out, "utf-8")
    assert provenance("policy", "check", mine).out == provenance("policy", "check").out
    assert provenance("policy", "show", mine, "--format", "toml").out == shown.out
    ran = provenance("policy", "check", "--format", "toml")
    assert (ran.code, ran.out) == (2, "")
    assert "prints no TOML: `policy show --format toml` does" in ran.err


def test_explain_in_ascii(provenance, report):
    assert provenance("explain", report, terminal=True, environ={"LC_ALL": "C"}).out.isascii()


def test_inspect_shows_fields_with_their_states(provenance, report, records):
    line = json.loads(provenance("inspect", report).out)
    assert line["schema"] == "provenance.document/1"
    assert line["fields"]["publisher"] == {"state": "unknown", "why": "not_supplied"}
    assert line["fields"]["links"] == {"state": "unknown", "why": "not_shown"}
    assert line["links_visible"] is False
    assert line["text_length"] == len(TEXT)
    assert "text" not in line
    assert json.loads(provenance("inspect", report, "--with-text").out)["text"] == TEXT
    for statement in line["attributions"]:
        for part in (statement["source"], statement["cue"]):
            if part:
                assert TEXT[part["start"] : part["end"]] == part["text"]
    rich = json.loads(provenance("inspect", records).out.splitlines()[0])
    assert rich["fields"]["authors"]["observations"][0] == {
        "value": "Jane Doe",
        "kind": "person",
        "channel": "caller",
        "at": "/authors/0",
    }


def test_inspect_for_people(provenance, report, records):
    shown = provenance("inspect", report, records, terminal=True).out
    assert "Edda Lund" in shown
    assert "nobody supplied it" in shown


@pytest.mark.parametrize(
    ("record", "told", "untold"),
    [
        ({"text": "Rain fell."}, [], ["text", "citations", "attributions", "claims", "has_author"]),
        ({"text": "", "attributions": []}, ["text", "attributions"], ["citations", "has_author"]),
        ({"text": "Rain fell.", "has_author": True}, ["has_author"], ["text", "claims_cited"]),
        ({}, ["text"], ["attributions", "claims", "duplicated"]),
    ],
)
def test_inspect_tells_of_lists_only_where_somebody_brought_them(provenance, record, told, untold):
    out = provenance("inspect", "-", "--format", "text", stdin=json.dumps(record).encode()).out
    fields = [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "]
    if record.get("text"):
        fields.remove("text")  # of which a line of its own tells
    assert set(told) <= set(fields)
    assert not set(untold) & set(fields)


def test_what_to_do_where_too_little_can_be_judged(provenance, report):
    hint = "Too little could be judged; --supplied counts what nobody supplied, too.\n"
    assert hint in provenance("whatif", report).out
    assert hint not in provenance("whatif", report, "--supplied").out


def test_explain_says_what_keeps_points_open_behind_a_flag(provenance, report, tmp_path):
    behind = "because “The host uses mixed or look-alike letters” cannot be judged (nobody supplied it): A publisher is named (4.0)"
    named = tmp_path / "named.jsonl"
    named.write_text('{"publisher": "Tarnmoor Herald"}\n')
    assert behind in " ".join(provenance("explain", named).out.split())
    assert (
        behind[:20] not in provenance("explain", report).out
    )  # of which nothing would earn without the flag


def test_signals(provenance):
    assert "author.named" in provenance("signals").out
    assert "how it can be fooled" in provenance("signals", "author.named").out
    assert json.loads(provenance("signals", "author.named", "--format", "jsonl").out)["points"] == 4
    wrong = provenance("signals", "author.nmed")
    assert wrong.code == 2
    assert "did you mean 'author.named'" in wrong.err


def test_policy(provenance, tmp_path):
    shown = provenance("policy", "show").out
    assert " 100.0  in all" in shown
    assert json.loads(provenance("policy", "show", "--format", "jsonl").out)["id"] == "default@1"
    mine = tmp_path / "mine.toml"
    mine.write_text(
        'schema = "provenance.policy/1"\nid = "mine@1"\ntitle = "Mine"\n[points]\n"author.nmed" = 5\n[axes]\nsource = ["author"]\n[bands]\nA = {from = 0, says = "all"}\n[unjudged]\nband = "F"\ncoverage = 0.3\nsays = "no"\n'
    )
    ran = provenance("policy", "check", mine)
    assert ran.code == 2
    assert "did you mean 'author.named'" in ran.err
    mine.write_text(mine.read_text().replace("nmed", "named"))
    assert provenance("policy", "check", mine).code == 0


@pytest.fixture
def audit(provenance, tmp_path, records):
    path = tmp_path / "audit.jsonl"
    provenance("score", records, "--audit", path)
    return path


def test_what_does_not_reproduce_has_no_changes(provenance, audit):
    audit.write_text(audit.read_text().replace('"earned":4000', '"earned":3000', 1))
    ran = provenance("whatif", audit, "--id", "rich")
    assert ran.code == 1
    assert ran.err.startswith(f"{audit}:1: /")
    assert "does not reproduce: " in ran.err


def test_explain_says_of_a_record_that_it_does_not_reproduce(provenance, audit, records):
    whole = provenance("explain", audit, "--id", "rich").out
    audit.write_text(audit.read_text().replace('"earned":4000', '"earned":3000', 1))
    ran = provenance("explain", audit)
    assert ran.code == 0
    assert ran.out.startswith("this record does not reproduce: /")
    assert ran.out.count("does not reproduce") == 1
    assert ran.out.partition("\n\n")[2][:200] == whole[:200]
    as_json = provenance("explain", audit, "--format", "jsonl")
    assert as_json.err.startswith("rich: this record does not reproduce: /")
    assert as_json.out == "".join(
        json.dumps(json.loads(line), ensure_ascii=False) + "\n" for line in audit.read_text().splitlines()
    )


@pytest.mark.parametrize(
    "option",
    [
        ("--policy", "POLICY"),
        ("--profile", "text"),
        ("--as-of", "2024-05-01"),
        ("--protected", "LIST"),
        ("--affiliates", "LIST"),
        ("--index", "INDEX"),
    ],
    ids=lambda option: option[0],
)
def test_explain_takes_audit_records_as_they_are(provenance, audit, records, tmp_path, option):
    from provenance.policy import resources

    (tmp_path / "LIST").write_text("tarnmoorherald.example\n")
    (tmp_path / "POLICY").write_text(
        resources.files("provenance").joinpath("policies/default.toml").read_text("utf-8")
    )
    provenance("index", records, "-o", tmp_path / "INDEX")
    given = option[1] if option[1].islower() or option[1][0].isdigit() else tmp_path / option[1]
    ran = provenance("explain", audit, option[0], given)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"provenance explain: {option[0]}: {audit}:1 is an audit record, which holds the policy"
    )
    assert provenance("explain", records, option[0], given).code == 0


def test_explain_without_an_id_remembers_none(provenance, records):
    assert provenance("explain", records).out.count("=" * 80) == 1


@pytest.mark.parametrize("score", [10**9, -1, 10**400, "5", None, [1]])
def test_explain_draws_no_bar_of_what_is_no_score(provenance, audit, score):
    record = json.loads(audit.read_text().splitlines()[0])
    record["result"]["score"] = score
    audit.write_text(json.dumps(record) + "\n")
    ran = provenance("explain", audit)
    assert (ran.code, ran.out) == (3, "")
    assert "an audit record that is not whole" in ran.err


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("score", "--policy"),
        ("score", "--registry"),
        ("index -o x", "--merge"),
        ("annotate", "-o"),
        ("policy show", "path"),
    ],
)
def test_a_file_has_a_name(provenance, records, capsys, command, option):
    given = [""] if option == "path" else [records, option, ""]
    assert provenance(*command.split(), *given).code == 2
    assert f"{option}: expected a file, found ''" in capsys.readouterr().err


def test_whatif_says_of_what_cannot_be_judged_what_a_band_asks_for(provenance, tmp_path):
    path = tmp_path / "bare.json"
    path.write_text(
        '{"authors": [], "publisher": "Tarnmoor Herald", "url": "https://tarnmoor-herald.example/a"}'
    )
    said = " ".join(provenance("whatif", path).out.split())
    assert "It cannot be judged, which is neither better nor worse than any band." in said
    assert "No set of these changes reaches a band at all (30 % of the points judged; 23 % are)" in said
    said = " ".join(provenance("whatif", path, "--band", "C").out.split())
    assert "No set of these changes reaches band C:" in said


def test_whatif_says_how_many_of_how_many_a_change_is_about(provenance, tmp_path):
    path = tmp_path / "pier.txt"
    path.write_text(PIER)
    table = " ".join(provenance("score", path, "--format", "table").out.split())
    assert "statements without an identified source (2 of 3) −0.4" in table
    said = " ".join(provenance("whatif", path).out.split())
    assert "Statements without an identified source (2 of 3)" in said
    assert "Statements without an identified source (2 of 3)" in provenance(
        "score", path, "--format", "markdown"
    ).out.replace("\\", "")


PIER = (
    "The trust closed the old pier on Monday, its chairman Ivo Rossi said. "
    "Critics said the trust had overspent on the pier, and residents of the quay said that they had never been told. "
    "The harbour board declined to comment on it. "
)

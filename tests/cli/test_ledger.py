"""`provenance ledger` and `score --ledger`."""

import json

import pytest


@pytest.fixture
def scored(provenance, records, tmp_path):
    """A ledger of two entries, and the audit records that they are of."""
    ledger, audit = tmp_path / "ledger.jsonl", tmp_path / "audit.jsonl"
    ran = provenance("score", records, "--ledger", ledger, "--audit", audit)
    assert (ran.code, ran.err) == (0, f"2 entries appended to {ledger}\n")
    return ledger, audit


@pytest.fixture
def head(provenance, scored):
    """The head of the ledger."""
    return provenance("ledger", "head", scored[0]).out.strip()


def test_a_ledger_holds_the_records_of_a_run(provenance, scored):
    ledger, audit = scored
    ran = provenance("ledger", "verify", ledger, "--find", audit)
    assert (ran.code, ran.out, ran.err) == (0, "2 entries hold together\n", "")
    entries = [json.loads(line) for line in ledger.read_text().splitlines()]
    assert [e["record"] for e in entries] == [
        json.loads(line)["digest"] for line in audit.read_text().splitlines()
    ]
    assert [e["id"] for e in entries] == ["rich", "poor"]


def test_a_run_without_audit_appends_too(provenance, scored, records):
    ran = provenance("score", records, "--ledger", scored[0], "-q")
    assert (ran.code, ran.err) == (0, "")
    assert "4 entries" in provenance("ledger", "verify", scored[0]).out


def test_audit_records_can_be_appended_later(provenance, scored, tmp_path):
    _, audit = scored
    other = tmp_path / "other.jsonl"
    assert provenance("ledger", "append", other, audit).code == 0
    assert provenance("ledger", "append", other, "-", stdin=audit.read_bytes()).code == 0
    assert "4 entries" in provenance("ledger", "verify", other, "--find", audit).out


def test_however_many_are_missing_the_exit_code_is_one(provenance, scored, records, tmp_path):
    """An exit code has eight bits: of 256 missing records nothing would be left."""
    ledger, _ = scored
    missing = tmp_path / "missing.jsonl"
    provenance("score", records, "--as-of", "2026-11-21", "--audit", missing)
    missing.write_bytes(missing.read_bytes() * 128)
    ran = provenance("ledger", "verify", ledger, "--find", missing)
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 21
    assert ran.err.endswith(f"more than 20 records are not in {ledger}; --all names them all\n")
    assert len(provenance("ledger", "verify", ledger, "--find", missing, "--all").err.splitlines()) == 256


def test_a_run_that_may_be_interrupted_appends_when_it_is_through(provenance, scored, records, tmp_path):
    ledger, _ = scored
    ran = provenance("score", records, "-o", tmp_path / "out", "--ledger", ledger, "--resume")
    assert ran.code == 2
    assert f"provenance ledger append {ledger} FILE" in ran.err


def test_what_is_no_record_is_named_and_the_rest_appended(provenance, scored):
    ledger, audit = scored
    lines = audit.read_bytes().splitlines()
    bad = b"\n".join([lines[0], b"[]", b"{", b"{}", lines[1].replace(b"poor", b"rich"), lines[1]])
    ran = provenance("ledger", "append", ledger, "-", stdin=bad)
    assert ran.code == 3
    for said in (
        "-:2: expected a JSON object",
        "-:3: not JSON",
        "-:4: /schema",
        "-:5: /digest",
        "2 entries appended",
    ):
        assert said in ran.err
    assert "4 entries" in provenance("ledger", "verify", ledger).out


def test_no_proof_proves_nothing(provenance):
    ran = provenance("ledger", "check", "-", stdin=b"\n")
    assert (ran.code, ran.err) == (1, "-: there is no proof in it\n")


def test_nothing_is_said_of_a_ledger_to_which_nothing_can_be_appended(provenance, tmp_path):
    ran = provenance("ledger", "append", tmp_path / "ledger", tmp_path / "none.jsonl")
    assert (ran.code, ran.err) == (
        2,
        f"provenance ledger: {tmp_path / 'none.jsonl'}: no such file or folder\n",
    )
    assert not (tmp_path / "ledger").exists()


def test_a_record_that_is_not_in_it_is_named(provenance, scored, tmp_path):
    ledger, audit = scored
    assert provenance("score", "-", "--audit", tmp_path / "x.jsonl", stdin=b'{"id": "x"}').code == 0
    ran = provenance("ledger", "verify", ledger, "--find", tmp_path / "x.jsonl", "--find", audit)
    assert ran.code == 1
    assert f"x.jsonl:1: is not in {ledger}" in ran.err


def test_what_is_no_record_is_not_in_it(provenance, scored):
    ran = provenance("ledger", "verify", scored[0], "--find", "-", stdin=b"{}\n")
    assert (ran.code, ran.err.count("-:1: /schema: expected an audit record")) == (1, 1)


def test_an_anchored_head_tells_a_cut_and_a_rewritten_ledger(provenance, scored, head, records):
    ledger, audit = scored
    assert provenance("score", records, "--ledger", ledger).code == 0
    ran = provenance("ledger", "verify", ledger, "--head", head)
    assert (ran.code, ran.out) == (0, "4 entries hold together, and grew from what was anchored\n")
    ledger.write_bytes(ledger.read_bytes().splitlines(keepends=True)[0])
    assert provenance("ledger", "verify", ledger).code == 0
    ran = provenance("ledger", "verify", ledger, "--head", head)
    assert (ran.code, ran.err) == (1, f"{ledger}: lines 2 to 2: are missing: the ledger ends after 1\n")
    assert provenance("ledger", "append", ledger, audit).code == 0
    assert "are not those that the head" in provenance("ledger", "verify", ledger, "--head", head).err


@pytest.mark.parametrize("command", ["verify", "head", "prove"])
def test_a_changed_line_is_named(provenance, scored, command):
    ledger, _ = scored
    ledger.write_bytes(ledger.read_bytes().replace(b"poor", b"rich"))
    ran = provenance("ledger", command, ledger, *(["--entry", 1] if command == "prove" else []))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{ledger}: line 2: was changed after it was written\n"


def test_a_torn_line_is_told(provenance, scored, records):
    ledger, _ = scored
    ledger.write_bytes(ledger.read_bytes()[:-9])
    assert "line 2: is not whole" in provenance("ledger", "verify", ledger).err
    assert "after the last line" in provenance("score", records, "--ledger", ledger).err
    assert "3 entries" in provenance("ledger", "verify", ledger).out


def test_proofs_are_checked_without_the_ledger(provenance, scored, head, records, tmp_path):
    ledger, audit = scored
    proof = provenance("ledger", "prove", ledger, "--id", "poor").out.encode()
    ran = provenance("ledger", "check", "-", "--head", head, stdin=proof)
    assert (ran.code, ran.out, ran.err) == (0, f"{head} holds entry 2, of poor\n", "")
    assert "as its head" in provenance("ledger", "check", "-", stdin=proof).err
    ran = provenance("ledger", "check", "-", "--head", head, "--find", audit, stdin=proof)
    assert (ran.code, ran.err) == (1, f"{audit}:1: is not in -\n")
    assert provenance("score", records, "--ledger", ledger).code == 0
    grown = provenance("ledger", "prove", ledger, "--since", head).out.encode()
    assert f" holds {head}\n" in provenance("ledger", "check", "-", stdin=grown).out
    assert provenance("ledger", "check", "-", "--head", head, stdin=grown).code == 1
    assert provenance("ledger", "check", "-", stdin=proof.replace(b"poor", b"rich")).code == 1


def test_an_entry_that_is_not_there(provenance, scored):
    ran = provenance("ledger", "prove", scored[0], "--entry", 3)
    assert (ran.code, ran.err) == (1, f"{scored[0]}: holds no such entry\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["append", "LEDGER"], "nothing to append"),
        (["verify", "LEDGER", "--id", "a"], "--id: `ledger verify` takes no such thing"),
        (["head", "LEDGER", "AUDIT"], "takes no such thing"),
        (["head", "LEDGER", "--all"], "--all: `ledger head` takes no such thing"),
        (["verify", "LEDGER", "--entry", "0"], "--entry: `ledger verify` takes no such thing"),
        (["prove", "LEDGER"], "one of --entry, --id and --since"),
        (["prove", "LEDGER", "--id", "a", "--entry", "1"], "one of --entry, --id and --since"),
        (["verify", "LEDGER", "--head", "x"], "expected the head of a ledger"),
        (["verify", "nowhere"], "nowhere: cannot be read"),
        (["verify", "."], "Is a directory"),
        (["append", "AUDIT", "AUDIT"], "last line: is not a line of a ledger"),
        (["append", "nowhere/x", "AUDIT"], "cannot be written"),
        (["append", "LEDGER", "nowhere"], "no such file"),
        (["append", "/dev/null", "AUDIT"], "a ledger is a file, and this is none"),
        (["append", ".", "AUDIT"], "a ledger is a file, and this is none"),
    ],
)
def test_wrong_usage(provenance, scored, args, said):
    names = {"LEDGER": scored[0], "AUDIT": scored[1]}
    before = [path.read_bytes() for path in scored]
    ran = provenance("ledger", *(names.get(arg, arg) for arg in args))
    assert ran.code == 2
    assert said in ran.err
    assert [path.read_bytes() for path in scored] == before


def test_only_what_is_needed_is_said_to_be_missing(provenance, capsys):
    assert provenance("ledger", "verify").code == 2
    assert "arguments are required: LEDGER\n" in capsys.readouterr().err


def test_a_file_that_is_no_ledger_stops_a_run_before_it_begins(provenance, records, tmp_path):
    ran = provenance("score", records, "--ledger", records, "-o", tmp_path / "out.jsonl")
    assert ran.code == 2
    notes = tmp_path / "notes.txt"
    notes.write_text("mine\n")
    ran = provenance("score", records, "--ledger", notes, "-o", tmp_path / "out.jsonl")
    assert ran.code == 2
    assert "is not a line of a ledger" in ran.err
    assert notes.read_text() == "mine\n"

"""`provenance verify --document`: the file is read again, and what is read is compared with what a record keeps."""

import copy
import json

import pytest

from provenance.codec import canonical, digest_of

TEXT = """The harbour bridge will close on Monday, said Edda Lund, the mayor of Quillbeck.
In 2019 the repairs of the bridge cost the town 3.2 million crowns.
The council had been told that most of the bolts were older than the bridge itself.
"""
RECORDS = (
    {"id": "a", "url": "https://tarnmoorherald.example/a", "authors": ["Jane Doe"], "text": TEXT},
    {"authors": ["John Roe"], "text": "Critics say so."},
)


@pytest.fixture
def scored(provenance, tmp_path):
    """A file of records, and the audit records that were made of it."""
    path, audit = tmp_path / "in.jsonl", tmp_path / "audit.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), "utf-8")
    assert provenance("score", path, "--audit", audit).code == 0
    return path, audit


NOTE = ("--kind", "context", "--by", "Edda Lund", "--on", "2026-11-21", "--note", "The paper was sold.")


def rewritten(audit, change):
    """The audit file with its first record changed, and sealed again."""
    first, *rest = (json.loads(line) for line in audit.read_text("utf-8").splitlines())
    first = copy.deepcopy(first)
    change(first)
    del first["digest"]
    first["digest"] = digest_of(canonical(first))
    audit.write_text("".join(json.dumps(record) + "\n" for record in (first, *rest)), "utf-8")


def test_scores_are_no_records(provenance, records, tmp_path):
    provenance("score", records, "-o", tmp_path / "scores.jsonl")
    ran = provenance("verify", tmp_path / "scores.jsonl", records)
    assert ran.code == 1
    expected = "/schema: expected an audit record of schema 'provenance.audit/1'"
    assert f"{expected}, found 'provenance.score/1'\n" in ran.err
    assert f"{records}:1: {expected}\n" in ran.err


def test_the_records_of_a_file_are_of_that_file(provenance, scored):
    path, audit = scored
    assert provenance("verify", audit, "--document", path).code == 0


def test_ids_that_come_from_the_place_may_be_of_another(provenance, scored):
    path, audit = scored
    moved = path.with_name("moved.jsonl")
    path.rename(moved)
    assert provenance("verify", audit, "--document", moved).code == 0


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        (lambda r: r["document"].update(id="b"), "/document/id"),
        (lambda r: r["document"].update(ignored=["x"]), "/document/ignored/0"),
        (lambda r: r["document"]["claims"][-1].update(line=1), "/document/claims/"),
        (
            lambda r: r["document"]["claims"][0].update(text="x" * len(r["document"]["claims"][0]["text"])),
            "/document/claims/0/text",
        ),
    ],
)
def test_forged_evidence_is_named(provenance, scored, change, pointer):
    path, audit = scored
    rewritten(audit, change)
    assert provenance("verify", audit).code == 0
    ran = provenance("verify", audit, "--document", path)
    assert ran.code == 1
    assert pointer in ran.err


@pytest.mark.parametrize("name", ["one", "list", "lines"])
def test_records_in_a_file_of_json(provenance, scored, name):
    """As jq and editors write them."""
    path, audit = scored
    records = [json.loads(line) for line in audit.read_text("utf-8").splitlines()]
    written = audit.with_name(f"{name}.json")
    if name == "lines":
        written.write_text(audit.read_text("utf-8"), "utf-8")
    else:
        written.write_text(json.dumps(records if name == "list" else records[0], indent=2), "utf-8")
    count = "1 record reproduces" if name == "one" else "2 records reproduce"
    ran = provenance("verify", written, "--document", path)
    assert (ran.code, ran.out, ran.err) == (0, f"{count}, 0 do not\n", "")
    assert provenance("diff", written, audit).code == 0
    assert provenance("ledger", "append", audit.with_name("ledger"), written).code == 0
    assert provenance("annotate", written, "--id", "a", *NOTE).code == 0


def test_where_two_readings_differ_is_only_looked_for_where_it_is_told(provenance, scored):
    """To find it, the documents are read again: of a thousand records that would be a thousand times."""
    path, audit = scored
    rewritten(audit, lambda r: r["document"].update(ignored=["x"]))
    forged = audit.read_text("utf-8").splitlines(keepends=True)[0]
    audit.write_text(forged * 22, "utf-8")
    ran = provenance("verify", audit, "--document", path)
    assert ran.err.count("/document/ignored/0: is not what is read") == 20
    assert ran.out == "0 records reproduce, 22 do not\n"


def test_what_was_said_to_be_looked_for_is_said_again(provenance, scored):
    path, audit = scored
    assert provenance("score", path, "--observed", "publisher", "--audit", audit).code == 0
    ran = provenance("verify", audit, "--document", path)
    assert ran.code == 1
    assert "/document/fields/publisher" in ran.err
    assert provenance("verify", audit, "--document", path, "--observed", "publisher").code == 0


def test_an_index_has_the_last_word_on_copies(provenance, scored, tmp_path):
    path, audit = scored
    index = tmp_path / "corpus.index"
    assert provenance("index", path, "-o", index).code == 0
    assert provenance("score", path, "--index", index, "--audit", audit).code == 0
    assert provenance("verify", audit, "--document", path).code == 0


def test_records_of_other_tables_are_counted(provenance, scored):
    _, audit = scored
    rewritten(audit, lambda r: r["run"]["suffix_list"].update(version="2031", digest="sha256:" + "0" * 64))
    ran = provenance("verify", audit)
    assert ran.code == 0
    assert "1 was made with other tables" in ran.err


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--document", "-"), "standard input cannot be"),
        (("--observed", "authors"), "--observed: goes with --document"),
        (("--map", "url=uri"), "--map: goes with --document"),
    ],
)
def test_options_that_cannot_work(provenance, scored, options, problem):
    ran = provenance("verify", scored[1], *options)
    assert (ran.code, ran.out) == (2, "")
    assert problem in ran.err


def test_a_thousand_bad_records_do_not_flood_a_terminal(provenance, scored):
    _, audit = scored
    audit.write_text("{bad\n" * 1000 + audit.read_text("utf-8"), "utf-8")
    ran = provenance("verify", audit)
    assert (ran.code, ran.out) == (1, "2 records reproduce, 1,000 do not\n")
    assert len(ran.err.splitlines()) == 21
    assert ran.err.endswith("more than 20 records do not reproduce; --all names them all\n")
    assert len(provenance("verify", audit, "--all").err.splitlines()) == 1000


@pytest.mark.parametrize("lines", [b"Rain fell.\n" * 30, b'{"id": "a"}\n' * 30])
def test_a_file_of_something_else_is_one_error(provenance, tmp_path, lines):
    path = tmp_path / "other"
    path.write_bytes(lines)
    ran = provenance("verify", path)
    assert (ran.code, ran.out) == (1, "0 records reproduce, 1 does not\n")
    assert ran.err == f"{path}: holds no audit records (provenance.audit/1)\n"
    assert (
        len(provenance("verify", "-", stdin=lines * 100).err.splitlines()) == 21
    )  # of which the rest may be some


REPEATED = '{"result": {"score": 100000}, '
"""Whoever reads the first of two keys reads this; whoever reads the last, what was verified."""


def test_a_key_that_stands_twice_is_read_differently_by_others(provenance, scored, tmp_path):
    _, audit = scored
    first, second = audit.read_text("utf-8").splitlines(keepends=True)
    audit.write_text(REPEATED + first[1:] + second, "utf-8")
    ran = provenance("verify", audit)
    assert ran.code == 1
    assert "audit.jsonl:1: the key 'result' stands twice" in ran.err
    assert provenance("explain", audit).code == 3
    assert provenance("export", audit, "--format", "csv").code == 3
    assert provenance("ledger", "append", tmp_path / "ledger", audit).code == 3
    as_list = tmp_path / "list.json"
    as_list.write_text(f"[{second}, {REPEATED}{first[1:]}]", "utf-8")
    assert "list.json:/1: the key 'result' stands twice" in provenance("explain", as_list).err


def test_a_record_cannot_borrow_the_name_of_the_bundled_policy(provenance, scored):
    """Its points would be recomputed rightly, and taken for those that are published."""
    _, audit = scored

    def generous(record):
        record["run"]["policy"]["millipoints"]["author.named"] -= 1

    rewritten(audit, generous)
    ran = provenance("verify", audit)
    assert ran.code == 1
    assert "'default@1' is the policy that comes with the library, and this is another" in ran.err


@pytest.mark.parametrize("with_index", [False, True])
def test_what_registries_say_is_no_part_of_the_document(provenance, scored, tmp_path, with_index):
    path, audit = scored
    (tmp_path / "ratings.csv").write_text(
        "# rater: Osterwick Media Watch\ndomain,rating\ntarnmoorherald.example,B\n"
    )
    (tmp_path / "tarnmoorherald.example.trust.txt").write_text("datatrainingallowed=no\n")
    options = [
        "--registry",
        tmp_path / "ratings.csv",
        "--registry",
        tmp_path / "tarnmoorherald.example.trust.txt",
    ]
    if with_index:
        provenance("index", path, "-o", tmp_path / "index")
        options += ["--index", tmp_path / "index"]
    assert provenance("score", path, *options, "--audit", audit).code == 0
    ran = provenance("verify", audit, "--document", path)
    assert (ran.code, ran.err) == (0, "")
    rewritten(audit, lambda record: record["document"].update(ignored=["x"]))
    assert "/document/ignored/0" in provenance("verify", audit, "--document", path).err


def test_what_may_be_given_again_is_not_forgotten(provenance, tmp_path):
    """Each ``--observed`` adds its fields, each ``--document`` its documents."""
    paths = [tmp_path / name for name in ("one.jsonl", "two.jsonl")]
    for path, record in zip(paths, RECORDS, strict=True):
        path.write_text(json.dumps(record) + "\n", "utf-8")
    audit, observed = tmp_path / "audit.jsonl", ("--observed", "publisher", "--observed", "published,url")
    assert provenance("score", *paths, *observed, "--audit", audit).code == 0
    kept = [json.loads(line)["document"]["fields"] for line in audit.read_text("utf-8").splitlines()]
    assert all(fields["publisher"]["state"] == "absent" for fields in kept)
    assert all(fields["published"]["state"] == "absent" for fields in kept)
    both = ("--document", paths[0], "--document", paths[1])
    assert provenance("verify", audit, *both, *observed).code == 0
    assert provenance("verify", audit, *both).code == 1
    ran = provenance("verify", audit, *both[2:], *observed)
    assert (ran.code, f"of any document in {paths[1]}" in ran.err) == (1, True)

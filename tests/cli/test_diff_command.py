"""`provenance diff`: two runs compared, and a check of it."""

import json

import pytest

BEFORE = [
    {
        "id": "a",
        "url": "https://tarnmoorherald.example/a",
        "publisher": "Tarnmoor Herald",
        "authors": ["Jane Doe"],
    },
    {"id": "b", "authors": ["John Roe"]},
    {"id": "c", "authors": []},
]
AFTER = [BEFORE[0] | {"authors": []}, BEFORE[1], {"id": "d"}]


@pytest.fixture
def runs(provenance, tmp_path):
    """A function that scores the records before and after, as score lines or audit records."""

    def make(kind="score", before=BEFORE, after=AFTER, **options):
        paths = []
        for name, records in (("before", before), ("after", after)):
            source, scores, audit = (
                tmp_path / f"{name}{end}" for end in (".in.jsonl", ".jsonl", ".audit.jsonl")
            )
            source.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
            extra = [f"--{k}={v}" for k, v in options.items()] if name == "after" else []
            assert not provenance("score", source, "-o", scores, "--audit", audit, *extra).code
            paths.append(audit if kind == "audit" else scores)
        return paths

    return make


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("kind", ["score", "audit"])
def test_runs(provenance, runs, kind):
    ran = provenance("diff", *runs(kind), "--format", "jsonl")
    assert ran.code == 0
    *changes, total = lines(ran)
    assert [(c["id"], c.get("causes"), c.get("points")) for c in changes] == [
        ("a", ["input"], -7.0),
        ("c", None, None),
        ("d", None, None),
    ]
    assert (total["schema"], total["documents"], total["removed"], total["added"]) == (
        "provenance.diff/1",
        2,
        1,
        1,
    )
    assert (total["rose"], total["fell"], total["changed"]) == (0, 1, 1)
    assert total["causes"]["input"] == {"documents": 1, "scores": 1, "points": -7.0}


def test_a_table(provenance, runs):
    out = provenance("diff", *runs("audit")).out
    assert out.startswith("2 documents in both, 1 only in the first, 1 only in the second\n")
    assert "0 scores rose, 1 fell" in out
    assert "lowest −7.0" in out


def test_one_document_point_by_point(provenance, runs):
    ran = provenance("diff", *runs("audit", profile="metadata"), "--id", "a")
    assert "what differs: input, policy" in ran.out
    assert "author.kind (input −3.0)" in ran.out
    assert provenance("diff", *runs(), "--id", "z").code == 1


def test_in_another_order(provenance, runs):
    ran = provenance("diff", *runs("audit", after=AFTER[::-1]), "--format", "jsonl")
    assert [c["id"] for c in lines(ran)[:-1]] == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("after", "fails"),
    [
        (BEFORE, set()),
        (BEFORE[:2], {"any"}),
        (AFTER, {"any", "drop"}),
        ([BEFORE[0], BEFORE[1], BEFORE[2] | {"authors": ["Ada Vale"]}], {"any"}),
    ],
)
@pytest.mark.parametrize("on", ["any", "drop", "band"])
def test_it_fails_where_it_is_told_to(provenance, runs, after, fails, on):
    assert provenance("diff", *runs(after=after), "--fail-on", on).code == (on in fails)


def test_a_band_that_was_crossed(provenance, runs):
    paths = runs("audit", profile="metadata", before=BEFORE, after=BEFORE)
    ran = provenance("diff", *paths, "--fail-on", "band")
    assert ran.code == 1
    assert "F to" in ran.out


def test_runs_of_two_kinds(provenance, runs):
    ran = provenance("diff", runs("audit")[0], runs("score")[1])
    assert ran.code == 2
    assert "compare like with like" in ran.err


def test_lines_that_cannot_be_compared(provenance, runs, tmp_path):
    before, after = runs()
    before.write_text(
        '{"id": "a"}\nnot json\n[]\n{"schema": "provenance.score/1", "id": "b"}\n' + before.read_text()
    )
    ran = provenance("diff", before, after)
    assert ran.code == 3
    assert ran.err.count("\n") == 4
    assert "before.jsonl:1: /schema: expected provenance.audit/1 or provenance.score/1\n" in ran.err
    assert "before.jsonl:4: is no whole line" in ran.err
    before.write_text("no JSON\n" * 100 + before.read_text())
    ran = provenance("diff", before, after)
    assert ran.err.count("\n") == 21
    assert "more than 20 lines of" in ran.err
    before.write_text("no JSON\n" * 100)
    ran = provenance("diff", before, after)
    assert (ran.code, ran.err) == (
        3,
        f"{before}: holds no audit records (provenance.audit/1) and no score lines (provenance.score/1)\n",
    )
    assert provenance("diff", "-", "-").code == 2
    assert provenance("diff", before, tmp_path / "none.jsonl").code == 2


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("audit", ("result", "score")),
        ("audit", ("result", "ceiling")),
        ("audit", ("signals", 0, "earned")),
        ("audit", ("signals", 0, "lost")),
        ("score", ("score",)),
        ("score", ("features", "author.named")),
    ],
)
def test_what_is_no_number_is_in_no_whole_line(provenance, runs, kind, path, alone):
    before, after = runs(kind)
    line, *others = before.read_text("utf-8").splitlines()
    broken = part = json.loads(line)
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = "no number"
    before.write_text("\n".join([json.dumps(broken), *others]), "utf-8")
    if alone:
        after.write_text("", "utf-8")
    for form in ("table", "jsonl"):
        ran = provenance("diff", before, after, "--format", form)
        assert ran.code == 3
        assert "before.audit.jsonl:1: is no whole line" in ran.err.replace(
            "before.jsonl", "before.audit.jsonl"
        )


def test_lines_of_two_kinds_in_one_run(provenance, runs):
    (scores, _), (audits, _) = runs(), runs("audit")
    scores.write_text(scores.read_text() + audits.read_text())
    ran = provenance("diff", scores, scores)
    assert (ran.code, ran.err.count("/schema: audit records among score lines\n")) == (3, 6)


def test_of_many_documents_in_another_band_the_first_are_named(provenance, runs):
    many = [{"id": f"d{n}", "url": "https://tarnmoorherald.example/a"} for n in range(25)]
    full = {"text": "Rain fell.", "links": [], "authors": [], "publisher": "", "published": ""}
    ran = provenance("diff", *runs(before=many, after=[one | full for one in many]))
    assert (ran.out.count("  F to E  "), ran.out.count("… (--format jsonl names all)\n")) == (20, 1)

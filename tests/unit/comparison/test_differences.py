"""What moved a score is told apart, and adds up to what it moved."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Policy, Registry, Scorer
from provenance.audit import Annotation, annotated, annotations_in
from provenance.comparison import Totals, compared
from provenance.corpus.index import Index
from provenance.render.diff import totals_text
from provenance.result import result_of
from provenance.testing import documents
from provenance.testing.laws import resealed

CORE = Registry.core()
POLICY = Policy.default()
OTHER = Policy.from_content(
    {
        **POLICY.content(),
        "id": "other@1",
        "millipoints": {**POLICY.points, "author.named": 1000, "publisher.named": 7000},
    }
)
SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21"),
    Scorer(as_of="2026-11-21", policy=OTHER),
    Scorer(policy=OTHER, protected=["tarnmoorherald.example"], affiliates=["quillbeck.gov"]),
    Scorer(profile="text"),
)
scorers = st.sampled_from(SCORERS)
RECORD = {"id": "a", "url": "https://tarnmoorherald.example/a", "publisher": "Tarnmoor Herald"}
RECORD |= {"authors": ["Jane Doe"], "published": "2024-05-01", "policies": {}}


def record_of(scorer=SCORERS[1], **other):
    return scorer.score(Document.from_record(RECORD | other)).to_record()


@given(documents(), documents(), scorers, scorers)
def test_what_moved_it_adds_up_exactly(one, other, before, after):
    earlier, later = before.score(one).to_record(), after.score(other).to_record()
    found = compared(earlier, later, CORE)
    assert sum(found.by.values()) == found.points == later["result"]["score"] - earlier["result"]["score"]
    for moved in found.signals:
        assert sum(moved.by.values()) == (moved.after.earned if moved.after else 0) - (
            moved.before.earned if moved.before else 0
        )
    assert {*found.by} <= {*found.causes}
    back = compared(later, earlier, CORE)
    assert (back.points, back.causes) == (-found.points, found.causes)


@given(documents(), scorers)
def test_the_same_is_no_difference(document, scorer):
    assessment = scorer.score(document)
    for line in (assessment.to_record(), assessment.to_line()):
        found = compared(line, copy.deepcopy(line), CORE)
        assert not found.moved
        assert (found.causes, found.by, found.signals) == ((), {}, ())
        assert result_of(line) == found.before


@given(documents(), documents(), scorers, scorers)
def test_lines_tell_what_records_tell_of_the_whole(one, other, before, after):
    pairs = before.score(one), after.score(other)
    lines = compared(*(a.to_line() for a in pairs), CORE)
    records = compared(*(a.to_record() for a in pairs), CORE)
    assert (lines.before, lines.after, lines.points) == (records.before, records.after, records.points)


def relibraried(record, **document):
    record = copy.deepcopy(record)
    record["run"]["library"] = "0.0.1"
    record["document"] |= document
    return resealed(record)


CASES = {
    "input": (record_of(), record_of(authors=[]), {"input": -7000}),
    "policy": (record_of(), record_of(SCORERS[2]), {"policy": 0}),
    "settings": (record_of(), record_of(Scorer(as_of="2020-01-01")), {"settings": -3000}),
    "input and policy": (
        record_of(authors=[]),
        record_of(SCORERS[2], publisher=""),
        {"input": -2000, "policy": -3000},
    ),
    "library alone": (record_of(), relibraried(record_of()), {}),
}


@pytest.mark.parametrize("case", CASES)
def test_causes(case):
    before, after, expected = CASES[case]
    found = compared(before, after, CORE)
    assert {cause: by for cause, by in found.by.items() if by} == {c: by for c, by in expected.items() if by}
    assert {*expected} <= {*found.causes}


def test_two_causes_are_changed_one_after_the_other():
    """The author goes, which costs 7 points of the first policy; then the points move what is left."""
    found = compared(record_of(), record_of(SCORERS[2], authors=[]), CORE)
    assert found.causes == ("input", "policy")
    assert found.by == {"input": -7000, "policy": 3000}
    named = next(moved for moved in found.signals if moved.signal == "publisher.named")
    assert named.by == {"policy": 3000}


def test_the_same_bytes_read_otherwise_is_extraction():
    before = record_of()
    after = copy.deepcopy(before)
    after["document"]["fields"]["authors"] = {"state": "absent"}
    assert compared(before, after, CORE).causes == ("extraction",)
    assert compared(before, relibraried(after), CORE).causes == ("library",)
    after["run"]["tables"] = {"other": "sha256:0"}
    assert compared(before, after, CORE).causes == ("tables",)


def test_an_index_is_told_apart_from_the_document():
    pair = {"document": "a", "source": "b", "kind": "exact", "jaccard": 1, "containment": 1}
    pair |= {"direction": "dated", "credit": "none"}
    before, after = record_of(derivations=[]), record_of(derivations=[pair])
    before["run"]["index"], after["run"]["index"] = "sha256:1", "sha256:2"
    after["document"]["digest"] = before["document"]["digest"]
    found = compared(before, after, CORE)
    assert (found.causes, found.by) == (("index",), {"index": -8000})


def test_what_an_index_says_of_what_is_cited_is_told_apart_too(tmp_path):
    """It was told as "the same bytes, read as other evidence"."""
    records = [
        {
            "id": name,
            "url": f"https://{name}.example/1",
            "text": f"The quay of {name} stays closed. Repairs cost 3.2 million crowns in 2019.",
            "links": [f"https://{other}.example/1"],
        }
        for name, other in (("x", "y"), ("y", "x"))
    ]
    documents = [Document.from_record(record) for record in records]
    with Index.build(tmp_path / "index") as index:
        for document in documents:
            index.add(document)
    before, after = (s.score(documents[0]).to_record() for s in (Scorer(), Scorer(index=tmp_path / "index")))
    assert "cited_documents" in after["document"]["fields"]
    found = compared(before, after, CORE)
    assert found.causes == ("index",)
    assert set(found.by) == {"index"}


def test_annotations_differ_and_move_nothing():
    before = record_of()
    after = annotated(before, [Annotation("correction", "the desk", "2026-11-21", "The date was wrong.")])
    found = compared(before, after, CORE)
    assert (found.causes, found.by, found.moved) == (("annotations",), {}, False)
    other = annotated(record_of(SCORERS[2], authors=[]), annotations_in(after))
    assert compared(before, other, CORE).by == {"input": -7000, "policy": 3000}
    totals = Totals()
    totals.add(found)
    assert "annotations: differs in 1, changed 0 scores" in totals_text(totals)


def test_records_of_other_signals_are_compared_as_they_stand():
    before, after = record_of(), record_of(SCORERS[2], authors=[])
    after["signals"][0]["version"] = 99
    found = compared(before, after, CORE)
    assert found.causes == ("input", "policy", "registry")
    assert found.by == {"several": -4000}


def test_score_lines_tell_input_from_policy_and_nothing_else():
    lines = [
        scorer.score(Document.from_record(RECORD | other)).to_line()
        for scorer, other in (
            (SCORERS[1], {}),
            (SCORERS[1], {"authors": []}),
            (SCORERS[2], {}),
            (SCORERS[2], {"authors": []}),
            (Scorer(as_of="2020-01-01"), {}),
        )
    ]
    found = [compared(lines[0], line, CORE) for line in lines]
    assert [f.causes for f in found] == [(), ("input",), ("policy",), ("input", "policy"), ("unrecorded",)]
    assert [{*f.by} for f in found] == [set(), {"input"}, set(), {"several"}, {"unrecorded"}]
    assert found[1].signals[0].shares == (1.0, 0.0)


def test_totals():
    totals = Totals()
    assert totals.quantiles == {}
    for other in [{}] * 8 + [{"authors": []}] * 2:
        totals.add(compared(record_of(), record_of(**other), CORE))
    assert (totals.both, totals.changed, totals.up, totals.down, totals.points) == (10, 2, 0, 2, -14_000)
    assert totals.quantiles == {0: -7000, 10: -7000, 50: 0, 90: 0, 100: 0}
    assert totals.causes["input"] == (2, 2, -14_000)

"""What people say of a document is carried, sealed and shown; no score hears it."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.audit import ANNOTATION_KINDS, Annotation, annotated, original_digest, sealed_digest
from provenance.codec import canonical, digest_of

DISPUTE = Annotation("dispute", "Edda Lund", "2026-11-21", "The byline is mine.", "author.named")
CONTEXT = Annotation("context", "a reader", "2024-02-29", "The bridge was built in 1920.")

said = st.builds(
    Annotation,
    kind=st.sampled_from(ANNOTATION_KINDS),
    by=st.text(min_size=1, max_size=9),
    on=st.dates().map(str),
    note=st.text(min_size=1, max_size=30),
    signal=st.sampled_from(["", *provenance.Registry.core().ids]),
)


@pytest.fixture(scope="module")
def record():
    document = provenance.Document.from_record(
        {"id": "a", "authors": ["Jane Doe"], "text": "Critics say so."}
    )
    return provenance.score(document).to_record()


def without_seal(record):
    return {key: value for key, value in record.items() if key not in ("annotations", "digest")}


@given(st.lists(said, max_size=4))
def test_annotations_survive_round_trips_and_change_nothing_else(record, given):
    carried = annotated(record, given)
    again = provenance.verify(json.loads(canonical(carried)))
    assert again.to_record() == carried
    assert list(again.annotations) == list(dict.fromkeys(given))
    assert without_seal(carried) == without_seal(record)
    assert original_digest(carried) == record["digest"]
    assert (carried["digest"] == record["digest"]) == (not given)


def test_more_can_be_said_later_and_each_thing_once(record):
    carried = annotated(annotated(record, [CONTEXT]), [DISPUTE, CONTEXT])
    assert carried["annotations"] == [CONTEXT.content(), DISPUTE.content()]
    assert list(carried)[-1] == "digest"


def test_a_scorer_attaches_them_by_id_and_by_digest(record):
    document = provenance.Document.from_record(
        {"id": "a", "authors": ["Jane Doe"], "text": "Critics say so."}
    )
    scorer = provenance.Scorer().annotating({"a": [DISPUTE], document.digest: [CONTEXT], "b": [CONTEXT]})
    for each in (scorer, pickle.loads(pickle.dumps(scorer))):
        assessment = each.score(document)
        assert assessment.to_record() == annotated(record, [DISPUTE, CONTEXT])
        assert assessment.to_bytes() == canonical(assessment.to_record())
        assert assessment.to_line() == provenance.score(document).to_line()
        assert "annotations" not in each.score(provenance.Document.from_record({"id": "c"})).to_record()


def test_the_explanation_shows_them(record):
    shown = provenance.verify(annotated(record, [DISPUTE, CONTEXT])).explain()
    assert "dispute of author.named by Edda Lund, 2026-11-21: The byline is mine." in shown
    assert "context by a reader" in shown
    assert "Notes, which" not in provenance.verify(record).explain()


def resealed(record, annotations):
    content = {**without_seal(record), "annotations": annotations}
    return {**content, "digest": digest_of(canonical(content))}


GOOD = DISPUTE.content()
BAD = (
    ([], "/annotations"),
    ("x", "/annotations"),
    ([5], "/annotations/0"),
    ([GOOD, {}], "/annotations/1/kind"),
    ([{**GOOD, "kind": "praise"}], "/annotations/0/kind"),
    ([{**GOOD, "by": ""}], "/annotations/0/by"),
    ([{**GOOD, "note": 5}], "/annotations/0/note"),
    ([{**GOOD, "on": "yesterday"}], "/annotations/0/on"),
    ([{**GOOD, "on": "2026-02-30"}], "/annotations/0/on"),
    ([{**GOOD, "on": "٢٠٢٦-01-01"}], "/annotations/0/on"),
    ([{**GOOD, "signal": "author.name"}], "/annotations/0/signal"),
    ([{**GOOD, "signal": ""}], "/annotations/0/signal"),
    ([{**GOOD, "points": 5}], "/annotations/0/points"),
)


@pytest.mark.parametrize(("annotations", "pointer"), BAD)
def test_what_is_no_annotation_is_refused_by_the_place(record, annotations, pointer):
    with pytest.raises(provenance.AuditError) as found:
        provenance.verify(resealed(record, annotations))
    assert found.value.pointer == pointer


def test_the_digest_covers_them(record):
    carried = annotated(record, [DISPUTE])
    carried["annotations"][0]["note"] = "The byline is not mine."
    for check in (provenance.verify, sealed_digest):
        with pytest.raises(provenance.AuditError, match="/digest"):
            check(carried)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (("praise", "me", "2026-11-21", "x"), "kind: expected one of correction, context, dispute"),
        (("context", "", "2026-11-21", "x"), "by: expected a string that is not empty, found ''"),
        (("context", "me", "someday", "x"), "on: expected a day such as 2026-11-21, found 'someday'"),
        (("context", "me", "2026-02-30", "x"), "on: there is no such day"),
        (("context", "me", "2026-11-21", ""), "note: expected a string that is not empty, found ''"),
        (("context", "me", "2026-11-21", "x", 5), "signal: expected a string, found 5"),
    ],
)
def test_what_no_annotation_says_makes_none(said, problem):
    with pytest.raises(provenance.ConfigurationError) as caught:
        Annotation(*said)
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (Annotation("context", "me", "2026-11-21", "x", "author.nam"), "did you mean 'author.named'?"),
        ({"kind": "context"}, "annotations: expected an Annotation, found {'kind': 'context'}"),
    ],
)
def test_what_a_scorer_can_attach_is_said_of_its_signals(given, problem):
    with pytest.raises(provenance.ConfigurationError) as caught:
        provenance.Scorer().annotating({"a": [given]})
    assert problem in str(caught.value)

"""What a type checker makes of the public names: mypy checks these tests, and pytest runs them.

What is ignored here has to be an error, or mypy says that the comment is not needed.
"""

from collections.abc import Mapping
from typing import Any, Literal, assert_type

import pytest

import provenance
from provenance import Assessment, Document, InputError
from provenance.counterfactual import Denial, WhatIf
from provenance.evidence import Field
from provenance.fields import Author, Publisher
from provenance.signal import Context, Finding, Signal, yes
from provenance.values.dates import Date
from provenance.values.hosts import Url

RECORD = {"id": "a", "url": "https://tarnmoorherald.example/a", "authors": ["Jane Doe"]}


def test_the_fields_of_a_document_have_types_of_their_own() -> None:
    document = Document.from_record(RECORD)
    assert_type(document.authors, Field[Author])
    assert_type(document.url.first, Url | None)
    assert_type(document.published.values, tuple[Date, ...])
    assert_type(document.publisher.first, Publisher | None)
    assert_type(document.has_author.first, bool | None)


def test_what_an_assessment_says() -> None:
    assessment = provenance.score(Document.from_record(RECORD))
    assert_type(assessment.score, float)
    assert_type(assessment.band, str)
    assert_type(assessment.features, dict[str, float | None])
    assert_type(assessment.reasons[0].kind, Literal["lost", "disqualified", "open"])
    assert_type(assessment.what_if(), WhatIf)
    assert_type(assessment.if_false(), tuple[Denial, ...])
    assert_type(assessment.to_record(), dict[str, Any])
    assert_type(provenance.verify(assessment.to_record()), Assessment)


def test_a_stream_holds_errors_beside_what_could_be_read() -> None:
    records: list[dict[str, object]] = [{"id": "a"}, {"id": "b", "has_author": True, "authors": []}]
    ids = []
    for each in provenance.Scorer().score_many(records):
        assert_type(each, Assessment | InputError)
        ids.append(each.pointer if isinstance(each, InputError) else each.id)
    assert ids == ["a", "/has_author"]
    assert [*provenance.read_many()] == []


def test_a_signal_of_ones_own_is_a_function() -> None:
    def assess(document: Document, context: Context) -> Finding:
        return yes(document.authors.places())

    core = provenance.Registry.core()
    signal = Signal(core["author.named"].spec, assess)
    registry = core.without("author.named").adding(signal)
    assessment = provenance.Scorer(signals=registry).score(Document.from_record({"id": "a"}))
    assert assessment.features["author.named"] == 1.0


def test_what_is_wrong_is_wrong_before_it_runs() -> None:
    with pytest.raises(AttributeError):
        provenance.Scoer()  # type: ignore[attr-defined]
    scorer = provenance.Scorer()
    with pytest.raises(InputError):
        scorer.score(RECORD)  # type: ignore[arg-type]
    with pytest.raises(InputError):
        scorer.score_many("records.jsonl")  # type: ignore[arg-type]
    with pytest.raises(provenance.ConfigurationError):
        provenance.Scorer(policy=3)  # type: ignore[arg-type]
    assessment = scorer.score(Document.from_record(RECORD))
    with pytest.raises(AttributeError):
        assessment.score = 100.0  # type: ignore[misc]
    with pytest.raises(TypeError):
        bool(assessment.document.authors.state)
    points: Mapping[str, int] = scorer.policy.points
    with pytest.raises(TypeError):
        points["author.named"] = 100_000  # type: ignore[index]

"""The names that others build on."""

import copy
import pickle

import pytest

import provenance


def test_every_public_name_is_listed_once_and_can_be_had():
    assert provenance.__all__ == sorted(provenance._HOMES) == [*provenance._HOMES]
    assert {*provenance.__all__} <= {*dir(provenance)}
    assert all(hasattr(provenance, name) for name in provenance.__all__)


def test_unknown_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="no attribute 'scor'"):
        provenance.scor  # noqa: B018


def test_the_fixed_interface():
    document = provenance.Document.from_record(
        {"id": "a", "authors": ["Jane Doe"], "publisher": "Tarnmoor Herald"}
    )
    assessment = provenance.score(document)
    assert 0 <= assessment.score <= assessment.ceiling <= 100
    assert 0 <= assessment.coverage <= 1
    assert assessment.band in "ABCDEF"
    assert assessment.features["author.named"] == 1.0
    assert "author.named" in assessment.explain()
    assert provenance.verify(assessment.to_record()).score == assessment.score


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))]
)
@pytest.mark.parametrize(
    "value",
    [
        provenance.Document.from_record({"id": "a", "authors": ["Jane Doe"], "text": "She said so."}),
        provenance.read_text("She said so."),
        provenance.Policy.default().with_profile("text"),
        provenance.Registry.core().without("author.bio"),
        provenance.Annotation("dispute", "Ada Vale", "2026-11-21", "Not so."),
    ],
    ids=repr,
)
def test_a_value_is_its_copy_and_can_be_a_key(value, copied):
    again = copied(value)
    assert again == value
    assert {value: "found"}[again] == "found"
    assert value != "another"


def test_documents_differ_by_what_is_known_and_by_their_bytes():
    document = provenance.Document.from_record({"id": "a", "authors": ["Jane Doe"]})
    assert document != document.hiding("authors")
    assert provenance.read_text("She said so.") != provenance.read_text("She said so. ")


def test_a_scorer_says_what_it_holds_fixed():
    scorer = provenance.Scorer(as_of="2026-11-21")
    signals = len(scorer.registry)
    assert repr(scorer) == f"<Scorer: default@1, <Registry of {signals} signals>, as of 2026-11-21>"


def test_a_scorer_is_cheap_to_pickle():
    scorer = provenance.Scorer(as_of="2026-11-21", protected=["tarnmoorherald.example"])
    packed = pickle.dumps(scorer)
    assert len(packed) < 10_000  # without the words of the signals
    again = pickle.loads(packed)
    document = provenance.Document.from_record(
        {"id": "a", "published": "2024-01-01", "url": "https://tarnmoorherald.example/a"}
    )
    assert again.score(document).to_record() == scorer.score(document).to_record()


def test_score_many_keeps_the_order_and_stands_an_error_in_the_place_of_a_bad_record():
    found = list(provenance.Scorer().score_many([{"id": "a"}, 5, {"id": "b"}]))
    assert [getattr(f, "id", None) for f in found] == ["a", None, "b"]
    assert isinstance(found[1], provenance.InputError)


@pytest.mark.parametrize("error", ["InputError", "ConfigurationError", "AuditError"])
def test_errors_are_one_family(error):
    assert issubclass(getattr(provenance, error), provenance.ProvenanceError)


def test_a_page_from_its_source():
    page = '<title>A bridge</title><meta name="author" content="Jane Doe">'
    document = provenance.read_html(page, url="https://tarnmoorherald.example/a")
    assert document.authors.first.name == "Jane Doe"
    assert provenance.read_html(page.encode()).url.why is not None


WRONG = [5, 1.5, True, object(), (5,), {5}, len]
RECORD = {"id": "a", "authors": ["Jane Doe"]}
ARGUMENTS = {
    "policy": lambda value: provenance.Scorer(policy=value),
    "index": lambda value: provenance.Scorer(index=value),
    "profile": lambda value: provenance.Scorer(profile=value),
    "registry": lambda value: provenance.Scorer(registry=value),
    "as_of": lambda value: provenance.Scorer(as_of=value),
    "protected": lambda value: provenance.Scorer(protected=value),
    "affiliates": lambda value: provenance.Scorer(affiliates=value),
    "signals": lambda value: provenance.Scorer(signals=value),
    "signals ": provenance.Registry,
    "name": lambda value: provenance.Registry.core()[value],
    "id": lambda value: provenance.Document.from_record({}, default_id=value),
    "id ": lambda value: provenance.read_text("x", id=value),
    "id  ": lambda value: provenance.read_html("<p>x", id=value),
    "observed": lambda value: provenance.Document.from_record(RECORD, observed=value),
    "columns": lambda value: provenance.Document.from_record(RECORD, columns=value),
    "columns ": lambda value: provenance.Document.from_record(RECORD, columns={"title": value}),
    "columns  ": lambda value: list(provenance.Scorer().score_many([RECORD], columns=value)),
    "url": lambda value: provenance.read_html("<p>x", url=value),
    "charset": lambda value: provenance.read_html(b"<p>x", charset=value),
    "path": provenance.read,
    "paths": provenance.read_many,
    "input_format": lambda value: provenance.read("x", input_format=value),
    "workers": lambda value: provenance.Scorer().score_many([RECORD], workers=value),
    "registry ": lambda value: provenance.verify({}, registry=value),
    "band": lambda value: provenance.score(provenance.read_text("x")).what_if(band=value),
    "annotations": provenance.Scorer().annotating,
    "annotations ": lambda value: provenance.Scorer().annotating({"a": value}),
    "path ": provenance.Policy.load,
    "text": provenance.Policy.from_toml,
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_an_argument_of_the_wrong_type_is_told_by_its_name(name):
    for value in WRONG:
        if name.strip() == "workers" and value == 5 and value is not True:
            continue
        with pytest.raises(provenance.ConfigurationError) as refused:
            ARGUMENTS[name](value)
        assert name.strip() in str(refused.value)

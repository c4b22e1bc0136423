"""Strings that only hold the place of a value, alone and in records of every kind."""

import pytest

from provenance import Document
from provenance.evidence import State
from provenance.values.placeholders import is_placeholder

PLACEHOLDERS = (
    "NaN", "Nan", "nan", "None", "NONE", "null", "NULL", "Null", "N/A", "n/a", "NA", "n.a.", "#N/A", "<NA>", "NaT", "\\N",
    "undefined", "[object Object]", "Unknown", "(unknown)", "Missing", "TBD", "False", "True", "First Last",
    "Firstname Lastname", "Your Name", "-", "--", "—", "?", "???", "#REF!", "unbekannt", "неизвестно", "未知", " NaN ",
)  # fmt: skip
VALUES = (
    "Jane Doe", "Nan Goldin", "The Unknown", "Missing Persons Daily", "Null Island Times", "True North", "Nathan", "1984", "X",
    "Na Li", "False Creek Post", "N. A. Vale", "", " ", "Object", "#1", "C", "Tuesday", "Void", "x" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_what_only_holds_the_place_of_a_value(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", VALUES)
def test_what_is_a_value(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["NaN", "null", "Unknown", "[object Object]", "First Last", "False"])
@pytest.mark.parametrize(
    "made",
    [
        lambda text: text,
        lambda text: [text],
        lambda text: [text, None],
        lambda text: {"name": text},
        lambda text: [{"@type": "Person", "name": text}],
        lambda text: {"value": text, "channel": "json-ld"},
    ],
)
@pytest.mark.parametrize("field", ["authors", "publisher", "title", "section"])
def test_it_is_as_if_nothing_were_supplied(text, made, field):
    document = Document.from_record({"id": "a", field: made(text)})
    assert document.field(field).state is State.UNKNOWN
    assert document.fields == Document.from_record({"id": "a", field: None}).fields


@pytest.mark.parametrize("field", ["text", "published", "url", "links", "citations", "license"])
def test_in_other_fields_too(field):
    assert field not in Document.from_record({"id": "a", field: "NaN"}).fields


def test_what_stands_beside_it_counts():
    document = Document.from_record({"authors": ["Jane Doe", "NaN"], "author": "Unknown", "publisher": "N/A"})
    assert [author.name for author in document.authors.values] == ["Jane Doe"]
    assert document.authors.complete
    observed = Document.from_record({"publisher": "N/A"}, observed=["publisher"])
    assert observed.publisher.state is State.ABSENT

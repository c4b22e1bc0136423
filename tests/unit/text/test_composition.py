import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.composition import composed
from provenance.text.facts import (
    Attribution,
    Claim,
    Cue,
    PlacedLink,
    Repetition,
    Source,
    SourceKind,
    Span,
    Support,
    TextFacts,
)
from provenance.text.placement import in_composed_text, in_given_text

COMBINING = "aeAzio \u0301\u0323\u0307\u0344\u1100\u1161\u11a8\u09c7\u09be\u09d7\u212b\uac00\u0b47\u0b56\u30ab\u3099\u0958"


@given(st.text(st.sampled_from(COMBINING), max_size=20))
def test_it_is_nfc_and_offsets_lead_back(text):
    form = composed(text)
    assert form.text == unicodedata.normalize("NFC", text)
    if form.starts is None:
        assert form.text == text
    else:
        assert len(form.starts) == len(form.text) + 1
        assert list(form.starts) == sorted(form.starts)
        assert form.given(len(form.text)) == len(text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_again(form):
    text = unicodedata.normalize(form, "Zoë Ångström left — «déjà».")
    composed_text = composed(text)
    start = composed_text.text.index("Ångström")
    given_start, given_end = composed_text.given(start), composed_text.given(start + 8)
    assert unicodedata.normalize("NFC", text[given_start:given_end]) == "Ångström"
    assert composed_text.offset(given_start) == start


def test_a_long_run_of_disordered_marks_is_cut():
    text = "e" + "\u0301\u0323" * 100 + "x"
    form = composed(text)
    assert form.text.endswith("x")
    assert len(form.text) < 40
    assert form.given(len(form.text) - 1) == 201


def test_a_long_run_of_ordered_marks_is_kept():
    text = "a\u0300" + "\u0301" * 50
    assert len(composed(text).text) == 51


def test_what_never_composes_is_read_in_one_pass():
    text = "e\u0301" + "字" * 50 + "\u1100\u1161" * 50 + "o" + "\u0323" * 9 + "字"
    assert composed(text).text == unicodedata.normalize("NFC", text)


def test_every_fact_moves():
    given_text = "e\u0301" * 10
    form = composed(given_text)
    facts = TextFacts(
        length=10,
        language="en",
        lexicon="en@1",
        attributions=(
            Attribution(
                "indirect",
                "assert",
                0,
                "rule",
                Source(1, 2, "é", SourceKind.PERSON, "é"),
                Cue(2, 3, "é"),
                Span(3, 10),
            ),
            Attribution("direct", "assert", 0, "rule", None, None, None),
        ),
        claims=(Claim(0, 10, ("date",), "inline", (Support(1, 3, "attribution"),)),),
        repetition=(Repetition(5, 10, 0, 5),),
    )
    moved = in_given_text(facts, given_text, form)
    source, cue, content = (
        moved.attributions[0].source,
        moved.attributions[0].cue,
        moved.attributions[0].content,
    )
    assert (source.start, source.end, source.text) == (2, 4, "e\u0301")
    assert (cue.start, cue.end, cue.text) == (4, 6, "e\u0301")
    assert content == (6, 20)
    assert moved.attributions[1] == facts.attributions[1]
    assert moved.claims[0].by[0][:2] == (2, 6)
    assert moved.repetition == ((10, 20, 0, 10),)
    assert in_composed_text([PlacedLink(2, 6, "x")], form) == ((1, 3, "x"),)

"""The score line written straight from the numbers is the line as an object, written out."""

from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Scorer
from provenance.codec import json_line
from provenance.render.lines import score_text
from provenance.testing import documents

SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21", profile="text"),
    Scorer(as_of="2024-05-01", protected=["tarnmoorherold.example"]),
)


@given(documents(), st.sampled_from(SCORERS))
def test_the_text_is_the_line(document, scorer):
    assessment = scorer.score(document)
    assert score_text(assessment.card) == json_line(assessment.to_line())


def test_any_id_is_written():
    for name in ('"', "\\", "\n", "é", "\ud800", "\u2028"):
        card = SCORERS[0].score(Document(name, {}, content={})).card
        assert score_text(card) == json_line(SCORERS[0].score(card.document).to_line())

"""No gain from hiding, exhaustively: every field and every pair of fields of every bundled example."""

from itertools import combinations
from pathlib import Path

import pytest

from provenance import Document, Scorer, read_many
from provenance.testing import check_bounds, check_hiding, check_recomputation, check_sums

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCORER = Scorer(as_of="2026-11-21", protected=["tarnmoorherald.example"])
DOCUMENTS = [d for d in read_many(EXAMPLES) if isinstance(d, Document)]


def points(document):
    return [(c.signal, c.earned, c.lost) for c in SCORER.score(document).contributions]


def narrower(more, less, what):
    """Whoever knows *less* earns and loses no more than whoever knows *more*."""
    for (name, earned, lost), (_, hidden_earned, hidden_lost) in zip(more, less, strict=True):
        assert hidden_earned <= earned, (what, name)
        assert hidden_lost <= lost, (what, name)


def test_there_are_at_least_twelve():
    assert len(DOCUMENTS) >= 12


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: Path(d.id).name)
def test_the_laws_hold(document):
    assessment = SCORER.score(document)
    check_bounds(assessment)
    check_sums(assessment)
    check_hiding(SCORER, document)
    check_recomputation(assessment)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: Path(d.id).name)
def test_hiding_two_fields_never_pays(document):
    full = points(document)
    alone = {name: points(document.hiding(name)) for name in document.fields}
    for one, other in combinations(document.fields, 2):
        both = points(document.hiding(one).hiding(other))
        for single in (alone[one], alone[other]):
            narrower(single, both, (one, other))
            narrower(full, single, (one, other))

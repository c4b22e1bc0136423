"""The reasons for a score tell all of what was not earned, in a fixed order, with codes that stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import Document, Registry, Scorer
from provenance.evidence import Why
from provenance.reasons import PRINCIPAL, WHY, principal_codes, reasons, reasons_in
from provenance.testing import documents

SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21", profile="text"),
    Scorer(as_of="2024-05-01", protected=["tarnmoorherald.example"]),
)
CODE = re.compile(r"[a-z]+\.[a-z_]+:[a-z_]+")


def codes(record, **options):
    return {r.code: r.points for r in Scorer(**options).score(Document.from_record(record)).reasons}


@given(documents(), st.sampled_from(SCORERS))
def test_they_add_up_to_what_was_not_earned(document, scorer):
    card = scorer.score(document).card
    found = reasons(card)
    assert sum(r.points for r in found if r.kind != "open") == card.lost
    assert sum(r.points for r in found) == card.plan.applicable - card.earned
    assert all(CODE.fullmatch(r.code) and r.says and r.remedy and r.points > 0 for r in found)
    assert len({r.code for r in found}) == len(found)


@given(documents(), st.sampled_from(SCORERS))
def test_what_was_lost_stands_first_and_the_most_of_it(document, scorer):
    found = scorer.score(document).reasons
    assert list(found) == sorted(found, key=lambda r: (r.kind == "open", -r.points, r.signal))


@given(documents(), st.sampled_from(SCORERS))
def test_every_output_says_the_same(document, scorer):
    """From the card, from the audit record, and as the codes of a score line, whether remembered or not."""
    assessment = scorer.score(document)
    found = assessment.reasons
    assert reasons_in(assessment.to_record(), Registry.core()) == found
    principal = [r.code for r in found[:PRINCIPAL]]
    assert list(principal_codes(assessment.card.standing)) == principal
    assert assessment.to_line()["reasons"] == assessment.to_record()["result"]["reasons"] == principal
    assert " ".join(principal) in " ".join(assessment.explain().replace(",", "").split())


def test_a_loss_and_what_was_not_supplied():
    found = codes({"authors": [], "url": "https://tarnmoorherald.example/a"})
    assert found["author.named:lost"] == 4000
    assert found["publisher.named:not_supplied"] == 4000


def test_a_raised_flag_is_one_reason_for_all_that_it_guards():
    record = {"url": "https://tarnmoorherold.example/a", "publisher": "Tarnmoor Herold", "policies": {}}
    found = codes(record, protected=["tarnmoorherald.example"])
    assert found["publisher.lookalike:raised"] == 22_000
    assert not [code for code in found if code.startswith("publisher.named")]


def test_a_flag_that_cannot_be_judged_leaves_open_and_what_is_lost_is_lost_by_itself():
    record = {"publisher": "Tarnmoor Herald", "policies": {}}
    found = codes(record)
    assert found["publisher.corrections_policy:lost"] == 4000
    assert found["publisher.homoglyph_host:not_supplied"] == 4000  # what it is named by would earn
    assert found["publisher.confirmed:url_unknown"] == 5000  # which would not earn without the flag
    said = Scorer().score(Document.from_record(record)).explain()
    assert "is raised" not in said
    assert "Disqualified" not in said


def test_every_reason_for_not_knowing_has_its_words():
    assert {*Why} < {*WHY}


def test_a_signal_that_nobody_described_is_told_by_its_name():
    record = Scorer().score(Document.from_record({"authors": []})).to_record()
    found = reasons_in(record, Registry.core().without("author.named"))
    assert next(r.says for r in found if r.signal == "author.named").startswith("author.named")


@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_they_stand_in_tables(form):
    from provenance.render.scores import Layout

    made = Scorer().score(Document.from_record({"authors": []}))
    expected = {"markdown": "No author is found \\(4.0\\).", "csv": "author.named:lost"}[form]
    assert expected in Layout(form=form).body(made)

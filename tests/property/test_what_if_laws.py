"""What is promised is kept: a change that is made gives the score that was told, and fewer changes would not do."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from provenance import ConfigurationError, Document, Policy, Registry, Scorer, verify
from provenance.counterfactual import Goal, Options, what_if
from provenance.signal import Signal
from provenance.testing import documents

SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21"),
    Scorer(as_of="2024-05-01", protected=["tarnmoorherald.example"], affiliates=["quillbeck.gov"]),
    Scorer(as_of="2026-11-21", profile="text"),
)
scorers = st.sampled_from(SCORERS)
goals = st.sampled_from(["A", "B", "C", "D", "E"])
URL = "https://tarnmoorherald.example/a"


def applied(card, names):
    """The score of the document under signals that answer as they would after the changes, each asked anew."""
    after = dict(zip(card.plan.registry.ids, Options(card, supplied=True).after(names).findings, strict=True))
    asked = Registry(
        Signal(signal.spec, lambda _document, _context, found=after[signal.spec.id]: found)
        for signal in card.plan.registry
    )
    policy = Policy.from_content(card.plan.policy.content())
    return Scorer(policy=policy, registry=asked).score(card.document)


@given(documents(), scorers, goals, st.booleans())
def test_a_promised_change_gives_the_promised_score(document, scorer, band, supplied):
    assessment = scorer.score(document)
    found = assessment.what_if(band=band, supplied=supplied)
    for way in (*found.ways, found.furthest):
        names = [step.change.signal for step in way.steps]
        after = applied(assessment.card, names)
        assert (after.card.earned, after.card.ceiling, after.band) == (way.score, way.ceiling, way.band)
        assert assessment.card.earned + sum(step.points for step in way.steps) == way.score
        assert supplied or all(step.change.by == "publisher" for step in way.steps)
    for change in found.changes:
        after = applied(assessment.card, [change.signal])
        assert after.card.earned - assessment.card.earned == change.points >= 0


@given(documents(), scorers, goals)
def test_every_way_reaches_the_goal_and_nothing_smaller_does(document, scorer, band):
    card = scorer.score(document).card
    goal = Goal.of_band(band, card.plan.policy, card.plan.applicable)
    found = what_if(card, goal, most=1000)
    options = Options(card)
    names = [change.signal for change in options.changes]
    assume(len(names) <= 11)
    told = {frozenset(step.change.signal for step in way.steps) for way in found.ways}
    for size in range(len(names) + 1):
        reaching = {frozenset(c) for c in combinations(names, size) if goal.is_met(options.after(c))}
        if reaching:
            least = {
                c for c in reaching if all(options.after(c - {n}).earned < options.after(c).earned for n in c)
            }
            assert {c for c in told if len(c) == size} == told
            assert told <= reaching
            assert least <= told
            return
    assert not told


@given(documents(), scorers)
def test_the_least_points_stand_first(document, scorer):
    ways = scorer.score(document).what_if(band="C", supplied=True).ways
    assert list(ways) == sorted(ways, key=lambda way: way.score)
    assert len({len(way.steps) for way in ways}) <= 1


@given(documents(), scorers)
def test_the_record_tells_the_same(document, scorer):
    """From an audit record alone, where no words are at hand to be read again."""
    assessment = scorer.score(document)
    again = verify(assessment.to_record())
    assert again.what_if() == assessment.what_if()
    assert again.if_false() == assessment.if_false()


REMEDIES = {
    "publisher.corrections_policy": {"correctionsPolicy": URL},
    "publisher.ownership": {"ownershipFundingInfo": URL},
    "publisher.feedback_contact": {"contactPoint": "desk@tarnmoorherald.example"},
    "publisher.principles": {"publishingPrinciples": URL},
    "publisher.sources_policy": {"unnamedSourcesPolicy": URL},
    "publisher.masthead": {"masthead": URL},
    "publisher.named": {"publisher": "Quillbeck Post"},
    "publisher.confirmed": {"publisher": "Tarnmoor Herald"},
    "author.kind": {"authors": ["Jane Doe"]},
    "date.published": {"published": "2024-05-01"},
    "date.history": {"modified": "2024-05-02"},
}
"""For a signal, what a publisher would state; each settles this signal, what it implies, and nothing else."""
BARE = {"id": "a", "url": URL, "retrieved": "2026-11-21", "text": ""}
BARE |= {"authors": [], "publisher": "", "published": "", "modified": "", "policies": {}}


@pytest.mark.parametrize("name", sorted(REMEDIES))
def test_a_remedy_stated_in_the_document_gives_the_promised_score(name):
    before = Scorer().score(Document.from_record(BARE))
    change = next(c for c in before.what_if().changes if c.signal == name)
    after = Scorer().score(Document.from_record(BARE | REMEDIES[name]))
    assert change.by == "publisher"
    assert after.card.earned - before.card.earned == change.points > 0


def test_a_flag_gives_back_what_was_earned_behind_it():
    record = {"url": "https://tarnmoorherold.example/a", "publisher": "Tarnmoor Herold", "policies": {}}
    scorer = Scorer(protected=["tarnmoorherald.example"])
    found = scorer.score(Document.from_record(record)).what_if(score=9)
    assert [[s.change.signal for s in way.steps] for way in found.ways] == [["publisher.lookalike"]]
    assert found.ways[0].score == 9000  # named and confirmed
    assert "publisher.masthead" not in {
        c.signal for c in found.changes
    }  # earns nothing while the flag stands


def test_one_address_clears_every_flag():
    assessment = Scorer().score(Document.from_record({"publisher": "Tarnmoor Herald"}))
    flags = [c for c in assessment.what_if(supplied=True).changes if c.remedy == "Supply url."]
    assert [(c.signal, c.also) for c in flags] == [("publisher.lookalike", ("publisher.homoglyph_host",))]
    assert not assessment.what_if().changes


def test_what_is_reached_needs_nothing_and_what_cannot_be_has_no_way():
    assessment = Scorer().score(Document.from_record(BARE))
    assert assessment.what_if(score=0).ways[0].steps == ()
    assert assessment.what_if(score=100).ways == ()


def test_of_neither_band_nor_score_the_next_band():
    assessment = Scorer().score(Document.from_record(BARE))
    assert (assessment.band, assessment.what_if().goal.name) == ("E", "band D")


@pytest.mark.parametrize(
    "options",
    [{"band": "Z"}, {"band": 5}, {"score": 101}, {"score": -1}, {"score": "5"}, {"band": "A", "score": 1}],
)
def test_goals_that_cannot_be(options):
    with pytest.raises(ConfigurationError):
        Scorer().score(Document.from_record(BARE)).what_if(**options)


def test_an_author_shown_to_be_false():
    record = BARE | {"authors": ["Jane Doe"], "publisher": "Tarnmoor Herald"}
    found = {d.at: d for d in Scorer().score(Document.from_record(record)).if_false()}
    without = Scorer().score(Document.from_record(record | {"authors": []}))
    denial = found["/authors/0"]
    assert (denial.what, denial.value, denial.points) == ("authors", "Jane Doe", 7000)
    assert (denial.score, denial.ceiling) == (without.card.earned, without.card.ceiling)


def test_a_statement_that_its_source_did_not_make():
    text = (
        "The old bridge over the river will be closed until the spring, engineer Ada Vale said on Monday. "
        "The council will meet again in a week to hear what the repair would cost."
    )
    assessment = Scorer(profile="text").score(Document.from_text(text))
    denied = next(d for d in assessment.if_false() if d.what == "attribution")
    assert denied.value == "engineer Ada Vale"
    assert denied.score < assessment.card.earned

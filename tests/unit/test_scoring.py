"""Points from findings: rounding, gates, parts; vectors worked out by hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from provenance import Document, Registry, Scorer
from provenance.errors import ConfigurationError, UnknownSignalError
from provenance.evidence import State, Why
from provenance.policy import Policy
from provenance.scoring import contribute
from provenance.signal import Finding, count_up_to, no, share_of, unknown, yes
from provenance.testing import documents

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "contributions.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda v: v["description"])
def test_vectors(vector):
    finding = Finding(vector["good"], vector["bad"], vector["of"], None)
    earned, lost = contribute(vector["points"], finding)
    assert (earned, lost, vector["points"] - earned - lost) == (
        vector["earned"],
        vector["lost"],
        vector["open"],
    )


@pytest.mark.parametrize(
    ("finding", "state", "counts", "share"),
    [
        (yes(), State.PRESENT, (1, 0, 1), (1, 1)),
        (no(), State.ABSENT, (0, 1, 1), (0, 1)),
        (unknown(Why.HIDDEN), State.UNKNOWN, (0, 0, 1), None),
        (share_of(3, 2, 7), State.PRESENT, (3, 2, 9), (3, 7)),
        (share_of(0, 0, 0), State.UNKNOWN, (0, 0, 2), None),
        (count_up_to(5, 7, 7), State.PRESENT, (5, 0, 5), (5, 5)),
        (count_up_to(5, 2, 3), State.PRESENT, (2, 2, 5), (2, 5)),
        (count_up_to(5, 0, 5), State.UNKNOWN, (0, 0, 5), None),
        (count_up_to(5, 0, 0), State.ABSENT, (0, 5, 5), (0, 5)),
    ],
)
def test_findings(finding, state, counts, share):
    assert (finding.state, (finding.good, finding.bad, finding.of), finding.share) == (state, counts, share)


def contributions(record, **options):
    return {c.signal: c for c in Scorer(**options).score(Document.from_record(record)).contributions}


def test_a_raised_flag_keeps_the_family_from_earning():
    record = {"url": "https://tarnmoorherold.example/a", "publisher": "Tarnmoor Herold"}
    clear = contributions(record)["publisher.named"]
    raised = contributions(record, protected=["tarnmoorherald.example"])["publisher.named"]
    assert (clear.earned, clear.lost, clear.open) == (4000, 0, 0)
    assert (raised.earned, raised.lost, raised.guarded) == (0, 4000, "publisher.lookalike")


def test_what_a_flag_guards_stays_open_while_it_cannot_be_judged():
    unjudged = contributions({"publisher": "Tarnmoor Herald"})["publisher.named"]
    assert (unjudged.earned, unjudged.lost, unjudged.open, unjudged.why) == (0, 0, 4000, Why.NOT_SUPPLIED)
    lost = contributions({"publisher": ""})["publisher.named"]
    assert (lost.earned, lost.lost) == (0, 4000)


def test_parts_add_up():
    card = Scorer(profile="metadata").score(Document.from_record({"authors": ["Jane Doe"]})).card
    families = card.families()
    assert list(families) == ["publisher", "author", "date"]
    assert sum(f.points for f in families.values()) == card.standing.whole.points == 44_000
    assert card.standing.contribution(Registry.core().ids.index("author.excused")) is None


def test_a_registry_is_never_changed():
    core = Registry.core()
    smaller = core.without("author.bio")
    assert len(core) == len(smaller) + 1
    assert "author.bio" in core
    assert smaller.adding(core["author.bio"]).ids[-1] == "author.bio"
    with pytest.raises(ConfigurationError, match=r"registered twice: author\.bio"):
        core.adding(core["author.bio"])
    with pytest.raises(UnknownSignalError, match=r"did you mean 'author\.bio'"):
        core.without("author.boi")
    with pytest.raises(ConfigurationError, match=r"there is no signal 'author\.bio'"):
        Scorer(registry=smaller)


def test_a_scorer_says_what_it_holds():
    scorer = Scorer(policy=Policy.default(), profile="text")
    assert scorer.policy.profile == "text"
    assert len(scorer.registry) == len(Registry.core())
    assert "author.named" not in scorer.score(Document("a", {})).features


@given(documents())
def test_a_scorecard_contributes_as_the_vectors_say(document):
    """Each signal by its own points and its own finding, wherever no flag stands in the way."""
    card = Scorer().score(document).card
    for contribution in card.contributions:
        if not contribution.guarded:
            finding = card.findings[card.plan.registry.ids.index(contribution.signal)]
            assert (contribution.earned, contribution.lost) == contribute(contribution.points, finding)

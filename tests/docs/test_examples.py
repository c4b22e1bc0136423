"""The examples show what they are there to show."""

import pytest
from shown import ROOT

import provenance

EXAMPLES = ROOT / "docs" / "examples"
TEXTS = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def texts():
    """The assessments of the texts, by name."""
    scorer = provenance.Scorer(as_of="2026-11-21")
    return {name: scorer.score(provenance.read(EXAMPLES / f"{name}.txt")) for name in TEXTS}


@pytest.fixture(scope="module")
def records():
    """The assessments of the records, by id."""
    scorer = provenance.Scorer(as_of="2026-11-21")
    return {a.id: a for a in scorer.score_many(provenance.read_many(EXAMPLES / "records.jsonl"))}


def earned(assessment, signal):
    return next(c.earned for c in assessment.contributions if c.signal == signal)


def lost(assessment, signal):
    return next(c.lost for c in assessment.contributions if c.signal == signal)


def test_there_are_at_least_twelve_and_the_tutorial_names_each(records):
    tutorial = (ROOT / "docs" / "tutorial" / "first-score.md").read_text("utf-8")
    named = [f"`{path.name}`" for path in EXAMPLES.iterdir() if path.suffix != ".jsonl"]
    named += [f"`records.jsonl`: `{name}`" for name in records]
    assert len(named) >= 12
    assert [name for name in named if name not in tutorial] == []


def test_the_report_shows_its_sources_best_and_the_generated_post_worst(texts):
    scores = {name: texts[name].score for name in TEXTS if name not in ("russian", "spanish")}
    assert max(scores, key=scores.get) == "news-report"
    assert min(scores, key=scores.get) == "generated-post"


def test_what_a_bare_text_cannot_show_stays_open(texts):
    for name, assessment in texts.items():
        assert (assessment.band == "F") is (name != "wiki-page")  # whose references can be seen
        assert not any(
            c.earned or c.lost
            for c in assessment.contributions
            if c.signal.startswith(("publisher", "author"))
        )


def test_the_doubled_text_is_seen_to_repeat_itself(texts):
    features = texts["pasted-twice"].features
    assert 0.4 < features["originality.repetition"] < 0.6
    assert all(
        texts[name].features["originality.repetition"] == 0 for name in TEXTS if name != "pasted-twice"
    )


def test_only_the_generated_post_has_remains_of_a_template(texts):
    assert {name for name in TEXTS if lost(texts[name], "originality.residue")} == {"generated-post"}


def test_the_leak_names_nobody_and_says_why(texts):
    leak, report = texts["anonymous-leak"], texts["news-report"]
    assert leak.features["attribution.named_share"] < report.features["attribution.named_share"] / 2
    assert earned(leak, "attribution.anonymity_explained")
    assert earned(leak, "attribution.right_of_reply")


def test_the_correction_is_seen(texts):
    assert {name for name in TEXTS if earned(texts[name], "date.history")} == {"corrected-article"}


@pytest.mark.parametrize("name", ["russian", "spanish"])
def test_a_language_without_a_lexicon_costs_nothing(texts, name):
    assert not any(c.lost for c in texts[name].contributions)
    assert texts[name].features["attribution.named_share"] is None


def test_rich_poor_and_lookalike_records_are_told_apart(records):
    rich, poor, lookalike = records["rich"], records["poor"], records["lookalike"]
    assert rich.score > 70
    assert poor.score < 10
    assert earned(rich, "author.confirmed")
    assert earned(rich, "author.resolvable")
    assert lookalike.flags == ("publisher.homoglyph_host",)
    assert not any(c.earned for c in lookalike.contributions if c.signal.startswith("publisher"))


def test_a_conflict_takes_nothing_away_and_confirms_nothing(records):
    conflicting = records["conflicting"]
    assert earned(conflicting, "publisher.named")
    assert earned(conflicting, "author.named")
    assert not earned(conflicting, "author.confirmed")


def test_the_page_is_judged_by_what_it_declares_and_shows():
    assessment = provenance.Scorer(as_of="2026-11-21").score(provenance.read(EXAMPLES / "page.html"))
    for signal in ("author.confirmed", "author.resolvable", "date.confirmed", "date.history"):
        assert earned(assessment, signal), signal
    # A saved page does not say where it was found: whether its host is what it seems cannot be told.
    assert not any(c.earned for c in assessment.contributions if c.signal.startswith("publisher"))


MISSED = [
    "Rossi poured cold water on the plan",
    "the council gave the plan short shrift",
    "Vale voted for it",
    "the message was hope",
    "the plan met with the scorn of builders",
]


@pytest.mark.parametrize("sentence", MISSED)
def test_what_the_page_says_is_missed_is_missed(sentence):
    """One that is found after a change of rules is replaced on the page by another that is not."""
    page = (EXAMPLES.parent / "explanation" / "attribution.md").read_text("utf-8")
    assert f'"{sentence}' in page
    before = "Ines Vale is the mayor of Lowmere, and she met the people who live there on Monday. "
    text = f"{before}{sentence[0].upper()}{sentence[1:]}."
    assert not provenance.Document.from_text(text).facts.attributions

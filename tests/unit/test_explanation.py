"""The explanation tells all of a score: every signal once, the points that add up, nothing that a terminal could run."""

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance import AuditError, Document, Policy, Registry, Scorer, verify
from provenance.render.explanation import explanation
from provenance.render.words import one_line, percent, points
from provenance.signal import Signal, no
from provenance.testing import documents

SCORERS = (
    Scorer(),
    Scorer(as_of="2026-11-21"),
    Scorer(as_of="2024-05-01", protected=["tarnmoorherold.example"]),
    Scorer(profile="text"),
)
SPECS = {signal.spec.id: signal.spec for signal in Registry.core()}


def flat(text):
    return " ".join(text.split())


@given(documents(), st.sampled_from(SCORERS))
def test_every_signal_that_applies_is_told(document, scorer):
    assessment = scorer.score(document)
    said = flat(assessment.explain())
    for contribution in assessment.contributions:
        spec = SPECS[contribution.signal]
        assert spec.title in said or spec.problem in said, contribution


@given(documents(), st.sampled_from(SCORERS))
def test_it_fits_a_terminal_and_moves_nothing(document, scorer):
    for line in scorer.score(document).explain().splitlines():
        assert len(line) <= 80, line
        assert line.isprintable(), line


@given(documents())
def test_in_ascii(document):
    assert explanation(SCORERS[0].score(document).to_record(), ascii_only=True).isascii()


@given(documents(), st.sampled_from(SCORERS))
def test_it_says_the_same_from_the_record_alone(document, scorer):
    """Without the text at hand the words are those that the record keeps; every number stays."""
    record = scorer.score(document).to_record()
    amounts = re.compile(r"[−+]\d+\.\d+|\d+\.\d+ (?:earned|lost|open)")
    assert amounts.findall(explanation(record)) == amounts.findall(
        explanation(record, text=document.text.first)
    )


def test_what_could_not_be_read_is_told_with_what_was_expected():
    record = {"id": "a", "published": "someday\x1b", "url": "nowhere", "canonical": "nowhere"}
    said = flat(SCORERS[0].score(Document.from_record(record)).explain())
    assert (
        "What could not be read url, canonical: expected an absolute http or https address, found 'nowhere'"
        in said
    )
    assert "published: expected a date with a year, found 'someday" in said
    assert "could not be read" not in SCORERS[0].score(Document.from_record({"id": "a"})).explain()


def test_the_head_tells_range_band_and_axes():
    record = {
        "id": "a",
        "title": "A bridge",
        "authors": ["Jane Doe"],
        "publisher": "",
        "published": "2024-05-01",
        "retrieved": "2024-05-02",
    }
    said = SCORERS[0].score(Document.from_record(record)).explain()
    assert said.startswith("a\n  “A bridge”\n\n  10.0 – ")
    assert "of the points could be judged" in said
    assert said.index("  source ") < said.index("  content ")


def test_a_raised_flag_is_one_loss_with_one_reason():
    document = Document.from_record(
        {"url": "https://tarnmoorherald.example/a", "publisher": "Tarnmoor Herald", "policies": {}}
    )
    said = flat(SCORERS[2].score(document).explain())
    assert "−22.0" in said
    assert "publisher.lookalike is raised" in said
    assert "While the flag is raised, these cannot earn" in said


def test_signals_of_ones_own_are_described_as_ours_are():
    named = Registry.core()["author.named"].spec
    spec = evolve(named, id="author.signed", title="It is signed", problem="Nobody signed it")
    registry = Registry.core().adding(Signal(spec, lambda _document, _context: no()))
    content = Policy.default().content()
    points = {**content["millipoints"], "author.named": 3000, "author.signed": 1000}
    policy = Policy.from_content({**content, "id": "mine@1", "millipoints": points})
    assessment = Scorer(signals=registry, policy=policy).score(Document("a", {}))
    said = assessment.explain()
    assert "−1.0  Nobody signed it" in said
    assert verify(assessment.to_record(), registry=registry).explain() == said
    with pytest.raises(AuditError, match="there is no signal"):
        verify(assessment.to_record())


@pytest.mark.parametrize(
    ("given_points", "shown"), [(0, "0.0"), (40, "0.04"), (50, "0.1"), (3333, "3.3"), (100_000, "100.0")]
)
def test_points(given_points, shown):
    assert points(given_points) == shown


def test_words():
    assert percent(6666) == "67 %"
    assert one_line("a\x1b[31m\n\tb\u202e c", 80) == "a [31m b c"
    assert one_line("word " * 40, 12) == "word word w…"


NOTED = (
    "The trust closed the pier in 2022, its board said on Monday. "
    "Critics said the trust had overspent by 40 million pounds in 2022 on a pier that nobody had asked for, and officials of the county, "
    "residents of the quay and members of the board said that they had never been told of what it would cost to close it again. "
    "The harbour board declined to comment on the 40 million pounds. "
)
SHORT = "The pier was closed in 2024. The board said it was unsafe."


def explained(record):
    return flat(Scorer().score(Document.from_record(record)).explain())


EXPLAINED = [
    ({"text": NOTED}, "Statements without an identified source", True),
    ({"text": NOTED}, "1 for, 1 against and 2 unseen, of 4", True),
    ({"text": NOTED}, "an author or a date that the text itself gives is not read from it", True),
    (
        {"text": SHORT, "language": "en"},
        "the language of the text cannot be told (short, mixed, or none that is known here)",
        True,
    ),
    ({"authors": []}, "No author is confirmed", True),
    ({"authors": []}, "the author is", False),
    ({"text": "Ines Varga said so on Monday. " + SHORT}, "3 for, 0 against and 2 more", False),
]


@pytest.mark.parametrize(("record", "words", "is_said"), EXPLAINED)
def test_it_says_what_is_true_of_this_text(record, words, is_said):
    assert (words.lower() in explained(record).lower()) is is_said, explained(record)


def test_what_is_reported_is_never_cut_within_a_passage():
    record = Scorer().score(Document.from_record({"text": NOTED})).to_record()
    said = flat(explanation(record, text=NOTED))
    apart = said[said.index("Reported beside the score") :]
    assert "Statements with a named source (1 of 2)" in apart
    assert apart.count("…") == 0


def test_how_a_claim_is_supported_is_told_of_claims_alone():
    text = "Correction: an earlier version said that the pier had cost 40 million pounds in 2022. The board said on Monday that it will not reopen the pier."
    record = Scorer().score(Document.from_record({"text": text, "links": [], "modified": ""})).to_record()
    said = flat(explanation(record, text=text))
    noted = said[said.index("+2.0 A change is dated or noted") :]
    assert " – " not in noted[: noted.index("+", 5)]

"""How much of the text stands in it twice?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, shown_only
from provenance.answering.passages import spans_of
from provenance.answering.standards import credibility_signals
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import TextFacts

SPEC: Final = SignalSpec(
    id="originality.repetition",
    version=1,
    title="Text that repeats nothing",
    problem="Repeated passages",
    question="What share of the text repeats sentences that stand earlier in it, word for word?",
    rationale="A text that was pasted twice, or padded with its own sentences, was not read by anybody before it was published, and counts of its claims and sources would count them twice.",
    method="Characters (NFC) of sentences whose words stand earlier in the same text, of the characters of all sentences. The bad share is lost and the rest earned; nothing is unseen, since the whole text is known. Without a text, the share that a record brings counts.",
    weaknesses=(
        "Refrains, forms and legal texts repeat sentences with good reason.",
        "A repeated passage with one word changed in each sentence is not found.",
    ),
    standard=credibility_signals("7.1, by analogy: duplication inside one document"),
    direction=Direction.LOWERS,
    reads=frozenset({"text", "links", "repetition"}),
    remediation="Remove the second copy of the repeated passages.",
    good_example="Every sentence stands in the text once.",
    problem_example="The whole column is pasted below itself a second time.",
    counts=True,
)

_COUNTED: Final = "counted in characters"


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    facts = document.facts
    if facts is not None:
        return _measured(facts)
    said = document.repetition
    if said.first is None:
        return OPEN[
            Why.NOTHING_TO_JUDGE if said.complete else document.text.why or said.why or Why.NOT_SUPPLIED
        ]
    bad, of = said.first
    if not document.text.complete:
        return shown_only(Why.TEXT_UNKNOWN, bad, of)
    return Finding(of - bad, bad, of, (bad, of), None, said.places())


def _measured(facts: TextFacts) -> Finding:
    bad, of = facts.repeated_chars, facts.total_chars
    if not of:
        return OPEN[Why.NOTHING_TO_JUDGE]
    return Finding(of - bad, bad, of, (bad, of), None, spans_of(facts.repetition), _COUNTED if bad else "")


SIGNAL: Final = Signal(SPEC, assess)

"""How much of the text stands in quotation marks?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN
from provenance.answering.passages import spans_of
from provenance.answering.standards import credibility_signals
from provenance.answering.tallies import no_words
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="originality.quoted_share",
    version=1,
    title="Characters in quotations",
    problem="Characters in quotations",
    question="What share of the characters of the text stands inside quotations?",
    rationale="A text that is mostly quotation is mostly somebody else's; whether that is good or bad depends on what it is for.",
    method="Characters (NFC) inside quotations, marks included and each counted once, of the characters of all sentences. Reported, not scored.",
    weaknesses=(
        "Block quotations that are set off by layout alone go unseen.",
        "An unclosed quotation mark can hide where a quotation ends.",
    ),
    standard=credibility_signals("7.1.1.3, quotes extensively"),
    direction=Direction.REPORTED,
    reads=frozenset({"text", "links"}),
    remediation="Put quotations in context: say what they show, and who disagrees.",
    good_example="An interview: nine tenths in quotation marks, and it says so.",
    problem_example="A report that consists of one press statement in quotation marks.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    facts = document.facts
    if facts is None:
        return OPEN[no_words(document)]
    length = facts.total_chars
    if not length:
        return OPEN[Why.NOTHING_TO_JUDGE]
    quoted = min(facts.quoted_chars, length)
    return Finding(quoted, 0, length, (quoted, length), None, spans_of(facts.quotations))


SIGNAL: Final = Signal(SPEC, assess)

"""How many of the direct quotations belong to nobody?"""

from __future__ import annotations

from typing import Final

from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import share_against
from provenance.answering.tallies import testimony
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="attribution.unattributed_quotes",
    version=1,
    title="Quotations for which no speaker is found",
    problem="Quotations for which no speaker is found",
    question="What share of the direct quotations is not ascribed to anybody?",
    rationale="Quotation marks promise that somebody said exactly this; without a speaker nobody can check the promise.",
    method="Of the distinct reported statements that are direct or mixed quotations, those for which no source was found. Reported, not scored by itself: the same statements count in attribution.attributed_share.",
    weaknesses=(
        "Titles, terms and irony stand in quotation marks too; short ones are left out, not all are.",
        "A speaker who is named a paragraph earlier may be missed.",
    ),
    standard=credibility_signals("5.5, attribution of quotations"),
    direction=Direction.REPORTED,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Say who said each quotation.",
    good_example="“The quay is closed,” said Ines Varga.",
    problem_example="“The quay is closed.” The town waited.",
    counts=True,
)

_QUOTED: Final = frozenset({"direct", "mixed"})


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    statements, why = testimony(document)
    quoted = [s for s in statements if s.said.form in _QUOTED]
    return share_against(
        [s for s in quoted if s.kind is None], [s for s in quoted if s.kind is not None], why
    )


SIGNAL: Final = Signal(SPEC, assess)

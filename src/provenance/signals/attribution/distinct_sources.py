"""How many different named sources speak?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, shown_only
from provenance.answering.standards import credibility_indicators
from provenance.answering.statement_shares import statement_places
from provenance.answering.tallies import testimony
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, count_up_to
from provenance.text.facts import NAMED_KINDS

ENOUGH: Final = 4
"""Distinct named sources that are enough: the median of an article at four of seven US outlets, at the others it is 5 and 9
(PolNeAR, 840 articles annotated by hand)."""

SPEC: Final = SignalSpec(
    id="attribution.distinct_sources",
    version=1,
    title="Named sources speak",
    problem="Fewer than four named sources speak",
    question="How many different named people, organisations or documents are reported to say something, up to four?",
    rationale="A text that rests on one source can be no better than that source; several that know of one another only by the text can be compared.",
    method="Counts distinct named sources of reported statements; two mentions of one source count once, and a pronoun or a surname counts as whom it resolves to. Each of the first four earns a quarter. Four is the median of an article at four of seven US outlets annotated by hand (five and nine at the others), so that a longer text earns no more by its length alone.",
    weaknesses=(
        "Sources of one organisation count as many, and a press release can quote four of its own staff.",
        "A short notice has no room for four sources, and loses points that cost it nothing else.",
    ),
    standard=credibility_indicators("Number of quoted sources"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Let more than one named source speak, and name documents that were used.",
    good_example="Harbour master Ines Varga, the Lowmere Port Trust, a survey of 2023 and engineer Tomas Okoro are cited.",
    problem_example="Every statement in the text is made by the company's spokesman.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    statements, why = testimony(document)
    if why is not None and not statements:
        return OPEN[why]
    named = [s for s in statements if s.kind in NAMED_KINDS]
    found = len({s.said.source.identity for s in named if s.said.source is not None})
    if why is not None:
        return shown_only(why, min(found, ENOUGH), ENOUGH)
    return count_up_to(ENOUGH, found, found, statement_places((), named))


SIGNAL: Final = Signal(SPEC, assess)

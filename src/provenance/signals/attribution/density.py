"""How much of the text is told from sources?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN
from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import statement_places
from provenance.answering.tallies import testimony
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import IDENTIFIED_KINDS

ENOUGH: Final = 3
"""Statements with a source that are enough for a thousand characters: about the median of an article at seven US outlets
(PolNeAR, 924 articles as the reader reads them) and in two further collections of US news."""
_CHARACTERS: Final = 1000

SPEC: Final = SignalSpec(
    id="attribution.density",
    version=1,
    title="Statements are often attributed",
    problem="Fewer attributed statements than are enough",
    question="How many reported statements have a source, up to three for each thousand characters?",
    rationale="A text can name the source of its two quotations and give none for the rest. How often it says where it has something from shows how much of it is reported.",
    method="Counts distinct reported statements whose source is a person, an organisation, a document, or one person in a role, as attribution.attributed_share does, and characters (NFC) of all sentences that do not repeat earlier ones. A source that is given but cannot be identified (doctors, a study) counts half, for no more statements than those whose source can be identified. Three statements per thousand characters are enough: that is the median of a news article at most of the US outlets examined. What is missing is lost; what a text of fewer than a thousand characters has no room for stays open, and so does all of it where lists of attributions stand in for a text of unknown length.",
    weaknesses=(
        "Short statements with a source each, or “he said” after every sentence, raise it; long quotations with one cue lower it.",
        "What rests on documents cited in notes or links, as in an encyclopedia, is not reported speech; citation.claims_supported covers it.",
        "Opinion, instructions and first-hand accounts naturally have less of it.",
    ),
    standard=credibility_signals("5.4 and 5.5, attribution of claims and quotations"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Name the source of everything that the writer did not witness.",
    good_example="The quay was closed on Monday, harbour master Ines Varga said. A survey by the Lowmere Port Trust had found cracks. Repairs, according to engineer Tomas Okoro, will take a month.",
    problem_example="A page of findings and figures with one quotation of the company's spokesman at its end.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    statements, why = testimony(document)
    facts = document.facts
    if why is not None or facts is None or not facts.total_chars:
        return OPEN[why or Why.NOTHING_TO_JUDGE]
    known = [s for s in statements if s.kind in IDENTIFIED_KINDS]
    vague = [s for s in statements if s.kind is not None and s.kind not in IDENTIFIED_KINDS][: len(known)]
    due = -(-ENOUGH * (facts.total_chars - facts.repeated_chars) // _CHARACTERS)
    halves, enough = 2 * len(known) + len(vague), 2 * max(ENOUGH, due)
    good = min(halves, enough)
    counted = f"statements with an identified source: {len(known)}; with a vague one, which count half: {len(vague)}; enough would be: {enough // 2}; each counts two halves"
    return Finding(
        good, max(0, 2 * due - good), enough, (good, enough), None, statement_places(vague, known), counted
    )


SIGNAL: Final = Signal(SPEC, assess)

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
"""Statements with a source that are enough for a thousand characters: the median of an article at five of seven US outlets
(PolNeAR, 924 articles as the reader reads them: 2.5 to 3.5, at the two others 3.0 and 4.7) and of two further collections of
US news (2.9 each)."""
_CHARACTERS: Final = 1000

SPEC: Final = SignalSpec(
    id="attribution.density",
    version=1,
    title="The text is told from sources",
    problem="Much of the text is told from no source",
    question="How many reported statements have a source that can be identified, up to three for each thousand characters?",
    rationale="A text can name the source of each of its two quotations and tell the rest on nobody's authority; how often it says where it has something from shows how much of it is reported.",
    method="Counts distinct reported statements whose source is a person, an organisation, a document, or one person in a role, as attributed_share does, and characters (NFC) of all sentences that do not repeat earlier ones. Three statements for a thousand characters are enough: that is the median of a news article at most US outlets that were looked at. What is missing of them is lost; what a text of fewer than a thousand characters has no room for stays open.",
    weaknesses=(
        "Short statements with a source each, or “he said” behind every sentence, raise it; long quotations with one cue lower it.",
        "What rests on documents that are cited in notes or links, as in an encyclopedia, is not reported speech, and is looked at by citation.claims_supported.",
        "Opinion, instruction and first-hand accounts have less of it by their kind.",
    ),
    standard=credibility_signals("5.4 and 5.5, attribution of claims and quotations"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Say where the text has it from wherever it tells what its writer did not see.",
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
    sourced = [s for s in statements if s.kind in IDENTIFIED_KINDS]
    due = -(-ENOUGH * (facts.total_chars - facts.repeated_chars) // _CHARACTERS)
    enough = max(ENOUGH, due)
    good = min(len(sourced), enough)
    return Finding(good, max(0, due - good), enough, (good, enough), None, statement_places((), sourced))


SIGNAL: Final = Signal(SPEC, assess)

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
"""Statements with a source that are enough for a thousand characters, a round number among medians: of an article as it
is read here, 3.7 in PolNeAR 1.0 (922 articles; 3.0 to 4.8 by outlet), 2.7 and 2.9 in the BuzzFeed and PolitiFact parts
of FakeNewsNet (176 and 222)."""
_CHARACTERS: Final = 1000

SPEC: Final = SignalSpec(
    id="attribution.density",
    version=1,
    title="Attributed statements",
    problem="Too few attributed statements",
    question="How many reported statements have a source, up to three for each thousand characters?",
    rationale="A text can name the source of its two quotations and give none for the rest. How often it says where it has something from shows how much of it is reported.",
    method="Let i be the number of distinct reported statements whose source is a person, an organisation, a document, or one person in a role, as attribution.attributed_share counts them; v the number of those whose source is given but cannot be identified (doctors, a study, a withheld name), of which no more than i count, each by half; and c the characters (NFC) of all sentences that do not repeat earlier ones. Three statements per thousand characters are enough: due is 3c/1000, rounded up, and enough is due, or three where due is less. All is counted in halves: good is 2i + v, and at most 2 × enough; bad is 2 × due less good, and at least nothing; of is 2 × enough. So what is missing is lost, and what a text of fewer than a thousand characters has no room for stays open, as does all of it where lists of attributions stand in for a text of unknown length. Three is a round number among medians: with i + v/2 counted by this reader, the median article of 922 on US politics (PolNeAR 1.0, the articles open for development, but for two whose language could not be told) has 3.7 per thousand characters, at single outlets 3.0 to 4.8 (131 or 132 articles each); in two other collections of US news (FakeNewsNet, BuzzFeed and PolitiFact parts, true and false stories alike) it is 2.7 of 176 articles and 2.9 of 222.",
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

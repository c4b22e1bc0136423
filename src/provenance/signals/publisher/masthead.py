"""Does the publisher name those who run it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import newsguard
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset({"masthead"})

SPEC: Final = SignalSpec(
    id="publisher.masthead",
    version=1,
    title="A masthead is declared or linked",
    problem="No masthead is found",
    question="Does the publisher name those who run it?",
    rationale="Named editors answer for what is published where an author cannot.",
    method="Yes if the schema.org property masthead is observed. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (Masthead, Editorial team, Impressum). No only if all of the publisher's disclosures were looked for and this one is not found.",
    weaknesses=(
        "Names on a masthead can be invented; the signal sees that it exists, not who the people are.",
        "A masthead that is neither declared in structured data nor linked at the foot of the page by a usual name goes unseen.",
    ),
    standard=newsguard("Reveals who is in charge, including possible conflicts of interest (5 points)"),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Publish a page that names the editors and declare it as masthead.",
    good_example="The page declares masthead: https://tarnmoor-herald.co.uk/editors.",
    problem_example="The page names a publisher and nobody who is responsible for it.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

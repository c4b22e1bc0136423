"""Does the document state who published it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import presence
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="publisher.named",
    version=1,
    title="A publisher is named",
    problem="No publisher is found",
    question="Does the document state the name of its publisher or site?",
    rationale="A named publisher can be looked up, asked and held to account. Without a name, no other statement about the publisher can be checked.",
    method="Yes if a publisher's name is observed in any channel (schema.org publisher, og:site_name, dc.publisher, or supplied by the caller). No only if every channel of this input was looked at and none gives a name.",
    weaknesses=(
        "A name costs nothing to state and can be another publisher's; publisher.confirmed and publisher.lookalike ask about that.",
        "An address that makes the publisher plain to a reader is not a stated name, and does not count as one.",
    ),
    standard=schema_org("publisher"),
    direction=Direction.RAISES,
    reads=frozenset({"publisher"}),
    remediation="State the publisher's name in the page's structured data (schema.org publisher) or in og:site_name.",
    good_example='The page declares "publisher": {"@type": "NewsMediaOrganization", "name": "Tarnmoor Herald"}.',
    problem_example="The page carries no publisher, no site name and no imprint.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return presence(document.publisher)


SIGNAL: Final = Signal(SPEC, assess)

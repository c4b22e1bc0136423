"""Is it stated on what terms the document may be used?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import presence
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="disclosure.licence",
    version=1,
    title="A licence is stated",
    problem="No licence is found",
    question="Does the document state a licence or terms of use?",
    rationale="Whoever builds a corpus must know on what terms a text may be copied, and a licence names somebody who grants it.",
    method="Yes if a licence (schema.org license, usage terms) is observed. No only if it was looked for and is not there. Reported, not scored: terms of use say nothing about origin.",
    weaknesses=("A licence can be stated by somebody who has no right to grant it.",),
    standard=schema_org("license"),
    direction=Direction.REPORTED,
    reads=frozenset({"license"}),
    remediation="State the licence in the page's structured data (schema.org license).",
    good_example='"license": "https://creativecommons.org/licenses/by/4.0/"',
    problem_example="The page says nothing about how its text may be used.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return presence(document.field("license"))


SIGNAL: Final = Signal(SPEC, assess)

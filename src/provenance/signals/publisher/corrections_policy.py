"""Does the publisher say how it corrects mistakes?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import reviewed_signals
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset({"correctionsPolicy"})

SPEC: Final = SignalSpec(
    id="publisher.corrections_policy",
    version=1,
    title="A corrections policy is declared or linked",
    problem="No corrections policy is found",
    question="Does the publisher say how it corrects mistakes?",
    rationale="Every publisher errs; one that says how errors are reported and corrected can be held to that promise.",
    method="Yes if the schema.org property correctionsPolicy is observed for the publisher or the page. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (Corrections, Corrections policy). No only if all of the publisher's disclosures were looked for and this one is not found.",
    weaknesses=(
        "A policy is a promise: the signal does not see whether corrections are ever made; date.history sees those that this document shows.",
        "A policy that is neither declared in structured data nor linked at the foot of the page by a usual name goes unseen.",
    ),
    standard=reviewed_signals("2.2, Corrections policy"),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Publish a corrections policy and declare its address as correctionsPolicy.",
    good_example="The Tarnmoor Herald declares correctionsPolicy: https://tarnmoor-herald.co.uk/corrections.",
    problem_example="The page declares a publisher and nothing of how errors are corrected; “Report an error” at its foot leads to a form.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

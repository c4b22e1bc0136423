"""Does the publisher say how it checks facts and treats unnamed sources?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import journalism_trust_initiative
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset({"unnamedSourcesPolicy", "verificationFactCheckingPolicy"})

SPEC: Final = SignalSpec(
    id="publisher.sources_policy",
    version=1,
    title="A policy on sources or checking is found",
    problem="No policy on sources or checking is found",
    question="Does the publisher say how it checks facts and treats unnamed sources?",
    rationale="How facts are checked and when a source may stay unnamed decides what an unnamed source in a text is worth.",
    method="Yes if unnamedSourcesPolicy or verificationFactCheckingPolicy (schema.org) is observed. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (How we check facts, Anonymous sources policy). No only if all of the publisher's disclosures were looked for and neither is found.",
    weaknesses=(
        "A policy is a promise: whether this text keeps it is asked by attribution.anonymity_explained, not here.",
        "A policy that is neither declared in structured data nor linked at the foot of the page by a usual name goes unseen.",
    ),
    standard=journalism_trust_initiative("12, Responsibility for sources"),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Publish the policy on unnamed sources and declare its address as unnamedSourcesPolicy.",
    good_example="The page declares unnamedSourcesPolicy: https://tarnmoor-herald.co.uk/unnamed-sources.",
    problem_example="The text quotes an unnamed official and its publisher says nowhere when it lets sources go unnamed.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

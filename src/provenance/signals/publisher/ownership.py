"""Does the publisher disclose who owns or funds it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import journalism_trust_initiative
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset({"ownershipFundingInfo", "parentOrganization", "funder"})

SPEC: Final = SignalSpec(
    id="publisher.ownership",
    version=1,
    title="Ownership or funding is declared or linked",
    problem="No word on ownership or funding is found",
    question="Does the publisher disclose who owns or funds it?",
    rationale="Who owns and pays for a publication is the first thing to know when judging whose interest a text may serve.",
    method="Yes if ownershipFundingInfo, parentOrganization or funder (schema.org) is observed. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (Who owns us, Our funding). No only if all of the publisher's disclosures were looked for and none of the three is found.",
    weaknesses=(
        "What is disclosed may be a holding company that hides the owner; the signal sees that something is said, not that it is enough.",
        "What is said of owners on a page that is neither declared in structured data nor linked at the foot of the page by a usual name goes unseen.",
    ),
    standard=journalism_trust_initiative(
        "5, Requirements on owners' identity; 8, Disclosure of revenue sources"
    ),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Publish who owns and funds the outlet and declare the page as ownershipFundingInfo.",
    good_example="The page declares ownershipFundingInfo: https://tarnmoor-herald.co.uk/who-owns-us.",
    problem_example="The page declares its publisher's name and nothing about owners, parent company or funders.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

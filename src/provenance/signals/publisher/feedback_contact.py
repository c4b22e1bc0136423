"""Does the publisher say how it can be reached about what it publishes?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import journalism_trust_initiative
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset({"actionableFeedbackPolicy", "contactPoint"})

SPEC: Final = SignalSpec(
    id="publisher.feedback_contact",
    version=1,
    title="A contact is declared or linked",
    problem="No contact or feedback page is found",
    question="Does the publisher say how it can be reached about what it publishes?",
    rationale="A reader who finds an error, or who is written about, needs somebody to write to.",
    method="Yes if actionableFeedbackPolicy or contactPoint (schema.org) is observed. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (Contact, Feedback, Complaints, Letters to the editor, Report an error). No only if all of the publisher's disclosures were looked for and neither is found.",
    weaknesses=(
        "A contact that nobody answers counts as much as one that is staffed.",
        "An address for mail, a telephone number or a form that stands on the page itself, and not in structured data, goes unseen.",
    ),
    standard=journalism_trust_initiative("7, Disclosure of editorial contact details"),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Declare a contactPoint of the newsroom, or the feedback policy as actionableFeedbackPolicy.",
    good_example="The publisher declares contactPoint: newsdesk@tarnmoor-herald.co.uk.",
    problem_example="The page declares no contact of its publisher and links no page that is called after one.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

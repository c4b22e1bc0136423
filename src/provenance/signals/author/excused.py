"""Where no author is named, does the publisher say why?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, open_for, yes_by
from provenance.answering.authors import of_kind
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.fields import NAMED_AUTHORS
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="author.excused",
    version=1,
    title="The missing byline is explained",
    problem="No missing byline is explained",
    question="Where no author is named, does the publisher publish a policy on texts without bylines?",
    rationale="Some outlets name no authors as a matter of principle, or to protect them, and say so. A reader should see that beside the missing byline.",
    method="Yes if it is known that no author is named and the schema.org property noBylinesPolicy is observed. No if an author is named, so that there is nothing to excuse, or if all disclosures are known and this one is missing. Reported beside the lost author points, which stay lost.",
    weaknesses=(
        "A policy of naming nobody is as easy to publish as any other, and excuses nothing by itself.",
    ),
    standard=schema_org("noBylinesPolicy"),
    direction=Direction.REPORTED,
    reads=frozenset({"authors", "policies"}),
    remediation="Declare the policy on texts without bylines as noBylinesPolicy, or name the author.",
    good_example="No byline; the publisher declares noBylinesPolicy: https://tarnmoor-herald.co.uk/no-bylines.",
    problem_example="No byline, and nothing that says why.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    authors, policies = document.authors, document.policies
    found = [o for o in policies.observations if o.value.name == "noBylinesPolicy"]
    if of_kind(authors, NAMED_AUTHORS) or (policies.complete and not found):
        return NO
    if not authors.complete:
        return open_for(authors)
    return yes_by(found) if found else open_for(policies)


SIGNAL: Final = Signal(SPEC, assess)

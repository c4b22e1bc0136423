"""Does the publisher state the principles by which it works?"""

from __future__ import annotations

from typing import Final

from provenance.answering.disclosures import disclosed
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_POLICIES: Final = frozenset(
    {"publishingPrinciples", "ethicsPolicy", "diversityPolicy", "missionCoveragePrioritiesPolicy"}
)

SPEC: Final = SignalSpec(
    id="publisher.principles",
    version=1,
    title="Editorial principles are declared or linked",
    problem="No editorial principles are found",
    question="Does the publisher state the principles by which it works?",
    rationale="Published principles are a standard that a publisher sets for itself and by which others can measure it.",
    method="Yes if publishingPrinciples, ethicsPolicy, diversityPolicy or missionCoveragePrioritiesPolicy (schema.org) is observed. What readers are linked to counts as well: a link at the foot of the page that is called what such pages are called (Editorial standards, Code of ethics). No only if all of the publisher's disclosures were looked for and none of the four is found.",
    weaknesses=(
        "Principles can be copied from another outlet in an afternoon; the signal does not compare them with practice.",
        "Principles that are neither declared in structured data nor linked at the foot of the page by a usual name go unseen.",
    ),
    standard=schema_org("publishingPrinciples"),
    direction=Direction.RAISES,
    reads=frozenset({"policies"}),
    remediation="Publish the editorial principles and declare their address as publishingPrinciples.",
    good_example="The page declares publishingPrinciples: https://tarnmoor-herald.co.uk/principles.",
    problem_example="The page declares a publisher and no principles, ethics or mission statement of any kind.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return disclosed(document, _POLICIES)


SIGNAL: Final = Signal(SPEC, assess)

"""Does the host's name use letters that pass for others?"""

from __future__ import annotations

from typing import Final

from provenance.answering.suspicions import LETTERS, imitation
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard

SPEC: Final = SignalSpec(
    id="publisher.homoglyph_host",
    version=1,
    title="The host uses mixed or look-alike letters",
    problem="The host uses mixed or look-alike letters",
    question="Does the name of the host mix scripts, or use letters that look like others, so that it reads as a different name?",
    rationale="A Cyrillic “а” in a Latin name cannot be told apart by eye; a host that needs it is not what it seems.",
    method="Raised where a label of the host of any address of the document mixes scripts that no language mixes, is written wholly in letters of another script that pass for Latin ones where that script is not at home, or reads as a protected domain's name (confusable letters, UTS 39). Clear where the address is known, or known not to exist, and no host does. While it is raised, nothing in the publisher family earns; while the address is unknown, the family stays open.",
    weaknesses=(
        "A name wholly in another script passes where that script is at home, even if it resembles a Latin word.",
        "Look-alikes within Latin (rn for m, 1 for l) are found only beside a protected domain.",
    ),
    standard=Standard(
        name="Unicode Technical Standard #39, Unicode Security Mechanisms",
        clause="4, confusable detection; 5, mixed-script detection",
        url="https://www.unicode.org/reports/tr39/",
    ),
    direction=Direction.FLAG,
    reads=frozenset({"url"}),
    remediation="Publish under a name written in one script.",
    good_example="https://tarnmoor-herald.co.uk/a",
    problem_example="https://tаrnmoor-herald.co.uk/a, with a Cyrillic а.",
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return imitation(document, context, LETTERS)


SIGNAL: Final = Signal(SPEC, assess)

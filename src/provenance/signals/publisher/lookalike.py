"""Is the document served from a host whose name imitates a protected one?"""

from __future__ import annotations

from typing import Final

from provenance.answering.suspicions import LIKENESS, imitation
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard

SPEC: Final = SignalSpec(
    id="publisher.lookalike",
    version=1,
    title="The host resembles a protected domain",
    problem="The host resembles a protected domain",
    question="Is the host of the document made to look like one of the protected domains, without being it?",
    rationale="Campaigns have cloned whole newspapers under domains that differ from the real ones by a letter, a word or the ending. What such a host says of its publisher proves nothing.",
    method="Raised where the host of any address of the document is not protected itself and carries the name of a protected domain with another ending, with one letter changed, with a word added, or whole, in front of a domain of its own. The protected domains are those that the caller supplies (--protected); without any, nothing is a lookalike. Clear where the address is known, or known not to exist, and no host imitates one. While it is raised, nothing in the publisher family earns; while the address is unknown, the family stays open.",
    weaknesses=(
        "Only imitations of the supplied domains are found.",
        "A publisher may own several similar domains: list them all as protected.",
        "Short names are close to many honest ones.",
    ),
    standard=Standard(
        name="EU DisinfoLab 2022, Doppelganger",
        clause="spoofed domains",
        url="https://www.disinfo.eu/doppelganger/",
    ),
    direction=Direction.FLAG,
    reads=frozenset({"url"}),
    remediation="Publish under a name of your own; if both domains are yours, have both listed as protected.",
    good_example="https://tarnmoor-herald.co.uk/a, which is protected.",
    problem_example="https://tarnmoor-herald.ltd/a, while tarnmoor-herald.co.uk is protected.",
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return imitation(document, context, LIKENESS)


SIGNAL: Final = Signal(SPEC, assess)

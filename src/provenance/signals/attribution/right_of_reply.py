"""Does the text give those it writes about a chance to answer?"""

from __future__ import annotations

from typing import Final

from provenance.answering.notices import in_words
from provenance.answering.standards import journalism_trust_initiative
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="attribution.right_of_reply",
    version=1,
    title="A reply, or a request for one, is mentioned",
    problem="No mention of a reply is found",
    question="Does the text report an answer, a denial, or that somebody was asked and did not answer?",
    rationale="Asking those who are accused is the plainest sign that a text was checked before it was published.",
    method="Yes if the text contains a passage that reports a reply (“denied the claims”, “responded in a statement”) or the attempt to get one (“declined to comment”, “could not be reached”, “asked the board for a response”), that stands there for the first time. No if the words of the text could be read and there is none.",
    weaknesses=(
        "A text that accuses nobody needs no reply, and loses the same points; they are few for that reason.",
        "An answer that is told as talk (“she replied”) does not count: it may be one to anything.",
        "“Could not be reached” is quickly written; the text does not show whether it was tried.",
    ),
    standard=journalism_trust_initiative("10, Accuracy"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links"}),
    remediation="Ask those who are criticised, and report their answer, or that there was none.",
    good_example="The Lowmere Port Trust did not respond to two requests for comment.",
    problem_example="The text accuses the port trust of neglect and does not say whether it was asked.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return in_words(document, "reply")


SIGNAL: Final = Signal(SPEC, assess)

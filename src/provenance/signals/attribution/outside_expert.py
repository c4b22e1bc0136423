"""Does anybody judge what is reported who had no part in it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.notices import in_words
from provenance.answering.standards import credibility_indicators
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="attribution.outside_expert",
    version=1,
    title="An outside voice is mentioned",
    problem="No mention of an outside voice is found",
    question="Does the text say of somebody that they had no part in what is reported?",
    rationale="Those who made a discovery cannot judge it impartially; reporters ask somebody who had no part in it, and say so.",
    method="Yes if the text contains a passage that says so (“who was not involved in the study”), that stands there for the first time. No if the words of the text could be read and there is none.",
    weaknesses=(
        "Most outside voices are not described as such: a rival, a regulator or a professor elsewhere is not seen here.",
        "It is mostly said about research, and any text can say it.",
    ),
    standard=credibility_indicators("Quotes from outside experts"),
    direction=Direction.REPORTED,
    reads=frozenset({"text", "links"}),
    remediation="Ask somebody who had no part in it, and say so.",
    good_example="“It is a small survey,” said Tomas Okoro, an engineer who was not involved in the study.",
    problem_example="Only those who did the survey say what it is worth.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return in_words(document, "outside")


SIGNAL: Final = Signal(SPEC, assess)

"""Does the text carry remains of the template or tool that it was made with?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import CLEAR, OPEN, flagged
from provenance.answering.passages import spans_of
from provenance.answering.tallies import no_words
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard

SPEC: Final = SignalSpec(
    id="originality.residue",
    version=1,
    title="No remains of a template are found",
    problem="Passages that look like remains of a template",
    question="Does the text contain form labels, placeholders or other remains of the template or tool that it was made with?",
    rationale="“Insert name here”, or a form's field labels in a published text, show that it was filled in or generated and published unread.",
    method="Yes if any passage of the text is recognised as residue by the library's list of form labels, placeholders and platform remains; one is enough. No if the text was read and has none.",
    weaknesses=(
        "A text that writes about templates quotes them, and is taken for one.",
        "Only known forms of residue are recognised.",
    ),
    standard=Standard(
        name="Google, Search Quality Evaluator Guidelines",
        clause="copied or auto-generated main content",
        url="https://guidelines.raterhub.com/searchqualityevaluatorguidelines.pdf",
    ),
    direction=Direction.LOWERS,
    reads=frozenset({"text", "links"}),
    remediation="Remove them, and have somebody read the text before it is published.",
    good_example="The text begins with its first sentence.",
    problem_example="Meta description: Discover the best quays. [Insert keyword] H2: Why quays matter",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    facts = document.facts
    if facts is None:
        return OPEN[no_words(document)]
    return flagged(spans_of(facts.residue)) if facts.residue else CLEAR


SIGNAL: Final = Signal(SPEC, assess)

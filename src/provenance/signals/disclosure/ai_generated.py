"""Does the document say whether a machine had a part in writing it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import open_for, places_of
from provenance.answering.notices import noticed
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, yes

SPEC: Final = SignalSpec(
    id="disclosure.ai_generated",
    version=1,
    title="A statement on the use of AI is found",
    problem="No statement on the use of AI is found",
    question="Does the document say whether, and how, artificial intelligence had a part in writing it?",
    rationale="Who answers for a sentence depends on who wrote it. Newsrooms and regulators ask that generated text be marked as such.",
    method="Yes if a digital source type is stated (IPTC NewsCodes, as schema.org digitalSourceType), whichever it is, or if a sentence of the text opens by saying that it was generated or written with the help of a machine, or was not. The note names the type. No if the type was looked for, and the text was read and says nothing. Reported, not scored, in either direction.",
    weaknesses=(
        "Generated text that is not marked goes unseen: the signal looks for a statement, not for a style.",
        "Statements in the text are recognised by their wording, in English, Dutch, French, German, Italian, Portuguese and Spanish; only in those that have a lexicon does silence count as no.",
    ),
    standard=Standard(
        name="IPTC NewsCodes, Digital Source Type",
        clause="trainedAlgorithmicMedia, compositeWithTrainedAlgorithmicMedia, humanEdits",
        url="https://cv.iptc.org/newscodes/digitalsourcetype/",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"source_type", "text", "links"}),
    remediation="Say in the text what a machine wrote or translated and who checked it, and declare digitalSourceType.",
    good_example="This article was translated with the help of AI and checked by an editor.",
    problem_example="A page of generated text under the name of somebody who does not exist.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.source_type
    notices = noticed(document, "ai_statement")
    if field.observations or notices.spans:
        types = sorted({value.rstrip("/").rpartition("/")[2] for value in field.values})
        return yes((*places_of(field.observations), *notices.spans), ", ".join(types))
    if not field.complete:
        return open_for(field)
    return notices.otherwise(no())


SIGNAL: Final = Signal(SPEC, assess)

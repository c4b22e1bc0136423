"""Does the document say what was corrected in it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import open_for, places_of
from provenance.answering.notices import noticed
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, yes

SPEC: Final = SignalSpec(
    id="disclosure.corrections",
    version=1,
    title="A correction is stated",
    problem="No note of a correction is found",
    question="Does the document say what was corrected in it?",
    rationale="Whoever copied or cited an earlier version needs to know what was wrong in it.",
    method="Yes if a schema.org correction is stated, or if the text has a note of correction. No if corrections were looked for and the text was read and has none. Reported, not scored: a text without errors has none to correct. That changes are shown at all is asked by date.history, where notes of updates count too.",
    weaknesses=(
        "Errors that were corrected in silence go unseen.",
        "Notes are recognised by their wording, in the languages that have a lexicon.",
    ),
    standard=schema_org("correction"),
    direction=Direction.REPORTED,
    reads=frozenset({"corrections", "text", "links"}),
    remediation="State each correction, with its day, in the text and as schema.org correction.",
    good_example="Correction, 14 February 2024: an earlier version misstated the depth of the harbour.",
    problem_example="The depth of the harbour was changed, and nothing says so.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.corrections
    notices = noticed(document, "correction")
    if field.observations or notices.spans:
        return yes((*places_of(field.observations), *notices.spans))
    if not field.complete:
        return open_for(field)
    return notices.otherwise(no())


SIGNAL: Final = Signal(SPEC, assess)

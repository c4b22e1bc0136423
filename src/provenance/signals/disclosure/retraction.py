"""Does the document say that it was retracted?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, open_for, places_of
from provenance.answering.notices import noticed
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, yes

SPEC: Final = SignalSpec(
    id="disclosure.retraction",
    version=1,
    title="A retraction is stated",
    problem="No statement of a retraction is found",
    question="Does the document say, in its title or its text, that it was retracted or withdrawn?",
    rationale="A retracted text lives on in copies and citations. Who finds it in a corpus has to know that its publisher no longer stands by it.",
    method="Yes if the title opens with a word such as “Retracted:”, or if a sentence of the text opens by saying that it was retracted or withdrawn. No if the title is known and the text was read and neither says so. Reported, not scored: a retraction is a fault and its disclosure a merit.",
    weaknesses=(
        "Retractions that are published elsewhere are not seen; registries such as Crossref's know them.",
        "Statements are recognised by their wording, in English.",
    ),
    standard=Standard(
        name="COPE, Retraction Guidelines",
        clause="Retraction notices",
        url="https://doi.org/10.24318/cope.2019.1.4",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"title", "text", "links"}),
    remediation="Mark what was retracted in its title, and say why and by whom.",
    good_example="Retracted: Depth of the harbour, 1990 to 2020",
    problem_example="The page of a retracted study shows the study as it was.",
)
_OPENINGS: Final = ("retracted:", "retraction:", "retracted article:", "withdrawn:", "[retracted]")
_LONGEST: Final = max(map(len, _OPENINGS))


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    title = document.title
    titled = [o for o in title.observations if o.value[:_LONGEST].lower().startswith(_OPENINGS)]
    notices = noticed(document, "retraction")
    if titled or notices.spans:
        return yes((*places_of(titled), *notices.spans))
    if not title.complete:
        return open_for(title)
    return notices.otherwise(NO)


SIGNAL: Final = Signal(SPEC, assess)

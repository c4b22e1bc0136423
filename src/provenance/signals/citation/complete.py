"""How much of what is cited is described well enough to be found without the link?"""

from __future__ import annotations

from typing import Final

from provenance.answering.standards import sourcing_requirements
from provenance.answering.target_shares import share_of_targets
from provenance.document import Document
from provenance.fields import Citation
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

_ENOUGH: Final = 2

SPEC: Final = SignalSpec(
    id="citation.complete",
    version=1,
    title="Citations that are complete",
    problem="Citations not counted as complete",
    question="What share of the distinct things cited is described by at least two of author, title, date and place in the source?",
    rationale="A reference that says who wrote what and when can be found again when its link is dead, and shows that the writer looked at it.",
    method="Of the distinct things cited, good are those given with at least two of four parts (author, title, date, page or other locator) that are not the document's own. Two is the least that tells one work from another. Everything else cited, bare links included, is bad. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2). Nothing is judged until all that is cited is known.",
    weaknesses=(
        "The parts are counted where they are structured; a reference written out in running text counts as bare.",
        "Parts can be filled in at random.",
    ),
    standard=sourcing_requirements("D.3, source reference citations"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Give author, title and date with each source, in structured data or a list of references.",
    good_example='{"author": "Ines Varga", "title": "The Lowmere quays", "date": "2023", "url": "https://quays.org/17"}',
    problem_example="see here",
    counts=True,
)


def _is_complete(citation: Citation) -> bool:
    return citation.parts >= _ENOUGH


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_of_targets(document, context, _is_complete)


SIGNAL: Final = Signal(SPEC, assess)

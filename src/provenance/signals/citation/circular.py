"""Does what the document cites rest on the document itself?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import CLEAR, OPEN, UNSUPPLIED, flagged, open_for
from provenance.answering.standards import wikipedia
from provenance.answering.tallies import citation_count
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="citation.circular",
    version=1,
    title="A cited source leads back to this document",
    problem="A cited source leads back to this document",
    question="Does the document cite a source of which all evidence leads back to the document itself?",
    rationale="Two pages that cite each other bear nothing out: a statement that was made up once looks confirmed as soon as somebody who believed it is cited for it.",
    method="Raised where a corpus index holds what the document cites, and everything that this cites in turn, however many steps away, leads back to an address of the document: no document on the way cites nothing, and none cites anything that the index does not hold. Links within one site or its affiliates lead nowhere. Clear where address, links and citations are known and nothing of this holds. It takes no points away: a circular citation counts like one of the document's own site, and earns nothing in any signal.",
    weaknesses=(
        "Only the documents of the index are known, and only as they were when it was built.",
        "One link to anything else breaks the circle, whether it is relevant or not.",
        "A source that repeats the document without linking to it is not found.",
    ),
    standard=wikipedia("Wikipedia:Verifiability", "sources that mirror or use it: circular sourcing"),
    direction=Direction.FLAG,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Cite the evidence that the source itself rests on, or say that there is none besides this document.",
    good_example="An encyclopaedia cites a newspaper, which cites a court's judgment.",
    problem_example="An encyclopaedia cites a newspaper of which the one source is the encyclopaedia.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    found = document.cited_documents
    if found is NOT_SUPPLIED:
        return UNSUPPLIED
    circles = [each.value for each in found.observations if each.value.circle]
    if circles:
        return flagged(
            tuple(sorted(each.target for each in circles)),
            "; ".join(" -> ".join(each.circle) for each in circles),
        )
    if not document.url.complete:
        return open_for(document.url) if document.url is NOT_SUPPLIED else OPEN[Why.URL_UNKNOWN]
    why = citation_count(document).why
    return CLEAR if why is None else OPEN[why]


SIGNAL: Final = Signal(SPEC, assess)

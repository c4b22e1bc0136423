"""Do all the sources of the document go back to one?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import CLEAR, OPEN, UNSUPPLIED, flagged
from provenance.answering.standards import sourcing_requirements
from provenance.answering.tallies import citation_count
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="citation.common_origin",
    version=1,
    title="The links of all sources end in one document",
    problem="The links of all sources end in one document",
    question="Does the document cite several sources that all go back to one and the same document?",
    rationale="Three reports of one press release are one source. Counted as three, they look like confirmation.",
    method="Raised where a corpus index holds everything that the document cites apart from its own site, two documents or more, and the links of these, followed as far as they go, all end in one document, which cites nothing. Links within one site or its affiliates lead nowhere. Clear where all that is cited is known and nothing of this holds. Reported, not scored: leading readers to one primary source is not a fault.",
    weaknesses=(
        "Only the documents of the index are known; one link to anything else is taken for another source.",
        "A source that retells another without linking to it is not found.",
    ),
    standard=sourcing_requirements("source summary statements: corroborating and independent sources"),
    direction=Direction.FLAG,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Cite the common source itself, and others that do not rest on it.",
    good_example="A court's judgment and a newspaper's interview are cited, and neither cites the other.",
    problem_example="Three newspapers are cited, and each of them only cites the same press release.",
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    found = document.cited_documents
    if found is NOT_SUPPLIED:
        return UNSUPPLIED
    count = citation_count(document, context.affiliates)
    if count.why is not None:
        return OPEN[count.why]
    if None in count.own:
        return OPEN[Why.URL_UNKNOWN]
    roads = {each.target: each.road for each in found.values if each.road}
    targets = tuple([citation.target for citation in count.others])
    if len(targets) < 2 or not roads.keys() >= set(targets):
        return CLEAR
    return flagged(targets, "; ".join(" -> ".join(roads[target]) for target in targets))


SIGNAL: Final = Signal(SPEC, assess)

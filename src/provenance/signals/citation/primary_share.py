"""How much of what is cited is a primary document?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from provenance.answering.standards import wikipedia
from provenance.answering.target_shares import share_of_targets
from provenance.document import Document
from provenance.fields import IN_WORDS, Citation
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.values.identifiers import is_primary

SPEC: Final = SignalSpec(
    id="citation.primary_share",
    version=1,
    title="Primary documents are cited",
    problem="Citations not counted as primary documents",
    question="What share of the distinct things cited are primary documents: laws, judgments, filings, official statistics, data sets, research as published?",
    rationale="A primary document is where a chain of citations should end; a reader who has it need not trust those who retold it.",
    method="Of the distinct things cited, good are those whose identifier or institution is primary by a table of kinds (DOI, PubMed, arXiv; legislatures, courts, statistics offices, registers, standards bodies, data archives) and that are not the document's own; resolutions named in the text count too. Everything else cited is bad. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2). Nothing is judged until all that is cited is known.",
    weaknesses=(
        "The table lists kinds of institution, and cannot be complete; what it lacks counts as secondary.",
        "A journal article has a DOI whether or not it is research; an authority's web site holds press releases too.",
    ),
    standard=wikipedia("Wikipedia:No_original_research", "primary, secondary and tertiary sources"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Link the law, the judgment, the data or the study itself, not only an article about it.",
    good_example="The judgment is linked at the court's own site, beside two reports about it.",
    problem_example="A study is described at length and only another news site's article about it is linked.",
    counts=True,
)


@lru_cache(maxsize=1 << 12)
def is_primary_document(citation: Citation) -> bool:
    """Whether what is cited is a primary document by its identifier, its institution or its kind."""
    if citation.kind == "resolution":
        return True
    if citation.kind in IN_WORDS:
        return False
    return is_primary(
        f"https://{citation.target}" if citation.kind in {"link", "archive"} else citation.target
    )


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_of_targets(document, context, is_primary_document)


SIGNAL: Final = Signal(SPEC, assess)

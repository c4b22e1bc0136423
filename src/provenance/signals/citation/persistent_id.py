"""How much of what is cited will still be found in ten years?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from provenance.answering.target_shares import share_of_targets
from provenance.document import Document
from provenance.fields import IN_WORDS, Citation
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard
from provenance.values.identifiers import is_persistent

SPEC: Final = SignalSpec(
    id="citation.persistent_id",
    version=1,
    title="Citations with a persistent identifier",
    problem="Citations not counted as persistent",
    question="What share of the distinct things cited has a persistent identifier or is an archived copy?",
    rationale="Addresses rot. What is cited by DOI, ISBN or the like, or as an archived page, can still be checked when the address is dead.",
    method="Of the distinct things cited, good are those with a DOI, handle, ISBN, ISSN, arXiv or PubMed number whose check digit, where it has one, is right, and pages in a public archive, unless they are the document's own. Everything else cited is bad. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2). Nothing is judged until all that is cited is known.",
    weaknesses=(
        "Most honest journalism links ordinary pages and scores low here; the points are few for that reason.",
        "An identifier that is well formed may have been given to nothing, or to something else.",
    ),
    standard=Standard(
        name="DCMI Metadata Terms",
        clause="identifier",
        url="https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#http://purl.org/dc/terms/identifier",
    ),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Cite by DOI or ISBN where there is one, and link an archived copy of pages that may change.",
    good_example="Varga 2023, doi:10.1234/lowmere.17",
    problem_example="Every source is a bare link to a page that changes daily.",
    counts=True,
)


@lru_cache(maxsize=1 << 12)
def _lasts(citation: Citation) -> bool:
    if citation.kind in IN_WORDS or citation.valid is False:
        return False
    return citation.kind != "link" or is_persistent(f"https://{citation.target}")


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_of_targets(document, context, _lasts)


SIGNAL: Final = Signal(SPEC, assess)

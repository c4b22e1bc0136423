"""How many different publishers does the document cite, besides its own?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN
from provenance.answering.origins import independent, sites_of
from provenance.answering.standards import credibility_indicators
from provenance.answering.tallies import citation_count
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, count_up_to

ENOUGH: Final = 5
"""Distinct publishers that are enough. No study gives a number: it is one for each of the points that the default
policy has for this question, so that a sixth adds nothing (docs/explanation/points.md)."""

SPEC: Final = SignalSpec(
    id="citation.independent",
    version=2,
    title="Other publishers are cited",
    problem="Fewer than five independent sources are cited",
    question="How many different publishers, none of them the document's own, does the document cite, up to five, those that publish one text counted once?",
    rationale="Five links to one site are one source. Sources of different owners can bear one another out; a bare count of links cannot.",
    method="Distinct sites among all that is cited: the registrable domain of a link (the tenant, on a platform), the registrant of a DOI or handle, the number of a book, the words of a reference. The document's own site and its affiliates do not count. With a corpus index, two that are versions of one text are one source, and one that rests on nothing but this document is its own: the largest number of cited things is taken of which no two share a site or a text. Each of the first five earns a fifth. Nothing is lost while more could be cited than was seen, and what may be the document's own stays open while its address is unknown. Five is chosen, not measured.",
    weaknesses=(
        "Two domains of one owner count as two unless the owner's affiliates are supplied.",
        "Citing five unrelated front pages earns as much as five sources that bear on the text.",
        "References in words are told apart by their words: one work that is written in two ways counts twice.",
        "Sources that all copied one another count as several, unless an index holds them.",
    ),
    standard=credibility_indicators("Source types and number of outbound links"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Cite sources from other publishers.",
    good_example="Links to a port authority, a university study, two newspapers and a court's judgment.",
    problem_example="Twelve links, all to other pages of the same site.",
    counts=True,
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    count = citation_count(document, context.affiliates)
    others, why = count.others, count.why
    if why is not None and not count.citations:
        return OPEN[why]
    sites = sites_of(others)
    counted = independent(others, document, ENOUGH) if document.cited_documents.observations else len(sites)
    possible = ENOUGH
    if why is None:
        undecided = [
            c for c, is_its_own in zip(count.citations, count.own, strict=True) if is_its_own is None
        ]
        possible = independent([*others, *undecided], document, ENOUGH) if undecided else counted
        why = Why.URL_UNKNOWN if possible > counted else None
    return count_up_to(ENOUGH, counted, possible, tuple(sorted(sites)), why)


SIGNAL: Final = Signal(SPEC, assess)

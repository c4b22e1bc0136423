"""How much of what is cited is the document's own publisher?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NOTHING_TO_JUDGE, OPEN, shown_only
from provenance.answering.standards import wikipedia
from provenance.answering.tallies import citation_count
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, share_of

SPEC: Final = SignalSpec(
    id="citation.self_share",
    version=1,
    title="It cites sources other than itself",
    problem="Citations that lead back to its publisher",
    question="What share of the distinct things cited lies on the document's own site or an affiliate's?",
    rationale="A text that supports its statements with other texts of the same publisher leads the reader in a circle.",
    method="Of the distinct things cited, bad are relative links and links to a site that one of the document's addresses, or a supplied affiliate, belongs to; all others are good. The feature shows the bad share. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2). Links stay open while the document's address is unknown, and nothing is judged until all that is cited is known.",
    weaknesses=(
        "Links for navigation, if the reader could not tell them apart, count as citations of itself.",
        "Sites of one owner under different domains are told apart only if the affiliates are supplied.",
    ),
    standard=wikipedia("Wikipedia:Verifiability", "self-published sources"),
    direction=Direction.LOWERS,
    reads=frozenset({"text", "links", "citations", "url", "cited_documents"}),
    remediation="Support statements with sources from other publishers.",
    good_example="Nine links lead to eight other sites, one to an earlier article of the same paper.",
    problem_example="All eleven links lead to the publisher's own shop.",
    counts=True,
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    count = citation_count(document, context.affiliates)
    of, why = len(count.citations), count.why
    if not of:
        return NOTHING_TO_JUDGE if why is None else OPEN[why]
    if why is not None:
        return shown_only(why, count.own.count(True), of)
    bad = [c.target for c, is_its_own in zip(count.citations, count.own, strict=True) if is_its_own]
    good = [c.target for c in count.others]
    undecided = of - len(bad) - len(good)
    finding = share_of(len(good), len(bad), of, (*bad, *good), Why.URL_UNKNOWN if undecided else None)
    return finding._replace(share=(len(bad), of) if bad or not undecided else None)


SIGNAL: Final = Signal(SPEC, assess)

"""Shares of the distinct things that a document cites."""

from __future__ import annotations

from collections.abc import Callable

from provenance.answering.answers import NOTHING_TO_JUDGE, OPEN, shown_only
from provenance.answering.tallies import citation_count
from provenance.document import Document
from provenance.evidence import Why
from provenance.fields import Citation
from provenance.signal import Context, Finding, share_of


def share_of_targets(document: Document, context: Context, qualifies: Callable[[Citation], bool]) -> Finding:
    """The share of cited things that qualify and are not the document's own.

    What is its own never qualifies, and counts; what qualifies stays open while that is unknown.
    Nothing is settled while more could be cited than was seen. None that qualify so far is no share to show while
    others are undecided.
    """
    count = citation_count(document, context.affiliates)
    of, why = len(count.citations), count.why
    if not of:
        return NOTHING_TO_JUDGE if why is None else OPEN[why]
    if why is not None:
        return shown_only(why, sum(map(qualifies, count.others)), of)
    good, bad = [], []
    for citation, is_its_own in zip(count.citations, count.own, strict=True):
        if is_its_own or not qualifies(citation):
            bad.append(citation.target)
        elif is_its_own is False:
            good.append(citation.target)
    finding = share_of(
        len(good), len(bad), of, (*bad, *good), None if len(good) + len(bad) == of else Why.URL_UNKNOWN
    )
    return finding if good or finding.why is None else finding._replace(share=None)

"""Where a source is kept unnamed, does the text say why?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NOTHING_TO_JUDGE, OPEN
from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import statement_places
from provenance.answering.tallies import testimony, words_unreadable
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, share_of
from provenance.text.facts import SourceKind

SPEC: Final = SignalSpec(
    id="attribution.anonymity_explained",
    version=1,
    title="Reasons are given for withheld names",
    problem="Withheld names for which no reason is found",
    question="For what share of the sources whose names are withheld does the text give a reason?",
    rationale="A name is withheld to keep a promise to the source; a reader who cannot check the source should at least learn why.",
    method="Counts distinct sources whose name is withheld (a person familiar with the matter) and distinct passages that explain why (“who asked not to be named because”); each explanation serves for one source. Of n sources, k explained and the rest not earn k/(n+2) and lose the rest (Walley 1996, s = 2). Where no name is withheld the question does not come up, and stays open.",
    weaknesses=(
        "Explanations are only counted, not matched to the sources that they explain.",
        "“Not authorised to speak” has become a formula that explains nothing.",
    ),
    standard=credibility_signals("7.4.1.12, reason for anonymity"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Say why the name of each unnamed source is withheld.",
    good_example="A port worker, who asked not to be named for fear of dismissal, said that the alarm had failed.",
    problem_example="A person familiar with the matter said that the alarm had failed.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    unread = words_unreadable(document)
    if unread is not None:
        return OPEN[unread]
    withheld = [s for s in testimony(document).statements if s.kind is SourceKind.ANONYMOUS]
    of = len({s.said.source.identity for s in withheld if s.said.source is not None})
    if not of:
        return NOTHING_TO_JUDGE
    assert document.facts is not None
    reasons = sum(n.kind == "anonymity_explained" and not n.repeated for n in document.facts.notices)
    good = min(of, reasons)
    return share_of(good, of - good, of, statement_places(withheld, ()))


SIGNAL: Final = Signal(SPEC, assess)

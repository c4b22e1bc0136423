"""How many of the reported statements come from somebody who is named?"""

from __future__ import annotations

from typing import Final

from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import share_with
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import NAMED_KINDS

SPEC: Final = SignalSpec(
    id="attribution.named_share",
    version=1,
    title="Statements with a named source",
    problem="Statements without a named source",
    question="What share of the reported statements comes from a named person, organisation or document?",
    rationale="A named source can be asked again by somebody else, and can object to being misquoted.",
    method="Of the distinct reported statements, good are those whose source is a named person, an organisation or a document; a pronoun or a bare surname counts as what it resolves to. Bad are roles without a name, collectives, withheld names, statements that nobody is said to make, and pronouns that do not resolve. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2).",
    weaknesses=(
        "The share is not a sign of quality in itself: on 1,008 US political articles annotated by hand, two hyper-partisan outlets name 70 % of their sources and three national newspapers 58 to 59 %, with 95 % intervals apart.",
        "Measured on one article, the share carries an error of 0.13 on average.",
        "Sources that must be protected cost points here; attribution.anonymity_explained gives some back.",
    ),
    standard=credibility_signals("7.4.1, sources"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Give the name of each source, or say why it is withheld.",
    good_example="“We lost two boats,” said Ines Varga, the harbour master.",
    problem_example="“We lost two boats,” said a dock worker.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_with(document, NAMED_KINDS)


SIGNAL: Final = Signal(SPEC, assess)

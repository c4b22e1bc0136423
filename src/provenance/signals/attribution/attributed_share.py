"""How many of the reported statements say who made them?"""

from __future__ import annotations

from typing import Final

from provenance.answering.plain_answers import plain_share
from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import share_with
from provenance.answering.tallies import testimony
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import IDENTIFIED_KINDS

SPEC: Final = SignalSpec(
    id="attribution.attributed_share",
    version=1,
    title="Statements with an identified source",
    problem="Statements without an identified source",
    question="What share of the reported statements has a source that can be identified?",
    rationale="A reader can weigh a statement only if its source is given.",
    method="Reported statements are what somebody is said to say, report or find, after PARC 3.0; each counts once by its words, nested ones and the writer's own are left out. Good are those whose source is a person, an organisation, a document, or one person in a role (the harbour master); a pronoun or a bare surname counts as what it resolves to. Bad are collectives (critics), withheld names, statements that nobody is said to make, and pronouns that do not resolve. Of n statements, k good and b bad earn k/(n+2) and lose b/(n+2): two more that nobody has seen stay open (imprecise Dirichlet model, Walley 1996, s = 2).",
    weaknesses=(
        "Statements that are not marked as reported are not seen here; citation.claims_supported looks at them.",
        "A source can be invented; the signal sees that one is given.",
        "Statements are found by rules and a lexicon: some are found wrongly and some are missed, more of them outside news prose.",
    ),
    standard=credibility_signals("5.4 and 5.5, attribution of claims and quotations"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions", "attributed"}),
    remediation="Say who made each reported statement.",
    good_example="“The quay was closed on Monday,” said harbour master Ines Varga.",
    problem_example="It is believed that the quay was closed for weeks.",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    if testimony(document).why is not None:
        plain = plain_share(document.attributed, document)
        if plain is not None:
            return plain
    return share_with(document, IDENTIFIED_KINDS)


SIGNAL: Final = Signal(SPEC, assess)

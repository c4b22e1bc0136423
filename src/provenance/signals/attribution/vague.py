"""How many of the reported statements come from nobody in particular?"""

from __future__ import annotations

from typing import Final

from provenance.answering.standards import wikipedia
from provenance.answering.statement_shares import share_without
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import SourceKind

SPEC: Final = SignalSpec(
    id="attribution.vague",
    version=1,
    title="Statements from a source that is not vague",
    problem="Statements from a vague source or from none",
    question="What share of the reported statements is ascribed to nobody in particular: to critics, to experts, to a withheld name, or to no one?",
    rationale="“Critics say” and “it is believed” lend a statement the weight of others without letting the reader see who they are.",
    method="Of the distinct reported statements, bad are those whose source is a collective without a name, a withheld name, or not given at all; all others, roles and pronouns included, are good. The feature shows the bad share. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2).",
    weaknesses=(
        "Summarising many named voices as “residents” is ordinary reporting, and counts as vague each time.",
        "A vague phrase that a quoted source uses is nested, and does not count.",
    ),
    standard=wikipedia("Template:By_whom", "inline tags {{who}}, {{by whom}} and {{according to whom}}"),
    direction=Direction.LOWERS,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Replace “critics”, “experts” and “it is believed” by whoever said it.",
    good_example="The engineer Tomas Okoro called the sea wall unsafe.",
    problem_example="Experts say that the sea wall is unsafe.",
    counts=True,
)

_VAGUE: Final = frozenset({SourceKind.COLLECTIVE, SourceKind.ANONYMOUS, None})


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_without(document, _VAGUE)


SIGNAL: Final = Signal(SPEC, assess)

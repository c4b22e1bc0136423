"""How many of the reported statements come from sources whose names are withheld?"""

from __future__ import annotations

from typing import Final

from provenance.answering.standards import credibility_signals
from provenance.answering.statement_shares import share_without
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.text.facts import SourceKind

SPEC: Final = SignalSpec(
    id="attribution.anonymous_share",
    version=1,
    title="Statements whose source's name is withheld",
    problem="Statements whose source's name is withheld",
    question="What share of the reported statements comes from a source whose name is known to the writer and withheld?",
    rationale="How much of a text rests on sources that nobody but the writer can check is worth knowing, whatever one makes of it.",
    method="Of the distinct reported statements, those whose source is anonymous: a name that is withheld, not a crowd (critics), which attribution.vague counts as well. Reported, not scored by itself.",
    weaknesses=(
        "Investigations that could not be published otherwise have a high share.",
        "A pronoun that stands for an unnamed source counts only if it resolves to one.",
    ),
    standard=credibility_signals("7.4.1.7 to 7.4.1.10, anonymous sources"),
    direction=Direction.REPORTED,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Name the sources that agree to be named, and say why the others do not.",
    good_example="Eight named people and a report speak; one official is left unnamed.",
    problem_example="All that is reported comes from “a source close to the board”.",
    counts=True,
)

_ANONYMOUS: Final = frozenset({SourceKind.ANONYMOUS})


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return share_without(document, _ANONYMOUS)


SIGNAL: Final = Signal(SPEC, assess)

"""Is the text an original, or a copy that says whose it is?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import YES, open_for, yes_by
from provenance.answering.standards import credibility_signals
from provenance.document import Document
from provenance.evidence import Why
from provenance.fields import Derivation
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, unknown

SPEC: Final = SignalSpec(
    id="originality.type",
    version=1,
    title="No copy without credit is found",
    problem="A copy for which no accurate credit is found",
    question="Is the text an original, or, where it copies another document, does it credit it accurately?",
    rationale="A copy adds no evidence to what it copies. One that says so is honest syndication; one that does not passes another's work off as its own.",
    method="Every pair of this document with one that shares its text is judged, and the worst pair decides. Weak overlap and shared quotations are fine, and so is being the one that was copied, or a copy with accurate credit. A copy whose direction is known, without credit or with a wrong one, is bad, and one such pair is enough. Undetermined direction, unclear credit, or a pair that does not name this document leave it open. The good answer needs all pairs to be known. Without pairs, the plain answer duplicated: false earns, and duplicated: true settles nothing, since it says neither who copied nor who was credited.",
    weaknesses=(
        "Only the documents of the index are known: a copy of something outside it passes for an original.",
        "A paraphrase shares no runs of words and is not found.",
        "Direction rests on dates and credit lines, and dates can be set back.",
    ),
    standard=credibility_signals(
        "7.1.1.1 to 7.1.1.4, original or duplicate; 7.1.2, attribution of the original"
    ),
    direction=Direction.RAISES,
    reads=frozenset({"derivations", "duplicated"}),
    remediation="Credit the source of a copied text by name and with a canonical link.",
    good_example="“This article first appeared in the Tarnmoor Herald”, with a canonical link to it.",
    problem_example="The text is that of the Tarnmoor Herald of the day before, under another byline.",
)

_FINE: Final = frozenset({"overlap", "quotation"})
_COPIED_ELSEWHERE: Final = unknown(Why.UNDECIDED, ("/duplicated",), share=(0, 1))


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.derivations
    if not field.observations and not field.complete:
        return _plain_answer(document)
    judged = [(_verdict(o.value, document.id), o.at) for o in field.observations]
    bad = tuple(sorted(at for verdict, at in judged if verdict is False))
    if bad:
        return no(bad)
    undecided = tuple(sorted(at for verdict, at in judged if verdict is None))
    if undecided:
        return unknown(Why.UNDECIDED, undecided)
    return yes_by(field.observations) if field.complete else open_for(field)


def _plain_answer(document: Document) -> Finding:
    """What is known where nobody brought pairs."""
    said = document.duplicated.first
    if said is None:
        return open_for(document.derivations)
    return _COPIED_ELSEWHERE if said else YES


def _verdict(pair: Derivation, this: str) -> bool | None:
    """Whether a pair leaves this document's originality untouched; None if that cannot be told."""
    if pair.kind in _FINE:
        return True
    if pair.direction == "undetermined" or this not in (pair.document, pair.source):
        return None
    if pair.document != this or pair.credit == "accurate":
        return True
    return None if pair.credit == "unclear" else False


SIGNAL: Final = Signal(SPEC, assess)

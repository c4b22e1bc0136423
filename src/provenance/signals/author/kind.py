"""Is a person named as the author?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import looked_for
from provenance.answering.standards import newsguard
from provenance.document import Document
from provenance.fields import Author
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="author.kind",
    version=1,
    title="An author is a person",
    problem="No person is found among the authors",
    question="Is at least one author named who is, by the form of the name, a person?",
    rationale="Accountability ends with people. An organisation, a desk or a role account as the only author leaves open who wrote the text.",
    method="Each name is classified by its form and by what structured data says about it: person, organisation, desk, role account, or no plausible name. Yes if any author is a person; no if all authors are known and none is.",
    weaknesses=(
        "A name is judged by its form: an invented person passes, and a person who writes under one name may not.",
        "Names of persons and organisations share forms in many languages; the table of words that mark an organisation is finite.",
    ),
    standard=newsguard(
        "Provides the names of content creators, along with either contact or biographical information (5 points)"
    ),
    direction=Direction.RAISES,
    reads=frozenset({"authors"}),
    remediation="Name the person who wrote the text, beside the desk or organisation if need be.",
    good_example="By Nora Feldkamp, Tarnmoor Herald",
    problem_example="By Tarnmoor Herald Staff",
    implies=("author.named",),
)


def _is_person(author: Author) -> bool:
    return author.kind == "person"


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    return looked_for(document.authors, _is_person)


SIGNAL: Final = Signal(SPEC, assess)

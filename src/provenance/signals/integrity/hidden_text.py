"""Does the text or the title carry characters that nobody can see?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import CLEAR, OPEN, flagged, open_for
from provenance.answering.passages import spans_of
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard
from provenance.text.invisible import find

SPEC: Final = SignalSpec(
    id="integrity.hidden_text",
    version=1,
    title="Hidden characters are in the text or title",
    problem="Hidden characters are in the text or title",
    question="Does the text or the title contain invisible characters that no script, emoji or signed manifest calls for?",
    rationale="Zero-width characters, direction controls and tags can mark a copy, break a search for a quotation, or carry words that a program reads and a person does not.",
    method="Raised where the text or the title contains a zero-width character, a control of writing direction or a tag character that its surroundings do not call for: joiners inside emoji and in scripts that need them, direction marks beside right-to-left letters, flags, a byte order mark at the start and a C2PA manifest are left alone. Clear only where both text and title are known and neither has one. It takes no points away.",
    weaknesses=(
        "Word processors and chat assistants leave such characters by accident.",
        "Text that is hidden by colour, size or layout is not seen.",
    ),
    standard=Standard(
        name="Unicode Technical Standard #39, Unicode Security Mechanisms",
        clause="3.1 and 5",
        url="https://www.unicode.org/reports/tr39/",
    ),
    direction=Direction.FLAG,
    reads=frozenset({"text", "links", "title"}),
    remediation="Remove the invisible characters from the text.",
    good_example="The harbour reopened on Monday.",
    problem_example="The har\\u200bbour re\\u200bopened on Monday.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    text, title, facts = document.text, document.title, document.facts
    titles = [o.at for o in title.observations if find(o.value)]
    spans = spans_of(facts.invisible) if facts is not None else ()
    if titles or spans:
        return flagged((*sorted(titles), *spans))
    for field in (text, title):
        if not field.complete:
            return open_for(field)
    return CLEAR if facts is not None or title.observations else OPEN[Why.NOTHING_TO_JUDGE]


SIGNAL: Final = Signal(SPEC, assess)

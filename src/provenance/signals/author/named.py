"""Does the document name an author who could be asked about it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import open_for, places_of, yes_by
from provenance.answering.authors import of_kind
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.evidence import Why
from provenance.fields import NAMED_AUTHORS
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, unknown, yes

SPEC: Final = SignalSpec(
    id="author.named",
    version=1,
    title="An author is named",
    problem="No author is found",
    question="Does the document name a person, an organisation or a desk as its author?",
    rationale="A named author can be asked, compared with other work and held to account.",
    method="Yes if any author observed is a person, an organisation or a desk (a wire service, a newsroom), or if the plain answer has_author is true. Role accounts (admin, guest author), tools that write (ChatGPT), and strings that are not names (addresses, dates, headlines) do not count; Staff counts as a desk. No only if every channel of this input was looked at and no author qualifies. A plain has_author: false is shown and settles nothing: it does not say where was looked.",
    weaknesses=(
        "Names can be invented; the signal sees that a name is given, not whose it is.",
        "Names are judged by their form: a pen name that looks like a headline is missed, and a product name that looks like a person's is accepted.",
    ),
    standard=schema_org("author"),
    direction=Direction.RAISES,
    reads=frozenset({"authors", "has_author"}),
    remediation="Name the author in the byline and in the page's structured data (schema.org author).",
    good_example="By Nora Feldkamp and Tomas Okoro",
    problem_example="By admin",
)

_SAID_TO_HAVE_NONE: Final = unknown(Why.NOT_NAMED, share=(0, 1))


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field, said = document.authors, document.has_author
    named = of_kind(field, NAMED_AUTHORS)
    if named:
        return yes_by(named)
    if said.first is True:
        return yes(said.places())
    if field.complete:
        return no(places_of(field.observations))
    return _SAID_TO_HAVE_NONE if said.first is False else open_for(field)


SIGNAL: Final = Signal(SPEC, assess)

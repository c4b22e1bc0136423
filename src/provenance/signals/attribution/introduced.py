"""Does the text introduce the sources that it lets speak?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import shown_only
from provenance.answering.standards import wikipedia
from provenance.answering.statement_shares import statement_places
from provenance.answering.tallies import testimony
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, share_of
from provenance.text.facts import Source, SourceKind

SPEC: Final = SignalSpec(
    id="attribution.introduced",
    version=1,
    title="Speakers who are introduced",
    problem="Speakers given by surname or pronoun alone",
    question="What share of the people who speak in the text is introduced with a full name, and not left as a bare surname or a “he” with nobody behind it?",
    rationale="“Brandt warned” and “he added” mean nothing to a reader who was never told who Brandt is, or who “he” is; they are what remains of a source when a text is cut or pasted together.",
    method="Counts distinct sources, not statements: every person, and every pronoun or surname that stands for one. Bad are those of whom any statement is marked never_introduced (a bare surname whose full name the text never gives) or unresolvable_pronoun (nobody stands before it); unresolved pronouns of one form count as one source. Of n, k good and b bad earn k/(n+2) and lose b/(n+2) (Walley 1996, s = 2).",
    weaknesses=(
        "People whom everybody knows by surname count as not introduced.",
        "Whom a pronoun stands for is guessed by rules, right in about seven cases of ten.",
    ),
    standard=wikipedia("Template:Who", "inline tag {{who}}"),
    direction=Direction.RAISES,
    reads=frozenset({"text", "links", "attributions"}),
    remediation="Give the full name and the role of each source where it first speaks.",
    good_example="Ines Varga, harbour master since 2019, said that the quay would reopen. Varga declined to give a date.",
    problem_example="He noted that the quay would reopen. Brandt disagreed.",
    counts=True,
)

_FAULTS: Final = frozenset({"never_introduced", "unresolvable_pronoun"})
_PEOPLE: Final = frozenset({SourceKind.PERSON, SourceKind.PRONOUN})
_THINGS: Final = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    statements, why = testimony(document)
    people = [
        (s, _who(s.said.source))
        for s in statements
        if s.said.source is not None and _is_someone(s.said.source)
    ]
    sources = {who for _, who in people}
    faults = {who for statement, who in people if not _FAULTS.isdisjoint(statement.said.flags)}
    bad, of = len(faults), len(sources)
    if why is not None:
        return shown_only(why, of - bad, of)
    against = [statement for statement, who in people if who in faults]
    return share_of(
        of - bad, bad, of, statement_places(against, (s for s, who in people if who not in faults))
    )


def _is_someone(source: Source) -> bool:
    """Whether a person speaks, or people, who can be introduced; "the company" and the "it" that stands for it are not."""
    if source.resolved is None:
        return source.kind in _PEOPLE
    return source.resolved.kind not in _THINGS


def _who(source: Source) -> tuple[bool, str]:
    """What makes two mentions one source: who they are, or, where that is unknown, how they are written."""
    if source.kind is SourceKind.PRONOUN and source.resolved is None:
        return (False, source.text.casefold())
    return (True, source.identity)


SIGNAL: Final = Signal(SPEC, assess)

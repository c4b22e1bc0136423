"""Do two voices name the same author?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, OPEN, open_for, places_of
from provenance.answering.authors import in_two_voices, of_kind
from provenance.answering.standards import credibility_signals
from provenance.document import Document
from provenance.evidence import Why
from provenance.fields import NAMED_AUTHORS
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, yes

SPEC: Final = SignalSpec(
    id="author.confirmed",
    version=1,
    title="An author is confirmed by a second voice",
    problem="No author is confirmed",
    question="Do two voices, such as the visible byline and the structured data, name the same author?",
    rationale="Structured data often names another author than the page shows, such as a site account. A name that both give is more likely to be the writer's.",
    method="Yes if the same name, by comparison of its parts (initials, order, accents and titles aside), is observed in two of the three voices: declared (structured data, meta tags), observed (visible byline, text, caller), attested (a registry). No if all authors are known, two voices were heard, and they agree on nobody, or if it is known that there is no author. One voice alone leaves it unknown, however often it repeats the name.",
    weaknesses=(
        "Both voices come from the same publisher as a rule: agreement shows care, not truth.",
        "Two people of one name, or initials that fit two people, agree.",
    ),
    standard=credibility_signals("18.6, author"),
    direction=Direction.RAISES,
    reads=frozenset({"authors"}),
    remediation="Give the same author in the visible byline and in the page's structured data.",
    good_example='Byline "By Nora Feldkamp"; JSON-LD "author": {"name": "Nora Feldkamp"}.',
    problem_example='Byline "By Nora Feldkamp"; JSON-LD "author": {"name": "webmaster"}.',
    implies=("author.named",),
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.authors
    places = in_two_voices(of_kind(field, NAMED_AUTHORS))
    if places:
        return yes(places)
    if not field.complete:
        return open_for(field)
    if not field.observations:
        return NO
    return no(places_of(field.observations)) if len(field.voices) > 1 else OPEN[Why.ONE_VOICE]


SIGNAL: Final = Signal(SPEC, assess)

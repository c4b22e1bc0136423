"""What a score rests on: what it would be if one thing that was observed were shown to be false, for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.answering.tallies import place_of, place_of_claim
from provenance.document import Document
from provenance.scoring import Scorecard
from provenance.signal import Context
from provenance.text.facts import Attribution, Claim, Source, TextFacts

MOST_DENIED: Final = 500
"""Observations of one field, and passages of a text, that are tried at most: each is a score of its own."""
_TRIED: Final = (
    "url",
    "canonical",
    "title",
    "authors",
    "publisher",
    "published",
    "modified",
    "policies",
    "links",
    "citations",
    "attributions",
    "claims",
    "has_author",
    "attributed",
    "claims_cited",
)
"""Fields that state something; the others say how a document was fetched or measured."""


class Denial(NamedTuple):
    """What is shown to be false, and where the score is then; `points` are the millipoints that go with it."""

    what: str  # the field, or "attribution" or "claim"
    at: str  # the observation's place: a JSON pointer, or ``start-end`` in the text
    value: str
    points: int
    score: int
    ceiling: int
    band: str


def denials(card: Scorecard, context: Context) -> tuple[Denial, ...]:
    """What moves the score of *card* if it is shown to be false, the most points first.

    What is false is not there, and nothing else changes: not what others say, nor what was looked for. A statement
    that its source did not make is one that nobody is said to make; a claim that its source does not bear out carries
    none.
    """
    found = []
    for what, at, value, document in _denied(card.document):
        after = Scorecard.of(document, context, card.plan)
        if (after.earned, after.lost) != (card.earned, card.lost):
            points = card.earned - after.earned
            found.append(Denial(what, at, value, points, after.earned, after.ceiling, after.band.letter))
    return tuple(sorted(found, key=lambda denial: (-denial.points, denial.ceiling, denial.what, denial.at)))


def _denied(document: Document) -> Iterator[tuple[str, str, str, Document]]:
    """The document without each single thing that was observed."""
    for name in _TRIED:
        for place, observation in enumerate(document.field(name).observations[:MOST_DENIED]):
            yield name, observation.at, _said(observation.value), document.denying(name, place)
    facts = document.facts
    if facts is None:
        return
    for n, statement in enumerate(facts.attributions[:MOST_DENIED]):
        if statement.source is not None and not statement.repeated and not statement.depth:
            yield (
                "attribution",
                place_of(statement),
                statement.source.text,
                document.with_facts(_unsaid(facts, n)),
            )
    for n, claim in enumerate(facts.claims[:MOST_DENIED]):
        if claim.support in ("inline", "reference") and not claim.repeated:
            yield "claim", place_of_claim(claim), claim.support, document.with_facts(_unsupported(facts, n))


def _said(value: object) -> str:
    """A value as people know it."""
    for name in ("name", "text", "target", "value"):
        said = getattr(value, name, None)
        if isinstance(said, str):
            return said
    return "" if isinstance(value, (Attribution, Claim)) else str(value)


def _unsaid(facts: TextFacts, n: int) -> TextFacts:
    """The facts without the source of one statement, which then bears out no claim either."""
    statement = facts.attributions[n]
    assert statement.source is not None
    statements = list(facts.attributions)
    statements[n] = statement._replace(source=None)
    claims = tuple(_without(claim, statement.source) for claim in facts.claims)
    return facts._replace(attributions=tuple(statements), claims=claims)


def _without(claim: Claim, source: Source) -> Claim:
    """The claim without the support of a statement by *source*."""
    left = tuple(s for s in claim.by if not s.start <= source.start < source.end <= s.end)
    if len(left) == len(claim.by):
        return claim
    return claim._replace(by=left, support=claim.support if left else "none")


def _unsupported(facts: TextFacts, n: int) -> TextFacts:
    claims = list(facts.claims)
    claims[n] = claims[n]._replace(support="none", by=())
    return facts._replace(claims=tuple(claims))

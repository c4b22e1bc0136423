"""Layer 4: shares of the statements in a document, whoever counted them (`tallies` says when they count)."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.answering.answers import OPEN, shown_only
from provenance.answering.tallies import place_of, testimony
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Finding, share_of
from provenance.text.facts import Attribution, SourceKind


def kind_of(statement: Attribution) -> SourceKind | None:
    """Who speaks: the kind that counts; None where no one is given. A pronoun that does not resolve stays a pronoun."""
    return None if statement.source is None else statement.source.effective_kind


def share_with(document: Document, kinds: frozenset[SourceKind | None]) -> Finding:
    """The share of statements whose source is of one of *kinds*; all others speak against the document."""
    statements, why = testimony(document)
    if why is not None and not statements:
        return OPEN[why]
    return share_for(
        [s for s in statements if kind_of(s) in kinds],
        [s for s in statements if kind_of(s) not in kinds],
        why,
    )


def share_without(document: Document, kinds: frozenset[SourceKind | None]) -> Finding:
    """The share of statements whose source is of one of *kinds*, which speaks against the document."""
    statements, why = testimony(document)
    if why is not None and not statements:
        return OPEN[why]
    return share_against(
        [s for s in statements if kind_of(s) in kinds],
        [s for s in statements if kind_of(s) not in kinds],
        why,
    )


def share_for(good: list[Attribution], bad: list[Attribution], why: Why | None) -> Finding:
    """The share of the *good* statements; shown and open where *why* says that they are not settled."""
    of = len(good) + len(bad)
    if why is not None:
        return shown_only(why, len(good), of)
    return share_of(len(good), len(bad), of, statement_places(bad, good))


def share_against(bad: list[Attribution], good: list[Attribution], why: Why | None) -> Finding:
    """The share of the *bad* statements; shown and open where *why* says that they are not settled."""
    of = len(good) + len(bad)
    if why is not None:
        return shown_only(why, len(bad), of)
    finding = share_of(len(good), len(bad), of, statement_places(bad, good))
    return finding._replace(share=(len(bad), of)) if of else finding


def statement_places(bad: Iterable[Attribution], good: Iterable[Attribution]) -> tuple[str, ...]:
    """Where statements stand, those that speak against the document first, each group in the order of the text."""
    return tuple(dict.fromkeys(place_of(s) for group in (bad, good) for s in sorted(group, key=_position)))


def _position(statement: Attribution) -> tuple[int, int]:
    part = statement.cue or statement.content or statement.source
    return (0, 0) if part is None else (part.start, part.end)

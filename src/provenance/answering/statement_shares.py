"""Shares of the statements in a document, whoever counted them (`tallies` says when they count)."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.answering.answers import shown_only
from provenance.answering.tallies import Statement, testimony
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Finding, share_of
from provenance.text.facts import SourceKind


def share_with(document: Document, kinds: frozenset[SourceKind | None]) -> Finding:
    """The share of statements whose source is of one of *kinds*; all others speak against the document."""
    statements, why = testimony(document)
    good = [s for s in statements if s.kind in kinds]
    if why is not None:
        return shown_only(why, len(good), len(statements))
    bad = [s for s in statements if s.kind not in kinds]
    return share_of(len(good), len(bad), len(statements), statement_places(bad, good))


def share_without(document: Document, kinds: frozenset[SourceKind | None]) -> Finding:
    """The share of statements whose source is of one of *kinds*, which speaks against the document."""
    statements, why = testimony(document)
    return share_against(
        [s for s in statements if s.kind in kinds], [s for s in statements if s.kind not in kinds], why
    )


def share_against(bad: list[Statement], good: list[Statement], why: Why | None) -> Finding:
    """The share of the *bad* statements; shown and open where *why* says that they are not settled."""
    of = len(good) + len(bad)
    if why is not None:
        return shown_only(why, len(bad), of)
    finding = share_of(len(good), len(bad), of, statement_places(bad, good))
    return finding._replace(share=(len(bad), of)) if of else finding


def statement_places(bad: Iterable[Statement], good: Iterable[Statement]) -> tuple[str, ...]:
    """Where statements stand, those that speak against the document first, each group in the order given."""
    return tuple(dict.fromkeys([s.place for group in (bad, good) for s in group]))

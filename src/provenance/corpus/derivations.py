"""Which of two documents that share text derives from the other, on what ground, and whether it says so (W3C PROV)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

from provenance.corpus.chronology import Dated, is_before, is_contradicted, there_since
from provenance.corpus.comparing import Comparison
from provenance.corpus.credit import Credit, Words, credit
from provenance.corpus.entry import Entry

_ADDRESSES_AT_ONCE: Final = 1 << 14
"""Addresses of which it is remembered since when they are there: the popular ones are linked to again and again."""

Line = dict[str, Any]
"""One line of ``trace --format jsonl`` (docs/reference/output-formats.md)."""

LINE_SCHEMA: Final = "provenance.derivation/1"


class Direction(StrEnum):
    """On what ground one document is the source of another."""

    CREDITED = "credited"
    DATED = "dated"
    UNDETERMINED = "undetermined"


class Relation(NamedTuple):
    """Who derives from whom; where nothing decides, `document` and `source` are in the order of their ids."""

    document: str
    source: str
    direction: Direction
    credit: Credit


class Witness:
    """What the rest of a corpus says about two of its documents: whose names there are, and what stands at an address."""

    def __init__(self, publishers: Collection[Words], dated: Dated) -> None:
        self._publishers = publishers
        self._since = lru_cache(_ADDRESSES_AT_ONCE)(lambda address: there_since(address, dated))

    def gives_credit(self, one: Entry, other: Entry) -> bool:
        """Whether *one* credits *other*, if they share text."""
        return credit(one, other, self._publishers) is Credit.ACCURATE

    def relate(self, one: Entry, other: Entry) -> Relation:
        """How *one* and *other* stand to one another, whichever is named first."""
        first, second = (one, other) if one.id < other.id else (other, one)
        forward, backward = credit(first, second, self._publishers), credit(second, first, self._publishers)
        if (forward is Credit.ACCURATE) != (backward is Credit.ACCURATE):
            derived, source = (first, second) if forward is Credit.ACCURATE else (second, first)
            return Relation(derived.id, source.id, Direction.CREDITED, Credit.ACCURATE)
        if self.is_earlier(first, second):
            return Relation(second.id, first.id, Direction.DATED, backward)
        if self.is_earlier(second, first):
            return Relation(first.id, second.id, Direction.DATED, forward)
        return Relation(first.id, second.id, Direction.UNDETERMINED, _of_either(forward, backward))

    def is_earlier(self, one: Entry, other: Entry) -> bool:
        """Whether the dates show that *one* came before *other*."""
        return (
            is_before(one.published, other.published)
            and not is_contradicted(one, self._since)
            and not is_contradicted(other, self._since)
        )


def _of_either(one: Credit, other: Credit) -> Credit:
    """What is said of the credit where either document may be the copy: the more that one of them says."""
    order = (Credit.NONE, Credit.UNCLEAR, Credit.INACCURATE, Credit.ACCURATE)
    return max(one, other, key=order.index)


def with_origins(relations: Sequence[Relation]) -> list[Relation]:
    """*relations* of documents that share text, with credit given where both derive from a third that is credited.

    Who copies a copy and credits the original has given credit, if the original is known to be the original of both.
    """
    credited: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.credit is Credit.ACCURATE and relation.direction is Direction.CREDITED:
            credited[relation.document].add(relation.source)
    sources: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.direction is not Direction.UNDETERMINED:
            sources[relation.document].add(relation.source)
    return [
        relation._replace(credit=Credit.ACCURATE)
        if credited[relation.document] & sources[relation.source]
        else relation
        for relation in relations
    ]


def line_of(relation: Relation, comparison: Comparison, shared: list[dict[str, int]]) -> Line:
    """The line that says all this."""
    return {
        "schema": LINE_SCHEMA,
        "document": relation.document,
        "source": relation.source,
        "kind": comparison.kind,
        "jaccard": round(comparison.jaccard, 4),
        "containment": round(comparison.containment, 4),
        "direction": str(relation.direction),
        "credit": str(relation.credit),
        "shared": shared,
    }

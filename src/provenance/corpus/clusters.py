"""Groups of documents that are versions of one text: each with its earliest member, and with its weakest link.

Nothing is closed blindly: a page that joins two stories is a copy of both and makes them no copies of one another. So
links are followed from the strongest on, and two groups become one only if more than half of all their pairs share
text themselves. A common quotation or a weak overlap links nothing, and boilerplate was taken out before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from provenance.corpus.derivations import Direction, Line

LINKING: Final = frozenset({"exact", "near_duplicate", "partial"})
"""Kinds of derivation that make two documents versions of one text."""


class Link(NamedTuple):
    """Two documents that share text, and how much of the shorter one that is."""

    document: str
    source: str
    containment: float


class Cluster(NamedTuple):
    """Documents that are versions of one text.

    `earliest` are the members that derive from no other: one where credit, links and dates decide, more where they do
    not. `weakest` is the weakest of the links that hold the cluster together, and `share` how many of all its pairs
    are linked.
    """

    members: tuple[str, ...]
    earliest: tuple[str, ...]
    weakest: Link
    share: float

    def to_json(self) -> dict[str, Any]:
        """What a line says of it that the rest of the corpus has no part in."""
        return self._asdict() | {"weakest": self.weakest._asdict(), "share": round(self.share, 4)}


def clusters(lines: Iterable[Line]) -> list[Cluster]:
    """The clusters among the documents of *lines*, in the order of their first members."""
    linking = [line for line in lines if line["kind"] in LINKING]
    grown = _Growth(linking)
    for line in sorted(linking, key=_strongest_first):
        grown.join(Link(line["document"], line["source"], line["containment"]))
    derived: dict[str, set[str]] = defaultdict(set)
    for line in linking:
        if line["direction"] != Direction.UNDETERMINED:
            derived[line["document"]].add(line["source"])
    return sorted(_cluster(members, weakest, linked, derived) for members, weakest, linked in grown.groups())


def _strongest_first(line: Line) -> tuple[float, float, str, str]:
    return -line["containment"], -line["jaccard"], line["document"], line["source"]


def _cluster(members: Sequence[str], weakest: Link, linked: int, derived: dict[str, set[str]]) -> Cluster:
    here = set(members)
    earliest = tuple(name for name in members if not derived[name] & here)
    return Cluster(
        tuple(members), earliest or tuple(members), weakest, linked / (len(members) * (len(members) - 1) // 2)
    )


class _Growth:
    """Groups of documents, and how many links run between any two of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._group: dict[str, int] = {}
        self._members: dict[int, list[str]] = {}
        self._links: dict[int, dict[int, int]] = defaultdict(dict)
        self._inside: dict[int, int] = defaultdict(int)
        self._weakest: dict[int, Link] = {}
        for line in lines:
            one, other = self._of(line["document"]), self._of(line["source"])
            self._links[one][other] = self._links[other][one] = self._links[one].get(other, 0) + 1

    def _of(self, name: str) -> int:
        group = self._group.setdefault(name, len(self._group))
        self._members.setdefault(group, [name])
        return group

    def join(self, link: Link) -> None:
        """Make one group of those of both documents, if more than half of their pairs are linked."""
        one, other = self._group[link.document], self._group[link.source]
        if one == other:
            return
        between = self._links[one][other]
        if 2 * between <= len(self._members[one]) * len(self._members[other]):
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._absorb(one, other, between)
        known = (self._weakest[group] for group in (one, other) if group in self._weakest)
        self._weakest[one] = min((link, *known), key=lambda each: (each.containment, each))

    def _absorb(self, one: int, other: int, between: int) -> None:
        for name in self._members[other]:
            self._group[name] = one
        self._members[one] += self._members.pop(other)
        self._inside[one] += self._inside.pop(other, 0) + between
        for third, count in self._links.pop(other).items():
            del self._links[third][other]
            if third != one:
                self._links[one][third] = self._links[third][one] = self._links[one].get(third, 0) + count

    def groups(self) -> Iterable[tuple[list[str], Link, int]]:
        """The members of each group, its weakest link, and its links."""
        return (
            (sorted(self._members[group]), weakest, self._inside[group])
            for group, weakest in self._weakest.items()
            if group in self._members
        )

"""Groups of documents that are versions of one text: each with its earliest member, and with its weakest link.

Nothing is closed blindly: a page that joins two stories is a copy of both and makes them no copies of one another. So
links are followed from the strongest on, and two groups become one only if more than half of all their pairs share
text themselves. A common quotation or a weak overlap links nothing, and boilerplate was taken out before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
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
    links = _Links(lines)
    grown = _Growth(links)
    for link in links.strongest_first():
        grown.join(link)
    return sorted(grown.clusters())


class _Links:
    """The lines that link, in columns: a text that a thousand documents have makes half a million.

    Documents are known by their places in the order of ids, and links by their numbers.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        numbers: dict[str, int] = {}
        documents, sources = array("I"), array("I")
        self.jaccards, self.containments, self.is_directed = array("d"), array("d"), bytearray()
        for line in lines:
            if line["kind"] in LINKING:
                documents.append(numbers.setdefault(line["document"], len(numbers)))
                sources.append(numbers.setdefault(line["source"], len(numbers)))
                self.jaccards.append(line["jaccard"])
                self.containments.append(line["containment"])
                self.is_directed.append(line["direction"] != Direction.UNDETERMINED)
        self.names = sorted(numbers)
        places = {numbers[name]: place for place, name in enumerate(self.names)}
        self.documents, self.sources = (
            array("I", map(places.__getitem__, side)) for side in (documents, sources)
        )

    def strongest_first(self) -> list[int]:
        """The links in the order in which they are followed."""
        order = sorted(range(len(self.documents)), key=self._in_order_of_ids)
        order.sort(key=self.jaccards.__getitem__, reverse=True)
        order.sort(key=self.containments.__getitem__, reverse=True)
        return order

    def _in_order_of_ids(self, link: int) -> int:
        return self.documents[link] * len(self.names) + self.sources[link]

    def strength(self, link: int) -> tuple[float, int]:
        """How strong it is; of two that are equal, the first in the order of ids is the weaker."""
        return self.containments[link], self._in_order_of_ids(link)


class _Growth:
    """Groups of documents, and how many links run between any two of them."""

    def __init__(self, links: _Links) -> None:
        self._links = links
        self._group = list(range(len(links.names)))
        self._members = [[number] for number in self._group]
        self._between: list[dict[int, int]] = [{} for _ in self._group]
        self._inside = [0] * len(self._group)
        self._weakest: dict[int, int] = {}
        for one, other in zip(links.documents, links.sources, strict=True):
            self._between[one][other] = self._between[other][one] = self._between[one].get(other, 0) + 1

    def join(self, link: int) -> None:
        """Make one group of those of both documents, if more than half of their pairs are linked."""
        one, other = self._group[self._links.documents[link]], self._group[self._links.sources[link]]
        if one == other:
            return
        between = self._between[one][other]
        if 2 * between <= len(self._members[one]) * len(self._members[other]):
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._absorb(one, other, between)
        known = [self._weakest.pop(group) for group in (one, other) if group in self._weakest]
        self._weakest[one] = min((link, *known), key=self._links.strength)

    def _absorb(self, one: int, other: int, between: int) -> None:
        for number in self._members[other]:
            self._group[number] = one
        self._members[one] += self._members[other]
        self._inside[one] += self._inside[other] + between
        for third, count in self._between[other].items():
            del self._between[third][other]
            if third != one:
                self._between[one][third] = self._between[third][one] = (
                    self._between[one].get(third, 0) + count
                )
        self._members[other], self._between[other] = [], {}

    def clusters(self) -> Iterator[Cluster]:
        """The groups of several documents."""
        links, names = self._links, self._links.names
        copies = {
            one
            for one, other, is_directed in zip(links.documents, links.sources, links.is_directed, strict=True)
            if is_directed and self._group[one] == self._group[other]
        }
        for group, weakest in self._weakest.items():
            members = sorted(self._members[group])
            earliest = [number for number in members if number not in copies] or members
            yield Cluster(
                tuple(names[number] for number in members),
                tuple(names[number] for number in earliest),
                Link(
                    names[links.documents[weakest]],
                    names[links.sources[weakest]],
                    links.containments[weakest],
                ),
                self._inside[group] / (len(members) * (len(members) - 1) // 2),
            )

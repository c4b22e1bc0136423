"""What stands behind the documents of a corpus: whom they cite, and how many independent origins those are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from provenance.corpus.citations import Affiliates, Citing, citations, house_of, within
from provenance.corpus.clusters import Cluster
from provenance.corpus.entry import Entry
from provenance.corpus.independence import CommonOrigin, Leads, common_origin, leads, voices, way
from provenance.corpus.index import Index


class Corroboration(NamedTuple):
    """What *document* cites of the corpus.

    `origins` are the cited documents, in groups that are one voice each. `circle` leads from the document along
    citations back to it, and is empty if it does not; `common` is the one document to which all it cites leads.
    """

    document: str
    cites: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    circle: tuple[str, ...]
    common: CommonOrigin | None

    @classmethod
    def of(cls, found: Leads, cites: Iterable[str], origins: Iterable[Sequence[str]]) -> Corroboration:
        """What is known of a document from where its citations lead, what it *cites*, and whose that is."""
        return cls(found.document, tuple(cites), tuple(map(tuple, origins)), found.circle, found.common)

    def to_line(self) -> dict[str, Any]:
        """The line of ``trace --show corroboration`` that says this."""
        common = self.common
        return {
            "schema": "provenance.corroboration/1",
            "document": self.document,
            "cites": self.cites,
            "origins": self.origins,
            "circle": self.circle,
            "common_origin": None if common is None else {"origin": common.origin, "roads": common.roads},
        }


class Corroborations:
    """The corroboration of the documents of one index.

    Args:
        index: the corpus.
        affiliates: groups of sites that belong together.
        guests: documents that are compared with the corpus and are not in it, by their ids.
    """

    def __init__(
        self, index: Index, affiliates: Affiliates = (), guests: Mapping[str, Entry] = MappingProxyType({})
    ) -> None:
        self._index = index
        self._affiliates = affiliates
        self._guests = guests
        self._cited: Citing = within(citations(self.entry, index.at, affiliates))

    def entry(self, name: str) -> Entry:
        """What is known of the document *name*, which is in the corpus or a guest."""
        return self._guests[name] if name in self._guests else self._index.entry(name)

    def of(self, name: str) -> Corroboration | None:
        """What the document *name* cites; None if that is nothing of the corpus."""
        cites = tuple(self._cited(name))
        if not cites:
            return None
        found = Leads(name, way(self._cited, name, (name,)), common_origin(self._cited, cites))
        return Corroboration.of(found, cites, self.origins(cites))

    def all(self) -> Iterator[Corroboration]:
        """Of every document that cites any, in the order of ids."""
        cited = {entry.id: tuple(self._cited(entry.id)) for entry in self._index.entries()}
        for found in leads(cited):
            cites = cited[found.document]
            yield Corroboration.of(found, cites, self.origins(cites))

    def origins(self, names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """The documents *names* in groups that are one voice each: of one house, or versions of one text."""
        distinct = sorted(set(names))
        alike = self._index.versions_among(distinct)
        return tuple(voices(self._houses(distinct), alike))

    def houses(self, names: Iterable[str]) -> int:
        """How many houses the documents *names* belong to, copies or not; one of which that is unknown is its own."""
        return len(voices(self._houses(names)))

    def _houses(self, names: Iterable[str]) -> dict[str, str]:
        return {name: house_of(self.entry(name).sites, self._affiliates) for name in names}

    def cited_by(self, names: Iterable[str]) -> list[str]:
        """What any of the documents *names* cites, and is none of them."""
        here = set(names)
        return sorted({other for name in here for other in self._cited(name)} - here)

    def line_of(self, cluster: Cluster) -> dict[str, Any]:
        """The line of ``trace --show clusters``: the versions of one text, and the origins that they rest on."""
        return {
            "schema": "provenance.cluster/1",
            **cluster.to_json(),
            "houses": self.houses(cluster.members),
            "origins": self.origins(self.cited_by(cluster.members)),
        }


def told(found: Corroboration) -> str:
    """In words: how many origins stand behind what a document cites, and what is wrong with them."""
    count = len(found.origins)
    lines = [
        f"{found.document} cites {len(found.cites)} of the documents, {count} independent: {grouped(found.origins)}"
    ]
    if found.circle:
        lines.append(f"  is cited by what it cites: {' -> '.join(found.circle)}")
    if found.common is not None:
        roads = "; ".join(" -> ".join(road) for road in found.common.roads)
        lines.append(f"  all it cites leads to {found.common.origin}: {roads}")
    return "".join(f"{line}\n" for line in lines)


def grouped(origins: Iterable[Sequence[str]]) -> str:
    """Groups of documents, those that are one voice together."""
    return "; ".join(", ".join(group) for group in origins)

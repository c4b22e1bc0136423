"""How many voices really stand behind a statement: copies are one voice, and so are those who belong together.

Reported with the way by which it was found: citations that go round in a circle, and roads that all lead to one page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.corpus.clusters import Cluster
from provenance.corpus.entry import Entry

Graph = Mapping[str, tuple[str, ...]]
"""Which documents each document cites, by id; those of its own house left out."""


class CommonOrigin(NamedTuple):
    """A document of which every citation leads to one other: the road from each document that it cites."""

    document: str
    origin: str
    roads: tuple[tuple[str, ...], ...]


def house_of(entry: Entry, affiliates: Sequence[Collection[str]] = ()) -> str:
    """Who *entry* belongs to: its site, or the first site of the group of *affiliates* that has it; empty if unknown."""
    if not entry.sites:
        return ""
    return next(
        (min(group) for group in affiliates if not set(entry.sites).isdisjoint(group)), entry.sites[0]
    )


def voices(
    entries: Iterable[Entry], found: Iterable[Cluster], affiliates: Sequence[Collection[str]] = ()
) -> list[tuple[str, ...]]:
    """The independent origins among *entries*: copies of one another and those of one house are one group.

    A document that adds a copy, or a page of a house that is there already, never adds a voice.
    """
    known = {entry.id: entry for entry in entries}
    leaders = {name: name for name in known}

    def leader(name: str) -> str:
        while leaders[name] != name:
            leaders[name] = name = leaders[leaders[name]]
        return name

    together = [[name for name in cluster.members if name in known] for cluster in found]
    houses: dict[str, list[str]] = {}
    for name, entry in known.items():
        house = house_of(entry, affiliates)
        if house:
            houses.setdefault(house, []).append(name)
    for group in (*together, *houses.values()):
        for name in group[1:]:
            leaders[leader(name)] = leader(group[0])
    groups: dict[str, list[str]] = {}
    for name in sorted(known):
        groups.setdefault(leader(name), []).append(name)
    return sorted(map(tuple, groups.values()))


def citations(entries: Iterable[Entry], affiliates: Sequence[Collection[str]] = ()) -> Graph:
    """Which of *entries* cites which, by the addresses that they link to; a house citing itself cites nobody."""
    known = sorted(entries)
    at = {address: entry for entry in reversed(known) for address in entry.addresses}
    graph: dict[str, tuple[str, ...]] = {}
    for entry in known:
        cited = (at[link] for link in entry.links if link in at)
        house = house_of(entry, affiliates)
        graph[entry.id] = tuple(
            sorted(
                {
                    other.id
                    for other in cited
                    if other.id != entry.id and (not house or house_of(other, affiliates) != house)
                }
            )
        )
    return graph


def circle(graph: Graph, start: str) -> tuple[str, ...]:
    """The shortest way along citations from *start* back to it, *start* at both ends; empty if there is none."""
    return _way(graph, start, start)


def common_origin(graph: Graph, start: str) -> CommonOrigin | None:
    """The one document to which every citation of *start* leads, if it cites two or more and they all lead there."""
    cited = graph.get(start, ())
    ends = {name for name in _reachable(graph, start) if not graph.get(name)}
    if len(cited) < 2 or len(ends) != 1:
        return None
    (origin,) = ends
    roads = tuple((name,) if name == origin else _way(graph, name, origin) for name in cited)
    return CommonOrigin(start, origin, roads) if all(roads) else None


def _reachable(graph: Graph, start: str) -> list[str]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for name in graph.get(waiting.popleft(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return sorted(seen - {start})


def _way(graph: Graph, start: str, end: str) -> tuple[str, ...]:
    """The shortest way of at least one step from *start* to *end*; of several, the first in the order of ids."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for name in graph.get(here, ()):
            if name == end:
                way = [end, here]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if name not in before and name != start:
                before[name] = here
                waiting.append(name)
    return ()

"""How many voices really stand behind a statement: copies are one voice, and so are those who belong together.

Reported with the way by which it was found: citations that go round in a circle, and roads that all lead to one page.
Adding a copy of what is cited, or a page of a house that is cited already, never adds a voice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from provenance.corpus.citations import OUTSIDE, Citing

_FARTHEST: Final = 256
"""Documents that are looked at for where citations lead: a web that is larger has more than one origin."""


class CommonOrigin(NamedTuple):
    """The one document to which several citations lead, and the road from each of them, itself first."""

    origin: str
    roads: tuple[tuple[str, ...], ...]


def voices(houses: Mapping[str, str], alike: Iterable[tuple[str, str]] = ()) -> list[tuple[str, ...]]:
    """The independent origins among documents, given whose each is (empty if unknown) and which pairs are *alike*.

    Those of one house are one, and so are those that are alike.
    """
    leaders = {name: name for name in houses}

    def leader(name: str) -> str:
        while leaders[name] != name:
            leaders[name] = name = leaders[leaders[name]]
        return name

    first_of: dict[str, str] = {}
    for name, house in sorted(houses.items()):
        if house:
            leaders[leader(name)] = leader(first_of.setdefault(house, name))
    for one, other in alike:
        if one in houses and other in houses:
            leaders[leader(one)] = leader(other)
    groups: dict[str, list[str]] = {}
    for name in sorted(houses):
        groups.setdefault(leader(name), []).append(name)
    return sorted(map(tuple, groups.values()))


def rests_on(cited: Citing, start: str, home: Collection[str]) -> bool:
    """Whether all that *start* cites, and what that cites in turn, leads to *home* and to nothing else.

    A document that cites nothing is evidence of its own, and so is whatever the corpus does not hold.
    """
    return start not in home and all(cited(name) for name in _reachable(cited, [start], home))


def common_origin(cited: Citing, starts: Sequence[str]) -> CommonOrigin | None:
    """The one document to which all of *starts* lead, if they are two or more; None if there is none."""
    ends = [name for name in _reachable(cited, starts) if not cited(name)]
    if len(set(starts)) < 2 or len(ends) != 1 or ends == [OUTSIDE]:
        return None
    roads = tuple((name,) if name in ends else way(cited, name, ends) for name in starts)
    return CommonOrigin(ends[0], roads) if all(roads) else None


class Leads(NamedTuple):
    """Where what `document` cites leads: along citations back to itself, or all of it to one document."""

    document: str
    circle: tuple[str, ...]
    common: CommonOrigin | None


def leads(cited: Mapping[str, Sequence[str]]) -> Iterator[Leads]:
    """Where citations lead, of every document that cites any, given what each document of a whole web cites."""
    left = on_circles(cited)

    def cites_of(name: str) -> Sequence[str]:
        return cited.get(name, ())  # of what is `OUTSIDE`, nothing

    def going_round(name: str) -> Sequence[str]:
        return [other for other in cited[name] if other in left]

    for name, cites in cited.items():
        if cites:
            circle = way(going_round, name, (name,)) if name in left else ()
            yield Leads(name, circle, common_origin(cites_of, cites))


def on_circles(cited: Mapping[str, Sequence[str]]) -> set[str]:
    """All documents of a web that lie on a circle of citations, and those that lie between two.

    They are what is left when what leads nowhere is taken out, and then what nothing leads to: in linear time, while
    to look for a way back from each document takes quadratic time in a web of old stories.
    """
    return set(_turned_without_ends(_turned_without_ends(cited)))


def _turned_without_ends(cited: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Who is cited by whom, without those that lead to nothing but an end."""
    citing: dict[str, list[str]] = {name: [] for name in cited}
    for name, others in cited.items():
        for other in others:
            citing[other].append(name)
    leads = {name: len(others) for name, others in cited.items()}
    ends = [name for name, count in leads.items() if not count]
    while ends:
        for name in citing.pop(ends.pop()):
            leads[name] -= 1
            if not leads[name]:
                ends.append(name)
    return {name: [other for other in others if leads[other]] for name, others in citing.items()}


def way(cited: Citing, start: str, ends: Collection[str]) -> tuple[str, ...]:
    """The shortest way along one citation or more from *start* to one of *ends*; empty if there is none.

    Of several, it is the first in the order of ids.
    """
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for name in cited(here):
            if name in ends:
                found = [name, here]
                while found[-1] != start:
                    found.append(before[found[-1]])
                return tuple(reversed(found))
            if name not in before and name != start:
                before[name] = here
                waiting.append(name)
    return ()


def _reachable(cited: Citing, starts: Iterable[str], home: Collection[str] = ()) -> list[str]:
    """*starts*, and what they lead to without passing through *home*: `OUTSIDE` for all that is too far away."""
    seen = set(starts)
    waiting = deque(sorted(seen))
    while waiting:
        for other in cited(waiting.popleft()):
            if other not in seen and other not in home:
                if len(seen) >= _FARTHEST:
                    return sorted({*seen, OUTSIDE})
                seen.add(other)
                waiting.append(other)
    return sorted(seen)

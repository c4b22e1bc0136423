"""Which documents of a corpus cite which: by the addresses that they link to, those of their own house left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Final

from provenance.corpus.entry import Entry
from provenance.values.hosts import site_of

OUTSIDE: Final = "\0"
"""Stands among the ids of what a document cites for all that the corpus does not hold."""

Citing = Callable[[str], Sequence[str]]
"""The ids of the documents that the document of an id cites, and `OUTSIDE` if it cites anything else."""

Affiliates = Sequence[Collection[str]]
"""Groups of sites that belong together."""


def house_of(sites: Sequence[str], affiliates: Affiliates = ()) -> str:
    """Whose *sites* are: the first of them, or the first site of the group of *affiliates* that has one; empty if unknown."""
    if not sites:
        return ""
    return next((min(group) for group in affiliates if not set(sites).isdisjoint(group)), sites[0])


def citations(
    entry: Callable[[str], Entry], at: Callable[[str], Sequence[str]], affiliates: Affiliates = ()
) -> Citing:
    """What each document of a corpus cites, looked up at the first question.

    Documents at one address are one page: the first of their ids stands for it, and it cites what any of them cites.

    Args:
        entry: the document of an id.
        at: the ids of the documents at an address, in order.
        affiliates: sites that belong together, and do not cite one another.
    """

    @cache
    def cited(name: str) -> tuple[str, ...]:
        if name == OUTSIDE:
            return ()
        versions = {name, *(other for address in entry(name).addresses for other in at(address))}
        return tuple(sorted({other for version in versions for other in of_one(entry(version))}))

    def of_one(citing: Entry) -> Iterable[str]:
        house = house_of(citing.sites, affiliates)
        for link in citing.links:
            found = at(link)
            site = site_of(f"https://{link}") or ""
            sites = entry(found[0]).sites if found else (site,) if site else ()
            if citing.id not in found and not (house and house_of(sites, affiliates) == house):
                yield found[0] if found else OUTSIDE

    return cited


def within(cited: Citing) -> Citing:
    """*cited*, as if there were nothing but the corpus."""
    return lambda name: [other for other in cited(name) if other != OUTSIDE]

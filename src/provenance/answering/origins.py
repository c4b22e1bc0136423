"""How many of the things cited are independent of one another: no two of one site, no two of one text.

The largest such choice is counted, so that one more citation never makes fewer of them, whichever two it resembles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final

from provenance.document import Document
from provenance.fields import Citation

_site: Final = attrgetter("site")


def sites_of(cited: Iterable[Citation]) -> set[str]:
    """Whose the things *cited* are."""
    return set(map(_site, cited))


def independent(cited: Iterable[Citation], document: Document, enough: int) -> int:
    """How many of *cited* are independent of one another as far as the index of *document* knows, up to *enough*."""
    if not document.cited_documents.observations:  # no index, or none of them in it
        return min(len(sites_of(cited)), enough)
    pages: dict[str, list[str]] = {}
    for citation in cited:
        pages.setdefault(citation.site, []).append(citation.target)
    targets = {target for found in pages.values() for target in found}
    alike = {
        each.target: targets.intersection(each.alike)
        for each in document.cited_documents.values
        if each.target in targets
    }
    bound = {site: found for site, found in pages.items() if all(map(alike.get, found))}
    free = len(pages) - len(bound)
    if free >= enough:
        return enough
    touching = {target: alike[target].union(found) for found in bound.values() for target in found}
    return free + _most_apart(touching, enough - free)


def _most_apart(touching: Mapping[str, AbstractSet[str]], enough: int) -> int:
    """The size of the largest set of which no two touch, up to *enough*; each touches itself.

    A largest set holds the one that touches the fewest, or one of those that it touches; of these, one that touches
    all that another does is never the better choice.
    """
    if not touching or not enough:
        return 0
    least = min(touching, key=lambda name: (len(touching[name] & touching.keys()), name))
    near = touching[least] & touching.keys()
    choices = [least, *sorted(name for name in near if not near <= touching[name])]
    most = 0
    for choice in choices:
        rest = {name: others for name, others in touching.items() if name not in touching[choice]}
        most = max(most, 1 + _most_apart(rest, enough - 1))
        if most == enough:
            break
    return most

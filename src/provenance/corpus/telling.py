"""Derivations in words, for people: cluster by cluster, with how much is shared and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from provenance.corpus.clusters import Cluster, Link
from provenance.corpus.corroboration import Corroborations, grouped
from provenance.corpus.derivations import Direction, Line
from provenance.corpus.quotations import Occurrence, SharedQuotation
from provenance.corpus.spool import Spool

_SHOWN: Final = 160
"""Characters shown of a quotation."""

_CREDIT: Final = {
    "accurate": "credited",
    "inaccurate": "credited to another",
    "none": "not credited",
    "unclear": "credit unclear",
}


def in_parts(parts: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of all *parts*, with an empty line between any two that have some."""
    follows = False
    for part in parts:
        for n, line in enumerate(part):
            if follows and not n:
                yield "\n"
            follows = True
            yield line


def lines_as_text(lines: Spool, groups: Sequence[Cluster], known: Corroborations) -> Iterator[str]:
    """The derivations, line by line: each of the *groups* of *lines* with the earliest source, then what belongs to none."""
    place = {name: n for n, group in enumerate(groups) for name in group.members}
    told = (_told_cluster(group, _inside(group, lines), known) for group in groups)
    apart = (line for line in lines if place.get(line["document"], -1) != place.get(line["source"]))
    first = next(map(line_as_text, apart), "" if groups else "no two documents share text")
    rest = filter(None, chain([first], map(line_as_text, apart)))
    return in_parts(chain(told, [(f"{line}\n" for line in rest)]))


def _inside(group: Cluster, lines: Spool) -> Iterator[Line]:
    members = frozenset(group.members)
    return (line for name in group.members for line in lines.of(name) if line["source"] in members)


def _told_cluster(cluster: Cluster, lines: Iterable[Line], known: Corroborations) -> Iterator[str]:
    earliest = cluster.earliest
    first = (
        f"the earliest is {earliest[0]}"
        if len(earliest) == 1
        else f"which is the earliest is undetermined: {', '.join(earliest)}"
    )
    yield f"{len(cluster.members)} versions of one text; {first}\n"
    yield from (f"  {line_as_text(line)}\n" for line in lines)
    yield f"  weakest link: {_told_link(cluster.weakest)}\n"
    origins = known.origins(known.cited_by(cluster.members))
    if origins:
        yield f"  together they cite {len(origins)} independent: {grouped(origins)}\n"


def _told_link(link: Link) -> str:
    return f"{link.document} and {link.source}, {share_of_shorter(link.containment)}"


def line_as_text(line: Line) -> str:
    """One derivation: who has how much of what, from whom, how that is known, and whether it says so."""
    arrow = "--" if line["direction"] == Direction.UNDETERMINED else "<-"
    return f"{line['document']} {arrow} {line['source']}: {how(line)}"


def how(line: Line) -> str:
    """How much is shared, how it is known who has it from whom, and whether credit is given."""
    kind = f"{line['kind'].replace('_', '-')}, {share_of_shorter(line['containment'])}"
    if line["direction"] == Direction.UNDETERMINED:
        return f"{kind}, direction undetermined"
    ground = "by its credit" if line["direction"] == Direction.CREDITED else "by date"
    return f"{kind}, {ground}, {_CREDIT[line['credit']]}"


def share_of_shorter(containment: float) -> str:
    """How much of the shorter of two texts they share."""
    return f"{100 * containment:.0f} % of the shorter text"


def quotations_as_text(
    found: Iterable[SharedQuotation], written: Callable[[Occurrence], str]
) -> Iterator[str]:
    """Each quotation that several documents have: who has it first, who is said to have said it, how it is worded."""
    return (line for each in found for line in _told_quotation(each, written))


def _told_quotation(found: SharedQuotation, written: Callable[[Occurrence], str]) -> Iterator[str]:
    wordings: dict[tuple[str, ...], Occurrence] = {each.words: each for each in reversed(found.occurrences)}
    shown = found.occurrences if found.wordings > 1 else [max(found.occurrences, key=_length)]
    names = sorted({each.document for each in found.occurrences})
    first = f"; {found.earliest} has it first" if found.earliest else ""
    yield f"quoted in {', '.join(names)}{first}\n"
    for each in shown:
        if wordings.pop(each.words, None) is not None:
            words = " ".join(written(each).split())
            yield f"  “{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}”\n"
    if found.wordings > 1:
        yield f"  in {found.wordings} wordings\n"
    if len(found.speakers) > 1:
        yield f"  attributed to different people: {', '.join(found.speakers)}\n"
    elif found.speakers:
        yield f"  attributed to {found.speakers[0]}\n"


def _length(occurrence: Occurrence) -> int:
    return occurrence.end - occurrence.start


def news(found: Iterable[SharedQuotation], groups: Iterable[Cluster]) -> Iterator[SharedQuotation]:
    """Those that say more than that documents are copies: something is wrong, or they stand in several texts."""
    place = {name: n for n, group in enumerate(groups) for name in group.members}
    for each in found:
        texts = {place.get(occurrence.document) for occurrence in each.occurrences}
        if each.findings or len(texts) > 1 or None in texts:
            yield each

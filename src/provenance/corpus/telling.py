"""Derivations in words, for people: cluster by cluster, or the family of one document with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from provenance.corpus.clusters import Cluster, Link, clusters
from provenance.corpus.derivations import Direction, Line
from provenance.corpus.entry import Entry
from provenance.corpus.independence import circle, citations, common_origin, voices
from provenance.corpus.index import Index

_PASSAGES: Final = 3
"""Shared passages shown of each pair, the longest ones."""

_SHOWN: Final = 160
"""Characters shown of a passage."""

_CREDIT: Final = {
    "accurate": "credited",
    "inaccurate": "credited to another",
    "none": "not credited",
    "unclear": "credit unclear",
}


def lines_as_text(lines: Sequence[Line]) -> str:
    """The derivations: cluster by cluster with the earliest source, then what belongs to none."""
    found = clusters(lines)
    place = {name: n for n, cluster in enumerate(found) for name in cluster.members}
    inside: list[list[Line]] = [[] for _ in found]
    between: list[Line] = []
    for line in lines:
        one = place.get(line["document"])
        (between if one is None or one != place.get(line["source"]) else inside[one]).append(line)
    told = [_told_cluster(cluster, own) for cluster, own in zip(found, inside, strict=True)]
    if between:
        told.append("".join(f"{_told(line)}\n" for line in between))
    return "\n".join(told) or "no two documents share text\n"


def family_as_text(index: Index, lines: Sequence[Line], name: str) -> str:
    """What the document *name* shares with others, with the passages side by side, and who stands behind what it cites."""
    entries = {entry.id: entry for entry in index.entries()}
    told = [_headed(entries.get(name), name)]
    for line in lines:
        told.append(f"{_told(line)}\n")
        if line["document"] in entries and line["source"] in entries:
            told += _passages(line, entries[line["document"]], entries[line["source"]])
    if not lines:
        told.append("shares no text with any other document\n")
    return "".join([*told, *_corroboration(index, entries, name)])


def _told_cluster(cluster: Cluster, lines: Iterable[Line]) -> str:
    earliest = cluster.earliest
    first = (
        f"the earliest is {earliest[0]}"
        if len(earliest) == 1
        else f"which is the earliest is undetermined: {', '.join(earliest)}"
    )
    inside = "".join(f"  {_told(line)}\n" for line in lines)
    return f"{len(cluster.members)} versions of one text; {first}\n{inside}  weakest link: {_told_link(cluster.weakest)}\n"


def _told_link(link: Link) -> str:
    return f"{link.document} and {link.source}, {_share(link.containment)}"


def _told(line: Line) -> str:
    """One derivation: who has how much of what, from whom, how that is known, and whether it says so."""
    kind = f"{line['kind'].replace('_', '-')}, {_share(line['containment'])}"
    if line["direction"] == Direction.UNDETERMINED:
        return f"{line['document']} -- {line['source']}: {kind}, direction undetermined"
    ground = "by its credit" if line["direction"] == Direction.CREDITED else "by date"
    return f"{line['document']} <- {line['source']}: {kind}, {ground}, {_CREDIT[line['credit']]}"


def _share(containment: float) -> str:
    return f"{100 * containment:.0f} % of the shorter text"


def _headed(entry: Entry | None, name: str) -> str:
    if entry is None:
        return f"{name}\n"
    known = [*entry.publishers, *(date.value for date in entry.published)]
    return f"{name}{': ' if known else ''}{', '.join(known)}\n"


def _passages(line: Line, document: Entry, source: Entry) -> Iterator[str]:
    """The longest shared passages, as they stand on either side."""
    longest = sorted(line["shared"], key=lambda span: (span["start"] - span["end"], span["start"]))
    for span in sorted(longest[:_PASSAGES], key=lambda span: span["start"]):
        yield f"    {document.id}: {_excerpt(document.text[span['start'] : span['end']])}\n"
        yield f"    {source.id}: {_excerpt(source.text[span['source_start'] : span['source_end']])}\n"


def _excerpt(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _corroboration(index: Index, entries: dict[str, Entry], name: str) -> Iterator[str]:
    """How many independent origins stand behind what the document cites, and what is wrong with them."""
    graph = citations(entries.values())
    cited = graph.get(name, ())
    if not cited:
        return
    groups = voices((entries[other] for other in cited), clusters(index.lines()))
    yield f"cites {len(cited)} of the documents, {len(groups)} independent: {'; '.join(', '.join(group) for group in groups)}\n"
    round_trip = circle(graph, name)
    if round_trip:
        yield f"is cited by what it cites: {' -> '.join(round_trip)}\n"
    origin = common_origin(graph, name)
    if origin is not None:
        yield f"all it cites leads to {origin.origin}: {'; '.join(' -> '.join(road) for road in origin.roads)}\n"

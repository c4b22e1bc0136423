"""Derivations in words, for people: cluster by cluster, with how much is shared and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from provenance.corpus.clusters import Cluster, Link, clusters
from provenance.corpus.corroboration import Corroborations, grouped
from provenance.corpus.derivations import Direction, Line
from provenance.corpus.quotations import Occurrence, SharedQuotation

_SHOWN: Final = 160
"""Characters shown of a quotation."""

_CREDIT: Final = {
    "accurate": "credited",
    "inaccurate": "credited to another",
    "none": "not credited",
    "unclear": "credit unclear",
}


def lines_as_text(lines: Sequence[Line], known: Corroborations) -> str:
    """The derivations: cluster by cluster with the earliest source, then what belongs to none."""
    found = clusters(lines)
    place = {name: n for n, cluster in enumerate(found) for name in cluster.members}
    inside: list[list[Line]] = [[] for _ in found]
    between: list[Line] = []
    for line in lines:
        one = place.get(line["document"])
        (between if one is None or one != place.get(line["source"]) else inside[one]).append(line)
    told = [_told_cluster(cluster, own, known) for cluster, own in zip(found, inside, strict=True)]
    if between:
        told.append("".join(f"{line_as_text(line)}\n" for line in between))
    return "\n".join(told) or "no two documents share text\n"


def _told_cluster(cluster: Cluster, lines: Iterable[Line], known: Corroborations) -> str:
    earliest = cluster.earliest
    first = (
        f"the earliest is {earliest[0]}"
        if len(earliest) == 1
        else f"which is the earliest is undetermined: {', '.join(earliest)}"
    )
    inside = "".join(f"  {line_as_text(line)}\n" for line in lines)
    origins = known.origins(known.cited_by(cluster.members))
    rests = f"  together they cite {len(origins)} independent: {grouped(origins)}\n" if origins else ""
    return f"{len(cluster.members)} versions of one text; {first}\n{inside}  weakest link: {_told_link(cluster.weakest)}\n{rests}"


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


def quotations_as_text(found: Iterable[SharedQuotation], written: Callable[[Occurrence], str]) -> str:
    """Each quotation that several documents have: who has it first, who is said to have said it, how it is worded."""
    return "".join(part for each in found for part in _told_quotation(each, written))


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


def is_news(found: SharedQuotation, groups: Iterable[Cluster]) -> bool:
    """Whether a shared quotation says more than that documents are copies: something is wrong, or it stands in several texts."""
    names = {each.document for each in found.occurrences}
    return bool(found.findings) or not any(names <= set(group.members) for group in groups)

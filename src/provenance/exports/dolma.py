"""Attributes as dolma keeps them beside its documents: for each name, spans of the text with a score.

https://github.com/allenai/dolma/blob/main/docs/data-format.md - A share is a span over the whole text; what is unknown
has no attribute, because a number would claim to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from provenance.exports.observed import in_points, share

Span = tuple[int, int, float]


def attributes(record: Mapping[str, Any]) -> dict[str, Any]:
    """The line of an attributes file that *record* makes."""
    found = {f"provenance__{name}": its for name, its in spans(record).items()}
    return {"id": record["document"]["id"], "attributes": found}


def spans(record: Mapping[str, Any]) -> dict[str, list[Span]]:
    """What *record* says of its text, by name."""
    document, result = record["document"], record["result"]
    length = document["text_length"] or 0
    whole = {name: in_points(result[name]) for name in ("score", "ceiling")}
    whole |= {
        row["id"].replace(".", "_"): shown for row in record["signals"] if (shown := share(row)) is not None
    }
    passages = {name: found for name, of in _PASSAGES.items() if (found := list(of(document)))}
    return {name: [(0, length, value)] for name, value in whole.items()} | passages


def _repeated(document: Mapping[str, Any]) -> Iterator[Span]:
    return ((span["start"], span["end"], 1.0) for span in document.get("repetition", {}).get("spans", ()))


def _residue(document: Mapping[str, Any]) -> Iterator[Span]:
    return ((span["start"], span["end"], 1.0) for span in document.get("residue", ()))


def _unsupported(document: Mapping[str, Any]) -> Iterator[Span]:
    return (
        (claim["start"], claim["end"], 1.0)
        for claim in document.get("claims", ())
        if claim["support"] == "none"
    )


_PASSAGES = {"repeated": _repeated, "residue": _residue, "no_source_found": _unsupported}

"""CSV with a row for each signal of each document: what was found, the points that it made, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from provenance.exports.observed import in_points, share
from provenance.render.cells import csv_line

_HEAD: Final = ("id", "document", "record", "signal", "outcome", "share")
_POINTS: Final = ("points", "earned", "lost", "open")
_SAID: Final = ("why", "guarded", "note")


def csv_file(pieces: Iterable[str]) -> Iterator[str]:
    """A line of names, and then the rows."""
    yield csv_line((*_HEAD, *_POINTS, *_SAID))
    yield from pieces


def csv_rows(record: Mapping[str, Any]) -> str:
    """A line for each signal; what is unknown is an empty cell."""
    document = record["document"]
    return "".join(
        csv_line(
            (
                document["id"],
                document["digest"],
                record["digest"],
                row["id"],
                row["outcome"],
                share(row),
                *(in_points(row[name]) if name in row else None for name in _POINTS),
                *(row.get(name) for name in _SAID),
            )
        )
        for row in record["signals"]
    )

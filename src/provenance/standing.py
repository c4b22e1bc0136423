"""Where a document stands, as an audit record or a score line tells it: whoever wrote the line, no document stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.policycheck import FULL, LIMIT, MILLIPOINTS

Json = Mapping[str, Any]
MOST: Final = LIMIT * MILLIPOINTS
"""The most millipoints that a document can have."""


class Standing(NamedTuple):
    """Where a document stands: millipoints, the share judged in ten-thousandths, and the band."""

    score: int
    ceiling: int
    applicable: int
    coverage: int
    band: str


def standing_of(line: Json) -> Standing:
    """Where the document of an audit record or a score line stands.

    Raises:
        ValueError: no document can stand there; a line that is not whole raises whatever comes of that.
    """
    found = _of_result(line["result"]) if "run" in line else _of_line(line)
    is_possible = (
        0 <= found.score <= found.ceiling <= found.applicable <= MOST and 0 <= found.coverage <= FULL
    )
    if not (is_possible and isinstance(found.band, str)):
        raise ValueError(found)
    return found


def _of_result(result: Json) -> Standing:
    return Standing(*(result[name] for name in Standing._fields))


def _of_line(line: Json) -> Standing:
    return Standing(
        round(line["score"] * MILLIPOINTS),
        round(line["ceiling"] * MILLIPOINTS),
        round(line["applicable"] * MILLIPOINTS),
        round(line["coverage"] * FULL),
        line["band"],
    )

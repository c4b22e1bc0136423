"""What a score comes to, as an audit record or a score line tells it: whoever wrote the line, nothing else is possible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.policycheck import FULL, LIMIT, MILLIPOINTS

Json = Mapping[str, Any]
MOST: Final = LIMIT * MILLIPOINTS
"""The most millipoints that a document can have."""


class Result(NamedTuple):
    """What a score comes to: millipoints, the share judged in ten-thousandths, and the band."""

    score: int
    ceiling: int
    applicable: int
    coverage: int
    band: str


def result_of(line: Json) -> Result:
    """What the score of an audit record or a score line comes to.

    Raises:
        ValueError: no score can come to that; a line that is not whole raises whatever comes of that.
    """
    found = _of_result(line["result"]) if "run" in line else _of_line(line)
    is_possible = (
        0 <= found.score <= found.ceiling <= found.applicable <= MOST and 0 <= found.coverage <= FULL
    )
    if not (is_possible and isinstance(found.band, str)):
        raise ValueError(found)
    return found


def _of_result(result: Json) -> Result:
    return Result(*(result[name] for name in Result._fields))


def _of_line(line: Json) -> Result:
    return Result(
        round(line["score"] * MILLIPOINTS),
        round(line["ceiling"] * MILLIPOINTS),
        round(line["applicable"] * MILLIPOINTS),
        round(line["coverage"] * FULL),
        line["band"],
    )

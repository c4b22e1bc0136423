"""What an audit record observed of its document, by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from provenance.policycheck import MILLIPOINTS

Json = Mapping[str, Any]


def values(record: Json, field: str) -> list[Any]:
    """The distinct values of *field*, in the order in which they were observed."""
    return list(dict.fromkeys(observation["value"] for observation in observations(record, field)))


def observations(record: Json, field: str) -> Iterator[Json]:
    """The observations of *field*."""
    return iter(record["document"]["fields"].get(field, {}).get("observations", ()))


def people(record: Json) -> dict[str, str]:
    """Those who are named as authors, each with what it is: Person or Organization."""
    kinds = {"person": "Person", "organisation": "Organization", "desk": "Organization"}
    return {o["value"]: kinds[o["kind"]] for o in observations(record, "authors") if o["kind"] in kinds}


def share(row: Json) -> float | None:
    """The share that a signal shows, from 0 to 1; None for unknown."""
    return round(row["share"][0] / row["share"][1], 6) if "share" in row else None


def in_points(millipoints: int) -> float:
    """*millipoints* in points."""
    return millipoints / MILLIPOINTS

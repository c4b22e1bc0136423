"""One line a document: the columns that pipelines filter on (DESIGN §7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from provenance.audit import coverage
from provenance.policycheck import FULL, MILLIPOINTS
from provenance.scoring import Part, Scorecard

SCHEMA: Final = "provenance.score/1"


def score_line(card: Scorecard) -> dict[str, Any]:
    """The score line of a document, in points; the audit record holds the exact integers."""
    policy = card.plan.policy
    line: dict[str, Any] = {
        "schema": SCHEMA,
        "id": card.document.id,
        "digest": card.document.digest,
        "policy": policy.id,
    }
    if policy.profile:
        line["profile"] = policy.profile
    families = card.families()
    line |= {
        "score": card.earned / MILLIPOINTS,
        "ceiling": card.ceiling / MILLIPOINTS,
        "applicable": card.plan.applicable / MILLIPOINTS,
        "coverage": coverage(card.whole) / FULL,
        "band": card.band.letter,
        "axes": {name: {**_part(part), "coverage": coverage(part) / FULL, "band": band.letter} for name, (part, band) in card.axes(families).items()},
        "families": {name: _part(part) for name, part in families.items()},
        "features": {name: None if share is None else round(share, 6) for name, share in card.features().items()},
        "flags": list(card.flags()),
    }
    return line


def _part(part: Part) -> dict[str, float]:
    return {"score": part.earned / MILLIPOINTS, "ceiling": part.ceiling / MILLIPOINTS, "points": part.points / MILLIPOINTS}


def header(features: Iterable[str]) -> list[str]:
    """The columns of a score line as a table."""
    return ["id", "digest", "policy", "score", "ceiling", "applicable", "coverage", "band", "source_band", "content_band", *features, "flags"]


def row(line: dict[str, Any]) -> list[Any]:
    """A score line as a row under `header`; unknown is an empty cell."""
    axes = line["axes"]
    first = [line[k] for k in ("id", "digest", "policy", "score", "ceiling", "applicable", "coverage", "band")]
    bands = [axes.get(axis, {}).get("band", "") for axis in ("source", "content")]
    return [*first, *bands, *line["features"].values(), " ".join(line["flags"])]

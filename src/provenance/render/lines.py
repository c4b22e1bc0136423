"""One line a document: the columns that pipelines filter on (docs/reference/output-formats.md)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from provenance.audit import coverage
from provenance.codec import json_line
from provenance.policycheck import FULL, MILLIPOINTS
from provenance.reasons import principal_codes
from provenance.render.ratings import ratings_of
from provenance.scoring import Part, Plan, Scorecard, Standing

SCHEMA: Final = "provenance.score/1"
_REMEMBERED: Final = 1 << 13
"""Parts of lines that are remembered: most documents of a corpus show the same few."""


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
        "coverage": coverage(card.standing.whole) / FULL,
        "band": card.band.letter,
        "axes": {
            name: {**_part(part), "coverage": coverage(part) / FULL, "band": band.letter}
            for name, (part, band) in card.axes().items()
        },
        "families": {name: _part(part) for name, part in families.items()},
        "features": {
            name: None if share is None else round(share, 6) for name, share in card.features().items()
        },
        "flags": list(card.flags()),
        "reasons": list(card.standing.derived(principal_codes)),
    }
    if "ratings" in card.document.fields:
        line["ratings"] = ratings_of(card.document)
    return line


def _part(part: Part) -> dict[str, float]:
    return {
        "score": part.earned / MILLIPOINTS,
        "ceiling": part.ceiling / MILLIPOINTS,
        "points": part.points / MILLIPOINTS,
    }


def score_text(card: Scorecard) -> str:
    """The score line as JSON, written straight from the numbers: the same text as ``json_line(score_line(card))``.

    What follows from the standing is written once for all documents that stand so.
    """
    points, document = card.standing.derived(_points_text), card.document
    rated = f', "ratings": {json_line(ratings_of(document))}' if "ratings" in document.fields else ""
    return f'{{"schema": "{SCHEMA}", "id": {json_line(document.id)}, "digest": "{document.digest}", {points}{rated}}}'


def _points_text(standing: Standing) -> str:
    """What a line says of the points, from the policy to the reasons."""
    plan = standing.plan
    policy, families, features = plan.policy, standing.families(), standing.features()
    profile = f'"profile": {_quoted(policy.profile)}, ' if policy.profile else ""
    axes = ", ".join([_axis(name, part, band.letter) for name, (part, band) in standing.axes().items()])
    shares = ", ".join([f"{_quoted(name)}: {_share(share)}" for name, share in features.items()])
    return (
        f'"policy": {_quoted(policy.id)}, {profile}"score": {standing.earned / MILLIPOINTS!r}, '
        f'"ceiling": {standing.ceiling / MILLIPOINTS!r}, "applicable": {plan.applicable / MILLIPOINTS!r}, '
        f'"coverage": {coverage(standing.whole) / FULL!r}, "band": {_quoted(standing.band.letter)}, "axes": {{{axes}}}, '
        f'"families": {{{", ".join([_family(name, part) for name, part in families.items()])}}}, '
        f'"features": {{{shares}}}, '
        f'"flags": {_listed(standing.flags())}, "reasons": {_listed(standing.derived(principal_codes))}'
    )


_quoted: Final = lru_cache(maxsize=1024)(json_line)
"""A string in JSON; most are names of signals."""
_listed: Final = lru_cache(maxsize=_REMEMBERED)(json_line)
"""A tuple of names as a list in JSON."""


@lru_cache(maxsize=_REMEMBERED)
def _axis(name: str, part: Part, letter: str) -> str:
    return f'{_quoted(name)}: {{{_numbers(part)}, "coverage": {coverage(part) / FULL!r}, "band": {_quoted(letter)}}}'


@lru_cache(maxsize=_REMEMBERED)
def _family(name: str, part: Part) -> str:
    return f"{_quoted(name)}: {{{_numbers(part)}}}"


def _numbers(part: Part) -> str:
    earned, lost, points = part
    return f'"score": {earned / MILLIPOINTS!r}, "ceiling": {(points - lost) / MILLIPOINTS!r}, "points": {points / MILLIPOINTS!r}'


@lru_cache(maxsize=_REMEMBERED)
def _share(share: float | None) -> str:
    return "null" if share is None else repr(round(share, 6))


def columns(plan: Plan) -> list[str]:
    """The columns of score lines as a table: their axes and features are those of the policy."""
    return [
        "id",
        "digest",
        "policy",
        "score",
        "ceiling",
        "applicable",
        "coverage",
        "band",
        *(f"{axis}_band" for axis in plan.policy.axes),
        *(name for name in plan.registry.ids if name not in plan.left_out),
        "flags",
        "reasons",
    ]


def row(line: dict[str, Any]) -> list[Any]:
    """A score line as a row under `columns`; unknown is an empty cell."""
    first = [
        line[k] for k in ("id", "digest", "policy", "score", "ceiling", "applicable", "coverage", "band")
    ]
    bands = [axis["band"] for axis in line["axes"].values()]
    return [*first, *bands, *line["features"].values(), " ".join(line["flags"]), " ".join(line["reasons"])]

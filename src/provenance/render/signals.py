"""Signals and policies, for people and as JSON: the same words that the documentation pages are made of."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from provenance.policy import Policy
from provenance.policycheck import MILLIPOINTS
from provenance.registry import Registry
from provenance.render.words import plain, points
from provenance.scoring import FAMILIES
from provenance.signal import SignalSpec

_WIDTH = 80


def signal_as_json(spec: SignalSpec, policy: Policy) -> dict[str, Any]:
    """A signal's definition, with the points that *policy* gives it."""
    return {
        "id": spec.id,
        "version": spec.version,
        "title": spec.title,
        "question": spec.question,
        "rationale": spec.rationale,
        "method": spec.method,
        "weaknesses": list(spec.weaknesses),
        "standard": {"name": spec.standard.name, "clause": spec.standard.clause, "url": spec.standard.url},
        "direction": str(spec.direction),
        "reads": sorted(spec.reads),
        "remediation": spec.remediation,
        "good_example": spec.good_example,
        "problem_example": spec.problem_example,
        "lifecycle": str(spec.lifecycle),
        "points": policy.points.get(spec.id, 0) / MILLIPOINTS,
    }


def signal_as_text(spec: SignalSpec, policy: Policy) -> str:
    """A signal's definition, for a terminal."""
    given = policy.points.get(spec.id, 0)
    parts = (
        ("why it is asked", spec.rationale),
        ("how it is answered", spec.method),
        *(("how it can be fooled", weakness) for weakness in spec.weaknesses),
        ("what would help", spec.remediation),
        ("good example", spec.good_example),
        ("problem", spec.problem_example),
        ("standard", f"{spec.standard.name}, {spec.standard.clause} {spec.standard.url}"),
        ("reads", ", ".join(sorted(spec.reads))),
        ("direction", str(spec.direction)),
    )
    lines = [
        f"{spec.id}  (version {spec.version}, {f'{points(given)} points' if given else 'reported, no points'})",
        f"  {spec.question}",
        "",
    ]
    for label, text in parts:
        lines += textwrap.wrap(
            text, _WIDTH, initial_indent=f"  {label + ':':22s}", subsequent_indent=" " * 24
        )
    return "\n".join(lines) + "\n"


def signals_as_table(specs: Iterable[SignalSpec], policy: Policy) -> str:
    """All signals, one a line, with their points."""
    lines = [f"{'points':>6s}  {'signal':34s}question"]
    for spec in specs:
        given = policy.points.get(spec.id, 0)
        lines.append(f"{points(given) if given else '–':>6s}  {spec.id:34s}{spec.question}")
    return "\n".join(lines) + "\n"


def policy_as_text(policy: Policy, registry: Registry) -> str:
    """The points of a policy by family, its gates and its bands; nothing that its author wrote can move a cursor."""
    lines = [f"{policy.id}: {policy.title}", f"{policy.digest}", ""]
    families = dict.fromkeys([*FAMILIES, *(name.partition(".")[0] for name in policy.points)])
    for family in families:
        of_family = {name: given for name, given in policy.points.items() if name.partition(".")[0] == family}
        if of_family:
            lines.append(f"{points(sum(of_family.values())):>6s}  {family}")
            lines += [
                f"{points(given):>12s}  {name:34s}{registry[name].spec.title}"
                for name, given in of_family.items()
            ]
    lines.append(f"{points(sum(policy.points.values())):>6s}  in all")
    lines += [
        "",
        *(f"gate   {flag} keeps {', '.join(guarded)} from earning" for flag, guarded in policy.gates.items()),
    ]
    lines += [f"axis   {axis}: {', '.join(of)}" for axis, of in policy.axes.items()]
    lines += [f"band   {band.letter} from {band.least / 100:.0f} %: {band.says}" for band in policy.bands]
    lines.append(
        f"band   {policy.unjudged.letter} where less than {policy.unjudged.least / 100:.0f} % could be judged: {policy.unjudged.says}"
    )
    lines += [f"profile {name}: {', '.join(of)}" for name, of in policy.profiles.items()]
    return "\n".join(map(plain, lines)) + "\n"

"""What would change a score, for people and for pipelines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Final

from provenance.audit import coverage
from provenance.counterfactual import Change, Denial, Way, WhatIf
from provenance.policycheck import MILLIPOINTS
from provenance.render.words import ELLIPSIS, one_line, percent, points
from provenance.scoring import Scorecard

SCHEMA: Final = "provenance.whatif/1"
_WIDTH: Final = 80
_MOST_DENIALS: Final = 20
_WHO: Final = {"publisher": "", "supplier": " (open; at its best)"}


def what_if_text(card: Scorecard, found: WhatIf) -> str:
    """The ways to a goal, and every change there is."""
    lines = [*_head(card), *_ways(card, found)]
    if found.changes:
        lines += ["", "Every change by itself, the most points first:"]
        for change in sorted(found.changes, key=lambda c: (-c.points, c.signal)):
            lines += _change(change, change.points)
    return "\n".join(lines) + "\n"


def _head(card: Scorecard) -> list[str]:
    range_ = f"{points(card.earned)} – {points(card.ceiling)} of {points(card.plan.applicable)}"
    return [
        one_line(card.document.id or "(no id)", _WIDTH),
        f"  {range_} points · band {card.band.letter}",
        *(
            ["  It cannot be judged, which is neither better nor worse than any band."]
            if _is_unjudged(card)
            else []
        ),
        "",
    ]


def _is_unjudged(card: Scorecard) -> bool:
    return card.band.letter == card.plan.policy.unjudged.letter


def _ways(card: Scorecard, found: WhatIf) -> Iterator[str]:
    goal, unjudged = found.goal.name, card.plan.policy.unjudged.letter
    if _is_unjudged(card) and not found.goal.earned:  # the worst band is that of whatever can be judged
        needed, judged = map(percent, (card.plan.policy.unjudged.least, coverage(card.standing.whole)))
        goal = f"a band at all ({needed} of the points judged; {judged} are)"
    if not found.ways:
        far = found.furthest
        yield from _wrapped(
            f"No set of these changes reaches {goal}: all of them together lead to "
            f"{points(far.score)} – {points(far.ceiling)}, band {far.band}.",
            0,
        )
        if far.band == unjudged and not any(change.by == "supplier" for change in found.changes):
            yield from _wrapped("Too little could be judged; --supplied counts what nobody supplied, too.", 0)
    elif not found.ways[0].steps:
        yield f"It has already reached {goal}."
    else:
        count = len(found.ways[0].steps)
        yield f"To reach {goal} takes {count} change{'s' if count > 1 else ''}:"
        for number, way in enumerate(found.ways, 1):
            yield ""
            yield f"{number}. leads to {points(way.score)} – {points(way.ceiling)}, band {way.band}"
            for step in way.steps:
                yield from _change(step.change, step.points)


def _change(change: Change, amount: int) -> list[str]:
    also = f", with {', '.join(change.also)}" if change.also else ""
    said = f"{'+' + points(amount):>5s}  {change.says}{_WHO[change.by]} [{change.signal}{also}]"
    return [*_wrapped(said, 2), *_wrapped(f"→ {change.remedy}", 9)]


def denials_text(card: Scorecard, found: tuple[Denial, ...]) -> str:
    """What a score rests on, the most points first."""
    lines = [*_head(card), "If one of these were shown to be false, the score would be:"]
    if not found:
        lines[-1] = "No single observation changes this score."
    for denial in found[:_MOST_DENIALS]:
        amount = f"{'−' * (denial.points > 0) or '+' * (denial.points < 0)}{points(abs(denial.points))}"
        reach = f"{points(denial.score)} – {points(denial.ceiling)}, band {denial.band}"
        lines += _wrapped(
            f"{amount:>5s}  {reach}: {denial.what} {one_line(denial.value, 60)!r} at {denial.at}", 2
        )
    if len(found) > _MOST_DENIALS:
        lines.append(f"{ELLIPSIS} and {len(found) - _MOST_DENIALS} more (--format jsonl shows all)")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (9 if indent < 9 and indent else indent + 2 * bool(indent)),
        break_on_hyphens=False,
    )


def what_if_line(card: Scorecard, found: WhatIf) -> dict[str, Any]:
    """The ways to a goal as an object; points are points, in steps of a thousandth."""
    return {
        **_about(card),
        "goal": {
            "name": found.goal.name,
            "score": found.goal.earned / MILLIPOINTS,
            "judged": found.goal.judged / MILLIPOINTS,
        },
        "reachable": bool(found.ways),
        "ways": [_way(way) for way in found.ways],
        "changes": [{**_changed(c), "points": c.points / MILLIPOINTS} for c in found.changes],
        "furthest": {k: v for k, v in _way(found.furthest).items() if k != "changes"},
    }


def denials_line(card: Scorecard, found: tuple[Denial, ...]) -> dict[str, Any]:
    """What a score rests on, as an object."""
    in_points = ("points", "score", "ceiling")
    return {
        **_about(card),
        "if_false": [
            {k: v / MILLIPOINTS if k in in_points else v for k, v in denial._asdict().items()}
            for denial in found
        ],
    }


def _about(card: Scorecard) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "id": card.document.id,
        "digest": card.document.digest,
        "score": card.earned / MILLIPOINTS,
        "ceiling": card.ceiling / MILLIPOINTS,
        "band": card.band.letter,
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        "score": way.score / MILLIPOINTS,
        "ceiling": way.ceiling / MILLIPOINTS,
        "band": way.band,
        "changes": [{**_changed(step.change), "points": step.points / MILLIPOINTS} for step in way.steps],
    }


def _changed(change: Change) -> dict[str, Any]:
    return {"signal": change.signal, "by": change.by, "remedy": change.remedy, "also": list(change.also)}

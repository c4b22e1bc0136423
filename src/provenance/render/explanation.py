"""The derivation of one score, for people: from an audit record alone, with the passages if the text is at hand."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from provenance.evidence import Why
from provenance.reasons import WHY, why_open
from provenance.registry import Registry
from provenance.render.passages import Passages, deciding, judges_claims, named_against
from provenance.render.ratings import rating_lines
from provenance.render.said import said_of
from provenance.render.terminal import bar, in_ascii, painted
from provenance.render.words import ELLIPSIS, in_order, one_line, percent, plain, points, tallied
from provenance.signal import SignalSpec

_WIDTH: Final = 80
_BAR: Final = 40
_AXIS_BAR: Final = 20
_ROW_BAR: Final = 10
_MOST_PASSAGES: Final = 4
_MOST_REPORTED: Final = 2
_PASSAGE: Final = 200
"""Passages are cut after so many characters."""
_APART: Final = "publisher.rating"
"""Reported in a part of its own, with every rating."""
_NOT_SEARCHED: Final = (
    "(An author or a date that the text itself gives is not read from it: supply a record, or the page.)"
)
Json = Mapping[str, Any]


def explanation(
    record: Json,
    *,
    text: str | None = None,
    registry: Registry | None = None,
    ascii_only: bool = False,
    colour: bool = False,
) -> str:
    """The score of *record*, point by point, the biggest losses first.

    Args:
        record: an audit record.
        text: the document's text, for the passages; without it they are shown as far as the record keeps them.
        registry: where the signals are described; the core signals if left out.
        ascii_only: for terminals that cannot show more.
        colour: for terminals that can; the colours say nothing that the words do not.
    """
    signals = Registry.core() if registry is None else registry
    result = record["result"]
    specs = {signal.spec.id: signal.spec for signal in signals}
    passages = Passages(record["document"], text)
    lines = [
        *_head(record["document"], result),
        *_said(record),
        *_losses(record, specs, passages),
        *_open(record, specs),
        *_unread(record["document"]),
        *_earned(record, specs, passages),
        *_reported(record, specs, passages),
        *_rated(record["document"]),
    ]
    foot = _foot(record)
    shown = "\n".join(map(plain, [*lines, *foot])) + "\n"  # what a stranger wrote moves no cursor
    shown = painted(shown, last=len(foot)) if colour else shown
    return in_ascii(shown) if ascii_only else shown


# --- the parts of an explanation, from top to bottom ----------------------------------------------------------------


def _head(document: Json, result: Json) -> list[str]:
    title = next(iter(document["fields"].get("title", {}).get("observations", ())), {"value": ""})["value"]
    lines = [one_line(document["id"] or "(no id)", _WIDTH)]
    if title:
        lines.append(f"  “{one_line(title, _WIDTH - 4)}”")
    return [
        *lines,
        "",
        f"  {_range(result)} of {points(result['applicable'])} points · band {result['band']}: {result['says']}",
        f"  {bar(result['score'], result['ceiling'], result['applicable'], _BAR)}  {percent(result['coverage'])} of the points could be judged",
        "  █ shown   ░ open: could not be judged   · lost",
        "",
        *(_axis(name, axis) for name, axis in in_order(result["axes"]) if axis["points"]),
        *(f"  flag: {flag}" for flag in result["flags"]),
    ]


def _axis(name: str, axis: Json) -> str:
    drawn = bar(axis["score"], axis["ceiling"], axis["points"], _AXIS_BAR)
    return f"  {name:8s}{_range(axis):>13s} of {points(axis['points']):>5s}  {drawn}  {axis['band']} {axis['says']}"


def _range(part: Json) -> str:
    return f"{points(part['score'])} – {points(part['ceiling'])}"


def _said(record: Json) -> list[str]:
    said = [line for each in said_of(record) for line in _wrapped(each, 2, 4)]
    return ["", "Notes, which change no points", *said] if said else []


def _rows(record: Json) -> list[Json]:
    return [row for row in record["signals"] if "points" in row]


def _losses(record: Json, specs: Mapping[str, SignalSpec], passages: Passages) -> list[str]:
    rows = sorted((row for row in _rows(record) if row["lost"]), key=lambda row: (-row["lost"], row["id"]))
    if not rows:
        return ["", "Nothing was lost."]
    flags = record["result"]["flags"]
    shut = [row for row in rows if row.get("guarded") in flags]
    parts = [(-row["lost"], _row(row, specs, passages, remedy=True)) for row in rows if row not in shut]
    for flag in sorted({row["guarded"] for row in shut}):
        behind = [row for row in shut if row["guarded"] == flag]
        raised = next(row for row in record["signals"] if row["id"] == flag)
        parts.append((-sum(row["lost"] for row in behind), _disqualified(raised, behind, specs, passages)))
    ordered = sorted(parts, key=lambda part: part[0])
    return _section("What cost points, the biggest losses first", [lines for _, lines in ordered])


def _disqualified(
    raised: Json, behind: Sequence[Json], specs: Mapping[str, SignalSpec], passages: Passages
) -> list[str]:
    """What a raised flag keeps from earning, as one loss with one reason."""
    lines = _wrapped(f"{'−' + points(sum(row['lost'] for row in behind)):>5s}  {_title(raised, specs)}", 2, 9)
    lines += _wrapped(f"{raised['id']} is raised{': ' + raised['note'] if raised.get('note') else ''}", 9, 9)
    lines += _passages(raised, specs, passages, raised.get("basis", ()))
    counted = "; ".join(f"{_title(row, specs)} ({points(row['lost'])})" for row in behind)
    lines += _wrapped(f"While the flag is raised, these cannot earn: {counted}", 9, 9)
    spec = specs.get(raised["id"])
    return lines if spec is None else lines + _wrapped(f"→ {spec.remediation}", 9, 11)


def _earned(record: Json, specs: Mapping[str, SignalSpec], passages: Passages) -> list[str]:
    rows = sorted(
        (row for row in _rows(record) if row["earned"] and not row["lost"]),
        key=lambda row: (-row["earned"], row["id"]),
    )
    return (
        _section("What earned points", [_row(row, specs, passages, remedy=False) for row in rows])
        if rows
        else []
    )


def _open(record: Json, specs: Mapping[str, SignalSpec]) -> list[str]:
    """What could not be judged, gathered by reason: one line a reason is what people read."""
    reasons: dict[str, list[Json]] = {}
    for row in _rows(record):
        if row["open"] and not row["lost"] and not row["earned"]:
            reasons.setdefault(why_open(row, specs), []).append(row)
    if not reasons:
        return []
    lines = [
        "",
        f"Open: what could not be judged ({points(sum(row['open'] for rows in reasons.values() for row in rows))} points)",
    ]
    for reason, rows in sorted(
        reasons.items(), key=lambda item: (-sum(row["open"] for row in item[1]), item[0])
    ):
        lines += _wrapped(f"{points(sum(row['open'] for row in rows)):>5s}  because {reason}:", 2, 9)
        lines += _wrapped("; ".join(f"{_title(row, specs)} ({points(row['open'])})" for row in rows), 9, 9)
        if reason == WHY[Why.NOT_SUPPLIED] and _text_alone(record["document"]):
            lines += _wrapped(_NOT_SEARCHED, 9, 9)
    return lines


def _text_alone(document: Json) -> bool:
    """Whether all that is known of a document is its text, which may name its author and its day."""
    names = ("authors", "published")
    return document["text_length"] is not None and all(
        document["fields"].get(name, {"why": Why.NOT_SUPPLIED}).get("why") == Why.NOT_SUPPLIED
        for name in names
    )


def _unread(document: Json) -> list[str]:
    """The fields that something was said of which could not be read, gathered by what is the matter with them."""
    problems: dict[str, list[str]] = {}
    for name, field in document["fields"].items():
        if field.get("problem"):
            problems.setdefault(field["problem"], []).append(name)
    told = (_wrapped(f"{', '.join(names)}: {problem}", 2, 4) for problem, names in problems.items())
    return _section("What could not be read", [*told]) if problems else []


def _reported(record: Json, specs: Mapping[str, SignalSpec], passages: Passages) -> list[str]:
    rows = [
        row
        for row in record["signals"]
        if "points" not in row and row["outcome"] == "present" and row["id"] != _APART
    ]
    if not rows:
        return []
    lines = ["", "Reported beside the score, worth no points"]
    for row in rows:
        tally = tallied(row)
        share = f" ({tally})" if tally else ""
        note = f": {row['note']}" if row.get("note") else ""
        lines += _wrapped(f"{_title(row, specs)}{share}{note}", 2, 4)
        against = named_against(specs.get(row["id"]))
        lines += _passages(row, specs, passages, deciding(row, against=against), most=_MOST_REPORTED)
    return lines


def _rated(document: Json) -> list[str]:
    """What others say of the publisher: beside the score, and no part of it."""
    lines = [line for said in rating_lines(document) for line in _wrapped(said, 2, 4)]
    return ["", "Ratings in your registries", *lines] if lines else []


def _foot(record: Json) -> list[str]:
    run, policy = record["run"], record["run"]["policy"]
    return [
        "",
        *_wrapped(f"Principal reasons: {', '.join(record['result']['reasons']) or 'none'}", 0, 2),
        *_wrapped(
            f"Policy {policy['id']}{' · profile ' + policy['profile'] if policy['profile'] else ''} · library {run['library']}",
            0,
            0,
        ),
        *_wrapped("The score says how well the origin is documented, not whether the text is true.", 0, 0),
    ]


# --- one signal -----------------------------------------------------------------------------------------------------


def _section(title: str, rows: Sequence[list[str]]) -> list[str]:
    lines = ["", title]
    for row in rows:
        lines += row
    return lines


def _title(row: Json, specs: Mapping[str, SignalSpec], *, lost: bool = False) -> str:
    spec = specs.get(row["id"])
    return row["id"] if spec is None else spec.problem if lost else spec.title


def _row(row: Json, specs: Mapping[str, SignalSpec], passages: Passages, *, remedy: bool) -> list[str]:
    amount = f"−{points(row['lost'])}" if remedy else f"+{points(row['earned'])}"
    parts = [f"{points(row[part])} {part}" for part in ("earned", "lost", "open") if row[part]]
    lines = _wrapped(f"{amount:>5s}  {_title(row, specs, lost=remedy)}", 2, 9)
    drawn = bar(row["earned"], row["earned"] + row["open"], row["points"], _ROW_BAR)
    tally = tallied(row)
    counted = f"{row['id']}: {', '.join(parts)} of {points(row['points'])}{'; ' * bool(tally)}{tally}"
    lines += _wrapped(f"{drawn}  {counted}", 9, 11)
    lines += [line for reason in _reasons(row, specs) for line in _wrapped(reason, 9, 9)]
    lines += _passages(row, specs, passages, deciding(row, against=remedy))
    spec = specs.get(row["id"])
    if remedy and spec is not None:
        lines += _wrapped(f"→ {spec.remediation}", 9, 11)
    return lines


def _reasons(row: Json, specs: Mapping[str, SignalSpec]) -> list[str]:
    """What there is to say of a row beyond its numbers: its note, and why something of it is open."""
    reasons = [row["note"][:1].upper() + row["note"][1:] + "."] if row.get("note") else []
    return [*reasons, f"Open, because {why_open(row, specs)}."] if row["open"] else reasons


def _passages(
    row: Json,
    specs: Mapping[str, SignalSpec],
    passages: Passages,
    basis: Sequence[str],
    *,
    most: int = _MOST_PASSAGES,
) -> list[str]:
    spec = specs.get(row["id"])
    found = [line for at in basis if (line := passages.at(at, is_of_claims=judges_claims(spec)))]
    lines = [
        part for line in dict.fromkeys(found[:most]) for part in _wrapped(one_line(line, _PASSAGE), 9, 11)
    ]
    if len(found) > most:
        lines.append(" " * 9 + f"{ELLIPSIS} and {len(found) - most} more")
    return lines


def _wrapped(text: str, first: int, rest: int) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=True,
        break_on_hyphens=False,
    ) or [""]

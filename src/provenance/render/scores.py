"""Many assessments, in the format that was asked for: a table, JSON Lines, CSV or Markdown; streamed, in order."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from provenance.reasons import PRINCIPAL, Reason, lowered, reasons
from provenance.render.cells import csv_line
from provenance.render.lines import header, row, score_text
from provenance.render.words import one_line, plain, points

if TYPE_CHECKING:
    from provenance.assessment import Assessment
    from provenance.scoring import Part, Scorecard

Renderer = Callable[[Iterator["Assessment"]], Iterator[str]]

_HEAD: Final = "shown   lost   open  of 100  band  "
_AXIS_WIDTH: Final = 12
_NAME_WIDTH: Final = 56
_WIDTH: Final = 80
_INDENT: Final = " " * 8
_STORY_LENGTH: Final = 216  # three lines
_MOST_LOSSES: Final = 2
_CELL_WIDTH: Final = 120
_REASONS_WIDTH: Final = 400
_MARKUP: Final = re.compile(r"[\\`*_\[\]()!<>|&~]")


def renderer(name: str, *, colour: bool = False, ascii_only: bool = False) -> Renderer:
    """The renderer of the format *name*: table, jsonl, csv, markdown or html."""
    if name == "table":
        return lambda assessments: _table(assessments, colour=colour, ascii_only=ascii_only)
    return {"jsonl": _jsonl, "csv": _csv, "markdown": _markdown, "html": _html}[name]


def _jsonl(assessments: Iterator[Assessment]) -> Iterator[str]:
    for assessment in assessments:
        yield score_text(assessment.card) + "\n"


def _csv(assessments: Iterator[Assessment]) -> Iterator[str]:
    first = True
    for assessment in assessments:
        line = assessment.to_line()
        if first:
            yield csv_line(header(line))
            first = False
        yield csv_line(row(line))


def _markdown(assessments: Iterator[Assessment]) -> Iterator[str]:
    number = 0
    for number, assessment in enumerate(assessments, 1):
        line = assessment.to_line()
        if number == 1:
            yield _markdown_head(line["axes"])
        cells = (
            _plain_markdown(line["id"]),
            f"{line['score']:.1f} – {line['ceiling']:.1f}",
            *(_plain_markdown(part["band"]) for part in (line, *line["axes"].values())),
            f"{line['coverage']:.0%}",
            _plain_markdown(", ".join(line["flags"])),
            _plain_markdown(_principal(assessment.card), _REASONS_WIDTH),
        )
        yield f"| {' | '.join(cells)} |\n"
    if not number:
        yield _markdown_head(())


def _html(assessments: Iterator[Assessment]) -> Iterator[str]:
    from provenance.render.report import Page, report

    return report(Page(assessment.to_record(), assessment.document.text.first) for assessment in assessments)


def _markdown_head(axes: Iterable[str]) -> str:
    names = [_plain_markdown(axis) for axis in axes]
    cells = ("document", "score – ceiling", "band", *names, "judged", "flags", "principal reasons")
    return f"| {' | '.join(cells)} |\n|---|--:|:-:|{':-:|' * len(names)}--:|---|---|\n"


def _principal(card: Scorecard) -> str:
    """The principal reasons, each with the points that it cost or leaves open."""
    return " ".join(f"{reason.says[:-1]} ({points(reason.points)})." for reason in reasons(card)[:PRINCIPAL])


def _plain_markdown(text: str, width: int = _CELL_WIDTH) -> str:
    """*text* on one line, read as it stands: no link, no picture, no markup, no end of a cell."""
    return _MARKUP.sub(r"\\\g<0>", one_line(text, width))


# --- the table ------------------------------------------------------------------------------------------------------


def _table(assessments: Iterator[Assessment], *, colour: bool, ascii_only: bool) -> Iterator[str]:
    """Two lines a document: its points and bands, then what cost most and what could not be told."""
    bold, dim, normal = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "")
    unjudged = ""
    for number, assessment in enumerate(assessments, 1):
        card = assessment.card
        if number == 1:
            unjudged = plain(card.plan.policy.unjudged.letter)
            yield f"{bold}{_HEAD}{' '.join(map(_axis_name, card.plan.policy.axes))}  document{normal}\n"
        bands = " ".join(
            f"{plain(band.letter) if part.points else '':^{len(_axis_name(axis))}s}"
            for axis, (part, band) in card.axes(card.families()).items()
        )
        numbers = (
            f"{points(card.earned):>5s}  {points(card.lost):>5s}  {points(card.ceiling - card.earned):>5s}"
        )
        name = one_line(card.document.id, _NAME_WIDTH)
        text = (
            f"{numbers}  {points(card.plan.applicable):>6s}  {bold}{plain(card.band.letter):^4s}{normal}  "
            f"{bands}  {name}\n"
            f"{dim}{_story(card)}{normal}\n"
        )
        yield text.encode("ascii", "replace").decode() if ascii_only else text
    if unjudged:
        yield f"{dim}shown + lost + open = the points that apply; {unjudged}: too little could be judged; `provenance explain` says why{normal}\n"


def _axis_name(name: str) -> str:
    return one_line(name, _AXIS_WIDTH)


def _story(card: Scorecard) -> str:
    """What cost most and what is open, in the words of the signals."""
    why = reasons(card)
    parts = [f"disqualified: {_cost(reason)}" for reason in why if reason.kind == "disqualified"]
    lost = [_cost(reason) for reason in why if reason.kind == "lost"][:_MOST_LOSSES]
    if lost:
        parts.append(f"lost: {', '.join(lost)}")
    unseen = [family for family, part in card.families().items() if _is_open(part)]
    if unseen:
        parts.append("cannot be told: " + ", ".join(unseen))
    parts += [f"flag: {flag}" for flag in card.flags()]
    return textwrap.fill(
        one_line("; ".join(parts), _STORY_LENGTH), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
    )


def _cost(reason: Reason) -> str:
    return f"{lowered(reason.says.rstrip('.'))} −{points(reason.points)}"


def _is_open(part: Part) -> bool:
    """Whether more than half of a family could not be judged."""
    return 2 * (part.points - part.earned - part.lost) > part.points

"""Many assessments, in the format that was asked for: a table, JSON Lines, CSV or Markdown; streamed, in order."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from provenance.registry import Registry
from provenance.render.lines import header, row, score_text
from provenance.render.words import one_line, points

if TYPE_CHECKING:
    from provenance.assessment import Assessment
    from provenance.scoring import Part, Scorecard

Renderer = Callable[[Iterator["Assessment"]], Iterator[str]]

_HEAD: Final = "shown   lost   open  of 100  band  source content  document"
_NAME_WIDTH: Final = 56
_WIDTH: Final = 80
_INDENT: Final = " " * 8
_STORY_LENGTH: Final = 216  # three lines


def renderer(name: str, *, colour: bool = False, ascii_only: bool = False) -> Renderer:
    """The renderer of the format *name*: table, jsonl, csv or markdown."""
    if name == "table":
        return lambda assessments: _table(assessments, colour=colour, ascii_only=ascii_only)
    return {"jsonl": _jsonl, "csv": _csv, "markdown": _markdown}[name]


def _jsonl(assessments: Iterator[Assessment]) -> Iterator[str]:
    for assessment in assessments:
        yield score_text(assessment.card) + "\n"


def _csv(assessments: Iterator[Assessment]) -> Iterator[str]:
    first = True
    for assessment in assessments:
        line = assessment.to_line()
        if first:
            yield _csv_line(header(line["features"]))
            first = False
        yield _csv_line(row(line))


def _csv_line(cells: Sequence[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(_harmless(cell) for cell in cells)
    return buffer.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell[:1] else cell


def _markdown(assessments: Iterator[Assessment]) -> Iterator[str]:
    yield "| document | score – ceiling | band | source | content | judged | flags |\n|---|--:|:-:|:-:|:-:|--:|---|\n"
    for assessment in assessments:
        line = assessment.to_line()
        axes = line["axes"]
        cells = (
            one_line(line["id"], 120).replace("|", "\\|").replace("<", "&lt;"),
            f"{line['score']:.1f} – {line['ceiling']:.1f}",
            line["band"],
            *(axes[axis]["band"] if axis in axes else "" for axis in ("source", "content")),
            f"{line['coverage']:.0%}",
            ", ".join(line["flags"]),
        )
        yield f"| {' | '.join(cells)} |\n"


# --- the table ------------------------------------------------------------------------------------------------------


def _table(assessments: Iterator[Assessment], *, colour: bool, ascii_only: bool) -> Iterator[str]:
    """Two lines a document: its points and bands, then what cost most and what could not be told."""
    bold, dim, plain = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "")
    number = 0
    for number, assessment in enumerate(assessments, 1):
        card = assessment.card
        if number == 1:
            yield f"{bold}{_HEAD}{plain}\n"
        bands = [band.letter if part.points else "" for part, band in card.axes(card.families()).values()]
        numbers = (
            f"{points(card.earned):>5s}  {points(card.lost):>5s}  {points(card.ceiling - card.earned):>5s}"
        )
        name = one_line(card.document.id, _NAME_WIDTH)
        text = (
            f"{numbers}  {points(card.plan.applicable):>6s}  {bold}{card.band.letter:^4s}{plain}  "
            f"{bands[0] if bands else '':^6s} {bands[1] if len(bands) > 1 else '':^7s}  {name}\n"
            f"{dim}{_story(card)}{plain}\n"
        )
        yield text.encode("ascii", "replace").decode() if ascii_only else text
    if number:
        yield f"{dim}shown + lost + open = the points that apply; F: too little could be judged; `provenance explain` says why{plain}\n"


def _story(card: Scorecard) -> str:
    """What cost most and what is open, in the words of the signals."""
    registry = card.plan.registry
    lost = sorted((c for c in card.contributions if c.lost), key=lambda c: (-c.lost, c.signal))[:2]
    parts = []
    if lost:
        parts.append("lost: " + ", ".join(f"{_problem(registry, c.signal)} −{points(c.lost)}" for c in lost))
    unseen = [family for family, part in card.families().items() if _is_open(part)]
    if unseen:
        parts.append("cannot be told: " + ", ".join(unseen))
    parts += [f"flag: {flag}" for flag in card.flags()]
    return textwrap.fill(
        one_line("; ".join(parts), _STORY_LENGTH), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
    )


def _is_open(part: Part) -> bool:
    """Whether more than half of a family could not be judged."""
    return 2 * (part.points - part.earned - part.lost) > part.points


def _problem(registry: Registry, name: str) -> str:
    problem = registry[name].spec.problem
    return problem[:1].lower() + problem[1:]

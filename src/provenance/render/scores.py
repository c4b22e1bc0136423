"""Many assessments, in the format that was asked for: a table, JSON Lines, CSV or Markdown; streamed, in order."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import frozen

from provenance.reasons import PRINCIPAL, Reason, lowered, reasons
from provenance.render.cells import csv_line, plain_markdown
from provenance.render.lines import columns, row, score_line, score_text
from provenance.render.terminal import in_ascii
from provenance.render.words import one_line, plain, points
from provenance.scoring import Part, Plan, Scorecard

if TYPE_CHECKING:
    from provenance.assessment import Assessment

_HEAD: Final = "shown   lost   open  of 100  band  "
_AXIS_WIDTH: Final = 12
_NAME_WIDTH: Final = 56
_WIDTH: Final = 80
_INDENT: Final = " " * 8
_STORY_LENGTH: Final = 216  # three lines
_MOST_LOSSES: Final = 2
_REASONS_WIDTH: Final = 400
_NORMAL: Final = "\x1b[0m"

FORMATS: Final = ("table", "jsonl", "csv", "markdown", "html", "parquet", "arrow")


@frozen(kw_only=True)
class Layout:
    """How assessments are written: what stands before them, each by itself, and what stands after them.

    A web page is more than the sum of its documents: of each, only what `report` makes the page of is written. Columns
    are no text at all: nothing is written here.
    """

    form: str  # one of FORMATS
    colour: bool = False
    ascii_only: bool = False

    def head(self, plan: Plan) -> str:
        """What stands before the first assessment."""
        match self.form:
            case "table":
                return _table_head(plan, self._bold)
            case "csv":
                return csv_line(columns(plan))
            case "markdown":
                return _markdown_head(plan.policy.axes)
            case _:
                return ""

    def body(self, assessment: Assessment) -> str:
        """One assessment."""
        match self.form:
            case "jsonl":
                return score_text(assessment.card) + "\n"
            case "table":
                text = _table_rows(assessment.card, self._bold, self._dim)
                return in_ascii(text) if self.ascii_only else text
            case "csv":
                return csv_line(row(score_line(assessment.card)))
            case "markdown":
                return _markdown_row(assessment.card)
            case _:  # of a web page
                return json.dumps([assessment.to_record(), assessment.document.text.first]) + "\n"

    def foot(self, plan: Plan) -> str:
        """What stands after the last assessment."""
        return _table_foot(plan, self._dim) if self.form == "table" else ""

    @property
    def nothing_has_a_head(self) -> bool:
        """Whether the head stands there for no assessment at all."""
        return self.form == "markdown"

    @property
    def _bold(self) -> tuple[str, str]:
        return ("\x1b[1m", _NORMAL) if self.colour else ("", "")

    @property
    def _dim(self) -> tuple[str, str]:
        return ("\x1b[2m", _NORMAL) if self.colour else ("", "")


def _markdown_row(card: Scorecard) -> str:
    line = score_line(card)
    cells = (
        plain_markdown(line["id"]),
        f"{line['score']:.1f} – {line['ceiling']:.1f}",
        *(plain_markdown(part["band"]) for part in (line, *line["axes"].values())),
        f"{line['coverage']:.0%}",
        plain_markdown(", ".join(line["flags"])),
        plain_markdown(_principal(card), _REASONS_WIDTH),
    )
    return f"| {' | '.join(cells)} |\n"


def _markdown_head(axes: Iterable[str]) -> str:
    names = [plain_markdown(axis) for axis in axes]
    cells = ("document", "score – ceiling", "band", *names, "judged", "flags", "principal reasons")
    return f"| {' | '.join(cells)} |\n|---|--:|:-:|{':-:|' * len(names)}--:|---|---|\n"


def _principal(card: Scorecard) -> str:
    """The principal reasons, each with the points that it cost or leaves open."""
    return " ".join(
        f"{reason.says[:-1]}{_counted(card, reason)} ({points(reason.points)})."
        for reason in reasons(card)[:PRINCIPAL]
    )


# --- the table ------------------------------------------------------------------------------------------------------


def _table_head(plan: Plan, bold: tuple[str, str]) -> str:
    return f"{bold[0]}{_HEAD}{' '.join(map(_axis_name, plan.policy.axes))}  document{bold[1]}\n"


def _table_rows(card: Scorecard, bold: tuple[str, str], dim: tuple[str, str]) -> str:
    """Two lines a document: its points and bands, then what cost most and what could not be told."""
    bands = " ".join(
        f"{plain(band.letter) if part.points else '':^{len(_axis_name(axis))}s}"
        for axis, (part, band) in card.axes().items()
    )
    numbers = f"{points(card.earned):>5s}  {points(card.lost):>5s}  {points(card.ceiling - card.earned):>5s}"
    name = one_line(card.document.id, _NAME_WIDTH)
    return (
        f"{numbers}  {points(card.plan.applicable):>6s}  {bold[0]}{plain(card.band.letter):^4s}{bold[1]}  "
        f"{bands}  {name}\n"
        f"{dim[0]}{_story(card)}{dim[1]}\n"
    )


def _table_foot(plan: Plan, dim: tuple[str, str]) -> str:
    unjudged = plain(plan.policy.unjudged.letter)
    if not unjudged:
        return ""
    return f"{dim[0]}shown + lost + open = the points that apply; {unjudged}: too little could be judged; `provenance explain` says why{dim[1]}\n"


def _axis_name(name: str) -> str:
    return one_line(name, _AXIS_WIDTH)


def _story(card: Scorecard) -> str:
    """What cost most and what is open, in the words of the signals."""
    why = reasons(card)
    parts = [f"disqualified: {_cost(card, reason)}" for reason in why if reason.kind == "disqualified"]
    lost = [_cost(card, reason) for reason in why if reason.kind == "lost"][:_MOST_LOSSES]
    if lost:
        parts.append(f"lost: {', '.join(lost)}")
    unseen = [family for family, part in card.families().items() if _is_open(part)]
    if unseen:
        parts.append("cannot be judged: " + ", ".join(unseen))
    parts += [f"flag: {flag}" for flag in card.flags()]
    return textwrap.fill(
        one_line("; ".join(parts), _STORY_LENGTH), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
    )


def _cost(card: Scorecard, reason: Reason) -> str:
    return f"{lowered(reason.says.rstrip('.'))}{_counted(card, reason)} −{points(reason.points)}"


def _counted(card: Scorecard, reason: Reason) -> str:
    """How many of how many a loss is about, where it is about things that were counted."""
    if reason.kind != "lost":
        return ""
    against = card.findings[card.plan.registry.ids.index(reason.signal)].items_against
    return "" if against is None else f" ({against[0]} of {against[1]})"


def _is_open(part: Part) -> bool:
    """Whether more than half of a family could not be judged."""
    return 2 * (part.points - part.earned - part.lost) > part.points

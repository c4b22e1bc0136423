"""Plots of results, as SVG: dots on a logarithmic axis for what is compared, lines for what grows. Needs matplotlib."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from benchmarks.figures import written
from benchmarks.plan import Row, Rows
from benchmarks.report import TITLES

_OURS, _THEIRS, _INK, _FAINT = "#0b7285", "#adb5bd", "#343a40", "#dee2e6"
_DOTS: Final[tuple[str, ...]] = ("api", "texts", "signatures", "pages")
_LINES: Final[dict[str, str]] = {"growth": "records without text", "index": "texts, one in ten a copy"}
_STYLE: Final = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],
    "font.size": 10,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "svg.fonttype": "none",
    "svg.hashsalt": "benchmarks",
}
_SIZE: Final = re.compile(r"^(.+), ([\d,]+) (?:records|texts)$")


def plotted(parts: dict[str, Rows], folder: Path) -> dict[str, str]:
    """Writes what can be plotted to *folder*; the names of the files, by part."""
    with mpl.rc_context(_STYLE):
        figures = {name: _dots(name, parts[name]) for name in _DOTS if name in parts}
        figures |= {name: _lines(name, parts[name]) for name in _LINES if name in parts}
        for name, figure in figures.items():
            figure.savefig(
                folder / f"{name}.svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight"
            )
    return {name: f"{name}.svg" for name in figures}


def _dots(part: str, rows: Rows) -> Figure:
    """What each costs, the cheapest first; ours in colour."""
    costs = sorted(
        ((float(row["paired"]), name) for name, row in rows.items() if "paired" in row), reverse=True
    )
    figure = Figure(figsize=(8, 1 + 0.34 * len(costs)))
    axes = figure.add_subplot()
    least = 10 ** (len(f"{costs[-1][0]:.0f}") - 1) / 2
    for place, (cost, name) in enumerate(costs):
        colour = _OURS if part == "api" or name.startswith("provenance") else _THEIRS
        axes.plot([least, cost], [place, place], color=colour, linewidth=2, solid_capstyle="butt")
        axes.plot([cost], [place], color=colour, marker="o", markersize=8)
        axes.annotate(
            written(cost), (cost, place), xytext=(9, 0), textcoords="offset points", va="center", fontsize=9
        )
    axes.set_yticks(range(len(costs)), [name for _, name in costs])
    axes.set_xscale("log")
    axes.set_xlim(least, costs[0][0] * 2.5)
    axes.set_ylim(-0.7, len(costs) - 0.3)
    axes.xaxis.set_major_locator(LogLocator(numticks=9))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlabel("times json.loads of one record, logarithmic", fontsize=9)
    _plain(axes, TITLES[part], "x")
    return figure


def _lines(part: str, rows: Rows) -> Figure:
    """Cost and memory by number of records."""
    figure = Figure(figsize=(8, 3.1), layout="constrained")
    left, right = figure.subplots(1, 2)
    for colour, (name, points) in zip((_OURS, "#e8590c"), _by_size(rows).items(), strict=False):
        sizes = [size for size, _ in points]
        for axes, figure_name in ((left, "paired"), (right, "peak_mib")):
            heights = [float(row[figure_name]) for _, row in points]
            axes.plot(sizes, heights, marker="o", markersize=5, linewidth=1.8, color=colour)
            axes.annotate(
                name,
                (sizes[-1], heights[-1]),
                xytext=(0, 7),
                textcoords="offset points",
                ha="right",
                fontsize=9,
                color=colour,
            )
    for axes, title in ((left, "times json.loads, each"), (right, "peak memory, MiB")):
        axes.set_xscale("log")
        axes.set_ylim(0, axes.get_ylim()[1] * 1.2)
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.set_xlabel(_LINES[part], fontsize=9)
        _plain(axes, title, "y")
    return figure


def _by_size(rows: Rows) -> dict[str, list[tuple[int, Row]]]:
    """Rows that differ in size only, by what they measure."""
    found: dict[str, list[tuple[int, Row]]] = {}
    for name, row in rows.items():
        if match := _SIZE.match(name):
            found.setdefault(match[1], []).append((int(match[2].replace(",", "")), row))
    return found


def _plain(axes: Axes, title: str, grid: str) -> None:
    """No frame, a faint grid behind, the title to the left."""
    axes.set_title(title, loc="left", fontsize=11, fontweight="bold", pad=10)
    axes.spines[:].set_visible(False)
    axes.spines["left" if grid == "x" else "bottom"].set(visible=True, color=_FAINT)
    axes.grid(axis=grid, color=_FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=9)

"""What is stated of each row: the figures by name, with the heading of their column and how they are written."""

from __future__ import annotations

from typing import Final

from benchmarks.plan import Row, Rows

FIGURES: Final = {
    "paired": "times `json.loads`",
    "best": "at best",
    "over_ours": "times ours",
    "over_bare": "times a bare interpreter",
    "over_smaller": "times the size before",
    "wall_speedup": "faster by the clock",
    "cpu_over_one": "CPU of two over one",
    "us": "µs",
    "ms": "ms",
    "start_ms": "start, ms",
    "memory": "memory, bytes",
    "disk": "disk, bytes",
    "peak_mib": "peak, MiB",
}
"""In the order of the columns, the leading ones first: what is compared between versions is the first that a row has."""
_RATIOS: Final = tuple(FIGURES)[:7]
_SHOWN_WITH_RATIO: Final = frozenset({"start_ms", "peak_mib"})


def columns(rows: Rows) -> list[str]:
    """The figures to show for *rows*: those in time only where there is no ratio, since they say more about a machine."""
    there = {name for row in rows.values() for name in row}
    ratios = there & set(_RATIOS)
    return [name for name in FIGURES if name in there and (not ratios or name in ratios | _SHOWN_WITH_RATIO)]


def leading(row: Row) -> float | str | None:
    """The figure to compare a row by."""
    return next((row[name] for name in FIGURES if name in row), None)


def written(value: float | str | None) -> str:
    """A figure in two digits, or three if the first is a one: what is measured is not known better."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    digits = 3 if f"{value:e}".startswith("1") else 2
    value = float(f"{value:.{digits}g}")
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"

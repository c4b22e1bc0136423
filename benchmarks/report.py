"""Results as Markdown: a table for each part, with the plots beside, and ratios to the results of another version."""

from __future__ import annotations

from typing import Any, Final

from benchmarks.figures import FIGURES, columns, leading, written
from benchmarks.plan import Row, Rows
from benchmarks.results import Results

TITLES: Final = {
    "api": "The Python interface",
    "cli": "The command line",
    "whole": "Index, then score",
    "import": "Start",
    "workers": "Two workers",
    "texts": "What else goes over texts",
    "signatures": "Signatures for near-duplicates",
    "pages": "Metadata of saved pages",
    "growth": "More and more records",
    "index": "More and more texts",
    "keys": "A large index",
}


def report(results: Results, *, against: Results | None = None, plots: dict[str, str] | None = None) -> str:
    """Everything. *plots* are the files of images by part; *against* are results to compare with."""
    lines = ["# What things cost", "", stated(results["conditions"]), ""]
    for part, rows in results["parts"].items():
        before = against["parts"].get(part) if against else None
        lines += [f"## {TITLES[part]}", "", table(rows, before), ""]
        if plots and part in plots:
            lines += [f"![{TITLES[part]}]({plots[part]})", ""]
    return "\n".join(lines)


def stated(conditions: dict[str, Any]) -> str:
    """The conditions, a sentence a line."""
    busy = f"{conditions['cores']} cores, and a load of up to {conditions['load']}"
    said = f"Measured on {conditions['day']} with {conditions['python']} on {conditions['system']}, {busy}."
    peers = ", ".join(f"{name} {its}" for name, its in conditions["peers"].items())
    return f"{said}\nBeside {peers}." if peers else said


def table(rows: Rows, before: Rows | None = None) -> str:
    """A Markdown table; the last column compares the leading figure with that of *before*."""
    shown = columns(rows)
    head = ["", *(FIGURES[name] for name in shown), *(["over the kept"] if before else [])]
    body = [
        [
            name,
            *(written(row.get(each)) for each in shown),
            *([_compared(row, before.get(name, {}))] if before else []),
        ]
        for name, row in rows.items()
    ]
    for cells, row in zip(body, rows.values(), strict=True):
        cells[1] = cells[1] or str(row.get("note", ""))
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *body))


def _compared(now: Row, before: Row) -> str:
    own, its = leading(now), leading(before)
    return f"{own / its:.2f}" if isinstance(own, float) and isinstance(its, float) and its else ""

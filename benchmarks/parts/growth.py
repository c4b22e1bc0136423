"""`growth`, `index`, `keys`: whether a record costs the same among a hundred thousand as among a thousand, and in what memory."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.invented.corpora import corpus
from benchmarks.invented.records import lines, without_text
from benchmarks.measuring import Run, provenance, run
from benchmarks.parts.commands import write
from benchmarks.plan import Plan, Rows

_RECORDS: Final = 100_000
"""What is run at one size at least once, and at most three times, in all."""


def of_records(plan: Plan) -> Rows:
    """`provenance score` on more and more records without text."""
    out = plan.file("growth.out")

    def score(path: Path) -> Run:
        return provenance("score", path, "--format", "jsonl", out=out)

    paths = {size: plan.file(f"records-{size}.jsonl") for size in (1, *plan.sizes)}
    for size, path in paths.items():
        write(path, lines(without_text(6), size))
    return _followed(plan, paths, "score, {:,} records", score)


def of_texts(plan: Plan) -> Rows:
    """`provenance index` and `provenance trace` on more and more texts, of which one in ten is a copy."""
    file, out = plan.file("growth.index"), plan.file("growth.out")

    def build(path: Path) -> Run:
        return provenance("index", path, "-o", file)

    def trace(path: Path) -> Run:
        return provenance("trace", path, "--format", "jsonl", out=out)

    paths = {size: plan.file(f"texts-{size}.jsonl") for size in (1, *plan.texts)}
    for size, path in paths.items():
        write(path, map(json.dumps, corpus(size)))
    return {
        **_followed(plan, paths, "index, {:,} texts", build),
        **_followed(plan, paths, "index and trace, {:,} texts", trace),
    }


def of_keys(plan: Plan) -> Rows:
    """An index apart from the keys, for more documents than texts could be made for."""
    out, count = plan.file("keys.json"), plan.keys
    run([sys.executable, "-m", "benchmarks.ready_made", str(count), str(plan.file("keys.index"))], out)
    return {f"index of ready-made keys, {count:,} documents": json.loads(out.read_bytes())}


def _followed(plan: Plan, paths: Mapping[int, Path], title: str, call: Callable[[Path], Run]) -> Rows:
    """Cost and peak memory at each size but the first, which is the start-up.

    Each is compared with the size before, which runs right before and right after.
    """
    start, *sizes = paths
    costs: dict[int, list[float]] = {size: [] for size in sizes}
    over: dict[int, list[float]] = {size: [] for size in sizes}
    peaks = dict.fromkeys(sizes, 0)

    def measured(size: int) -> float:
        """CPU seconds a record."""
        started, full = call(paths[start]), call(paths[size])
        cost = (full.cpu - started.cpu) / (size - start)
        peaks[size] = max(peaks[size], full.peak)
        costs[size].append(cost / plan.base.seconds())
        return cost

    for smaller, larger in pairwise(sizes):
        for _ in range(max(1, min(3, plan.rounds, _RECORDS // larger))):
            before, cost, after = measured(smaller), measured(larger), measured(smaller)
            over[larger].append(2 * cost / (before + after))
    return {
        title.format(size): {
            "paired": statistics.median(costs[size]),
            **({"over_smaller": statistics.median(over[size])} if over[size] else {}),
            "peak_mib": peaks[size] / 2**20,
        }
        for size in sizes
    }

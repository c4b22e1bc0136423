"""`cli`, `whole`, `import`, `workers`: commands, start-up subtracted where it is not the question."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from benchmarks.invented.records import lines, records, without_text
from benchmarks.measuring import MeasuringError, Run, Samples, provenance, run
from benchmarks.plan import Plan, Row, Rows

_RECORDS_A_TEXT = 20
"""A text costs some fifty times what its metadata costs, so fewer are measured."""


def score(plan: Plan) -> Rows:
    """`provenance score`, JSON Lines in and out."""
    out = plan.file("scored.jsonl")

    def scored(path: Path) -> Run:
        return provenance("score", path, "--format", "jsonl", out=out)

    light, heavy = plan.records, max(2, plan.records // _RECORDS_A_TEXT)
    return {
        "score JSONL to JSONL, without text": a_record(plan, lines(without_text(3), light), light, scored),
        "score JSONL to JSONL, with text": a_record(plan, lines(records(3), heavy), heavy, scored),
    }


def index_and_score(plan: Plan) -> Rows:
    """`provenance index`, then `provenance score --index` with it: originality of texts that nobody copied."""
    index, out, count = (
        plan.file("whole.index"),
        plan.file("scored.jsonl"),
        max(2, plan.records // _RECORDS_A_TEXT),
    )

    def both(path: Path) -> Run:
        built = provenance("index", path, "-o", index)
        return built.then(provenance("score", path, "--index", index, "--format", "jsonl", out=out))

    return {"index, then score, with text": a_record(plan, lines(records(4), count), count, both)}


def start(plan: Plan) -> Rows:
    """The start of a process, over that of a bare interpreter."""
    calls = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "import provenance": (sys.executable, "-c", "import provenance"),
        "provenance --version": (sys.executable, "-m", "provenance", "--version"),
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(plan.rounds):
        for name, call in calls.items():
            taken[name].append(run(call).cpu)
    bare = taken.pop("python -c pass")
    return {
        name: {
            "over_bare": statistics.median(one / other for one, other in zip(own, bare, strict=True)),
            "ms": min(own) * 1e3,
        }
        for name, own in taken.items()
    }


def two_workers(plan: Plan) -> Rows:
    """Two workers against one."""
    path, count = plan.file("workers.jsonl"), max(2, plan.records // _RECORDS_A_TEXT)
    write(path, lines(records(5), count))
    pairs, written = [], set()
    for _ in range(min(3, plan.rounds)):
        pair = []
        for number in ("1", "2"):
            out = plan.file("workers.out")
            pair.append(provenance("score", path, "--format", "jsonl", "--workers", number, out=out))
            written.add(out.read_bytes())
        pairs.append(pair)
    if len(written) != 1:
        raise MeasuringError("two workers do not write what one writes")
    return {
        "two workers": {
            "wall_speedup": statistics.median(one.wall / two.wall for one, two in pairs),
            "cpu_over_one": statistics.median(two.cpu / one.cpu for one, two in pairs),
        }
    }


def a_record(plan: Plan, given: Iterable[str], count: int, call: Callable[[Path], Run]) -> Row:
    """What a command costs for each of *count* lines, start-up (a run on one line) subtracted."""
    one, all_ = plan.file("one.jsonl"), plan.file("all.jsonl")
    given = iter(given)
    first = next(given)
    write(one, [first])
    write(all_, chain([first], given))
    samples, peak = Samples([], []), 0
    for _ in range(max(1, plan.rounds // 2)):
        before = plan.base.seconds()
        start, full = call(one), call(all_)
        samples.bases.append((before + plan.base.seconds()) / 2)
        samples.costs.append(max(full.cpu - start.cpu, 0) / (count - 1))
        peak = max(peak, full.peak)
    return samples.figures() | {"start_ms": start.cpu * 1e3, "peak_mib": peak / 2**20}


def write(path: Path, given: Iterable[str]) -> None:
    """Lines to a file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in given)

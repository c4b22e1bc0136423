"""How cost is measured: CPU time, as multiples of one `json.loads` of a record of 4 to 5 KB that is timed right beside it.

Microseconds of two runs or of two machines cannot be compared; ratios from one run can. `best` is best over best;
`paired` is the median over rounds of (cost / the base beside it), the steadier of the two where others use the machine.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.invented.records import lines, records

_BASE_SECONDS: Final = 0.03
_BASE_RECORDS: Final = 60


class MeasuringError(Exception):
    """What is to be measured is not there or fails; the message says how."""


class Base:
    """One `json.loads` of a record of 4 to 5 KB, text included."""

    def __init__(self) -> None:
        self._lines = list(lines(records(0), _BASE_RECORDS))

    def seconds(self) -> float:
        """CPU seconds that it takes now."""
        loads, rounds, start = json.loads, 0, time.process_time()
        while (taken := time.process_time() - start) < _BASE_SECONDS:
            for line in self._lines:
                loads(line)
            rounds += 1
        return taken / rounds / len(self._lines)


class Contender(NamedTuple):
    """Something that is done to items that it has not seen before: so many of them in each round."""

    work: Callable[[Any], object]
    items: int


class Samples(NamedTuple):
    """Seconds an item for each round, and those of the base that was timed beside it."""

    costs: list[float]
    bases: list[float]

    def figures(self) -> dict[str, float]:
        """The cost of one item."""
        pairs = zip(self.costs, self.bases, strict=True)
        return {
            "paired": statistics.median(cost / base for cost, base in pairs),
            "best": min(self.costs) / min(self.bases),
            "us": min(self.costs) * 1e6,
            "base_us": min(self.bases) * 1e6,
        }

    def over(self, other: Samples) -> float:
        """The cost as a multiple of that of *other*, the median over rounds."""
        pairs = zip(self.costs, other.costs, strict=True)
        return statistics.median(own / its for own, its in pairs)


def interleaved(
    contenders: Mapping[str, Contender], fresh: Iterator[Any], rounds: int, base: Base
) -> dict[str, Samples]:
    """Each contender once a round, in rotating order, on items of its own out of *fresh*; a round before warms them up."""
    samples = {name: Samples([], []) for name in contenders}
    names = list(contenders)
    for turn in range(rounds + 1):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            work, items = contenders[name]
            given = list(islice(fresh, items))
            gc.collect()
            beside = base.seconds()
            start = time.process_time()
            for item in given:
                work(item)
            cost = (time.process_time() - start) / items
            if turn:
                samples[name].costs.append(cost)
                samples[name].bases.append(beside)
        gc.freeze()  # what the libraries hold is not gone through again at the expense of whoever is timed
    return samples


class Run(NamedTuple):
    """One run of a command: seconds of wall and CPU time, children included, and peak bytes of its largest process."""

    wall: float
    cpu: float
    peak: int

    def then(self, other: Run) -> Run:
        """Both, one after the other."""
        return Run(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


_LAUNCHER: Final = """
import json, os, sys, time
start = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
unit = 1 if sys.platform == "darwin" else 1024
with open(sys.argv[1], "w") as report:
    json.dump([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, os.waitstatus_to_exitcode(status)], report)
"""
"""A small process of its own starts the command: what the system reports as the peak of a child is never below that of
the process that it was started from, and a measuring process is large."""


def run(command: Sequence[str | Path], out: Path | None = None) -> Run:
    """What *command* costs; what it prints goes to *out*."""
    with tempfile.TemporaryDirectory() as folder:
        report, errors = Path(folder, "report"), Path(folder, "errors")
        launch = [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(report), *map(str, command)]
        with (out or Path(os.devnull)).open("wb") as printed, errors.open("wb") as said:
            subprocess.run(launch, check=True, stdin=subprocess.DEVNULL, stdout=printed, stderr=said)
        wall, cpu, peak, code = json.loads(report.read_bytes())
        if code:
            last = errors.read_text("utf-8", "replace").strip()[-600:]
            raise MeasuringError(f"{' '.join(map(str, command))[:200]} ended with {code}: {last}")
        return Run(wall, cpu, peak)


def peak() -> int:
    """The most bytes that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def provenance(*arguments: str | Path, out: Path | None = None) -> Run:
    """What the command `provenance` costs with these arguments."""
    return run([sys.executable, "-m", "provenance", *arguments], out)

"""What things cost, as multiples of one `json.loads` of a record of 4 to 5 KB, timed side by side in one run.

    python -m benchmarks [--quick] [--only PARTS] [--report FOLDER] [--keep VERSION]

Everything that is read is made up on the spot; other libraries are measured as far as they are installed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import evolve

from benchmarks import documented, results
from benchmarks.measuring import Base, MeasuringError
from benchmarks.parts import PARTS
from benchmarks.plan import Plan, Rows
from benchmarks.report import TITLES, report, table


def main() -> int:
    arguments = _arguments()
    kept = results.latest()
    found: results.Results = {"conditions": results.conditions(), "parts": {}}
    with tempfile.TemporaryDirectory() as scratch:
        for name, rows in _measured(_plan(arguments, Path(scratch)), arguments.only, kept):
            found["parts"][name] = rows
            found["conditions"]["load"] = max(found["conditions"]["load"], results.load())
            if arguments.keep:
                results.keep(arguments.keep, found)
    if arguments.keep:
        documented.main()
    if arguments.report:
        _write_report(found, arguments.report, kept)
    return 0


def _measured(plan: Plan, names: list[str], kept: results.Results | None) -> Iterator[tuple[str, Rows]]:
    """The rows of each part, shown as they come."""
    before = kept["parts"] if kept else {}
    for name in names:
        start = time.perf_counter()
        try:
            rows = PARTS[name](plan)
        except MeasuringError as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            continue
        print(f"## {TITLES[name]}\n\n{table(rows, before.get(name))}\n", flush=True)
        print(f"{name}: {time.perf_counter() - start:.0f} seconds", file=sys.stderr)
        yield name, rows


def _write_report(found: results.Results, folder: Path, kept: results.Results | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        from benchmarks.plots import plotted
    except ImportError:
        print("no plots: matplotlib is not installed", file=sys.stderr)
        plots = {}
    else:
        plots = plotted(found["parts"], folder)
    (folder / "report.md").write_text(report(found, against=kept, plots=plots), "utf-8")
    print(f"written: {folder / 'report.md'}", file=sys.stderr)


def _plan(arguments: argparse.Namespace, scratch: Path) -> Plan:
    plan = Plan(Base(), scratch, rounds=arguments.rounds, pages=arguments.pages)
    if arguments.quick:
        plan = evolve(plan, rounds=3, records=2000, sizes=(300, 3000), texts=(100, 1000), keys=20_000)
    if arguments.size:
        plan = evolve(
            plan, sizes=(*(n for n in plan.sizes if n < arguments.size), arguments.size), keys=arguments.size
        )
    return plan


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="less of everything, in some two minutes")
    parser.add_argument(
        "--only", type=_parts, default=list(PARTS), metavar="PARTS", help=f"of {','.join(PARTS)}"
    )
    parser.add_argument(
        "--rounds", type=_at_least(1), default=7, help="how often everything is timed (default: 7)"
    )
    parser.add_argument(
        "--size", type=_at_least(2000), metavar="N", help="follow growth, and fill an index, up to N records"
    )
    parser.add_argument(
        "--pages", type=_file, metavar="FILE", help="saved pages to read (JSON Lines: html, url)"
    )
    parser.add_argument("--report", type=Path, metavar="FOLDER", help="write report.md there, with plots")
    parser.add_argument(
        "--keep", type=_version, metavar="VERSION", help="keep what is measured as the results of a version"
    )
    return parser.parse_args()


def _at_least(least: int) -> Callable[[str], int]:
    """A reader of numbers that are not smaller."""

    def read(given: str) -> int:
        if not given.isdecimal() or int(given) < least:
            raise argparse.ArgumentTypeError(f"expected {least} or more, found {given!r}")
        return int(given)

    return read


def _version(given: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)*", given):
        raise argparse.ArgumentTypeError(f"expected a version such as 0.1, found {given!r}")
    return given


def _file(given: str) -> Path:
    path = Path(given)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{given}: no such file")
    return path


def _parts(given: str) -> list[str]:
    names = given.split(",")
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not among {', '.join(PARTS)}")
    return names


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

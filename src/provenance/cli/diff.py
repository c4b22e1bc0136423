"""`provenance diff`: what moved between two runs, or two audit records: input, reading, policy, index, library."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any, Final

from provenance.audit import SCHEMA as AUDIT
from provenance.cli.objects import AUDIT_RECORDS, NOT_WHOLE, Kinds, values_in
from provenance.cli.problems import MOST_PROBLEMS, Problems
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.comparison import Difference, Totals, compared, id_of, pairs
from provenance.errors import ConfigurationError, InputError, shown
from provenance.reading.lines import Placed
from provenance.registry import Registry
from provenance.render.diff import (
    alone_line,
    crossing_text,
    difference_line,
    difference_text,
    totals_line,
    totals_text,
)
from provenance.render.lines import SCHEMA as SCORE
from provenance.result import result_of

FORMATS: Final = ("table", "jsonl")
FAILURES: Final = ("any", "drop", "band")
_MOST_CROSSINGS: Final = 20
"""Documents that crossed a band, of those named in a table."""
Json = Mapping[str, Any]
_KINDS: Final[Kinds] = {**AUDIT_RECORDS, SCORE: "score lines"}
"""What can be compared, by its schema."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``diff``."""
    parser.add_argument(
        "paths",
        nargs=2,
        metavar="RUN",
        help="the run before and the run after: files of score lines or audit records; - for standard input",
    )
    parser.add_argument("--id", metavar="ID", help="only the document with this id, point by point")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        help="table, or jsonl: one line for every document that changed",
    )
    parser.add_argument(
        "--fail-on",
        choices=FAILURES,
        help="exit with 1 if any document changed, appeared or disappeared; if any score dropped; if any band differs",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Compare two runs; 1 if they differ as --fail-on says."""
    if args.paths[0] == args.paths[1] == "-":
        raise ConfigurationError("-: standard input can be one of the runs only")
    streams.quiet = args.quiet
    before, after = (_Run(path, args.id, streams) for path in args.paths)
    report = _Report(args, streams)
    for pair in pairs(before.lines(), after.lines()):
        if before.schema and after.schema and before.schema != after.schema:
            raise ConfigurationError(
                f"{before.path} holds {_KINDS[before.schema]}, {after.path} {_KINDS[after.schema]}: compare like with like"
            )
        report.add(pair.before, pair.after)
    streams.end_progress()
    if args.id is not None and not report.totals.both + report.totals.added + report.totals.removed:
        streams.say(f"provenance diff: there is no document with the id {args.id!r} in either run")
        return 1
    report.finish()
    if report.failed:
        return 1
    return 3 if before.rejected or after.rejected else 0


class _Run:
    """The lines of one run, as they come; what is none of them is reported and counted."""

    def __init__(self, path: str, chosen: str | None, streams: Streams) -> None:
        self.path = path
        self.schema = ""
        self._bad = Problems(streams, f"more than {MOST_PROBLEMS} lines of {path} cannot be compared")
        self._chosen = chosen
        self._streams = streams

    @property
    def rejected(self) -> int:
        """How many lines cannot be compared."""
        return self._bad.count

    def lines(self) -> Iterator[Json]:
        """The lines, of the document that was chosen or of all."""
        for placed in values_in([self.path], self._streams.stdin, kinds=_KINDS):
            problem = self._problem(placed)
            if problem:
                self._bad.add(problem)
            elif self._chosen is None or id_of(placed.value) == self._chosen:
                yield placed.value

    def _problem(self, placed: Placed) -> str:
        """Why a value cannot be compared; empty if it can."""
        line, place = placed
        if isinstance(line, InputError):
            return str(line)
        schema = line.get("schema") if isinstance(line, dict) else None
        if not isinstance(schema, str) or schema not in _KINDS:
            found = "" if schema is None else f", found {shown(schema)}"
            return f"{place}: /schema: expected {AUDIT} or {SCORE}{found}"
        if self.schema not in ("", schema):
            return f"{place}: /schema: {_KINDS[schema]} among {_KINDS[self.schema]}"
        try:
            compared(line, line, Registry.core())
        except NOT_WHOLE:
            return f"{place}: is no whole line of {schema}"
        self.schema = schema
        return ""


class _Report:
    """What a comparison says, as it goes by, and whether it fails."""

    def __init__(self, args: argparse.Namespace, streams: Streams) -> None:
        self.totals = Totals()
        self.failed = False
        self._fail_on: str | None = args.fail_on
        self._as_lines: bool = args.format == "jsonl"
        self._in_full: bool = args.id is not None
        self._streams = streams
        self._only: Difference | None = None
        self._told = 0

    def add(self, before: Json | None, after: Json | None) -> None:
        """Count one document, and tell of it."""
        if before is not None and after is not None:
            self._add_both(before, after)
        else:
            self._add_alone(before, after)

    def _add_both(self, before: Json, after: Json) -> None:
        found = compared(before, after, Registry.core())
        self.totals.add(found)
        self._streams.progress(self.totals.both)
        self.failed |= {
            None: False,
            "any": found.moved,
            "drop": found.points < 0,
            "band": found.crossed,
        }[self._fail_on]
        self._only = found if self.totals.both == 1 else None
        if self._as_lines and found.moved:
            self._line(difference_line(found))
        elif not self._as_lines and found.crossed and not self._in_full:
            self._tell_crossing(found)

    def _add_alone(self, before: Json | None, after: Json | None) -> None:
        self.failed |= self._fail_on == "any"
        self.totals.removed += after is None
        self.totals.added += before is None
        if self._as_lines:
            line = before or after or {}
            self._line(alone_line(id_of(line), result_of(line), added=before is None))

    def _line(self, line: dict[str, Any]) -> None:
        self._streams.write(json_line(line) + "\n")

    def _tell_crossing(self, found: Difference) -> None:
        """Name a document that crossed a band, while there are few."""
        self._told += 1
        if self._told == 1:
            self._streams.show("documents in another band:\n")
        if self._told <= _MOST_CROSSINGS:
            self._streams.show(crossing_text(found))
        elif self._told == _MOST_CROSSINGS + 1:
            self._streams.show("  … (--format jsonl names all)\n")

    def finish(self) -> None:
        """Sum up: a single document point by point, many in a few lines."""
        if self._as_lines:
            self._line(totals_line(self.totals))
        elif self._only is not None and not self.totals.added + self.totals.removed:
            self._streams.show(difference_text(self._only))
        else:
            self._streams.show(totals_text(self.totals))

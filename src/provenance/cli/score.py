"""`provenance score`: a table on a terminal, JSON Lines in a pipe."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from provenance.assessment import Assessment
from provenance.cli.arguments import (
    add_input,
    add_scoring,
    columns_of,
    observed_of,
    scorer_of,
)
from provenance.cli.intake import Intake
from provenance.cli.outputs import Output, create
from provenance.cli.streams import Streams
from provenance.codec import canonical
from provenance.errors import ConfigurationError

if TYPE_CHECKING:
    from provenance.cli.appending import Appending

FORMATS = ("table", "jsonl", "csv", "markdown", "html")
_MOST_POINTS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``score``."""
    add_input(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, help="default: a table on a terminal, jsonl elsewhere")
    group.add_argument(
        "-o", "--output", metavar="FILE", help="write the scores here instead of standard output"
    )
    group.add_argument(
        "--audit", metavar="FILE", help="write the audit record of each document to this file, one a line"
    )
    group.add_argument(
        "--ledger",
        metavar="FILE",
        help="append an entry for the audit record of each document to this ledger",
    )
    group.add_argument("--fail-under", metavar="POINTS", type=float, help="exit with 1 if any score is lower")
    group.add_argument(
        "--workers", metavar="N", type=int, default=1, help="accepted; results are the same for every N"
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Score documents; the exit code."""
    from provenance.reading import read_many
    from provenance.render.scores import renderer

    if args.workers < 1:
        raise ConfigurationError(f"--workers: expected 1 or more, found {args.workers}")
    least = args.fail_under
    if least is not None and not 0 <= least <= _MOST_POINTS:
        raise ConfigurationError(f"--fail-under: expected points from 0 to {_MOST_POINTS}, found {least:g}")
    scorer = scorer_of(args)
    render = renderer(
        args.format or ("table" if streams.is_terminal and not args.output else "jsonl"),
        colour=streams.colour,
        ascii_only=streams.ascii_only,
    )
    found = read_many(
        *args.paths,
        input_format=args.input_format,
        observed=observed_of(args),
        columns=columns_of(args),
        stdin=streams.stdin,
    )
    intake = Intake(args, streams)
    ledger = _ledger(args.ledger, streams)
    output = streams.stdout if args.output is None else create(args.output, streams)
    watch = _Watch(None if args.audit is None else create(args.audit, streams), ledger, least)
    for part in render(watch.passing(map(scorer.score, intake.documents(found)))):
        output.write(part.encode("utf-8", "backslashreplace"))
    if watch.under and not args.quiet:
        streams.say(f"{watch.under:,} of {intake.read:,} documents score under {least:g}")
    return intake.finish(failed=bool(watch.under))


def _ledger(path: str | None, streams: Streams) -> Appending | None:
    if path is None:
        return None
    from provenance.cli.appending import Appending

    return Appending(path, streams)


class _Watch:
    """Keeps the audit record of each assessment that passes, and counts the low scores."""

    def __init__(self, audit: Output | None, ledger: Appending | None, least: float | None) -> None:
        self.audit = audit
        self.ledger = ledger
        self.least = least
        self.under = 0

    def passing(self, assessments: Iterator[Assessment]) -> Iterator[Assessment]:
        for assessment in assessments:
            if self.audit is not None or self.ledger is not None:
                self._keep(assessment.to_record())
            if self.least is not None and assessment.score < self.least:
                self.under += 1
            yield assessment

    def _keep(self, record: dict[str, Any]) -> None:
        if self.audit is not None:
            self.audit.write(canonical(record) + b"\n")
        if self.ledger is not None:
            self.ledger.add_own(record)

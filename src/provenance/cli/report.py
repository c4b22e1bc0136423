"""`provenance report`: one web page that needs no script and asks nobody for anything; of documents, or of audit records."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.cli.arguments import add_scoring, add_told, scorer_of
from provenance.cli.intake import Intake
from provenance.cli.outputs import writing
from provenance.cli.streams import Streams
from provenance.cli.told import Told, told_of
from provenance.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from provenance.assessment import Scorer
    from provenance.render.report import Page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``report``."""
    from provenance.render.report import IN_FULL

    add_told(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o", "--output", metavar="FILE", help="write the page here instead of standard output"
    )
    group.add_argument(
        "--in-full",
        metavar="N",
        type=int,
        default=IN_FULL,
        help=f"how many documents to show in full below the overview (default: {IN_FULL})",
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the report; the exit code."""
    from provenance.render.report import report

    if args.in_full < 0:
        raise ConfigurationError(f"--in-full: expected 0 or more, found {args.in_full}")
    if args.output is None and streams.is_terminal:
        raise ConfigurationError(
            "--output: a web page is no use on a terminal: give a file, such as -o report.html"
        )
    scorer = scorer_of(args)
    intake = Intake(args, streams, scorer.annotated)
    page = report(_pages(told_of(args, intake), scorer, intake), in_full=args.in_full)
    write = writing(args.output, streams)
    for part in page:
        write(part)
    return intake.finish()


def _pages(told: Iterator[Told], scorer: Scorer, intake: Intake) -> Iterator[Page]:
    """The pages of what can be told of; a record that does not reproduce is no report to send on."""
    from provenance.render.report import Page

    for each in told:
        if each.warning:
            intake.reject(
                InputError(f"{each.warning}; `provenance explain` shows it as it is", place=each.place)
            )
            continue
        try:
            record = each.record(scorer)
        except InputError as problem:
            intake.reject(problem)
            continue
        yield Page(record, each.text)

"""`provenance report`: one web page that needs no script and asks nobody for anything; of documents, or of audit records."""

from __future__ import annotations

import argparse

from provenance.cli.arguments import add_scoring, add_told, scorer_of
from provenance.cli.intake import Intake
from provenance.cli.outputs import writing
from provenance.cli.streams import Streams
from provenance.cli.told import records_of
from provenance.errors import ConfigurationError


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
    from provenance.render.report import Page, report

    if args.in_full < 0:
        raise ConfigurationError(f"--in-full: expected 0 or more, found {args.in_full}")
    if args.output is None and streams.is_terminal:
        raise ConfigurationError(
            "--output: a web page is no use on a terminal: give a file, such as -o report.html"
        )
    scorer = scorer_of(args)
    intake = Intake(args, streams, scorer.annotated)
    page = report(records_of(args, scorer, intake, Page), in_full=args.in_full)
    write = writing(args.output, streams)
    for part in page:
        write(part)
    return intake.finish()

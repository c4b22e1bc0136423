"""`provenance export`: audit records, kept or made anew, in the formats of others; signed, if there is a key."""

from __future__ import annotations

import argparse
from typing import Final

from provenance.cli.arguments import add_input, add_scoring, scorer_of
from provenance.cli.intake import Intake
from provenance.cli.outputs import writing
from provenance.cli.streams import Streams
from provenance.cli.told import records_of
from provenance.errors import ConfigurationError
from provenance.exports import FORMATS, Format

_SIGNED: Final = "dsse"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``export``."""
    add_input(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=(*FORMATS, _SIGNED),
        required=True,
        help="W3C PROV-JSON, in-toto statements, SARIF 2.1.0, dolma attributes, schema.org JSON-LD, "
        "a row for each signal, or signed in-toto statements",
    )
    group.add_argument(
        "--key", metavar="FILE", help="with dsse: the Ed25519 private key to sign with, in PEM"
    )
    group.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Export audit records; the exit code."""
    export = _format(args)
    scorer = scorer_of(args)
    intake = Intake(args, streams, scorer.annotated)
    write = writing(args.output, streams)
    for part in export.framed(records_of(args, scorer, intake, lambda record, _: export.piece(record))):
        write(part)
    return intake.finish()


def _format(args: argparse.Namespace) -> Format:
    if (args.format == _SIGNED) != (args.key is not None):
        raise ConfigurationError("--format dsse and --key go together")
    if args.key is None:
        return FORMATS[args.format]
    from provenance.exports.dsse import signing

    return signing(args.key)

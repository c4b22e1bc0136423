"""`provenance whatif`: the fewest changes that reach a band or a score, and what a score rests on."""

from __future__ import annotations

import argparse
from typing import Any, Final

from provenance.assessment import Assessment
from provenance.cli.arguments import add_scoring, add_told
from provenance.cli.streams import Streams
from provenance.cli.told import tell
from provenance.codec import json_line

FORMATS: Final = ("text", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``whatif``."""
    add_told(parser)
    add_scoring(parser)
    group = parser.add_argument_group("what if")
    goal = group.add_mutually_exclusive_group()
    goal.add_argument("--band", metavar="LETTER", help="the band to reach (default: the next one)")
    goal.add_argument("--score", metavar="POINTS", type=float, help="the score to reach")
    goal.add_argument(
        "--false",
        action="store_true",
        dest="denied",
        help="instead, show for each observation what the score would be if it were false",
    )
    group.add_argument(
        "--supplied",
        action="store_true",
        help="also count facts that nobody supplied, at their best; no publisher can change those",
    )
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, default="text", help="text, or jsonl")
    group.add_argument("--id", metavar="ID", help="only the document with this id")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Tell what would change scores; the exit code."""
    return tell(args, streams, lambda told, scorer: _said(told.assessment(scorer), args), streams.show)


def _said(assessment: Assessment, args: argparse.Namespace) -> str:
    from provenance.render import whatif

    card, as_lines = assessment.card, args.format == "jsonl"
    if args.denied:
        denied = assessment.if_false()
        return _line(whatif.denials_line(card, denied)) if as_lines else whatif.denials_text(card, denied)
    found = assessment.what_if(band=args.band, score=args.score, supplied=args.supplied)
    return _line(whatif.what_if_line(card, found)) if as_lines else whatif.what_if_text(card, found)


def _line(content: dict[str, Any]) -> str:
    return json_line(content) + "\n"

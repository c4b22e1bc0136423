"""`provenance explain`: the derivation of each score, for people; of documents, or of audit records."""

from __future__ import annotations

import argparse
from typing import Any, Final

from provenance.assessment import Scorer
from provenance.cli.arguments import add_scoring, add_told
from provenance.cli.objects import NOT_WHOLE
from provenance.cli.streams import Streams
from provenance.cli.told import Told, tell
from provenance.codec import json_line
from provenance.errors import InputError

FORMATS: Final = ("text", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    add_told(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format", choices=FORMATS, default="text", help="text, or jsonl: the audit records themselves"
    )
    group.add_argument("--id", metavar="ID", help="only the document with this id")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Explain scores; the exit code."""
    return tell(args, streams, lambda told, scorer: _said(told, scorer, args.format, streams), streams.write)


def _said(told: Told, scorer: Scorer, form: str, streams: Streams) -> str:
    """The explanation of a document or a record; an audit record that does not reproduce is said to be one."""
    record, warning = told.record(scorer), told.warning
    if form == "jsonl":
        if warning:
            streams.say(f"{told.id}: {warning}")
        return json_line(record) + "\n"
    return (f"{warning}\n\n" if warning else "") + _explained(told, record, streams)


def _check_drawable(result: dict[str, Any]) -> None:
    """Refuse a score beyond its bounds: the bar of it would be as long."""
    if not 0 <= result["score"] <= result["ceiling"] <= result["applicable"]:
        raise ValueError(result)


def _explained(told: Told, record: dict[str, Any], streams: Streams) -> str:
    from provenance.render.explanation import explanation

    try:
        _check_drawable(record["result"])
        return explanation(record, text=told.text, ascii_only=streams.ascii_only, colour=streams.colour)
    except NOT_WHOLE:
        raise InputError(
            "an audit record that is not whole; `provenance verify` says where", place=told.id
        ) from None

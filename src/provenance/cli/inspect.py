"""`provenance inspect`: documents as read: every field with its state, every attribution and claim."""

from __future__ import annotations

import argparse

from provenance.cli.arguments import add_input
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.document import Document
from provenance.inspection import inspection

FORMATS = ("text", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``inspect``."""
    add_input(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, help="default: text on a terminal, jsonl elsewhere")
    group.add_argument("--with-text", action="store_true", help="include the text itself")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show documents as read; the exit code."""
    from provenance.render.document import document_as_text

    form = args.format or ("text" if streams.is_terminal else "jsonl")
    intake = Intake(args, streams)

    def shown(document: Document) -> str:
        found = inspection(document, with_text=args.with_text)
        return json_line(found) + "\n" if form == "jsonl" else document_as_text(found, document.text.first)

    for part in intake.made(shown):
        streams.write(part)
    return intake.finish()

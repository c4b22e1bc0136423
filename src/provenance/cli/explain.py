"""`provenance explain`: the derivation of each score, for people; of documents, or of audit records."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from provenance.audit import SCHEMA
from provenance.cli.arguments import Intake, add_input, add_scoring, columns_of, observed_of, scorer_of
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.document import Document
from provenance.errors import InputError, near

FORMATS = ("text", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    add_input(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format", choices=FORMATS, default="text", help="text, or the audit records themselves as jsonl"
    )
    group.add_argument("--id", metavar="ID", help="only the document with this id")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Explain scores; the exit code."""
    from provenance.reading.files import from_placed, read_fields_of, read_values

    scorer = scorer_of(args)
    observed, renamed = read_fields_of(observed_of(args), columns_of(args))
    intake = Intake(args, streams)
    values = read_values(*args.paths, input_format=args.input_format, stdin=streams.stdin)
    shown, seen = 0, []

    def records() -> Iterator[tuple[str, Any, str | None]]:
        for value in values:
            if (
                isinstance(value, tuple)
                and isinstance(value.value, dict)
                and value.value.get("schema") == SCHEMA
            ):
                yield _id_of(value.value), value.value, None
                continue
            found = from_placed(value, observed, renamed) if isinstance(value, tuple) else value
            for document in intake.documents(iter([found])):
                yield document.id, document, document.text.first

    for name, what, text in records():
        seen.append(name)
        if args.id is not None and name != args.id:
            continue
        try:
            record = scorer.score(what).to_record() if isinstance(what, Document) else what
            said = _said(record, text, args.format, streams)
        except InputError as problem:
            intake.reject(problem)
            continue
        streams.write(said if args.format == "jsonl" or not shown else "\n" + "=" * 80 + "\n\n" + said)
        shown += 1
    if args.id is not None and not shown:
        streams.say(f"provenance explain: there is no document with the id {args.id!r}{near(args.id, seen)}")
        intake.finish()
        return 1
    return intake.finish()


def _id_of(record: dict[str, Any]) -> str:
    document = record.get("document")
    return str(document.get("id", "")) if isinstance(document, dict) else ""


def _said(record: dict[str, Any], text: str | None, form: str, streams: Streams) -> str:
    if form == "jsonl":
        return json_line(record) + "\n"
    from provenance.render.explanation import explanation

    try:
        return explanation(record, text=text, ascii_only=streams.ascii_only)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise InputError(
            "an audit record that is not whole; `provenance verify` says where", place=_id_of(record)
        ) from None

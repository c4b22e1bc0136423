"""`provenance explain`: the derivation of each score, for people; of documents, or of audit records."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from provenance.assessment import Scorer, verify
from provenance.audit import SCHEMA
from provenance.cli.arguments import add_input, add_scoring, scorer_of
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.document import Document
from provenance.errors import AuditError, ConfigurationError, InputError, near
from provenance.reading.lines import Placed
from provenance.render.words import one_line

FORMATS: Final = ("text", "jsonl")
_SCORING: Final = ("policy", "index", "profile", "as_of", "protected", "affiliates")
_WIDEST: Final = 400
_RULE: Final = "\n" + "=" * 80 + "\n\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    add_input(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format", choices=FORMATS, default="text", help="text, or the audit records themselves as jsonl"
    )
    group.add_argument("--id", metavar="ID", help="only the document with this id")


class _Told(NamedTuple):
    """What is to be explained: a document, or an audit record of one."""

    id: str
    what: Document | dict[str, Any]


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Explain scores; the exit code."""
    scorer = scorer_of(args)
    told = _told(args, streams, intake := Intake(args, streams))
    shown, others = 0, []
    for name, what in told:
        if args.id is not None and name != args.id:
            others.append(name)
            continue
        try:
            said = _said(what, scorer, args.format, streams)
        except InputError as problem:
            intake.reject(problem)
            continue
        streams.write(_RULE + said if shown and args.format == "text" else said)
        shown += 1
    if args.id is not None and not shown:
        streams.say(
            f"provenance explain: there is no document with the id {args.id!r}{near(args.id, others)}"
        )
        intake.finish()
        return 1
    return intake.finish()


def _told(args: argparse.Namespace, streams: Streams, intake: Intake) -> Iterator[_Told]:
    """The documents and audit records that the options name, in their order."""
    from provenance.reading.files import from_placed, read_values

    for value in read_values(*args.paths, input_format=args.input_format, stdin=streams.stdin):
        if isinstance(value, Placed) and _is_record(value.value):
            _refuse_scoring(args, value.place)
            intake.count()
            yield _Told(_id_of(value.value), value.value)
            continue
        found = from_placed(value, intake.observed, intake.columns) if isinstance(value, Placed) else value
        for document in intake.documents(iter([found])):
            yield _Told(document.id, document)


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and value.get("schema") == SCHEMA


def _refuse_scoring(args: argparse.Namespace, place: str) -> None:
    """An audit record holds what its score was made with: nothing else can be put in the place of that."""
    given = [f"--{name.replace('_', '-')}" for name in _SCORING if getattr(args, name)]
    if given:
        raise ConfigurationError(
            f"{', '.join(given)}: {place} is an audit record, which holds the policy and all else that its score "
            "was made with: leave this out, or give the document to score it anew"
        )


def _id_of(record: dict[str, Any]) -> str:
    document = record.get("document")
    return str(document.get("id", "")) if isinstance(document, dict) else ""


def _said(what: Document | dict[str, Any], scorer: Scorer, form: str, streams: Streams) -> str:
    """The explanation of a document or a record; an audit record that does not reproduce is said to be one."""
    if isinstance(what, Document):
        record, text, warning = scorer.score(what).to_record(), what.text.first, ""
    else:
        record, text, warning = what, None, _warning(what)
    if form == "jsonl":
        if warning:
            streams.say(f"{_id_of(record)}: {warning}")
        return json_line(record) + "\n"
    return (f"{warning}\n\n" if warning else "") + _explained(record, text, streams)


def _warning(record: dict[str, Any]) -> str:
    try:
        verify(record)
    except AuditError as problem:
        return one_line(f"this record does not reproduce: {problem}", _WIDEST)
    return ""


def _check_drawable(result: dict[str, Any]) -> None:
    """Refuse a score beyond its bounds: the bar of it would be as long."""
    if not 0 <= result["score"] <= result["ceiling"] <= result["applicable"]:
        raise ValueError(result)


def _explained(record: dict[str, Any], text: str | None, streams: Streams) -> str:
    from provenance.render.explanation import explanation

    try:
        _check_drawable(record["result"])
        return explanation(record, text=text, ascii_only=streams.ascii_only)
    except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, StopIteration):
        raise InputError(
            "an audit record that is not whole; `provenance verify` says where", place=_id_of(record)
        ) from None

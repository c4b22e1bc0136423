"""`provenance summary`: a corpus by the domains that it comes from, and how well the whole is documented."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Final

from provenance.assessment import Scorer
from provenance.audit import SCHEMA as AUDIT
from provenance.audit import sealed_digest
from provenance.cli import forms
from provenance.cli.arguments import add_scoring, add_told, scorer_of
from provenance.cli.intake import Intake
from provenance.cli.objects import NOT_WHOLE
from provenance.cli.outputs import writing
from provenance.cli.streams import Streams
from provenance.cli.told import AN_AUDIT_RECORD, refuse_scoring
from provenance.document import Document
from provenance.errors import InputError
from provenance.reading.lines import Placed
from provenance.render.lines import SCHEMA as SCORE
from provenance.render.summary import renderer
from provenance.summary import Entry, Summary, entry_of

FORMATS: Final = ("table", "jsonl", "csv", "markdown")
_TOLD: Final = {AUDIT: AN_AUDIT_RECORD, SCORE: "a score, which was made with a policy and a day of its own"}
"""What was scored already, by its schema."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``summary``."""
    add_told(parser, "audit records and score lines")
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, help=forms.HELP)
    group.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Sum up documents, audit records or score lines; the exit code."""
    form = forms.form_of(args.format, args.output, FORMATS, streams)
    scorer = scorer_of(args)
    intake = Intake(args, streams, scorer.annotated)
    on_screen = form == "table" and args.output is None
    write = streams.show if on_screen else writing(args.output, streams)
    summary = Summary()
    for entry in _entries(args, scorer, intake):
        summary.add(entry)
    code = intake.finish()
    for part in renderer(form)(summary):
        write(part)
    return code


def _entries(args: argparse.Namespace, scorer: Scorer, intake: Intake) -> Iterator[Entry]:
    """An entry for every document, whatever told of it; what cannot be read is reported and counted."""

    def of_document(document: Document) -> Entry:
        return entry_of(scorer.score(document).to_record(), document.text.first)

    def of_told(found: Placed) -> Entry | None:
        if not _is_told(found.value):
            return None
        refuse_scoring(args, found.place, _TOLD[found.value["schema"]])
        return _told(found)

    return intake.made(of_document, others=of_told)


def _is_told(value: object) -> bool:
    return isinstance(value, dict) and value.get("schema") in (AUDIT, SCORE)


def _told(placed: Placed) -> Entry:
    try:
        if placed.value["schema"] == AUDIT:
            sealed_digest(placed.value)
        return entry_of(placed.value)
    except NOT_WHOLE:
        raise InputError(f"is no whole line of {placed.value['schema']}", place=placed.place) from None

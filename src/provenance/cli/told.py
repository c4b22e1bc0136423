"""What is to be told of: documents, scored on the spot, or audit records, which hold all that their score was made with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from provenance.assessment import Assessment, Scorer, verify
from provenance.audit import SCHEMA
from provenance.cli.arguments import scorer_of
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.document import Document
from provenance.errors import AuditError, ConfigurationError, InputError, near
from provenance.render.words import one_line

_SCORING: Final = (
    "policy",
    "index",
    "profile",
    "as_of",
    "registry",
    "protected",
    "affiliates",
    "annotations",
)
AN_AUDIT_RECORD: Final = "an audit record, which holds the policy and all else that its score was made with"
MOST_OTHERS: Final = 10_000
"""Ids that are remembered, to find those that look like one that is not there: a corpus may hold any number."""
_WIDEST: Final = 400
_RULE: Final = "\n" + "=" * 80 + "\n\n"


class Told(NamedTuple):
    """A document, or an audit record of one."""

    id: str
    place: str
    what: Document | dict[str, Any]

    def record(self, scorer: Scorer) -> dict[str, Any]:
        """The audit record; of a document, the one that *scorer* makes.

        Raises:
            InputError: the document cannot be scored.
        """
        return scorer.score(self.what).to_record() if isinstance(self.what, Document) else self.what

    def assessment(self, scorer: Scorer) -> Assessment:
        """The assessment that *scorer* makes of a document, or that an audit record reproduces.

        Raises:
            InputError: the document cannot be scored, or the record does not reproduce.
        """
        if isinstance(self.what, Document):
            return scorer.score(self.what)
        try:
            return verify(self.what)
        except AuditError as problem:
            raise InputError(f"does not reproduce: {problem.problem}", problem.pointer, self.place) from None

    @property
    def text(self) -> str | None:
        """The text, where it is at hand: an audit record does not keep it."""
        return self.what.text.first if isinstance(self.what, Document) else None

    @property
    def warning(self) -> str:
        """Why an audit record does not reproduce; empty if it does, and for documents."""
        if isinstance(self.what, Document):
            return ""
        try:
            verify(self.what)
        except AuditError as problem:
            return one_line(f"this record does not reproduce: {problem}", _WIDEST)
        return ""


def told_of(args: argparse.Namespace, intake: Intake) -> Iterator[Told]:
    """The documents and audit records that the options name, in their order."""
    for found in intake.documents_and(_is_record):
        if isinstance(found, Document):
            yield Told(found.id, found.id, found)
        else:
            refuse_scoring(args, found.place)
            intake.count()
            yield Told(_id_of(found.value), found.place, found.value)


def records_of(
    args: argparse.Namespace, scorer: Scorer, intake: Intake
) -> Iterator[tuple[dict[str, Any], str | None]]:
    """The audit record of each, kept or made anew, with the text; one that does not reproduce is none to hand on."""
    for told in told_of(args, intake):
        warning = told.warning
        if warning:
            intake.reject(InputError(f"{warning}; `provenance explain` shows it as it is", place=told.place))
            continue
        try:
            record = told.record(scorer)
        except InputError as problem:
            intake.reject(problem)
        else:
            yield record, told.text


def tell(
    args: argparse.Namespace,
    streams: Streams,
    said: Callable[[Told, Scorer], str],
    write: Callable[[str], None],
) -> int:
    """Write what is *said* of each document or audit record, or only of the one with the id that was asked for.

    Texts are parted by a rule, lines of JSON by nothing. Returns the exit code: 1 where nothing has the id.
    """
    scorer = scorer_of(args)
    intake = Intake(args, streams, scorer.annotated)
    rule = _RULE if args.format == "text" else ""
    shown, others = 0, list[str]()
    for told in told_of(args, intake):
        if args.id is not None and told.id != args.id:
            if len(others) < MOST_OTHERS:
                others.append(told.id)
            continue
        try:
            passage = said(told, scorer)
        except InputError as problem:
            intake.reject(problem)
            continue
        write(rule + passage if shown else passage)
        shown += 1
    missing = args.id is not None and not shown
    if missing:
        streams.say(
            f"provenance {args.command}: there is no document with the id {args.id!r}{near(args.id, others)}"
        )
    return intake.finish(failed=missing)


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and value.get("schema") == SCHEMA


def refuse_scoring(args: argparse.Namespace, place: str, what: str = AN_AUDIT_RECORD) -> None:
    """What was scored already holds what its score was made with: nothing else can be put in the place of that."""
    given = [f"--{name.replace('_', '-')}" for name in _SCORING if getattr(args, name)]
    if given:
        raise ConfigurationError(
            f"{', '.join(given)}: {place} is {what}: leave this out, or give the document to score it anew"
        )


def _id_of(record: dict[str, Any]) -> str:
    document = record.get("document")
    return str(document.get("id", "")) if isinstance(document, dict) else ""

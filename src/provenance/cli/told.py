"""What is to be told of: documents, scored on the spot, or audit records, which hold all that their score was made with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeVar

from provenance.assessment import Assessment, Scorer, verify
from provenance.audit import SCHEMA
from provenance.cli.arguments import scorer_of
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.document import Document
from provenance.errors import AuditError, ConfigurationError, InputError, near
from provenance.reading.lines import Placed
from provenance.render.words import one_line

R = TypeVar("R")

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


def told_of(args: argparse.Namespace, intake: Intake, work: Callable[[Told], R]) -> Iterator[R]:
    """What *work* makes of the documents and audit records that the options name, in their order."""

    def of_record(found: Placed) -> R | None:
        if not _is_record(found.value):
            return None
        refuse_scoring(args, found.place)
        return work(Told(_id_of(found.value), found.place, found.value))

    return intake.made(lambda document: work(Told(document.id, document.id, document)), others=of_record)


def records_of(
    args: argparse.Namespace,
    scorer: Scorer,
    intake: Intake,
    work: Callable[[dict[str, Any], str | None], R],
) -> Iterator[R]:
    """What *work* makes of the audit record of each, kept or made anew, and the text.

    A record that does not reproduce is none to hand on.
    """

    def of_told(told: Told) -> R:
        warning = told.warning
        if warning:
            raise InputError(f"{warning}; `provenance explain` shows it as it is", place=told.place)
        return work(told.record(scorer), told.text)

    return told_of(args, intake, of_told)


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

    def passage_of(told: Told) -> str:
        if args.id is None or told.id == args.id:
            return said(told, scorer)
        if len(others) < MOST_OTHERS:
            others.append(told.id)
        return ""

    for passage in filter(None, told_of(args, intake, passage_of)):
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

"""What people say of a document or of one finding: corrections, context, disputes. Records carry them; no score hears them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from attrs import asdict, frozen

from provenance.codec import canonical, digest_of
from provenance.errors import AuditError, InvalidArgumentError, near, shown
from provenance.inspection.pieces import Piece

ANNOTATION_KINDS: Final = ("correction", "context", "dispute")
"""A mistake put right; something to be known beside it; an objection that stands until it is settled."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@frozen
class Annotation:
    """What somebody says of a document, or of the finding of one signal: who, on which day, and why.

    Raises:
        ConfigurationError: the kind is none, nobody says it, the day is none, or nothing is said.
    """

    kind: str
    by: str
    on: str
    note: str
    signal: str = ""

    def __attrs_post_init__(self) -> None:
        try:
            _check(Piece(asdict(self)))
        except AuditError as problem:
            raise InvalidArgumentError(problem.pointer.removeprefix("/"), problem.problem) from None

    @classmethod
    def read(cls, piece: Piece, signals: Iterable[str]) -> Annotation:
        """The annotation that *piece* holds, of one of *signals* if of any.

        Raises:
            AuditError: it holds none.
        """
        _check(piece.having(("kind", "by", "on", "note"), ("signal",)))
        about = piece.get("signal")
        if about is not None and about.value not in signals:
            about.refuse(f"there is no signal {about.value!r}{near(about.value, signals)}")
        return cls(**piece.value)

    def content(self) -> dict[str, Any]:
        """The annotation as a JSON object; of a whole document, without a signal."""
        return {key: value for key, value in asdict(self).items() if value}


def _check(piece: Piece) -> None:
    """Refuse what no annotation says."""
    kind, day = piece["kind"], piece["on"]
    if kind.value not in ANNOTATION_KINDS:
        kind.refuse(f"expected one of {', '.join(ANNOTATION_KINDS)}")
    try:
        if not _DAY.fullmatch(day.string()):
            day.refuse(f"expected a day such as 2026-11-21, found {shown(day.value)}")
        date.fromisoformat(day.string())
    except ValueError:
        day.refuse("there is no such day")
    for said in (piece["by"], piece["note"]):
        said.name()
    about = piece.get("signal")
    if about is not None:
        about.string()


def annotations_in(record: Mapping[str, Any]) -> tuple[Annotation, ...]:
    """The annotations that an audit record carries.

    Raises:
        AuditError: one of them is none, or is of a signal that the record does not hold.
    """
    found = Piece(record).get("annotations")
    if found is None:
        return ()
    signals = [row["id"].string() for row in Piece(record)["signals"].each()]
    return tuple(Annotation.read(piece, signals) for piece in found.each()) or found.refuse("is empty")


def annotated(record: Mapping[str, Any], annotations: Iterable[Annotation]) -> dict[str, Any]:
    """*record* with *annotations* after those that it carries, each once, and sealed again."""
    every = dict.fromkeys((*annotations_in(record), *annotations))
    content = {key: value for key, value in record.items() if key not in ("annotations", "digest")}
    if every:
        content["annotations"] = [annotation.content() for annotation in every]
    return {**content, "digest": digest_of(canonical(content))}


def original_digest(record: Mapping[str, Any]) -> str:
    """The digest of *record* before anybody annotated it."""
    return digest_of(
        canonical({key: value for key, value in record.items() if key not in ("annotations", "digest")})
    )

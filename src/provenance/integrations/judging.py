"""One document after the other, for frameworks that have a text with metadata: what is shown of it, and why not more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from attrs import field, frozen

from provenance.assessment import Scorer
from provenance.defects import spared
from provenance.document import Document
from provenance.errors import ConfigurationError, InputError
from provenance.foreign import record_of

_ORDERS: Final = ("score", "ceiling")


class Judged(NamedTuple):
    """A document that was scored: its points, its score line, and the main reasons why it has no more.

    One that cannot be read has no points, and a line that holds the problem.
    """

    points: float | None
    line: dict[str, Any]
    because: str


def _known(_: object, by: Any, value: str) -> None:
    if value not in _ORDERS:
        raise ConfigurationError(f"{by.name}: expected {' or '.join(_ORDERS)}, found {value!r}")


@frozen
class Judging:
    """How documents are judged."""

    scorer: Scorer
    observed: tuple[str, ...] = ()
    columns: Mapping[str, str] = {}
    by: str = field(default="score", validator=_known)

    def document(self, text: str, metadata: Mapping[str, Any], *, id: str = "") -> Document:
        """A text with *metadata*; the text stands before one in the metadata.

        Raises:
            InputError: it cannot be read.
        """
        record = {"id": id, **record_of(metadata), "text": text}
        return Document.from_record(record, observed=self.observed, columns=self.columns)

    def of(self, text: str, metadata: Mapping[str, Any], *, id: str = "") -> Judged:
        """What a text with *metadata* shows; one that cannot be read shows nothing."""

        def judged(text: str) -> Judged:
            assessment = self.scorer.score(self.document(text, metadata, id=id))
            points = assessment.score if self.by == "score" else assessment.ceiling
            line = assessment.to_line()
            return Judged(points, line, ", ".join(line["reasons"]) or "nothing is missing")

        found = spared(judged, text, "")
        if isinstance(found, InputError):
            line = {"problem": found.problem, "pointer": found.pointer}
            return Judged(None, line, f"cannot be read: {found}")
        return found


def ranked(judged: Sequence[Judged], least: float | None, top: int | None, *, rerank: bool) -> list[int]:
    """The places of those that have *least* points, *top* of them at most, the most points first where *rerank* says so."""
    shown = [(n, each.points) for n, each in enumerate(judged) if each.points is not None]
    enough = [(n, points) for n, points in shown if least is None or points >= least]
    if rerank:
        enough.sort(key=lambda each: -each[1])  # equals stay in the order of the retriever
    return [n for n, _ in enough[:top]]

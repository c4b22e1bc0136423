"""The scorecards of many documents, made by this process or by several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from attrs import frozen

from provenance.defects import spared
from provenance.document import Document
from provenance.errors import InputError
from provenance.place import Place
from provenance.scoring import Plan, Scorecard
from provenance.signal import Finding
from provenance.workers import Crew

Given = Document | Mapping[str, Any] | InputError
"""A document, a record of one, or what is wrong with one that could not be read."""
Numbered = tuple[int, Given]
"""One of them with its number."""
Chunk = tuple[Numbered, ...]
"""Those that travel together."""

_TOGETHER: Final = 64
"""Documents that travel together: next to the work on them, sending them then costs little."""


class Found(NamedTuple):
    """What was found in a document, and the document as it was read."""

    document: Document
    findings: tuple[Finding, ...]


@frozen
class Assessing:
    """How documents and records are assessed, each with its number."""

    card_of: Callable[[Document], Scorecard]
    plan: Plan
    observed: tuple[str, ...]
    columns: Mapping[str, str]

    def all(self, documents: Iterable[Given], workers: int) -> Iterator[Scorecard | InputError]:
        """The scorecards of *documents* by so many workers, in order; one worker is this process itself."""
        numbered = enumerate(documents)
        if workers == 1:
            return (spared(self._card, each, _place) for each in numbered)
        chunks = iter(lambda: tuple(islice(numbered, _TOGETHER)), ())
        found = chain.from_iterable(Crew[Chunk, list[Found | InputError]](self, workers).over(chunks))
        return (
            each if isinstance(each, InputError) else Scorecard(each.document, self.plan, each.findings)
            for each in found
        )

    def _card(self, numbered: Numbered) -> Scorecard | InputError:
        number, given = numbered
        if isinstance(given, InputError):
            return given
        if not isinstance(given, Document):
            given = Document.from_record(
                given, default_id=Place(number), observed=self.observed, columns=self.columns
            )
        return self.card_of(given)

    # -- the work of one process among several -----------------------------------------------------------------------

    def __call__(self, chunk: Chunk) -> list[Found | InputError]:
        """What is found in each document."""
        return [spared(self._found, each, _place) for each in chunk]

    def _found(self, numbered: Numbered) -> Found | InputError:
        card = self._card(numbered)
        if isinstance(card, InputError):
            return card
        read = card.document
        alone = Document(read.id, read.fields, digest=read.digest, ignored=read.ignored)
        return Found(alone, card.findings)

    def split(self, chunk: Chunk) -> Sequence[Chunk]:
        """A chunk for each document."""
        return [(numbered,) for numbered in chunk]

    def lost(self, chunk: Chunk, exit_code: int | None) -> list[Found | InputError]:
        """The error in the place of a document that ended every worker that tried it."""
        problem = f"ended the process that read it (exit code {exit_code})"
        return [InputError(problem, place=_place(chunk[0]))]

    def joined(self, results: Sequence[list[Found | InputError]]) -> list[Found | InputError]:
        """What was found in all."""
        return list(chain.from_iterable(results))


def _place(numbered: Numbered) -> str:
    number, given = numbered
    return given.id if isinstance(given, Document) else str(number)

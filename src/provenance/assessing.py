"""Many documents assessed, by this process or by several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, starmap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import frozen

from provenance.document import Document
from provenance.errors import InputError
from provenance.signal import Finding
from provenance.workers import Crew

if TYPE_CHECKING:
    from provenance.assessment import Assessment, Scorer

Given = Document | Mapping[str, Any] | InputError
Chunk = tuple[tuple[int, Given], ...]

_TOGETHER: Final = 64
"""Documents that travel together: next to the work on them, sending them then costs little."""


class Found(NamedTuple):
    """What was found in a document, and the document as it was read."""

    document: Document
    findings: list[Finding]


@frozen
class Assessing:
    """How documents and records are assessed, each with its number."""

    scorer: Scorer
    observed: tuple[str, ...]
    columns: Mapping[str, str]

    def all(self, documents: Iterable[Given], workers: int) -> Iterator[Assessment | InputError]:
        """The assessments of *documents* by so many workers, in order; one worker is this process itself."""
        numbered = enumerate(documents)
        if workers == 1:
            return starmap(self._assessed, numbered)
        chunks = iter(lambda: tuple(islice(numbered, _TOGETHER)), ())
        found = chain.from_iterable(Crew[Chunk, list[Found | InputError]](self, workers).over(chunks))
        return (each if isinstance(each, InputError) else self.scorer.with_findings(*each) for each in found)

    def _assessed(self, number: int, given: Given) -> Assessment | InputError:
        if isinstance(given, InputError):
            return given
        try:
            return self.scorer.score(given if isinstance(given, Document) else self._read(number, given))
        except InputError as problem:
            return problem

    def _read(self, number: int, record: Mapping[str, Any]) -> Document:
        return Document.from_record(
            record, default_id=str(number), observed=self.observed, columns=self.columns
        )

    # -- the work of one process among several -----------------------------------------------------------------------

    def __call__(self, chunk: Chunk) -> list[Found | InputError]:
        """What is found in each document."""
        return list(starmap(self._found, chunk))

    def _found(self, number: int, given: Given) -> Found | InputError:
        try:
            assessment = self._assessed(number, given)
        except MemoryError:
            return InputError("needs more memory than there is", place=str(number))
        if isinstance(assessment, InputError):
            return assessment
        read = assessment.document
        alone = Document(read.id, read.fields, digest=read.digest, ignored=read.ignored)
        return Found(alone, assessment.card.findings)

    def split(self, chunk: Chunk) -> Sequence[Chunk]:
        """A chunk for each document."""
        return [(numbered,) for numbered in chunk]

    def lost(self, chunk: Chunk, exit_code: int | None) -> list[Found | InputError]:
        """The error in the place of a document that ended every worker that tried it."""
        problem = f"ended the process that read it (exit code {exit_code})"
        return [InputError(problem, place=str(chunk[0][0]))]

    def joined(self, results: Sequence[list[Found | InputError]]) -> list[Found | InputError]:
        """What was found in all."""
        return list(chain.from_iterable(results))

"""The work of `provenance score`: a piece of the input in, what it adds to each output out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from attrs import frozen

from provenance.assessment import Assessment, Scorer
from provenance.cli.compression import compressed
from provenance.cli.noticed import Noticed
from provenance.defects import spared, unbroken
from provenance.errors import InputError
from provenance.ledger import Seal
from provenance.reading.chunks import Chunk
from provenance.reading.files import Value, as_document, place_of
from provenance.reading.sources import TABLES
from provenance.render.scores import Layout


class Scored(NamedTuple):
    """What a chunk adds: to each output, and to the summary of the run."""

    out: bytes
    audit: bytes
    rejects: tuple[InputError, ...]
    seals: tuple[Seal, ...]
    noticed: Noticed
    under: int  # documents that score too low


_Done: TypeAlias = tuple[Assessment, bytes, Mapping[str, Any], bytes, Seal | None]
"""What one document adds: its score as a line, or as a row where scores are written as columns, its audit record, its seal."""


@frozen(kw_only=True)
class Scoring:
    """How chunks are scored; the same bytes come out in whatever process it is done."""

    scorer: Scorer
    layout: Layout
    observed: tuple[str, ...]
    columns: Mapping[str, str]
    strict: bool
    audit: bool
    seal: bool  # for a ledger
    least: float | None
    endings: tuple[
        str, str
    ]  # how the files of the scores and of the audit records end: they say how to compress

    def __call__(self, chunk: Chunk) -> Scored:
        """What *chunk* adds."""
        out, audit, rejects, seals = list[bytes](), list[bytes](), list[InputError](), list[Seal]()
        rows, noticed, under = list[Mapping[str, Any]](), Noticed(), 0
        columns, annotated = self.columns.values(), self.scorer.annotated
        for value in unbroken(chunk.values(), chunk.place):
            done = spared(self._done, value, place_of)
            if isinstance(done, InputError):
                rejects.append(done)
                if self.strict:
                    break
                continue
            assessment, line, row, record, seal = done
            noticed.add(assessment.document, columns, annotated)
            out.append(line)
            audit.append(record)
            if row:
                rows.append(row)
            if seal is not None:
                seals.append(seal)
            if self.least is not None and assessment.score < self.least:
                under += 1
        if rows:
            out.append(_packed(rows, self.scorer))
        return Scored(
            compressed(b"".join(out), self.endings[0]),
            compressed(b"".join(audit), self.endings[1]),
            tuple(rejects),
            tuple(seals),
            noticed,
            under,
        )

    @property
    def in_columns(self) -> bool:
        """Whether the scores are written as columns, batch by batch, and not one by one."""
        return self.layout.form in TABLES

    def _done(self, value: Value) -> _Done | InputError:
        """All that one document adds, or nothing of it."""
        document = as_document(value, self.observed, self.columns)
        if isinstance(document, InputError):
            return document
        assessment = self.scorer.score(document)
        return (
            assessment,
            b"" if self.in_columns else self.layout.body(assessment).encode("utf-8", "backslashreplace"),
            _row(assessment) if self.in_columns else {},
            assessment.to_bytes() + b"\n" if self.audit else b"",
            Seal.own(assessment.to_record()) if self.seal else None,
        )

    def split(self, chunk: Chunk) -> Sequence[Chunk]:
        """The chunks of one document each that *chunk* holds."""
        return chunk.split()

    def lost(self, chunk: Chunk, exit_code: int | None) -> Scored:
        """The reject that stands in the place of a document whose reading ended every worker that tried."""
        problem = InputError(f"ended the process that read it (exit code {exit_code})", place=chunk.place)
        return Scored(b"", b"", (problem,), (), Noticed(), 0)

    def joined(self, results: Sequence[Scored]) -> Scored:
        """What a chunk adds, from what its documents add."""
        if self.strict:
            first = next((n for n, result in enumerate(results) if result.rejects), len(results))
            results = results[: first + 1]
        noticed = Noticed()
        for result in results:
            noticed.add_all(result.noticed)
        return Scored(
            b"".join(result.out for result in results),
            b"".join(result.audit for result in results),
            tuple(problem for result in results for problem in result.rejects),
            tuple(seal for result in results for seal in result.seals),
            noticed,
            sum(result.under for result in results),
        )


def _row(assessment: Assessment) -> Mapping[str, Any]:
    from provenance.columnar import row_of

    return row_of(assessment)


def _packed(rows: Sequence[Mapping[str, Any]], scorer: Scorer) -> bytes:
    from provenance.columnar import batch_of_rows
    from provenance.reading.arrow import packed

    return packed(batch_of_rows(rows, scorer))

"""The work of `provenance score`: a piece of the input in, what it adds to each output out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from provenance.assessment import Assessment, Scorer
from provenance.cli.compression import compressed
from provenance.cli.defects import defect, fault_of_index
from provenance.cli.noticed import Noticed
from provenance.document import Document
from provenance.errors import ConfigurationError, InputError, ProvenanceError
from provenance.ledger import Seal
from provenance.reading.chunks import Chunk
from provenance.reading.files import Value, as_document
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
        scored, noticed, under = list[Assessment](), Noticed(), 0
        for value in chunk.values():
            assessment = self._assessed(value)
            if isinstance(assessment, InputError):
                rejects.append(assessment)
                if self.strict:
                    break
                continue
            noticed.add(assessment.document, self.columns.values(), self.scorer.annotated)
            if self.in_columns:
                scored.append(assessment)
            else:
                out.append(self.layout.body(assessment).encode("utf-8", "backslashreplace"))
            if self.audit:
                audit.append(assessment.to_bytes() + b"\n")
            if self.seal:
                seals.append(Seal.own(assessment.to_record()))
            if self.least is not None and assessment.score < self.least:
                under += 1
        if scored:
            out.append(_packed(scored, self.scorer))
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

    def _assessed(self, value: Value) -> Assessment | InputError:
        try:
            document = as_document(value, self.observed, self.columns)
            return self.scorer.score(document) if isinstance(document, Document) else document
        except MemoryError:
            return InputError("needs more memory than there is", place=_place(value))
        except (ProvenanceError, OSError):
            raise  # what it is scored with cannot be read: no other document would fare better
        except Exception as problem:  # noqa: BLE001 - a defect that one document brings out must not end a run over a million
            fault = fault_of_index(problem)
            if fault:
                raise ConfigurationError(fault) from None
            return InputError(defect(problem), place=_place(value))

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


def _place(value: Value) -> str:
    return value.id if isinstance(value, Document) else value.place


def _packed(assessments: Sequence[Assessment], scorer: Scorer) -> bytes:
    from provenance.columnar import batch_of
    from provenance.reading.arrow import packed

    return packed(batch_of(assessments, scorer))

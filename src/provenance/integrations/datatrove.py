"""`datatrove` (extra `datatrove`): a step that tags documents with their scores, and a filter that says why it drops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from datatrove.data import Document as Trove
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter

from provenance.assessment import Scorer
from provenance.integrations.judging import Judged, Judging


def _judged(judging: Judging, document: Trove) -> Judged:
    return judging.of(document.text, document.metadata, id=document.id)


class ProvenanceTagger(PipelineStep):
    """Puts the score line of each document under ``provenance`` of its metadata, or the problem, if it has one.

    Args:
        scorer: how to score.
        observed: fields that were looked for in every document: None then means absent.
        columns: where in the metadata fields stand that are called otherwise.
    """

    type = "🏷 - TAGGER"
    name = "🔎 Provenance"

    def __init__(
        self,
        scorer: Scorer | None = None,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.judging = Judging(scorer or Scorer(), tuple(observed), columns or {})

    def run(self, data: Iterable[Trove], *_where: int) -> Iterator[Trove]:
        """The documents, tagged."""
        for document in data:
            document.metadata["provenance"] = _judged(self.judging, document).line
            self.stat_update("tagged")
            yield document


class ProvenanceFilter(BaseFilter):
    """Lets documents pass whose score is high enough; the reason of one that is dropped stands in its metadata.

    Args:
        least: the points that a document needs.
        by: ``score`` or ``ceiling``: what is shown, or what could be.
        scorer: how to score.
        observed: fields that were looked for in every document: None then means absent.
        columns: where in the metadata fields stand that are called otherwise.
        exclusion_writer: what writes the documents that are dropped.
    """

    name = "🔎 Provenance"

    def __init__(
        self,
        least: float,
        *,
        by: str = "score",
        scorer: Scorer | None = None,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.judging = Judging(scorer or Scorer(), tuple(observed), columns or {}, by=by)
        self.least = least

    def filter(self, doc: Trove) -> bool | tuple[bool, str]:
        """Whether *doc* passes; if not, why."""
        judged = _judged(self.judging, doc)
        if judged.points is not None and judged.points >= self.least:
            return True
        return False, f"{self.judging.by} under {self.least:g}: {judged.because}"

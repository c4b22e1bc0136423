"""LangChain (extra `langchain`): retrieved documents filtered or ranked by what they show of their origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from langchain_core.documents import BaseDocumentCompressor
from langchain_core.documents import Document as Retrieved
from pydantic import ConfigDict, Field

from provenance.assessment import Scorer
from provenance.integrations.judging import Judging, ranked


class ProvenanceCompressor(BaseDocumentCompressor):
    """Passes on the documents that show enough, each with its score line under ``provenance`` of its metadata.

    The reasons for what is missing stand in the line, under ``reasons``. A document that cannot be read is left out.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    scorer: Scorer = Field(default_factory=Scorer)
    least: float | None = None
    """The points that a document needs."""
    top: int | None = None
    """How many are passed on at most."""
    rerank: bool = True
    """Whether the most points come first; else the order of the retriever stays."""
    by: str = "score"
    """``score`` or ``ceiling``: what is shown, or what could be."""
    observed: tuple[str, ...] = ()
    columns: Mapping[str, str] = {}

    def compress_documents(
        self, documents: Sequence[Retrieved], *_query: object, **_more: object
    ) -> Sequence[Retrieved]:
        """The documents that are passed on; those that came in stay as they are."""
        judging = Judging(self.scorer, self.observed, self.columns, self.by)
        judged = [judging.of(each.page_content, each.metadata, id=each.id or "") for each in documents]
        return [
            documents[n].model_copy(
                update={"metadata": {**documents[n].metadata, "provenance": judged[n].line}}
            )
            for n in ranked(judged, self.least, self.top, rerank=self.rerank)
        ]

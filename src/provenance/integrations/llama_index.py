"""LlamaIndex (extra `llama-index`): retrieved nodes filtered or ranked by what they show of their origin."""

from __future__ import annotations

from collections.abc import Mapping

from llama_index.core.bridge.pydantic import ConfigDict, Field
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore

from provenance.assessment import Scorer
from provenance.integrations.judging import Judging, ranked


class ProvenancePostprocessor(BaseNodePostprocessor):
    """Passes on the nodes that show enough, each with its score line under ``provenance`` of its metadata.

    The reasons for what is missing stand in the line, under ``reasons``. A node that cannot be read is left out; the
    retriever's own scores stay as they are, and neither models nor embeddings see what is added.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    scorer: Scorer = Field(default_factory=Scorer)
    least: float | None = None
    top: int | None = None
    rerank: bool = True
    by: str = "score"
    observed: tuple[str, ...] = ()
    columns: Mapping[str, str] = {}

    @classmethod
    def class_name(cls) -> str:
        """The name that LlamaIndex knows it by."""
        return "ProvenancePostprocessor"

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], *_query: object, **_more: object
    ) -> list[NodeWithScore]:
        judging = Judging(self.scorer, self.observed, self.columns, self.by)
        judged = [
            judging.of(each.node.get_content(), each.node.metadata, id=each.node.node_id) for each in nodes
        ]
        passed = []
        for n in ranked(judged, self.least, self.top, rerank=self.rerank):
            node = nodes[n].node.model_copy(deep=True)
            node.metadata["provenance"] = judged[n].line
            node.excluded_llm_metadata_keys = [*node.excluded_llm_metadata_keys, "provenance"]
            node.excluded_embed_metadata_keys = [*node.excluded_embed_metadata_keys, "provenance"]
            passed.append(NodeWithScore(node=node, score=nodes[n].score))
        return passed

"""`dolma`: a tagger that puts beside each document what it shows of its origin, and where in the text it does not.

``dolma tag --taggers provenance_v1 --tagger_modules provenance.integrations.dolma`` finds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dolma.core.data_types import DocResult, DocumentWithMetadata, Span
from dolma.core.registry import TaggerRegistry
from dolma.core.taggers import BaseTaggerWithMetadata

from provenance.assessment import Scorer
from provenance.defects import spared
from provenance.errors import InputError
from provenance.exports.dolma import spans
from provenance.integrations.judging import Judging


@TaggerRegistry.add("provenance_v1")
class ProvenanceTagger(BaseTaggerWithMetadata):
    """Tags each document with the attributes that ``provenance export --format dolma`` gives, read from its metadata too.

    Score, ceiling and each known share are a span over the whole text; passages that stand twice, residue, and claims
    without a source are spans where they stand. A document that cannot be read has ``unreadable`` and nothing else.

    Args:
        scorer: how to score.
        observed: fields that were looked for in every document: None then means absent.
        columns: where in the metadata fields stand that are called otherwise.
    """

    def __init__(
        self,
        scorer: Scorer | None = None,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self.judging = Judging(scorer or Scorer(), tuple(observed), columns or {})

    def predict(self, doc: DocumentWithMetadata) -> DocResult:
        """What *doc* shows, as spans."""
        found = spared(self._spans, doc, doc.id)
        return DocResult(
            doc, [Span(0, len(doc.text), "unreadable")] if isinstance(found, InputError) else found
        )

    def _spans(self, doc: DocumentWithMetadata) -> list[Span]:
        document = self.judging.document(doc.text, doc.metadata, id=doc.id)
        record = self.judging.scorer.score(document).to_record()
        return [Span(*span[:2], name, span[2]) for name, its in spans(record).items() for span in its]

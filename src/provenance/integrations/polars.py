"""Frames of polars (extra `polars`): ``frame.provenance.score()``, eager and lazy, once this module is imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from provenance.assessment import Scorer
from provenance.columnar import schema, score_rows


@pl.api.register_dataframe_namespace("provenance")
class ProvenanceNamespace:
    """What a frame of documents, one a row, offers under ``provenance``."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def score(
        self,
        scorer: Scorer | None = None,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
    ) -> pl.DataFrame:
        """The scores, row by row; see `provenance.columnar.score_batch`. Null and NaN are unknown."""
        rows = self._frame.iter_rows(named=True)
        batch = score_rows(rows, scorer or Scorer(), observed=observed, columns=columns)
        return pl.DataFrame(pl.from_arrow(batch))


@pl.api.register_lazyframe_namespace("provenance")
class LazyProvenanceNamespace:
    """What a lazy frame of documents, one a row, offers under ``provenance``."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def score(
        self,
        scorer: Scorer | None = None,
        *,
        observed: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
    ) -> pl.LazyFrame:
        """The scores, once they are collected; see `ProvenanceNamespace.score`."""
        chosen, looked_for = scorer or Scorer(), tuple(observed)

        def scores(frame: pl.DataFrame) -> pl.DataFrame:
            return ProvenanceNamespace(frame).score(chosen, observed=looked_for, columns=columns)

        empty = pl.DataFrame(pl.from_arrow(schema(chosen).empty_table()))
        return self._frame.map_batches(
            scores,
            schema=empty.schema,
            predicate_pushdown=False,  # a filter on the scores cannot come before them
            projection_pushdown=False,
            slice_pushdown=False,
        )

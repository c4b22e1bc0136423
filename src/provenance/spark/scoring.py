"""Scores of a frame of documents, by the columnar core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from pyspark import TaskContext
from pyspark.sql import DataFrame

from provenance.assessment import Scorer
from provenance.columnar import schema, score_batch
from provenance.record import looked_for_of
from provenance.spark.entries import ROWS_OF_A_PARTITION
from provenance.spark.rows import Batches, mapped_batches


def scored(
    documents: DataFrame, scorer: Scorer, *, observed: Iterable[str], columns: Mapping[str, str] | None
) -> DataFrame:
    """The scores of *documents*; one without an id is called by the number of its partition and row."""
    observed, columns = tuple(observed), dict(columns or {})
    looked_for_of(observed, columns)  # what is wrong with them is said here, and not by an executor
    work = partial(_scored, scorer=scorer, observed=observed, columns=columns)
    return mapped_batches(documents, work, schema(scorer))


def _scored(
    batches: Batches, *, scorer: Scorer, observed: tuple[str, ...], columns: Mapping[str, str]
) -> Batches:
    first = TaskContext.get().partitionId() << ROWS_OF_A_PARTITION
    for batch in batches:
        yield score_batch(batch, scorer, observed=observed, columns=columns, first=first)
        first += batch.num_rows

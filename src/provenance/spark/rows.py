"""Rows of a Spark frame given to a function of ours, and what it makes of them as another frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

Rows = list[dict[str, Any]]
Batches = Iterator[pa.RecordBatch]


def mapped(
    frame: DataFrame, work: Callable[[Rows], Iterable[dict[str, Any]]], schema: pa.Schema
) -> DataFrame:
    """The rows that *work* makes of those of *frame*, some thousand at a time, in an executor."""
    return mapped_batches(frame, partial(_by_rows, work=work, schema=schema), schema)


def mapped_batches(frame: DataFrame, work: Callable[[Batches], Batches], schema: pa.Schema) -> DataFrame:
    """The batches that *work* makes of those of one partition of *frame*, partition by partition."""
    names = frame.columns
    numbered = frame.toDF(
        *map(str, range(len(names)))
    )  # `mapInArrow` takes a dot in a name for a way into a struct
    return numbered.mapInArrow(partial(_by_name, names=names, work=work), from_arrow_schema(schema))


def _by_name(batches: Batches, *, names: list[str], work: Callable[[Batches], Batches]) -> Batches:
    return work(batch.rename_columns(names) for batch in batches)


def settled(frame: DataFrame) -> DataFrame:
    """*frame*, worked out once and for all, in the checkpoint directory of the session if it has one.

    A plan that is built on plans that are built on plans is what Spark takes longest over.
    """
    is_reliable = frame.sparkSession.sparkContext.getCheckpointDir() is not None
    return frame.checkpoint() if is_reliable else frame.localCheckpoint()


def _by_rows(
    batches: Batches, *, work: Callable[[Rows], Iterable[dict[str, Any]]], schema: pa.Schema
) -> Batches:
    for batch in batches:
        yield pa.RecordBatch.from_pylist(list(work(batch.to_pylist())), schema=schema)


def fields(**types: pa.DataType) -> pa.Schema:
    """A schema of columns that may be null."""
    return pa.schema(list(types.items()))

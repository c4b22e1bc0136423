"""Rows as the JSON lines that the command line prints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import DataFrame

from provenance.codec import json_line
from provenance.columnar import to_lines
from provenance.spark.corroborating import CLUSTERS, CORROBORATION
from provenance.spark.quoting import QUOTATIONS
from provenance.spark.rows import Batches, Rows, fields, mapped, mapped_batches
from provenance.spark.verifying import DERIVATIONS

_VALUE: Final = fields(value=pa.string())
_SCHEMAS: Final = {
    tuple(DERIVATIONS.names): "provenance.derivation/1",
    tuple(CLUSTERS.names): "provenance.cluster/1",
    tuple(CORROBORATION.names): "provenance.corroboration/1",
    tuple(QUOTATIONS.names): "provenance.quotation/1",
}
"""What a line is called, by the columns of its row."""


def written(rows: DataFrame) -> DataFrame:
    """The line of each of *rows*, which are scores or what was traced."""
    schema = _SCHEMAS.get(tuple(rows.columns))
    if schema is None:
        return mapped_batches(rows, _scores, _VALUE)
    return mapped(rows, partial(_traced, schema=schema), _VALUE)


def _traced(rows: Rows, *, schema: str) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {"value": json_line({"schema": schema} | row)}


def _scores(batches: Batches) -> Batches:
    for batch in batches:
        yield pa.RecordBatch.from_arrays([pa.array(list(to_lines(batch)), pa.string())], schema=_VALUE)

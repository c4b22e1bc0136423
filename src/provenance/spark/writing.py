"""Rows as the JSON lines that the command line prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import DataFrame

from provenance.codec import json_line
from provenance.columnar import to_lines
from provenance.spark.rows import Batches, Rows, fields, mapped, mapped_batches
from provenance.spark.verifying import DERIVATIONS

_VALUE: Final = fields(value=pa.string())


def written(rows: DataFrame) -> DataFrame:
    """The line of each of *rows*, which are derivations or scores."""
    if rows.columns == DERIVATIONS.names:
        return mapped(rows, _derivations, _VALUE)
    return mapped_batches(rows, _scores, _VALUE)


def _derivations(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {"value": json_line({"schema": "provenance.derivation/1"} | row)}


def _scores(batches: Batches) -> Batches:
    for batch in batches:
        yield pa.RecordBatch.from_arrays([pa.array(list(to_lines(batch)), pa.string())], schema=_VALUE)

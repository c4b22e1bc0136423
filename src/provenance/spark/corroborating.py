"""Versions of one text, and what stands behind documents: each component of a graph is looked at in one place.

What finds the components are joins; what is found in one is worked out by the functions of `corpus.clusters` and
`corpus.independence`, from rows that hold no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.clusters import clusters as clusters_of
from provenance.corpus.corroboration import Corroboration
from provenance.corpus.independence import leads
from provenance.spark.citing import ORIGINS, origins
from provenance.spark.components import components
from provenance.spark.rows import Rows, fields, mapped, settled

_NAMES: Final = pa.list_(pa.string())
_LINK: Final = pa.struct({"document": pa.string(), "source": pa.string(), "containment": pa.float64()})
_MEMBERS: Final = {"members": _NAMES, "earliest": _NAMES, "weakest": _LINK, "share": pa.float64()}
_COMMON: Final = pa.struct({"origin": pa.string(), "roads": ORIGINS})
_LED: Final = fields(document=pa.string(), circle=_NAMES, common_origin=_COMMON)

CLUSTERS: Final = fields(**_MEMBERS, houses=pa.int64(), origins=ORIGINS)
"""What a line of ``provenance trace --show clusters`` holds."""

CORROBORATION: Final = fields(
    document=pa.string(), cites=_NAMES, origins=ORIGINS, circle=_NAMES, common_origin=_COMMON
)
"""What a line of ``provenance trace --show corroboration`` holds."""


def clusters(links: DataFrame, cited: DataFrame, owned: DataFrame) -> DataFrame:
    """A row for each cluster among the derivations *links*, given what is `cites` and `houses` of all documents."""
    parts = components(links.select(fn.col("document").alias("one"), fn.col("source").alias("other")))
    held = links.join(parts.withColumnRenamed("id", "document"), "document")
    lines = held.groupBy("component").agg(fn.collect_list(fn.struct(*links.columns)).alias("lines"))
    found = settled(mapped(lines.select("lines"), _clusters, fields(key=pa.string(), **_MEMBERS)))
    members = found.select("key", fn.explode("members").alias("name"))
    outside = (
        members.join(cited.withColumnRenamed("document", "name"), "name")
        .select("key", fn.explode("cites").alias("name"))
        .distinct()
        .join(members, ["key", "name"], "left_anti")
    )
    of_nobody_known = fn.when(fn.length("house") == 0, fn.col("name"))
    counted = members.join(owned, "name").groupBy("key")
    housed = counted.agg(fn.count_distinct(fn.struct("house", of_nobody_known)).alias("houses"))
    none = fn.array().cast("array<array<string>>")
    whole = found.join(housed, "key").join(origins(outside, owned, links), "key", "left")
    return whole.withColumn("origins", fn.coalesce("origins", none)).select(*CLUSTERS.names)


def _clusters(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        for cluster in clusters_of(row["lines"]):
            yield {"key": cluster.members[0], **cluster.to_json()}


def corroboration(links: DataFrame, cited: DataFrame, owned: DataFrame) -> DataFrame:
    """A row for each document that cites any, given the same as for `clusters`."""
    single = cited.select("document", fn.explode("cites").alias("name"))
    parts = components(single.toDF("one", "other"))
    held = parts.join(cited.withColumnRenamed("document", "id"), "id", "left")
    webs = held.groupBy("component").agg(fn.collect_list(fn.struct("id", "cites")).alias("web"))
    led = mapped(webs.select("web"), _leads, _LED)
    voiced = origins(single.toDF("key", "name"), owned, links).withColumnRenamed("key", "document")
    return led.join(cited, "document").join(voiced, "document").select(*CORROBORATION.names)


def _leads(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        for found in leads({each["id"]: each["cites"] or () for each in row["web"]}):
            yield Corroboration.of(found, (), ()).to_line()

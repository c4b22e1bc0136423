"""Who cites whom and whose voice it is, by joins over addresses and houses; the rules are those of `corpus.citations`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.independence import voices
from provenance.spark.rows import Rows, fields, mapped

ORIGINS: Final = pa.list_(pa.list_(pa.string()))
"""Documents in groups that are one voice each."""

_GROUPED: Final = fields(key=pa.string(), origins=ORIGINS)


def cites(documents: DataFrame) -> DataFrame:
    """Of each of *documents* that cites others: itself, as `document`, and in order what it `cites`.

    Documents at one address are one page: the first of their ids stands for it, and it cites what any of them cites.
    """
    placed = documents.select("id", "house", fn.explode("addresses").alias("address"))
    pages = placed.groupBy("address").agg(fn.min(fn.struct("id", "house")).alias("first"))
    linked = documents.select("id", "house", fn.explode("links").alias("address")).join(pages, "address")
    of_others = linked.where((fn.length("house") == 0) | (fn.col("house") != fn.col("first.house")))
    own = of_others.join(placed.select("id", "address"), ["id", "address"], "left_anti")
    direct = own.select("id", fn.col("first.id").alias("cited")).distinct()
    of_pages = placed.join(direct, "id").select("address", "cited").distinct()
    shared = placed.select("id", "address").join(of_pages, "address").select("id", "cited")
    named = direct.unionByName(shared).distinct().select(_name("id").alias("document"), _name("cited"))
    return (
        named.toDF("document", "cited")
        .groupBy("document")
        .agg(fn.array_sort(fn.collect_list("cited")).alias("cites"))
    )


def houses(documents: DataFrame) -> DataFrame:
    """Whose each of *documents* is: its `name` and its `house`, empty if unknown."""
    return documents.select(_name("id").alias("name"), "house")


def _name(column: str) -> Column:
    return fn.decode(column, "UTF-8")


def origins(asked: DataFrame, owned: DataFrame, links: DataFrame) -> DataFrame:
    """For each `key` that is *asked* about, the `origins` among its documents, each a row with its `name`.

    *owned* are the `houses` of documents, *links* the derivations that make two of them versions of one text.
    """
    one, other = asked.toDF("key", "document"), asked.toDF("key", "source")
    alike = links.select("document", "source").join(one, "document").join(other, ["key", "source"])
    named = (
        asked.join(owned, "name")
        .groupBy("key")
        .agg(fn.collect_list(fn.struct("name", "house")).alias("houses"))
    )
    versions = alike.groupBy("key").agg(fn.collect_list(fn.struct("document", "source")).alias("alike"))
    return mapped(named.join(versions, "key", "left"), _voices, _GROUPED)


def _voices(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        alike = ((pair["document"], pair["source"]) for pair in row["alike"] or ())
        yield {
            "key": row["key"],
            "origins": voices({each["name"]: each["house"] for each in row["houses"]}, alike),
        }

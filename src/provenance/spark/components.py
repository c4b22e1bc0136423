"""What hangs together in a graph whose edges are rows: joins, repeated until nothing moves any more.

Every document is led to the first one that it knows of, by large and small stars in turn (Kiveris et al., "Connected
Components in MapReduce and Beyond", 2014): pairs and stars need no turn, and a chain as many as the logarithm of its length.
"""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.spark.rows import settled


def components(edges: DataFrame) -> DataFrame:
    """Of everything that *edges* name as `one` and `other`, its `id` and its `component`: the first of all that it hangs with."""
    nodes = edges.select(fn.explode(fn.array("one", "other")).alias("id")).distinct()
    falling = edges.where("one <> other").select(fn.greatest("one", "other"), fn.least("one", "other"))
    found = settled(falling.toDF("one", "other").distinct())
    while not _is_starry(found):
        found = settled(_small_stars(_large_stars(found)))
    led = found.select(fn.col("one").alias("id"), fn.col("other").alias("component"))
    return nodes.join(led, "id", "left").select("id", fn.coalesce("component", "id").alias("component"))


def _is_starry(edges: DataFrame) -> bool:
    """Whether every edge leads to the middle of a star, from which none leads on."""
    ends = edges.select("one", fn.lit(0).alias("is_lower")).unionByName(
        edges.select(fn.col("other").alias("one"), fn.lit(1).alias("is_lower"))
    )
    leading = fn.count_if(fn.col("is_lower") == 0)
    others = ends.groupBy("one").agg(leading.alias("leading"), fn.max("is_lower").alias("is_lower"))
    return bool(others.where("leading > 1 or (leading = 1 and is_lower = 1)").isEmpty())


def _large_stars(edges: DataFrame) -> DataFrame:
    """Whatever lies above a document next to it is led to the lowest that this knows of."""
    both = edges.unionByName(edges.select(fn.col("other").alias("one"), fn.col("one").alias("other")))
    known = both.groupBy("one").agg(fn.collect_list("other").alias("others"))
    above = fn.filter("others", lambda other: other > fn.col("one"))
    return known.select(
        fn.explode(above).alias("above"), fn.least(fn.array_min("others"), "one").alias("other")
    ).toDF("one", "other")


def _small_stars(edges: DataFrame) -> DataFrame:
    """A document and all that lie below it are led to the lowest of them."""
    known = edges.groupBy("one").agg(fn.collect_set("other").alias("others"))
    lowest = fn.array_min("others")
    led = fn.concat(fn.array_remove("others", lowest), fn.array("one"))
    return known.select(fn.explode(led).alias("led"), lowest.alias("other")).toDF("one", "other").distinct()

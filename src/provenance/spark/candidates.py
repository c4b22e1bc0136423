"""Pairs of documents that may share text, by joins over their keys; the rules are those of `corpus.candidates`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.boilerplate import MOST_HOLDERS, OF_A_DOMAIN, OF_THE_CORPUS, Boilerplate, trimming_of
from provenance.corpus.candidates import FEW_HOLDERS, FEW_KEYS
from provenance.corpus.store import unraw
from provenance.spark.rows import Rows, fields, mapped, settled

_FIRST_LOOK: Final = 32
"""Holders of a key that are looked at first: boilerplate mostly shows in them, and only if not are more fetched."""

_HOLDER: Final = fields(key=pa.int64(), id=pa.binary(), is_cut=pa.bool_())
_JUDGED: Final = fields(key=pa.int64(), is_common=pa.bool_(), is_cut=pa.bool_())
_NOTICE: Final = fields(id=pa.binary())


def groups(documents: DataFrame) -> DataFrame:
    """Every key that more than one of *documents* has, with the documents in the order of ids."""
    is_short = fn.size("keys") < FEW_KEYS
    holder = fn.struct("id", "domain", is_short.alias("is_short")).alias("holder")
    postings = documents.select(fn.explode("keys").alias("key"), holder)
    holders = postings.groupBy("key").agg(fn.array_sort(fn.collect_list("holder")).alias("holders"))
    return holders.where(fn.size("holders") > 1)


# --- boilerplate -----------------------------------------------------------------------------------------------------


def boilerplate(found: DataFrame, documents: DataFrame) -> DataFrame:
    """The keys among the groups *found* that are boilerplate in *documents*."""
    frequent = found.where(fn.size("holders") >= OF_A_DOMAIN)
    first = settled(_judged(frequent, documents, _FIRST_LOOK))
    is_open = first.where("is_cut and not is_common").select("key")
    second = _judged(frequent.join(is_open, "key", "left_semi"), documents, MOST_HOLDERS)
    return first.unionByName(second).where("is_common").select("key")


def _judged(frequent: DataFrame, documents: DataFrame, most: int) -> DataFrame:
    """Of each key whether it is boilerplate, by the first holders, *most* of the corpus and of each domain."""
    asked = mapped(frequent, partial(_holders_to_ask, most=most), _HOLDER)
    known = documents.select("id", fn.struct("id", "domain", "keys", "quoted").alias("holder"))
    together = (
        asked.join(known, "id").groupBy("key", "is_cut").agg(fn.collect_list("holder").alias("holders"))
    )
    return mapped(together, _judgements, _JUDGED)


def _holders_to_ask(rows: Rows, *, most: int) -> Iterator[dict[str, Any]]:
    """The holders that settle whether a key is boilerplate; none where there are too few of them."""
    for row in rows:
        holders = row["holders"]
        sizes = Counter(holder["domain"] for holder in holders if holder["domain"])
        often = {domain for domain, size in sizes.items() if size >= OF_A_DOMAIN}
        if not often and len(holders) < OF_THE_CORPUS:
            continue
        places: Counter[bytes] = Counter()
        asked = []
        for n, holder in enumerate(holders):
            places[holder["domain"]] += 1
            if n < most or (holder["domain"] in often and places[holder["domain"]] <= most):
                asked.append(holder["id"])
        is_cut = len(asked) < len(holders)
        yield from ({"key": row["key"], "id": name, "is_cut": is_cut} for name in asked)


def _judgements(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        holders = sorted(row["holders"], key=lambda holder: holder["id"])
        keys = [frozenset(holder["keys"]) for holder in holders]
        quoted = [frozenset(holder["quoted"]) for holder in holders]
        domains = [unraw(holder["domain"]) for holder in holders]
        judge = Boilerplate(keys.__getitem__, domains.__getitem__, quoted.__getitem__)
        is_common = judge.consider(row["key"], range(len(holders)))
        yield {"key": row["key"], "is_common": is_common, "is_cut": row["is_cut"]}


def common_keys(found: DataFrame, common: DataFrame) -> DataFrame:
    """The keys of boilerplate that each document has."""
    held = found.join(common, "key", "left_semi").select("key", fn.explode("holders.id").alias("id"))
    return held.groupBy("id").agg(fn.collect_list("key").alias("common"))


# --- pairs -----------------------------------------------------------------------------------------------------------


def pairs(found: DataFrame, common: DataFrame, most_holders: int | None) -> DataFrame:
    """Every two documents, `one` and `other`, that share enough keys which are not boilerplate."""
    own = found.join(common, "key", "left_anti")
    proposed = each_with_each(own.select("*", fn.size("holders").alias("count")), most_holders)
    one, other = fn.col("one"), fn.col("other")
    is_passage = fn.col("key").bitwiseAND(1) == 1
    is_enough = is_passage | (fn.col("count") <= FEW_HOLDERS) | one["is_short"] | other["is_short"]
    return (
        proposed.select(one["id"].alias("one"), other["id"].alias("other"), is_enough.alias("is_enough"))
        .groupBy("one", "other")
        .agg(fn.bool_or("is_enough").alias("is_enough"), fn.count("*").alias("shared"))
        .where("is_enough or shared > 1")
        .select("one", "other")
    )


def each_with_each(own: DataFrame, most_holders: int | None) -> DataFrame:
    """Every two of the `holders` of a `key`, of which it has a `count`; of too many, the first with each other one."""
    rest: Column = fn.col("count")
    if most_holders is not None:
        rest = fn.when((fn.col("count") <= most_holders) | (fn.col("at") == 0), rest).otherwise(0)
    return own.select("key", "count", "holders", fn.posexplode("holders").alias("at", "one")).select(
        "key", "count", "one", fn.explode(fn.slice("holders", fn.col("at") + 2, rest)).alias("other")
    )


def pairs_with_notices(documents: DataFrame, commons: DataFrame) -> DataFrame:
    """The pairs of documents that consist of boilerplate with those that contain it, by the keys *commons* of each."""
    suspects = documents.join(commons, "id").where(3 * fn.size("common") >= fn.size("keys"))
    notices = mapped(suspects.select("id", "common", "text"), _notices, _NOTICE)
    held = commons.select("id", fn.explode("common").alias("key"))
    of_notices = held.join(notices, "id", "left_semi").withColumnRenamed("id", "notice")
    met = of_notices.join(held, "key").where(fn.col("notice") != fn.col("id"))
    return met.select(
        fn.least("notice", "id").alias("one"), fn.greatest("notice", "id").alias("other")
    ).distinct()


def _notices(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        if trimming_of(unraw(row["text"]), frozenset(row["common"])).is_notice:
            yield {"id": row["id"]}

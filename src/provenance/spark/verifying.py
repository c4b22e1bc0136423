"""Pairs that are proposed, compared on their real texts, and who derives from whom, by `corpus.matching`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.boilerplate import Boilerplate
from provenance.corpus.credit import Credit
from provenance.corpus.derivations import Direction
from provenance.corpus.entry import Entry
from provenance.corpus.matching import Matching
from provenance.corpus.store import unraw
from provenance.spark.rows import Rows, fields, mapped, settled
from provenance.values.dates import Date

_SPAN: Final = pa.struct(dict.fromkeys(("start", "end", "source_start", "source_end"), pa.int32()))
DERIVATIONS: Final = fields(
    document=pa.string(),
    source=pa.string(),
    kind=pa.string(),
    jaccard=pa.float64(),
    containment=pa.float64(),
    direction=pa.string(),
    credit=pa.string(),
    shared=pa.list_(_SPAN),
)
"""What a line of ``provenance trace`` holds (docs/reference/output-formats.md)."""


def compared(
    documents: DataFrame, proposed: DataFrame, commons: DataFrame, min_containment: float | None
) -> DataFrame:
    """A row for each pair *proposed* of *documents* that meets a definition; *commons* are their keys of boilerplate.

    What a third document says about the credit that one of them gives is not looked at yet: `with_origins` does.
    """
    met = proposed.select(fn.explode(fn.array("one", "other")).alias("id")).distinct()
    involved = documents.join(met, "id", "left_semi")
    held = (
        involved.select("id", "entry", "text")
        .join(commons, "id", "left")
        .join(_known_names(documents, involved), "id", "left")
        .join(_dated_links(documents, involved), "id", "left")
    )
    whole = fn.struct("id", "entry", "text", "common", "known", "dated")
    pairs = proposed.join(held.select(fn.col("id").alias("other"), whole.alias("second")), "other").join(
        held.select(fn.col("id").alias("one"), whole.alias("first")), "one"
    )
    work = partial(_compared, min_containment=min_containment)
    return settled(mapped(pairs.select("first", "second"), work, DERIVATIONS))


def _known_names(documents: DataFrame, involved: DataFrame) -> DataFrame:
    """Of each document that credits somebody, which of the names that it may mean are publishers of the corpus."""
    publishers = documents.select(fn.explode("publishers").alias("publisher"))
    names = publishers.groupBy(fn.col("publisher.words").alias("words")).agg(
        fn.min("publisher.name").alias("name")
    )
    asked = involved.select("id", fn.explode("credited").alias("words"))
    return asked.join(names, "words").groupBy("id").agg(fn.collect_list("name").alias("known"))


def _dated_links(documents: DataFrame, involved: DataFrame) -> DataFrame:
    """Of each document, what the corpus keeps of the documents that it links to."""
    there = documents.select(fn.explode("addresses").alias("address"), "entry")
    linked = involved.select("id", fn.explode("links").alias("address"))
    return (
        linked.join(there, "address")
        .groupBy("id")
        .agg(fn.collect_list(fn.struct("address", "entry")).alias("dated"))
    )


class _Held:
    """The documents of some pairs, by numbers, with all that the corpus knows about them (`corpus.matching.Documents`)."""

    def __init__(self, rows: Rows) -> None:
        found = {side["id"]: side for row in rows for side in (row["first"], row["second"])}
        self.numbers = {name: number for number, name in enumerate(found)}
        self.commons = [frozenset(side["common"] or ()) for side in found.values()]
        self._entries = [Entry.from_json(side["entry"], unraw(side["text"])) for side in found.values()]
        self._known = {unraw(name) for side in found.values() for name in side["known"] or ()}
        self._dates: dict[str, set[Date]] = {}
        for side in found.values():
            for link in side["dated"] or ():
                dates = self._dates.setdefault(unraw(link["address"]), set())
                dates.update(Entry.from_json(link["entry"], "").published)

    def entry(self, number: int) -> Entry:
        return self._entries[number]

    def publishers(self) -> Iterable[str]:
        return self._known

    def dated(self, address: str) -> Iterable[Date]:
        return sorted(self._dates.get(address, ()))


def _compared(rows: Rows, *, min_containment: float | None) -> Iterator[dict[str, Any]]:
    held = _Held(rows)
    boilerplate = Boilerplate(held.commons.__getitem__, lambda _: "", lambda _: frozenset())
    boilerplate.common = set().union(*held.commons)
    matching = Matching(held, boilerplate)
    for row in rows:
        one, other = held.numbers[row["first"]["id"]], held.numbers[row["second"]["id"]]
        match = matching.match(one, other, min_containment)
        if match is not None:
            yield matching.line(match)


def with_origins(found: DataFrame) -> DataFrame:
    """*found* with credit given where both documents derive from a third that is credited (`derivations.with_origins`)."""
    origin, gives = fn.col("source").alias("origin"), fn.col("credit") == str(Credit.ACCURATE)
    credited = found.where(gives & (fn.col("direction") == str(Direction.CREDITED))).select(
        "document", origin
    )
    sources = found.where(fn.col("direction") != str(Direction.UNDETERMINED)).select(
        fn.col("document").alias("source"), origin
    )
    given = (
        found.select("document", "source").join(credited, "document").join(sources, ["source", "origin"])
    ).select("document", "source", fn.lit(str(Credit.ACCURATE)).alias("given"))
    credit = fn.coalesce("given", "credit").alias("credit")
    return found.join(given.distinct(), ["document", "source"], "left").select(
        *(credit if name == "credit" else fn.col(name) for name in DERIVATIONS.names)
    )

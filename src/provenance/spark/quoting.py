"""Quotations that several documents have, by joins over what they share; the rules are those of `corpus.quotations`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.entry import Entry
from provenance.corpus.quotations import (
    ALIKE,
    Occurrence,
    attributions_in,
    occurrences,
    shared_by,
    shared_groups,
)
from provenance.corpus.store import unraw
from provenance.corpus.words import SHINGLE
from provenance.spark.candidates import each_with_each
from provenance.spark.components import components
from provenance.spark.rows import Rows, fields, mapped, settled

_OCCURRENCE: Final = {"document": pa.string(), "start": pa.int64(), "end": pa.int64(), "words": pa.string()}
_PLACED: Final = {name: kind for name, kind in _OCCURRENCE.items() if name != "words"}
_WRITTEN: Final = pa.struct(_PLACED | {"text": pa.string(), "speaker": pa.string()})

QUOTATIONS: Final = fields(
    earliest=pa.string(),
    speakers=pa.list_(pa.string()),
    wordings=pa.int64(),
    findings=pa.list_(pa.string()),
    occurrences=pa.list_(_WRITTEN),
)
"""What a line of ``provenance trace --show quotations`` holds."""


def quotations(documents: DataFrame, most_holders: int | None) -> DataFrame:
    """A row for each quotation that several of *documents* have."""
    found = settled(mapped(documents.select("id", "text"), _occurrences, fields(**_OCCURRENCE)))
    parts = components(_alike(found.select("words").distinct(), most_holders))
    held = found.join(parts.withColumnRenamed("id", "words"), "words", "left")
    together = held.groupBy(fn.coalesce("component", "words").alias("component")).agg(
        fn.collect_list(fn.struct(*_OCCURRENCE)).alias("found"), fn.count_distinct("document").alias("count")
    )
    grouped = mapped(
        together.where("count > 1").select("found"), _grouped, fields(quotation=pa.string(), **_OCCURRENCE)
    )
    asked = grouped.groupBy("document").agg(fn.collect_list(fn.struct(*grouped.columns)).alias("found"))
    named = documents.withColumn("document", fn.decode("id", "UTF-8")).select("document", "entry", "text")
    spoken = fields(
        quotation=pa.string(), **_OCCURRENCE, speaker=pa.string(), text=pa.string(), entry=pa.binary()
    )
    told = mapped(asked.join(named, "document").select("found", "entry", "text"), _spoken, spoken)
    whole = told.groupBy("quotation").agg(fn.collect_list(fn.struct(*told.columns)).alias("found"))
    return mapped(whole.select("found"), _shared, QUOTATIONS)


def _alike(worded: DataFrame, most_holders: int | None) -> DataFrame:
    """Every two wordings, `one` and `other`, that may be of one quotation: all of which `corpus.quotations` says so."""
    items = fn.split("words", " ")
    runs = fn.transform(
        fn.sequence(fn.lit(1), fn.size(items) - (SHINGLE - 1)),
        lambda n: fn.array_join(fn.slice(items, n, SHINGLE), " "),
    )
    holders = (
        worded.select(fn.explode(fn.array_distinct(runs)).alias("key"), "words")
        .groupBy("key")
        .agg(fn.array_sort(fn.collect_list("words")).alias("holders"))
        .select("*", fn.size("holders").alias("count"))
        .where("count > 1")
    )
    met = each_with_each(holders, most_holders).select("one", "other").distinct()
    one, other = (fn.array_distinct(fn.split(side, " ")) for side in ("one", "other"))
    shared = fn.size(fn.array_intersect(one, other))
    return met.where(shared >= ALIKE * fn.least(fn.size(one), fn.size(other)))


def _occurrences(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield from map(_row, occurrences(Entry(unraw(row["id"]), unraw(row["text"]))))


def _grouped(rows: Rows) -> Iterator[dict[str, Any]]:
    """The occurrences of each quotation, which is named by the words of one of them: no other has them."""
    for row in rows:
        for group in shared_groups(map(_occurrence, row["found"])):
            name = _row(group[0])["words"]
            yield from ({"quotation": name, **_row(each)} for each in group)


def _spoken(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        text = unraw(row["text"])
        attributions = attributions_in(text)
        for each in row["found"]:
            said = _occurrence(each).said_by(attributions)
            yield {
                "quotation": each["quotation"],
                **_row(said),
                "speaker": said.speaker,
                "text": text[said.start : said.end],
                "entry": row["entry"],
            }


def _shared(rows: Rows) -> Iterator[dict[str, Any]]:
    for row in rows:
        texts = {_occurrence(each): each["text"] for each in row["found"]}
        dates = {each["document"]: Entry.from_json(each["entry"], "").published for each in row["found"]}
        yield shared_by(sorted(texts), dates).to_line(texts.__getitem__)


def _row(occurrence: Occurrence) -> dict[str, Any]:
    return occurrence._asdict() | {"words": " ".join(occurrence.words)}


def _occurrence(row: dict[str, Any]) -> Occurrence:
    return Occurrence(
        row["document"], row["start"], row["end"], tuple(row["words"].split(" ")), row.get("speaker", "")
    )

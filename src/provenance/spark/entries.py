"""Documents as a corpus on Spark keeps them: a row each, with all that is asked about them later.

Everything that a document says is kept as bytes, as the index on one machine keeps it: Spark compares them as that
does, and a lone surrogate survives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import DataFrame
from pyspark.sql import functions as fn

from provenance.corpus.boilerplate import quoted_keys
from provenance.corpus.citations import Affiliates, house_of
from provenance.corpus.credit import mentions, name_words, possible_names
from provenance.corpus.entry import Entry, entry_of
from provenance.corpus.keys import keys_of
from provenance.corpus.store import raw, sealed
from provenance.defects import spared
from provenance.document import Document
from provenance.errors import InputError
from provenance.reading.arrow import records_of
from provenance.reading.files import as_document
from provenance.reading.lines import Placed
from provenance.record import looked_for_of
from provenance.spark.rows import Batches, fields, mapped_batches, settled

ROWS_OF_A_PARTITION: Final = 33
"""Bits for the number of a row within its partition, as in Spark's own `monotonically_increasing_id`."""

_NAMES: Final = pa.list_(pa.binary())
_KEYS: Final = pa.list_(pa.int64())
ENTRIES: Final = fields(
    id=pa.binary(),
    place=pa.int64(),  # where it stands: of two documents of one id, the first is taken
    digest=pa.string(),
    domain=pa.binary(),
    house=pa.binary(),  # whose it is, as `citations.house_of` says
    keys=_KEYS,
    quoted=_KEYS,  # those of its passages that stand in quotation marks
    publishers=pa.list_(pa.struct({"words": pa.binary(), "name": pa.binary()})),
    credited=_NAMES,  # what could be the name of a publisher in a credit that it gives
    addresses=_NAMES,
    links=_NAMES,
    entry=pa.binary(),
    text=pa.binary(),
    problem=pa.string(),
    pointer=pa.string(),
)


def entries(
    documents: DataFrame,
    observed: Iterable[str],
    columns: Mapping[str, str] | None,
    affiliates: Affiliates,
) -> DataFrame:
    """A row for each of *documents*, with its `problem` and nothing else if it cannot be read."""
    named = dict(columns or {})
    looked_for = looked_for_of(observed, named)
    work = partial(_read, looked_for=looked_for, columns=named, affiliates=affiliates)
    return mapped_batches(documents, work, ENTRIES)


def _read(
    batches: Batches, *, looked_for: tuple[str, ...], columns: Mapping[str, str], affiliates: Affiliates
) -> Batches:
    place = TaskContext.get().partitionId() << ROWS_OF_A_PARTITION
    for batch in batches:
        placed = (Placed(record, str(n)) for n, record in enumerate(records_of(batch), place))
        rows = [_row(each, looked_for, columns, affiliates) for each in placed]
        yield pa.RecordBatch.from_pylist(rows, schema=ENTRIES)
        place += batch.num_rows


def _row(
    placed: Placed, looked_for: tuple[str, ...], columns: Mapping[str, str], affiliates: Affiliates
) -> dict[str, Any]:
    def row(placed: Placed) -> dict[str, Any]:
        document = as_document(placed, looked_for, columns)
        if isinstance(document, InputError):
            raise document
        return _row_of(document, int(placed.place), affiliates)

    found = spared(row, placed, placed.place)
    if isinstance(found, InputError):
        name, problem, pointer = raw(found.record_id), found.problem, found.pointer
        return {"id": name, "place": int(placed.place), "problem": problem, "pointer": pointer}
    return found


def _row_of(document: Document, place: int, affiliates: Affiliates) -> dict[str, Any]:
    entry, digest, content, text = sealed(entry_of(document))
    return {
        "id": raw(entry.id),
        "place": place,
        "digest": digest,
        "domain": raw(entry.domain),
        "house": raw(house_of(entry.sites, affiliates)),
        "keys": sorted(keys_of(entry.text)),
        "quoted": sorted(quoted_keys(entry.text)),
        "publishers": [{"words": _joined(name_words(name)), "name": raw(name)} for name in entry.publishers],
        "credited": sorted(set(_credited(entry))),
        "addresses": [raw(address) for address in entry.addresses],
        "links": [raw(link) for link in entry.links],
        "entry": content,
        "text": text,
    }


def _credited(entry: Entry) -> Iterator[bytes]:
    for mention in mentions(entry.text):
        yield from map(_joined, possible_names(mention.phrase))


def _joined(words: Iterable[str]) -> bytes:
    return raw(" ".join(words))


def read_well(found: DataFrame) -> DataFrame:
    """The entries of documents that could be read, the first of each id."""
    good = found.where(fn.col("problem").isNull())
    return good.join(settled(_again(good)), ["id", "place"], "left_anti")


def rejected(found: DataFrame) -> DataFrame:
    """The rows that could not be read, and those with the id of an earlier one but not its content; with the reason."""
    problems = found.where(fn.col("problem").isNotNull()).select("id", "place", "problem", "pointer")
    again = _again(found.where(fn.col("problem").isNull())).where("differs")
    return problems.unionByName(
        again.select(
            "id",
            "place",
            fn.format_string("there are two documents with the id '%s'", fn.decode("id", "UTF-8")).alias(
                "problem"
            ),
            fn.lit("/id").alias("pointer"),
        )
    ).select(fn.decode("id", "UTF-8").alias("id"), "problem", "pointer")


def _again(good: DataFrame) -> DataFrame:
    """Where documents stand whose id an earlier one has, and whether they differ from it."""
    same = good.groupBy("id").agg(
        fn.count("*").alias("count"), fn.min(fn.struct("place", "digest")).alias("first")
    )
    return (
        same.where("count > 1")
        .join(good.select("id", "place", "digest"), "id")
        .where(fn.col("place") != fn.col("first.place"))
        .select("id", "place", (fn.col("digest") != fn.col("first.digest")).alias("differs"))
    )

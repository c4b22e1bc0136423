"""The columnar core: a record batch of documents in, a record batch of scores out, row by row (extra `parquet`).

A batch of scores has the schema that `schema` gives: what a score line holds, with the features as columns, and the
problem of a row that could not be read, whose other columns are null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from provenance.assessment import Assessment, Scorer
from provenance.codec import json_line
from provenance.defects import spared
from provenance.errors import ConfigurationError, InputError, shown
from provenance.foreign import named_twice, record_of
from provenance.reading.arrow import arrow, records_of
from provenance.reading.files import as_document
from provenance.reading.lines import Placed
from provenance.record import looked_for_of
from provenance.render.lines import SCHEMA, score_line

if TYPE_CHECKING:
    import pyarrow as pa

_TEXT: Final = ("id", "digest", "policy", "profile", "band")
_POINTS: Final = ("score", "ceiling", "applicable", "coverage")
_LISTS: Final = ("flags", "reasons")
_PROBLEM: Final = ("problem", "pointer")
_NESTED: Final = ("axes", "families")
_KEYS: Final = ("id", "digest", "policy", "profile", *_POINTS, "band", *_NESTED)
"""What stands in a score line before the features, in its order."""


def score_batch(
    batch: pa.RecordBatch,
    scorer: Scorer,
    *,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    first: int = 0,
) -> pa.RecordBatch:
    """The scores of the documents in *batch*, one row for each, in order.

    Args:
        batch: one document a row; nulls are unknown, nested columns may be lists and structs.
        scorer: how to score.
        observed: fields that were looked for in every row: null then means absent.
        columns: where fields stand whose columns are called otherwise: ``{"published": "date_field"}``.
        first: the number of the first row, which names documents without an id.

    Raises:
        ConfigurationError: *observed* or *columns* names what is no field; *batch* is none, or names a column twice.
        MissingExtraError: pyarrow is not installed.
    """
    pa = arrow("scoring in columns")
    if not isinstance(batch, pa.RecordBatch):
        raise ConfigurationError(f"batch: expected a pyarrow.RecordBatch, found {shown(batch)}")
    check_names(batch.schema.names)
    return score_rows(records_of(batch), scorer, observed=observed, columns=columns, first=first)


def check_names(names: Iterable[object]) -> None:
    """Refuse columns of which one would be lost.

    Raises:
        ConfigurationError: two have one name.
    """
    twice = named_twice(names)
    if twice:
        raise ConfigurationError(f"two columns have one name, and one of them would be lost: {shown(twice)}")


def score_rows(
    rows: Iterable[Mapping[str, Any]],
    scorer: Scorer,
    *,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] | None = None,
    first: int = 0,
) -> pa.RecordBatch:
    """Like `score_batch`, of rows as any tool gives them; None, NaN, NaT and NA are unknown."""
    named = columns or {}
    looked_for = looked_for_of(observed, named)
    documents = (
        as_document(Placed(record_of(row), str(number)), looked_for, named)
        for number, row in enumerate(rows, first)
    )
    return batch_of(scorer.score_many(documents), scorer)


def batch_of(assessments: Iterable[Assessment | InputError], scorer: Scorer) -> pa.RecordBatch:
    """The assessments that *scorer* made, and the errors among them, as a batch of scores."""
    rows = (each if isinstance(each, InputError) else spared(row_of, each, _id_of) for each in assessments)
    return batch_of_rows([_of_problem(row) if isinstance(row, InputError) else row for row in rows], scorer)


def batch_of_rows(rows: Sequence[Mapping[str, Any]], scorer: Scorer) -> pa.RecordBatch:
    """A batch of scores of rows that were made already, each with `row_of`."""
    pa = arrow("scoring in columns")
    return pa.RecordBatch.from_pylist(rows, schema=schema(scorer))


def row_of(assessment: Assessment) -> dict[str, Any]:
    """A row of a batch of scores."""
    line = score_line(assessment.card)
    return {**line, **line["features"]}


def _of_problem(problem: InputError) -> dict[str, Any]:
    return {"problem": problem.problem, "pointer": problem.pointer}


def _id_of(assessment: Assessment) -> str:
    return assessment.id


def schema(scorer: Scorer) -> pa.Schema:
    """The schema of the scores that *scorer* makes: it hangs on its policy and its registry, and on nothing else."""
    pa = arrow("scoring in columns")
    plan = scorer.plan
    text, number, texts = pa.string(), pa.float64(), pa.list_(pa.string())
    part = [pa.field(name, number) for name in ("score", "ceiling", "points")]
    axis = pa.struct([*part, pa.field("coverage", number), pa.field("band", text)])
    nested = {
        "axes": pa.struct([pa.field(name, axis) for name in plan.policy.axes]),
        "families": pa.struct([pa.field(name, pa.struct(part)) for name, *_ in plan.families]),
    }
    keys = [key for key in _KEYS if key != "profile" or plan.policy.profile]
    types = dict.fromkeys(_TEXT, text) | dict.fromkeys(_POINTS, number) | nested
    features = [name for name in plan.registry.ids if name not in plan.left_out]
    return pa.schema(
        [
            *(pa.field(key, types[key]) for key in keys),
            *(pa.field(name, number) for name in features),
            *(pa.field(name, texts) for name in _LISTS),
            *(pa.field(name, text) for name in _PROBLEM),
        ],
        metadata={"provenance.schema": SCHEMA},
    )


def to_lines(batch: pa.RecordBatch) -> Iterator[str]:
    """The score lines that a batch of scores holds, the same as `provenance score` writes them, but for ratings.

    Rejects have no lines.
    """
    named = {*_KEYS, *_LISTS, *_PROBLEM}
    features = [name for name in batch.schema.names if name not in named]
    keys = [key for key in _KEYS if key in batch.schema.names]
    for row in batch.to_pylist():
        if row["problem"] is None:
            yield json_line(
                {"schema": SCHEMA}
                | {key: row[key] for key in keys}
                | {"features": {name: row[name] for name in features}}
                | {name: row[name] for name in _LISTS}
            )

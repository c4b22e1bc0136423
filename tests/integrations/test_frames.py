"""Frames and data sets: the same bytes as the plain call, row by row; NaN, NaT and NA are unknown."""

import datetime as dt
import importlib
import json

import pytest

from provenance import ConfigurationError, Scorer
from provenance.codec import json_line
from provenance.foreign import record_of

pa = pytest.importorskip("pyarrow")
to_lines = importlib.import_module("provenance.columnar").to_lines


def lines_of(table, prefix=""):
    """The score lines in the columns of a table."""
    own = [name for name in table.column_names if name.startswith(prefix)]
    renamed = table.select(own).rename_columns([name.removeprefix(prefix) for name in own])
    return [line for batch in renamed.combine_chunks().to_batches() for line in to_lines(batch)]


@pytest.fixture
def pandas():
    module = pytest.importorskip("pandas")
    importlib.import_module("provenance.integrations.pandas")
    return module


@pytest.fixture
def polars():
    module = pytest.importorskip("polars")
    importlib.import_module("provenance.integrations.polars")
    return module


def test_pandas(pandas, rows, scorer, scored):
    frame = pandas.DataFrame(rows, index=[f"row {n}" for n in range(len(rows))])
    found = frame.provenance.score(scorer)
    assert list(found.index) == list(frame.index)
    assert lines_of(pa.Table.from_pandas(found, preserve_index=False)) == scored
    assert found["problem"].notna().sum() == len(rows) - len(scored)


def test_what_pandas_writes_for_nothing_is_unknown(pandas, scorer):
    cells = [None, float("nan"), pandas.NaT, pandas.NA]
    frame = pandas.DataFrame(
        {"id": list("abcd"), "authors": pandas.Series(cells, dtype=object), "published": cells}
    )
    found = frame.provenance.score(scorer)
    assert found["author.named"].isna().all()
    assert found["date.published"].isna().all()
    observed = frame.provenance.score(scorer, observed=["authors"])
    assert list(observed["author.named"]) == [0.0] * 4


def test_pandas_columns_that_are_named_twice(pandas, scorer):
    frame = pandas.DataFrame([["a", "A", "B"]], columns=["id", "publisher", "publisher"])
    with pytest.raises(ConfigurationError, match="one of them would be lost"):
        frame.provenance.score(scorer)


def test_a_cell_that_holds_a_set(pandas, scorer):
    """As they come, whatever the hashes of the day: it was read as one name, spelled ``{'Jane Doe', …}``."""
    frame = pandas.DataFrame({"authors": [{"Jane Doe", "John Roe"}, frozenset()]})
    assert list(frame.provenance.score(scorer)["author.named"]) == [1.0, 0.0]
    assert record_of({"a": {"c", "b", "a"}}) == {"a": ["a", "b", "c"]}


def test_pandas_types(pandas, scorer):
    day = pandas.Timestamp("2024-05-01 10:00", tz="UTC")
    frame = pandas.DataFrame(
        {"id": pandas.array([1, None], "Int64"), "published": [day, None], "authors": [("Ada Vale",), None]}
    )
    frame["has_author"] = pandas.array([True, None], "boolean")
    found = frame.provenance.score(scorer)
    alone = scorer.score_many(
        [{"id": 1, "published": day.isoformat(), "authors": ["Ada Vale"], "has_author": True}]
    )
    assert lines_of(pa.Table.from_pandas(found))[0] == json_line(next(alone).to_line())
    assert found["id"][1] == "1"  # the number of its row


def test_pandas_cells_of_any_kind(pandas, scorer):
    frame = pandas.DataFrame(
        {"id": list("abcde"), "authors": [5, "Ada Vale", ["Ada Vale"], {"name": "Ada Vale"}, object()]}
    )
    assert frame.provenance.score(scorer)["problem"].isna().all()


def test_polars(polars, rows, scorer, scored):
    frame = polars.DataFrame(rows, infer_schema_length=None)
    found = frame.provenance.score(scorer)
    assert lines_of(found.to_arrow()) == scored
    lazy = frame.lazy().provenance.score(scorer)
    assert lazy.collect_schema() == found.schema
    assert lazy.filter(polars.col("score") > 0).collect().equals(found.filter(polars.col("score") > 0))


def test_what_polars_writes_for_nothing_is_unknown(polars, scorer):
    frame = polars.DataFrame(
        {"id": ["a", "b"], "authors": [None, "Ada Vale"], "published": [float("nan"), None]}
    )
    found = frame.provenance.score(scorer, observed=["published"])
    assert found["author.named"].to_list() == [None, 1.0]
    assert found["date.published"].to_list() == [0.0, 0.0]


@pytest.fixture
def datasets(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    module = pytest.importorskip("datasets")
    module.disable_progress_bars()
    return module


def scores(**options):
    return importlib.import_module("provenance.integrations.datasets").Scores(**options)


def test_datasets(datasets, rows, scorer, scored):
    dataset = datasets.Dataset.from_list(rows)
    found = dataset.map(scores(scorer=scorer), batched=True, batch_size=70, with_indices=True)
    assert found["id"] == dataset["id"]
    assert lines_of(found.with_format("arrow")[:], "provenance.") == scored


def test_datasets_shared_and_streamed(datasets, rows, scorer, scored):
    dataset = datasets.Dataset.from_list(rows)
    shared = dataset.map(scores(scorer=scorer), batched=True, batch_size=100, with_indices=True, num_proc=2)
    assert lines_of(shared.with_format("arrow")[:], "provenance.") == scored
    stream = dataset.to_iterable_dataset().map(
        scores(scorer=scorer), batched=True, batch_size=64, with_indices=True
    )
    streamed = list(stream)
    assert [row["provenance.score"] for row in streamed] == shared["provenance.score"][:]
    assert [row["provenance.problem"] for row in streamed] == shared["provenance.problem"][:]


# --- cells, without any tool ------------------------------------------------------------------------------------------


class NAType:
    """Stands in for the one of pandas: nothing can be compared with it."""

    def __ne__(self, other):
        return self

    def __eq__(self, other):
        return self

    __hash__ = None

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


class Array:
    def __init__(self, *cells):
        self.cells = cells

    def __ne__(self, other):
        return Array(*(True for _ in self.cells))

    __eq__ = __ne__
    __hash__ = None

    def __bool__(self):
        raise ValueError("the truth value of an array is ambiguous")

    def tolist(self):
        return list(self.cells)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, {}),
        (float("nan"), {}),
        (NAType(), {}),
        ("", {"cell": ""}),
        ([], {"cell": []}),
        (Array("a", float("nan")), {"cell": ["a", None]}),
        ({"name": "x", "url": None}, {"cell": {"name": "x"}}),
        (dt.date(2024, 5, 1), {"cell": "2024-05-01"}),
        (True, {"cell": True}),
        (10**30, {"cell": 10**30}),
        (float("inf"), {"cell": float("inf")}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_cells_as_json(cell, expected):
    assert record_of({"cell": cell}) == expected


def test_an_infinite_number_is_no_end(scorer):
    found = list(scorer.score_many([record_of({"id": "a", "authors": float("inf")})]))
    json.dumps(found[0].to_line())
    assert isinstance(Scorer(), Scorer)

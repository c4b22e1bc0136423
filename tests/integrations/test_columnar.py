"""The columnar core, and what reads and writes columns."""

import datetime as dt
import decimal
import gzip
import importlib
import json
import subprocess
import sys

import pytest

from provenance import ConfigurationError, Document, InputError, Scorer, read_many
from provenance.codec import json_line
from provenance.foreign import record_of

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

schema, score_batch, score_rows, to_lines = (
    getattr(importlib.import_module("provenance.columnar"), name)
    for name in ("schema", "score_batch", "score_rows", "to_lines")
)


@pytest.fixture(scope="module")
def batch(rows):
    return pa.RecordBatch.from_pylist(rows)


def test_the_lines_of_a_batch_are_those_of_the_plain_call(batch, scorer, scored):
    assert list(to_lines(score_batch(batch, scorer))) == scored


def test_there_is_a_row_for_each_row(batch, scorer, plain):
    found = score_batch(batch, scorer)
    assert found.schema == schema(scorer)
    assert found.num_rows == batch.num_rows
    assert [problem is None for problem in found["problem"].to_pylist()] == [
        line is not None for line in plain
    ]
    reject = found.to_pylist()[plain.index(None)]
    assert (reject["pointer"], reject["score"]) == ("/has_author", None)


def test_batches_may_be_cut_anywhere(batch, scorer, scored):
    parts = [batch.slice(n, 70) for n in range(0, batch.num_rows, 70)]
    found = [score_batch(part, scorer, first=70 * n) for n, part in enumerate(parts)]
    assert [line for part in found for line in to_lines(part)] == scored


@pytest.mark.parametrize("profile", ["", "metadata", "text"])
def test_the_schema_hangs_on_the_policy_alone(profile):
    scorer = Scorer(profile=profile)
    lines = [json_line(scorer.score(Document.from_record({"id": str(n)})).to_line()) for n in range(2)]
    found = score_rows([{"id": str(n)} for n in range(2)], scorer)
    assert list(to_lines(found)) == lines
    assert score_rows([], scorer).schema == found.schema == schema(scorer)
    features = [name for name in found.schema.names if "." in name]
    assert features == list(json.loads(lines[0])["features"])


def test_columns_and_observed_as_everywhere(scorer):
    batch = pa.RecordBatch.from_pylist([{"id": "a", "writer": "Jane Doe"}, {"id": "b", "writer": None}])
    found = score_batch(batch, scorer, columns={"authors": "writer"}, observed=["authors"])
    assert found["author.named"].to_pylist() == [1.0, 0.0]
    assert score_batch(batch, scorer)["author.named"].to_pylist() == [None, None]
    with pytest.raises(ConfigurationError, match="did you mean 'authors'"):
        score_batch(batch, scorer, observed=["autors"])
    with pytest.raises(ConfigurationError, match=r"expected a pyarrow\.RecordBatch, found"):
        score_batch([{"id": "a"}], scorer)


@pytest.mark.parametrize(
    ("cell", "kind", "expected"),
    [
        (
            dt.datetime(2024, 5, 1, 10, tzinfo=dt.UTC),
            pa.timestamp("ns", "UTC"),
            "2024-05-01T10:00:00+00:00",
        ),
        (1714557600, pa.timestamp("s"), "2024-05-01T10:00:00"),
        (dt.date(2024, 5, 1), pa.date32(), "2024-05-01"),
        (1714557600123456789, pa.timestamp("ns"), "2024-05-01T10:00:00.123456"),
        (2**62, pa.timestamp("s"), "unreadable timestamp[s]"),
        (
            [{"at": 1714557600123456789}],
            pa.list_(pa.struct([("at", pa.timestamp("ns"))])),
            [{"at": "2024-05-01T10:00:00.123456"}],
        ),
        (float("nan"), pa.float64(), None),
        (decimal.Decimal("3.00"), pa.decimal128(9, 2), 3),
        (decimal.Decimal("3.25"), pa.decimal128(9, 2), 3.25),
        (b"caf\xc3\xa9 \xff", pa.binary(), "café \ufffd"),
        ("a", pa.dictionary(pa.int8(), pa.string()), "a"),
        ([("a", 1)], pa.map_(pa.string(), pa.int64()), [["a", 1]]),
        ([1.0, None, float("nan")], pa.list_(pa.float64()), [1.0, None, None]),
        ([b"x"], pa.large_list(pa.binary()), ["x"]),
    ],
    ids=str,
)
def test_every_type_of_column_makes_json(cell, kind, expected):
    from provenance.reading.arrow import records_of

    column = pa.array([cell, None], kind)
    records = list(records_of(pa.RecordBatch.from_arrays([column], ["cell"])))
    assert records == [{} if expected is None else {"cell": expected}, {}]
    json.dumps(records)


TWICE = pa.RecordBatch.from_arrays(
    [pa.array(["a"]), pa.array(["A"]), pa.array(["B"])], ["id", "publisher", "publisher"]
)


def test_a_column_that_is_named_twice_would_be_lost(scorer, tmp_path):
    with pytest.raises(ConfigurationError, match=r"one of them would be lost: \['publisher'\]"):
        score_batch(TWICE, scorer)
    for name in ("a.parquet", "a.arrow", "a.arrows"):
        (found,) = read_many(written(tmp_path / name, TWICE))
        assert str(found) == f"{tmp_path / name}: names a column twice: ['publisher']"


def test_rows_of_no_column():
    from provenance.reading.arrow import records_of

    empty = pa.RecordBatch.from_pylist([{"a": 1}, {"a": 2}]).select([])
    assert list(records_of(empty)) == [{}, {}]


# --- files ------------------------------------------------------------------------------------------------------------


def written(path, batch):
    """*batch* in a file of the kind that *path* says."""
    name = path.name.removesuffix(".gz")
    sink = pa.BufferOutputStream()
    if name.endswith(".parquet"):
        pq.write_table(pa.Table.from_batches([batch]), sink, row_group_size=100)
    else:
        make = pa.ipc.new_stream if name.endswith(".arrows") else pa.ipc.new_file
        with make(sink, batch.schema) as writer:
            writer.write_batch(batch)
    content = sink.getvalue().to_pybytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize(
    "name", ["in.parquet", "in.arrow", "in.feather", "in.arrows", "in.arrows.gz", "in.arrow.gz"]
)
def test_files_of_columns_are_read(tmp_path, batch, rows, name):
    path = written(tmp_path / name, batch)
    found = list(read_many(path))
    named = {n: record_of(row) for n, row in enumerate(rows, 1)}
    assert len(found) == len(named)
    for number, document in enumerate(found, 1):
        place = f"{path}:{number}"
        if isinstance(document, InputError):
            assert document.place == place
        else:
            assert document.id == named[number].get("id", place)


@pytest.mark.parametrize("name", ["in.parquet", "in.arrow", "in.arrows"])
@pytest.mark.parametrize("content", [b"", b"nothing", b"ARROW1", b"PAR1" * 9])
def test_what_is_no_file_of_columns(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    problem = next(iter(read_many(path)))
    assert isinstance(problem, InputError)
    assert problem.place == str(path)
    assert "or broken" in problem.problem


def run(folder, *args, stdin=None):
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "score", *map(str, args)],
        cwd=folder,
        capture_output=True,
        input=stdin,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("workers", [1, 2])
def test_columns_in_and_columns_out(tmp_path, batch, scored, scorer, workers):
    written(tmp_path / "in.parquet", batch)
    lines = [json.loads(line) for line in scored]
    options = ("in.parquet", "--as-of", "2026-11-21", "-q", "--workers", workers)
    for name, read in {"out.parquet": pq.read_table, "out.arrow": _read_arrow}.items():
        done = run(tmp_path, *options, "--format", name[4:], "-o", name, "--rejects", "rejects")
        assert done.returncode == 3
        table = read(tmp_path / name).combine_chunks()
        assert table.schema == schema(scorer)
        found = [json.loads(line) for part in table.to_batches() for line in to_lines(part)]
        assert [_unnamed(line) for line in found] == [_unnamed(line) for line in lines]
    assert len((tmp_path / "rejects").read_text().splitlines()) == batch.num_rows - len(scored)


def _read_arrow(path):
    return pa.ipc.open_file(path).read_all()


def _unnamed(line):
    """A score line without the id of a document that had none, which is called by its place then."""
    return line | {"id": None if line["id"].isdigit() or ":" in line["id"] else line["id"]}


def test_columns_through_a_pipe(tmp_path, batch):
    written(tmp_path / "in.arrows", batch)
    content = (tmp_path / "in.arrows").read_bytes()
    lines = run(tmp_path, "-", "--input-format", "arrow", stdin=content).stdout
    for form in ("arrow", "parquet"):
        out = run(tmp_path, "-", "--input-format", "arrow", "--format", form, stdin=content).stdout
        table = pa.ipc.open_stream(out).read_all() if form == "arrow" else pq.read_table(pa.BufferReader(out))
        found = [line for part in table.combine_chunks().to_batches() for line in to_lines(part)]
        assert "".join(f"{line}\n" for line in found).encode() == lines


def test_an_empty_input_is_an_empty_table(tmp_path, scorer):
    (tmp_path / "in.jsonl").write_text("")
    for form in ("arrow", "parquet"):
        assert run(tmp_path, "in.jsonl", "--format", form, "-o", f"out.{form}").returncode == 0
    assert pq.read_table(tmp_path / "out.parquet").schema == schema(scorer)
    assert _read_arrow(tmp_path / "out.arrow").num_rows == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--format", "parquet", "-o", "out.parquet.gz"), b"parquet is compressed in itself: leave .gz out"),
        (("--format", "parquet", "-o", "out.parquet", "--resume"), b"expected --output"),
    ],
)
def test_what_cannot_be_asked_of_columns(tmp_path, args, said):
    (tmp_path / "in.jsonl").write_text('{"id": "a"}\n')
    done = run(tmp_path, "in.jsonl", *args)
    assert done.returncode == 2
    assert said in done.stderr


def test_many_rows_make_row_groups_of_one_size_for_every_number_of_workers(tmp_path):
    (tmp_path / "in.jsonl").write_text("".join(f'{{"id": "{n}"}}\n' for n in range(20_000)))
    for workers in (1, 2):
        done = run(
            tmp_path,
            "in.jsonl",
            "--format",
            "parquet",
            "-o",
            f"{workers}.parquet",
            "--workers",
            workers,
            "-q",
        )
        assert done.returncode == 0
    metadata = pq.ParquetFile(tmp_path / "1.parquet").metadata
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [16384, 3616]
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "2.parquet").read_bytes()

"""Parquet and Arrow: batches of rows, each row a record; nulls are unknown, since nobody says that anybody looked."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final

from provenance.errors import InputError, MissingExtraError, shown
from provenance.foreign import named_twice, record_of
from provenance.reading.sources import Source

if TYPE_CHECKING:
    import pyarrow as pa

ROWS: Final = 256
"""Rows in a batch: with texts of some kilobytes, a megabyte."""
_FILE_BEGINS: Final = b"ARROW1"
"""How Arrow's file format begins; its stream format does not."""


def arrow(need: str) -> Any:
    """The module `pyarrow`.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError(need, "parquet") from None
    return pa


def batches(stream: IO[bytes], source: Source) -> Iterator[pa.RecordBatch | InputError]:
    """The batches of a Parquet or Arrow file, in order, of at most `ROWS` rows; an error where reading breaks off.

    Were a column named twice, one of the two would be lost: such a file is refused.
    """
    pa = arrow("reading rows")
    try:
        for batch in _parquet(stream) if source.kind == "parquet" else _arrow(stream):
            twice = named_twice(batch.schema.names)
            if twice:
                yield InputError(f"names a column twice: {shown(twice)}", place=source.name)
                return
            yield from (batch.slice(start, ROWS) for start in range(0, batch.num_rows, ROWS))
    except (pa.ArrowException, OSError, EOFError, ValueError) as problem:
        said = str(problem).partition("\n")[0] or type(problem).__name__
        yield InputError(f"not {source.kind.title()}, or broken: {said}", place=source.name)


def _parquet(stream: IO[bytes]) -> Iterator[pa.RecordBatch]:
    from pyarrow.parquet import ParquetFile

    seekable = stream if stream.seekable() else BytesIO(stream.read())
    yield from ParquetFile(seekable).iter_batches(batch_size=ROWS, use_threads=False)


def _arrow(stream: IO[bytes]) -> Iterator[pa.RecordBatch]:
    from pyarrow import ipc

    seekable = stream if stream.seekable() else BytesIO(stream.read())
    is_file = seekable.read(len(_FILE_BEGINS)) == _FILE_BEGINS
    seekable.seek(0)
    if not is_file:
        yield from ipc.open_stream(seekable)
        return
    file = ipc.open_file(seekable)
    yield from map(file.get_batch, range(file.num_record_batches))


def packed(batch: pa.RecordBatch) -> bytes:
    """*batch* as bytes that can be sent, as a stream of Arrow."""
    pa = arrow("sending rows")
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def unpacked(content: bytes) -> pa.RecordBatch:
    """The batch that `packed` made bytes of."""
    return arrow("reading rows").ipc.open_stream(content).read_next_batch()


def records_of(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The record of each row; nulls are left out, in structs too."""
    names = batch.schema.names
    cells = [_values(column) for column in batch.columns]
    for row in zip(*cells, strict=True):
        yield record_of(dict(zip(names, row, strict=True)))
    if not cells:
        yield from ({} for _ in range(batch.num_rows))


def _values(column: Any) -> list[Any]:
    """The cells of a column; times in microseconds, which is what Python's own can hold."""
    pa = arrow("reading rows")
    wanted = _timed(column.type)
    try:
        cells: list[Any] = (column if wanted == column.type else column.cast(wanted, safe=False)).to_pylist()
    except (pa.ArrowException, ValueError, OverflowError):
        cells = [_value(cell) for cell in column]
    return cells


def _value(cell: Any) -> Any:
    """One cell, or, where it is no day that a calendar has, words that are none either."""
    try:
        return cell.as_py()
    except (ValueError, OverflowError):
        return f"unreadable {cell.type}"


def _timed(kind: Any) -> Any:
    """The type *kind* with microseconds for nanoseconds, however deep."""
    pa = arrow("reading rows")
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return pa.timestamp("us", kind.tz)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(_timed(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(_timed(field.type)) for field in kind])
    return kind

"""Scores as Parquet or Arrow, written batch by batch."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from provenance.reading.arrow import arrow

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_ROW_GROUP: Final = 1 << 14
"""Rows of a row group: a few megabytes, however small the pieces are that come in."""


class Table:
    """A table of scores on its way to a file.

    Args:
        form: ``parquet`` or ``arrow``.
        schema: that of the batches.
        write: where the bytes go.
        is_file: whether they make a file, of which Arrow writes another format than into a pipe.
    """

    def __init__(self, form: str, schema: Any, write: Callable[[bytes], object], *, is_file: bool) -> None:
        self._pa = arrow(f"writing {form.title()}")
        self._schema = schema
        self._waiting: list[Any] = []
        self._count = 0
        sink = _Sink(write)
        if form == "parquet":
            from pyarrow.parquet import ParquetWriter

            self._writer = ParquetWriter(sink, schema)
        else:
            self._writer = (self._pa.ipc.new_file if is_file else self._pa.ipc.new_stream)(sink, schema)

    def add(self, content: bytes) -> None:
        """Add the batches in *content*: streams of Arrow, one after the other."""
        source = self._pa.BufferReader(content)
        while source.tell() < len(content):
            self._waiting += self._pa.ipc.open_stream(source)
        self._count = sum(batch.num_rows for batch in self._waiting)
        if self._count >= _ROW_GROUP:
            self._write(self._count - self._count % _ROW_GROUP)

    def close(self) -> None:
        """Write what is left, and what stands at the end."""
        if self._count:
            self._write(self._count)
        self._writer.close()

    def _write(self, count: int) -> None:
        table = self._pa.Table.from_batches(self._waiting, self._schema)
        whole = table.slice(0, count).combine_chunks()
        for start in range(0, count, _ROW_GROUP):
            self._writer.write_table(whole.slice(start, _ROW_GROUP))
        rest = table.slice(count)
        self._waiting, self._count = rest.to_batches(), rest.num_rows


class _Sink(io.RawIOBase):
    """A file that is only written to, and that whoever opened it closes."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._length = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._length

    def write(self, content: ReadableBuffer) -> int:
        written = bytes(content)
        self._write(written)
        self._length += len(written)
        return len(written)

"""Input in pieces that can be read elsewhere: bytes, as far as pieces can be told apart without reading them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import IO, TYPE_CHECKING, Final, NamedTuple, Protocol

from provenance.defects import unbroken
from provenance.errors import InputError
from provenance.reading.files import Value, place_of, placed_rows, whole, whole_values
from provenance.reading.lines import broken_line, is_blank, lines_of, placed_line
from provenance.reading.sources import (
    ARCHIVES,
    COMPRESSED,
    TABLES,
    Source,
    broken_reads,
    opened,
)
from provenance.reading.table import rows

if TYPE_CHECKING:
    from provenance.reading.warc import Damage, Record


class Size(NamedTuple):
    """How much goes into a chunk: so many records and so many bytes, at the least."""

    records: int
    content: int


SHORT: Final = Size(16, 0)
"""Results show soon."""
LONG: Final = Size(64, 1 << 18)
"""Next to the work on it, it costs little to send a chunk to another process."""
_MOST: Final = 1 << 22
"""Bytes after which a chunk ends, however few its records are."""


class Chunk(Protocol):
    """A piece of the input."""

    @property
    def place(self) -> str:
        """Where it begins."""
        ...

    def values(self) -> Iterator[Value]:
        """What stands in it, in order."""
        ...

    def split(self) -> Sequence[Chunk]:
        """Chunks of one document each."""
        ...

    def checksum(self, before: int) -> int:
        """The CRC-32 of it and of what came before, which had the checksum *before*."""
        ...


class Lines(NamedTuple):
    """Lines of JSON, and the number of the first."""

    source: Source
    first: int
    content: bytes

    @property
    def place(self) -> str:
        """The first line."""
        return f"{self.source.name}:{self.first}"

    def values(self) -> Iterator[Value]:
        """The value of each line that is not blank."""
        for number, line in self._numbered():
            yield placed_line(line, f"{self.source.name}:{number}")

    def split(self) -> Sequence[Chunk]:
        """A chunk for each line that is not blank."""
        return [Lines(self.source, number, line) for number, line in self._numbered()]

    def checksum(self, before: int) -> int:
        """The checksum of the lines."""
        return zlib.crc32(self.content, before)

    def _numbered(self) -> Iterator[tuple[int, bytes]]:
        for number, line in enumerate(BytesIO(self.content), self.first):
            if not is_blank(line):
                yield number, line


class Whole(NamedTuple):
    """A text, a page, a feed or a JSON file."""

    source: Source
    content: bytes

    @property
    def place(self) -> str:
        """The file."""
        return self.source.name

    def values(self) -> Iterator[Value]:
        """What stands in the file."""
        return whole_values(self.source, self.content)

    def split(self) -> Sequence[Chunk]:
        """Itself, where it is one document; else a chunk for each."""
        if self.source.kind in ("text", "html"):
            return [self]
        return [Values((value,)) for value in self.values()]

    def checksum(self, before: int) -> int:
        """The checksum of the file."""
        return zlib.crc32(self.content, before)


class Rows(NamedTuple):
    """Rows of columns, as a stream of Arrow, and the number of the first."""

    source: Source
    first: int
    content: bytes

    @property
    def place(self) -> str:
        """The first row."""
        return f"{self.source.name}:{self.first}"

    def values(self) -> Iterator[Value]:
        """The record of each row."""
        from provenance.reading.arrow import unpacked

        return placed_rows(unpacked(self.content), self.source, self.first)

    def split(self) -> Sequence[Chunk]:
        """A chunk for each row."""
        from provenance.reading.arrow import packed, unpacked

        batch = unpacked(self.content)
        return [Rows(self.source, self.first + n, packed(batch.slice(n, 1))) for n in range(batch.num_rows)]

    def checksum(self, before: int) -> int:
        """The checksum of the rows."""
        return zlib.crc32(self.content, before)


class Records(NamedTuple):
    """Records of a web archive."""

    source: Source
    held: tuple[Record | Damage, ...]

    @property
    def place(self) -> str:
        """The first record."""
        return f"{self.source.name}:{self.held[0].offset}"

    def values(self) -> Iterator[Value]:
        """The documents that the records hold."""
        from provenance.reading.archive import documents_of

        return documents_of(self.held, self.source)

    def split(self) -> Sequence[Chunk]:
        """A chunk for each record."""
        return [Records(self.source, (record,)) for record in self.held]

    def checksum(self, before: int) -> int:
        """The checksum of the records."""
        return zlib.crc32(repr(self.held).encode("utf-8", "backslashreplace"), before)


class Values(NamedTuple):
    """Values that had to be read to be told apart."""

    held: tuple[Value, ...]

    @property
    def place(self) -> str:
        """Where the first stands."""
        return place_of(self.held[0])

    def values(self) -> Iterator[Value]:
        """The values."""
        return iter(self.held)

    def split(self) -> Sequence[Chunk]:
        """A chunk for each value."""
        return [Values((value,)) for value in self.held]

    def checksum(self, before: int) -> int:
        """The checksum of the values, as Python shows them."""
        return zlib.crc32(repr(self.held).encode("utf-8", "backslashreplace"), before)


class Chunks:
    """The chunks of *sources*, in order, and how far through they are.

    Args:
        sources: where to read.
        stdin: the stream that ``-`` means.
        size: how much goes into a chunk.
    """

    def __init__(self, sources: Sequence[Source], stdin: IO[bytes], size: Size) -> None:
        self._sources = sources
        self._stdin = stdin
        self._size = size
        self._lengths = [_length(source) for source in sources]
        self._passed = 0

    @property
    def share(self) -> float | None:
        """The share of the input that has been read, 0 to 1; None while there is no telling."""
        total = sum(self._lengths)
        if not self._passed or not total or any(source.path is None for source in self._sources):
            return None
        return min(self._passed / total, 1.0)

    def __iter__(self) -> Iterator[Chunk]:
        passed = 0
        for length, (source, stream) in zip(self._lengths, opened(self._sources, self._stdin), strict=True):
            if isinstance(stream, InputError):
                yield Values((stream,))
            else:
                for chunk in unbroken(self._chunks_of(source, stream), source.name):
                    yield Values((chunk,)) if isinstance(chunk, InputError) else chunk
            passed += length
            self._passed = passed

    def _chunks_of(self, source: Source, stream: IO[bytes]) -> Iterator[Chunk]:
        if source.kind == "jsonl":
            return self._lines(source, stream)
        if source.kind == "csv":
            return self._rows(source, stream)
        if source.kind in ARCHIVES:
            return self._records(source, stream)
        if source.kind in TABLES:
            return _batches(source, stream)
        content = whole(source, stream)
        return iter([Values((content,)) if isinstance(content, InputError) else Whole(source, content)])

    def _lines(self, source: Source, stream: IO[bytes]) -> Iterator[Chunk]:
        is_plain = source.path is not None and source.path.suffix.lower() not in COMPRESSED
        lines, held, size, first = lines_of(stream), list[bytes](), 0, 1
        problem: Exception | None = None
        while problem is None:
            try:
                line = next(lines, b"")
            except broken_reads() as broken:
                line, problem = b"", broken
            if line:
                held.append(line)
                size += len(line)
            if held and (not line or self._is_enough(len(held), size)):
                yield Lines(source, first, b"".join(held))
                self._passed += size * is_plain
                first, held, size = first + len(held), [], 0
            if not line:
                break
        if problem is not None:
            yield Values((broken_line(problem, source, first),))

    def _is_enough(self, records: int, size: int) -> bool:
        return (records >= self._size.records and size >= self._size.content) or size >= _MOST

    def _rows(self, source: Source, stream: IO[bytes]) -> Iterator[Chunk]:
        found = rows(stream, source)
        while held := tuple(islice(found, self._size.records)):
            yield Values(held)

    def _records(self, source: Source, stream: IO[bytes]) -> Iterator[Chunk]:
        from provenance.reading.warc import Record, records

        held: list[Record | Damage] = []
        size = 0
        for record in records(stream):
            held.append(record)
            size += len(record.block) if isinstance(record, Record) else 0
            if self._is_enough(len(held), size):
                yield Records(source, tuple(held))
                held, size = [], 0
        if held:
            yield Records(source, tuple(held))


def _length(source: Source) -> int:
    """How many bytes a file holds; none where there is no telling, of which whoever opens it is told."""
    try:
        return 0 if source.path is None else source.path.stat().st_size
    except OSError:
        return 0


def _batches(source: Source, stream: IO[bytes]) -> Iterator[Chunk]:
    from provenance.reading.arrow import batches, packed

    first = 1
    for batch in batches(stream, source):
        if isinstance(batch, InputError):
            yield Values((batch,))
        else:
            yield Rows(source, first, packed(batch))
            first += batch.num_rows

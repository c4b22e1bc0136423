"""Web archives as records: WARC 1.0 and 1.1, plain or compressed record by record; what is damaged is told, and the rest is read.

Read by our own hand, since the run has to go on after a damaged record, which the readers that we know do not.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from typing import IO, Final, NamedTuple

from provenance.reading.sources import broken_reads

LONGEST: Final = 1 << 26
"""Bytes of a record that is read: six times what is read of a page."""
_LONGEST_HEADER: Final = 1 << 16
_CHUNK: Final = 1 << 16
_INFLATED: Final = 1 << 20
"""Bytes that a chunk may become at once, so that a small archive cannot fill the memory."""

_END_OF_HEADER: Final = re.compile(rb"\r?\n\r?\n")
_BEGINS: Final = re.compile(rb"WARC/[0-9]\.[0-9]\r?\n")
_NEXT: Final = re.compile(rb"\r?\n\r?\n(?=WARC/[0-9]\.[0-9]\r?\n)")
_LONGEST_BEGINNING: Final = 32
_GZIP: Final = b"\x1f\x8b\x08"


class Record(NamedTuple):
    """One record: where it begins in the archive, its header with names in lower case, and its block."""

    offset: int
    header: dict[str, str]
    block: bytes


class Damage(NamedTuple):
    """What stands in the place of a record that cannot be read."""

    offset: int
    problem: str


class _MalformedError(Exception):
    """What was found is no record."""


def records(stream: IO[bytes]) -> Iterator[Record | Damage]:
    """The records of an archive, in order, in the memory of one."""
    archive = _Archive(stream)
    while True:
        try:
            found = _next(archive)
        except (_MalformedError, zlib.error, EOFError) as problem:
            in_file = isinstance(problem, zlib.error)
            yield Damage(archive.member if in_file else archive.offset, str(problem))
            if not archive.find_next(in_file=in_file):
                return
        except broken_reads() as problem:
            yield Damage(archive.offset, f"cannot be read on: {problem}")
            return
        else:
            if found is None:
                return
            yield found


def _next(archive: _Archive) -> Record | None:
    """The next record; None at the end."""
    if not archive.begin():
        return None
    header = _header(archive)
    length = _length(header)
    if length > LONGEST:
        raise _MalformedError(f"longer than the {LONGEST:,} bytes that are read of a record")
    while len(archive.data) < length + 2 and archive.fill():
        pass
    data = archive.data
    if len(data) < length:
        raise EOFError("the archive breaks off in the middle of a record")
    rest = bytes(data[length : length + 2])
    if rest.strip(b"\r\n"):
        raise _MalformedError("the record is not as long as it says")
    block = bytes(data[:length])
    archive.drop(length)
    return Record(archive.offset, header, block)


def _length(header: dict[str, str]) -> int:
    given = header.get("content-length", "")
    if not (given.isascii() and given.isdigit() and len(given) < 20):
        raise _MalformedError("the record does not say how long it is")
    return int(given)


def _header(archive: _Archive) -> dict[str, str]:
    """The header of a record, taken off the data."""
    data = archive.data
    while (end := _END_OF_HEADER.search(data, 0, _LONGEST_HEADER)) is None and (
        len(data) < _LONGEST_HEADER and archive.fill()
    ):
        pass
    if _BEGINS.match(data) is None:
        archive.drop(1)
        raise _MalformedError("expected a WARC record, which begins with its version")
    if end is None:
        archive.drop(1)
        raise _MalformedError("the header of the record does not end")
    text = bytes(data[: end.start()]).decode("utf-8", "replace")
    archive.drop(end.end())
    return fields_in(text)


def fields_in(header: str) -> dict[str, str]:
    """The fields of a header after its first line, names in lower case; of those given twice, the first."""
    found: dict[str, str] = {}
    last = ""
    for line in header.splitlines()[1:]:
        if line[:1] in (" ", "\t") and last:
            found[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon else ""
        if last in found:
            last = ""
        elif last:
            found[last] = value.strip()
    return found


class _Archive:
    """The bytes of an archive, decompressed, with the offsets in the file at which they began."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.data = bytearray()
        self.offset = 0  # of the record that is being read
        self._stream = stream
        self._raw = stream.read(_CHUNK)
        self._raw_at = 0  # where `_raw` begins in the file
        self._position = 0  # of `data` among all that was decompressed
        self._starts = [(0, 0)]  # where compressed members begin: among what is decompressed, and in the file
        self._is_packed = self._raw.startswith(_GZIP)
        self._inflate = zlib.decompressobj(31)

    @property
    def member(self) -> int:
        """Where the compressed member begins that is being read."""
        return self._starts[-1][1]

    def begin(self) -> bool:
        """Go to where the next record begins; false at the end."""
        while True:
            blank = len(self.data) - len(self.data.lstrip(b"\r\n"))
            self.drop(blank)
            if self.data:
                break
            if not self.fill():
                return False
        place = bisect_right(self._starts, (self._position, 1 << 62)) - 1
        position, offset = self._starts[place]
        self.offset = offset if self._is_packed else offset + self._position - position
        del self._starts[:place]
        return True

    def drop(self, count: int) -> None:
        """Leave *count* bytes behind."""
        del self.data[:count]
        self._position += count

    def fill(self) -> bool:
        """Read more; false at the end.

        Raises:
            zlib.error: what is compressed is damaged.
            EOFError: it breaks off.
        """
        raw = self._raw or self._stream.read(_CHUNK)
        if not self._is_packed:
            self._raw, self._raw_at = b"", self._raw_at + len(raw)
            self.data += raw
            return bool(raw)
        if not raw:
            if self._raw_at > self._starts[-1][1]:
                raise EOFError("the archive breaks off in the middle of a record")
            return False
        more = self._inflate.decompress(raw, _INFLATED)
        ended = self._inflate.eof
        self._raw = self._inflate.unused_data if ended else self._inflate.unconsumed_tail
        self._raw_at += len(raw) - len(self._raw)
        self.data += more
        if ended:
            self._begin_member()
        return True

    def _begin_member(self) -> None:
        self._inflate = zlib.decompressobj(31)
        self._starts.append((self._position + len(self.data), self._raw_at))

    def find_next(self, *, in_file: bool) -> bool:
        """Go on where the next record begins, among what is decompressed or else in the file; false if none does."""
        return self._find_member() if in_file else self._find_beginning()

    def _find_beginning(self) -> bool:
        while True:
            found = _NEXT.search(self.data)
            if found is not None:
                self.drop(found.end())
                return True
            self.drop(max(0, len(self.data) - _LONGEST_BEGINNING))
            try:
                if not self.fill():
                    return False
            except EOFError:
                return False
            except zlib.error:
                return self._find_member()

    def _find_member(self) -> bool:
        """Go on with the next compressed member that holds a record."""
        self.drop(len(self.data))
        raw, at = self._raw, self._raw_at
        while True:
            found = raw.find(_GZIP, 1)
            if found < 0:
                more = self._stream.read(_CHUNK)
                if not more:
                    self._raw, self._raw_at = b"", self._starts[-1][1]
                    return False
                at += max(0, len(raw) - len(_GZIP))
                raw = raw[-len(_GZIP) :] + more
                continue
            raw, at = raw[found:], at + found
            raw += b"" if len(raw) > _CHUNK else self._stream.read(_CHUNK)
            if _holds_a_record(raw):
                self._raw, self._raw_at = raw, at
                self._begin_member()
                return True


def _holds_a_record(raw: bytes) -> bool:
    try:
        return _BEGINS.match(zlib.decompressobj(31).decompress(raw, _LONGEST_BEGINNING)) is not None
    except zlib.error:
        return False

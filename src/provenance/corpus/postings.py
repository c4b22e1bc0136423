"""Which documents have which keys: sorted arrays in a SQLite table, so that a million documents need little memory.

An entry is one 64-bit number, the key above and the number of the document below. What is added is sorted and
written in segments; `settle` merges them. No entry is ever changed in place, so a killed writer leaves whole rows.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, groupby, islice, repeat
from operator import eq, rshift
from typing import Final

BUCKETS: Final = 1024
"""Rows of a segment: one for each value of the upper bits of a key."""

_SHIFT: Final = 64 - BUCKETS.bit_length() + 1
_LOW: Final = (1 << 32) - 1
_SEGMENT: Final = 1 << 18
"""Entries that are held in memory before they are written: 2 MiB, and four times that while they are sorted."""

Group = tuple[int, list[int]]
"""A key and the numbers of the documents that have it, in ascending order."""


class Postings:
    """Keys and the numbers of their documents, in the table ``postings`` of an open database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._pending = array("Q")

    @classmethod
    def create(cls, database: sqlite3.Connection) -> Postings:
        """Postings without entries, in a database that has none."""
        database.execute(
            "CREATE TABLE postings (bucket INTEGER, segment INTEGER, entries BLOB, PRIMARY KEY (bucket, segment)) WITHOUT ROWID"
        )
        return cls(database)

    def add(self, number: int, keys: Iterable[int]) -> None:
        """Note that the document *number* has *keys*."""
        self._pending.extend([key << 32 | number for key in keys])

    @property
    def is_full(self) -> bool:
        """Whether so much is held in memory that it is time to flush."""
        return len(self._pending) >= _SEGMENT

    def flush(self) -> None:
        """Write what is held in memory, as one more segment."""
        if not self._pending:
            return
        segment = self._database.execute("SELECT coalesce(max(segment), 0) + 1 FROM postings").fetchone()[0]
        entries = sorted(self._pending)
        self._pending = array("Q")
        rows = ((bucket, segment, packed(part)) for bucket, part in _buckets(entries))
        self._database.executemany("INSERT INTO postings VALUES (?, ?, ?)", rows)

    def settle(self, lives: Callable[[int], bool] | None = None) -> None:
        """Merge all segments into one, without the entries of documents that are no more."""
        self.flush()
        for bucket, segments in self._segments():
            if lives is None and len(segments) == 1:
                continue
            entries = _merged(segments)
            if lives is not None:
                entries = [entry for entry in entries if lives(entry & _LOW)]
            self._database.execute("DELETE FROM postings WHERE bucket = ?", (bucket,))
            if entries:
                self._database.execute("INSERT INTO postings VALUES (?, 0, ?)", (bucket, packed(entries)))

    def groups(self) -> Iterator[Group]:
        """Every key that more than one document has, in ascending order, with the documents."""
        self.flush()
        for _, segments in self._segments():
            entries = _merged(segments)
            keys = list(map(rshift, entries, repeat(32)))
            twice = set(compress(keys, map(eq, keys, islice(keys, 1, None))))
            if twice:
                shared = compress(entries, map(twice.__contains__, keys))
                for key, group in groupby(shared, key=_key):
                    yield key, [entry & _LOW for entry in group]

    def holders(self, keys: Iterable[int]) -> Iterator[Group]:
        """Each of *keys* that some document has, with the documents."""
        self.flush()
        query = "SELECT entries FROM postings WHERE bucket = ?"
        for bucket, group in groupby(sorted(keys), key=lambda key: key << 32 >> _SHIFT):
            segments = [unpacked(blob) for (blob,) in self._database.execute(query, (bucket,))]
            for key in group:
                found = sorted(number for segment in segments for number in _numbers(segment, key))
                if found:
                    yield key, found

    def _segments(self) -> Iterator[tuple[int, list[array[int]]]]:
        """The segments of each bucket, bucket by bucket: one bucket at a time is in memory."""
        buckets = self._database.execute("SELECT DISTINCT bucket FROM postings ORDER BY bucket").fetchall()
        query = "SELECT entries FROM postings WHERE bucket = ? ORDER BY segment"
        for (bucket,) in buckets:
            yield bucket, [unpacked(blob) for (blob,) in self._database.execute(query, (bucket,))]


def _key(entry: int) -> int:
    return entry >> 32


def _buckets(entries: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    start = 0
    while start < len(entries):
        bucket = entries[start] >> _SHIFT
        end = bisect_left(entries, bucket + 1 << _SHIFT, start)
        yield bucket, entries[start:end]
        start = end


def _merged(segments: Sequence[array[int]]) -> list[int]:
    """All entries in order; sorting runs that are sorted already is merging them."""
    if len(segments) == 1:
        return segments[0].tolist()
    entries: list[int] = []
    for segment in segments:
        entries += segment
    entries.sort()
    return entries


def _numbers(segment: array[int], key: int) -> Iterator[int]:
    at = bisect_left(segment, key << 32)
    while at < len(segment) and segment[at] >> 32 == key:
        yield segment[at] & _LOW
        at += 1


def packed(entries: Iterable[int], kind: str = "Q") -> bytes:
    """*entries* as little-endian numbers, of 64 bits if not said otherwise."""
    found = array(kind, entries)
    if _BIG_ENDIAN:
        found.byteswap()
    return found.tobytes()


def unpacked(blob: bytes, kind: str = "Q") -> array[int]:
    """The numbers that `packed` wrote."""
    found = array(kind, blob)
    if _BIG_ENDIAN:
        found.byteswap()
    return found


_BIG_ENDIAN: Final = array("H", b"\x00\x01")[0] == 1

"""A ledger in a file: one entry a line, appended under a lock, read back with every link checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import FileIO
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from provenance.errors import AuditError
from provenance.ledger.entry import BEGINS, Entry, Seal
from provenance.ledger.file import cut, end_of, held, lines, settle
from provenance.ledger.head import Head
from provenance.ledger.merkle import Growing


class Appended(NamedTuple):
    """What an append did: the entries that it wrote, and what it mended at the end of the file, empty if nothing."""

    entries: tuple[Entry, ...]
    mended: str


class Ledger:
    """An append-only ledger of audit records: a file of one JSON object a line, of which several may be writers.

    Args:
        path: the file; it need not be there yet.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)

    def append(self, records: Iterable[Mapping[str, Any]]) -> Appended:
        """Append an entry for each audit record: all of them, on the disk, or none.

        Raises:
            AuditError: a record is not sealed, or the end of the file is not that of a ledger.
            ConfigurationError: the file cannot be written.
        """
        return self.append_seals([Seal.of(record) for record in records])

    def append_seals(self, seals: Sequence[Seal]) -> Appended:
        """Append an entry for each record that is known to be sealed; see `append`."""
        entries: list[Entry] = []
        with held(self.path) as file:
            last, mended = _mended(file)
            for seal in seals:
                last = Entry.after(last, seal)
                entries.append(last)
            settle(file, b"".join([entry.line() for entry in entries]))
        return Appended(tuple(entries), mended)

    def entries(self) -> Iterator[Entry]:
        """The entries, in order, each checked against the one before.

        Raises:
            AuditError: at the first line that is not what was appended; `pointer` says which line.
            ConfigurationError: the file cannot be read.
        """
        last: Entry | None = None
        for n, line in enumerate(lines(self.path), 1):
            last = _following(last, n, line)
            yield last

    def check(self, heads: Iterable[Head] = ()) -> Head:
        """The head of the whole ledger, which holds together and has each of *heads* in its past.

        Raises:
            AuditError: it does not; `pointer` says which line, as far as that can be told.
            ConfigurationError: the file cannot be read.
        """
        wanted: dict[int, set[str]] = {}
        for head in heads:
            wanted.setdefault(head.size, set()).add(head.root)
        grown, agreed = Growing(), 0
        for entry in chain((None,), self.entries()):
            if entry is not None:
                grown.add(entry.leaf)
            if grown.size in wanted:
                if wanted.pop(grown.size) != {grown.root().hex()}:
                    raise AuditError("are not those that the head was taken of", _lines(agreed, grown.size))
                agreed = grown.size
        if wanted:
            raise AuditError(
                f"are missing: the ledger ends after {grown.size}", _lines(grown.size, max(wanted))
            )
        return Head(grown.root().hex(), grown.size)


def _lines(after: int, last: int) -> str:
    return f"lines {after + 1} to {last}"


def _mended(file: FileIO) -> tuple[Entry | None, str]:
    """The last entry of *file*, and what had to be done for the file to end with it.

    A writer that was stopped in the middle of a line leaves the beginning of one, of which nobody was told that it was
    appended. It is taken out; unless only its end is missing, which is put there.
    """
    line, rest = end_of(file)
    if not BEGINS.startswith(rest[: len(BEGINS)]):
        raise AuditError("is not a line of a ledger; nothing was appended", "last line")
    last = None if line is None else _entry(line, "last line")
    if not rest:
        return last, ""
    try:
        whole = _following(last, 1 if last is None else last.n + 1, rest + b"\n")
    except AuditError:
        cut(file, len(rest))
        return (
            last,
            (
                f"the {len(rest)} bytes after the last line were the beginning of one, and were taken out: a writer "
                "was stopped before it could say that it had appended it, or the file was cut, which an anchored head tells"
            ),
        )
    settle(file, b"\n")
    return whole, f"line {whole.n} lacked only its end, which was added"


def _following(last: Entry | None, n: int, line: bytes) -> Entry:
    """The entry that line *n* spells, which follows *last*."""
    place = f"line {n}"
    if not line.endswith(b"\n"):
        raise AuditError(
            f"is not whole ({len(line)} bytes): a writer was stopped, or the file was cut", place
        )
    entry = _entry(line[:-1], place)
    if entry.n != n:
        raise AuditError(f"holds entry {entry.n}: lines were dropped, inserted or moved", place)
    if entry.previous != (None if last is None else last.digest):
        raise AuditError("does not follow the line before: one of the two was changed", place)
    return entry


def _entry(line: bytes, place: str) -> Entry:
    try:
        return Entry.read(line)
    except AuditError as problem:
        raise AuditError(str(problem), place) from None

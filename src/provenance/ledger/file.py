"""The file under a ledger: one writer at a time, whole lines or none, and on the disk before anybody is told so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END, FileIO
from os import O_RDONLY, close, fsync
from os import open as open_descriptor
from pathlib import Path
from typing import IO, Final

from provenance.errors import ConfigurationError

_BLOCK: Final = 1 << 16
"""Bytes that are looked at first in search of the last line."""


@contextmanager
def held(path: Path) -> Iterator[FileIO]:
    """The file at *path*, made if it is not there, for this writer alone.

    Raises:
        ConfigurationError: it cannot be opened, locked or written.
    """
    try:
        is_new = not path.exists()
        with _opened(path) as file:
            if is_new:
                _sync_folder(path.parent)
            _lock(file, alone=True)
            yield file
    except OSError as problem:
        raise ConfigurationError(f"{path}: cannot be written: {problem.strerror}") from None


def _opened(path: Path) -> FileIO:
    if path.exists() and not path.is_file():
        raise ConfigurationError(f"{path}: cannot be written: a ledger is a file, and this is none")
    try:
        return FileIO(path, "a+")
    except ValueError as problem:  # no system has such a path
        raise ConfigurationError(f"{path}: cannot be written: {problem}") from None


def end_of(file: FileIO) -> tuple[bytes | None, bytes]:
    """The last whole line, None if there is none, and what stands after it."""
    size, block = file.seek(0, SEEK_END), _BLOCK
    while True:
        start = max(size - block, 0)
        file.seek(start)
        whole, end, rest = file.read(size - start).rpartition(b"\n")
        if not start or b"\n" in whole:
            return whole.rpartition(b"\n")[2] if end else None, rest
        block *= 4


def settle(file: FileIO, content: bytes) -> None:
    """Write *content* at the end of *file* and see it on the disk; if that fails, the file is as it was."""
    size = file.seek(0, SEEK_END)
    try:
        left = memoryview(content)
        while left:
            left = left[file.write(left) :]
        fsync(file)
    except BaseException:
        file.truncate(size)
        raise


def cut(file: FileIO, count: int) -> None:
    """Take the last *count* bytes out of *file*."""
    file.truncate(file.seek(0, SEEK_END) - count)
    fsync(file)


def lines(path: Path) -> Iterator[bytes]:
    """The lines with their ends, as they are when no writer is in the middle of one.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            left = _settled_size(file)
            while left and (line := file.readline(left)):
                left -= len(line)
                yield line
    except (OSError, ValueError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else problem
        raise ConfigurationError(f"{path}: cannot be read: {said}") from None


def _settled_size(file: IO[bytes]) -> int:
    """How long *file* is between two appends."""
    _lock(file, alone=False)
    size = file.seek(0, SEEK_END)
    _unlock(file)
    file.seek(0)
    return size


def _lock(file: IO[bytes] | FileIO, *, alone: bool) -> None:
    """Wait until nobody writes *file*; *alone* keeps others out until it is closed."""
    try:
        from fcntl import LOCK_EX, LOCK_SH, flock
    except ImportError:
        raise ConfigurationError("a ledger needs the file locks of a POSIX system") from None
    flock(file, LOCK_EX if alone else LOCK_SH)


def _unlock(file: IO[bytes]) -> None:
    from fcntl import LOCK_UN, flock

    flock(file, LOCK_UN)


def _sync_folder(folder: Path) -> None:
    """See on the disk that a new file is in *folder*."""
    descriptor = open_descriptor(folder, O_RDONLY)
    try:
        fsync(descriptor)
    finally:
        close(descriptor)

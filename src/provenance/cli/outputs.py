"""The files that a run writes: all are looked at before the first is opened, so that nothing is lost to a wrong option."""

from __future__ import annotations

import argparse
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import IO, Final

from provenance.cli.compression import compressed, ending_of
from provenance.cli.streams import Streams
from provenance.cli.unfinished import ENDING, can_go_on
from provenance.errors import ConfigurationError
from provenance.reading.sources import STDIN, Source

_WRITTEN: Final = ("output", "audit", "rejects", "ledger")
_READ: Final = ("policy", "index", "registry", "protected", "affiliates", "annotations", "merge")
_STDOUT: Final = "standard output"
_AT_ONCE: Final = 1 << 16
"""Bytes that are compressed together, at the least: a single line would become longer."""
_Place = tuple[int, int] | str
"""Which file it is: its device and inode if it is there, else where it would be."""


class Output:
    """A file that is being written; what goes wrong names it.

    Args:
        path: where it is.
        kept: how many bytes are there already, and stay; whatever follows them goes.
    """

    def __init__(self, path: str, kept: int = 0) -> None:
        self.path = path
        self._ending = ending_of(path)
        self._waiting = bytearray()  # to be compressed
        self._file = _opened(path, kept)

    def write(self, content: bytes) -> None:
        """Write *content* as it is."""
        with self._naming():
            self._file.write(content)

    def write_text(self, text: str) -> None:
        """Write *text*, compressed as the name of the file says."""
        self._waiting += text.encode("utf-8", "backslashreplace")
        if not self._ending or len(self._waiting) >= _AT_ONCE:
            self._settle()

    def _settle(self) -> None:
        if self._waiting:
            content, self._waiting = bytes(self._waiting), bytearray()
            self.write(compressed(content, self._ending))

    def flush(self) -> int:
        """Write what is left; how many bytes there are then."""
        self._settle()
        with self._naming():
            self._file.flush()
            return self._file.tell()

    def close(self) -> None:
        """Write what is left, and close."""
        with self._naming(), closing(self._file):
            self._settle()

    @contextmanager
    def _naming(self) -> Iterator[None]:
        """Say which file cannot be written; a pipe that nobody reads any more ends the run without a word."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as problem:
            raise _unwritable(self.path, problem) from None


def _opened(path: str, kept: int) -> IO[bytes]:
    with ExitStack() as if_it_fails:
        try:
            file = if_it_fails.enter_context(Path(path).open("ab"))
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                _claim(file)  # nothing is cut off before it is known that nobody else writes here
                file.truncate(kept)
        except (OSError, ValueError) as problem:
            raise _unwritable(path, problem) from None
        if_it_fails.pop_all()
        return file


def _claim(file: IO[bytes]) -> None:
    """Keep other runs out of *file* until it is closed, on systems that can; where files are far away, none may."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        raise ValueError("another run is writing it") from None
    except OSError:
        return


def create(path: str, streams: Streams, kept: int = 0) -> Output:
    """The file at *path*, opened for writing after the bytes that are *kept*; the end of the run closes it."""
    output = Output(path, kept)
    streams.files.callback(output.close)
    return output


def writing(path: str | None, streams: Streams) -> Callable[[str], None]:
    """What writes text to the file at *path*, compressed as its name says; to standard output where there is none."""
    return streams.write if path is None else create(path, streams).write_text


def check_outputs(args: argparse.Namespace, streams: Streams, found: Iterable[Source]) -> None:
    """Refuse outputs that are among what is *found* to be read, that are one file, or that cannot be written.

    Raises:
        ConfigurationError: with the option that is wrong.
    """
    taken: dict[_Place, str] = {}
    for option, path in _written(args):
        _check_writable(option, path)
        _take(taken, option, path, _place(path))
    if not getattr(args, "output", None):
        _take(taken, _STDOUT, "", _place_of(streams.stdout))
    if not taken:
        return
    for path, place in _inputs(args, streams, found):
        if place in taken:
            raise ConfigurationError(
                f"{taken[place]}: {path} is read in this run, and would be lost: write to another file"
            )


def _take(taken: dict[_Place, str], option: str, path: str, place: _Place | None) -> None:
    if place in taken:
        where = f"{path}: is written by {taken[place]} too" if path else f"is the file of {taken[place]}"
        raise ConfigurationError(f"{option}: {where}: give each a file of its own")
    if place is not None:
        taken[place] = option


def _written(args: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for name in _WRITTEN:
        path = getattr(args, name, None)
        if path is not None:
            yield f"--{name}", path
            if name == "output" and args.command == "score" and can_go_on(path):
                yield "--output", path + ENDING


def _inputs(
    args: argparse.Namespace, streams: Streams, found: Iterable[Source]
) -> Iterator[tuple[str, _Place | None]]:
    for source in found:
        yield source.name, _place_of(streams.stdin) if source.path is None else _place(str(source.path))
    for name in _READ:
        given = getattr(args, name, None) or ()
        for path in (given,) if isinstance(given, str) else given:
            yield path, _place(path)


def _check_writable(option: str, path: str) -> None:
    target = Path(_target(path))
    if path == STDIN:
        hint = ": without it, results go to standard output" if option == "--output" else ""
        raise ConfigurationError(f"{option}: expected a file, found {path!r}{hint}")
    if target.is_dir():
        problem = "it is a folder"
    elif not target.parent.is_dir():
        problem = f"there is no folder {str(target.parent)!r}"
    elif not os.access(target if target.exists() else target.parent, os.W_OK):
        problem = "permission denied"
    else:
        return
    raise ConfigurationError(f"{option}: {path}: cannot be written: {problem}")


def _target(path: str) -> str:
    """Where *path* leads; symbolic links are followed, to a file that is not there yet too."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _place(path: str) -> _Place | None:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return _target(path)
    return _of(found)


def _place_of(stream: IO[bytes]) -> _Place | None:
    """Which file a standard stream is; None where it is none, or one that only a test knows."""
    try:
        return _of(os.fstat(stream.fileno()))
    except (OSError, ValueError):
        return None


def _of(found: os.stat_result) -> _Place | None:
    """Terminals, sockets and ``/dev/null`` may well be named twice: nothing in them can be lost."""
    can_lose = stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)
    return (found.st_dev, found.st_ino) if can_lose else None


def _unwritable(path: str, problem: Exception) -> ConfigurationError:
    said = problem.strerror if isinstance(problem, OSError) else problem
    return ConfigurationError(f"{path}: cannot be written: {said}")

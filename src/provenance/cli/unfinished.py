"""A run that can be taken up again: a file beside the output says how far it got, until the run is through.

The outputs alone cannot tell: a record that was rejected leaves no line in them, and which index was asked stands in no
score. So each time a piece of the input is through and written, its end is noted: how much was read, with a checksum of
it, and how long every output is. Whoever goes on cuts the outputs at the last note, and reads on behind it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from provenance.codec import canonical, first_difference
from provenance.errors import ConfigurationError
from provenance.reading.chunks import Chunk

ENDING: Final = ".unfinished"
"""What is appended to the name of the output."""
_SCHEMA: Final = "provenance.unfinished/1"
_EVERY: Final = 64
"""Documents between two notes, at the least."""


def can_go_on(output: str) -> bool:
    """Whether a part of what is written to *output* could be kept: in a file, not in a device or a pipe."""
    return not Path(output).exists() or Path(output).is_file()


class Counts(NamedTuple):
    """How many documents were read, rejected, and found to score too low."""

    read: int = 0
    rejected: int = 0
    under: int = 0


class State(NamedTuple):
    """How far a run got: chunks that are through, the checksum of what they held, counts, the lengths of the outputs."""

    chunks: int = 0
    checksum: int = 0
    counts: Counts = Counts()
    lengths: Mapping[str, int] = {}

    @classmethod
    def of(cls, note: bytes) -> State:
        """The state that a note holds."""
        chunks, checksum, counts, lengths = json.loads(note)
        return cls(chunks, checksum, Counts(*counts), lengths)


class Unfinished:
    """The notes of a run that writes *output*.

    Args:
        output: the path of the output.
        run: what the run is made with, as JSON, with its ``options`` among it; a run that is made otherwise cannot go
            on where this one stopped.
    """

    def __init__(self, output: str, run: Mapping[str, Any]) -> None:
        self.output = output
        self.path = Path(output + ENDING)
        self._paths = run["options"]
        self._head = canonical({"schema": _SCHEMA, **run})
        self._file: IO[bytes] | None = None
        self._noted = State()
        self._through = 0
        self._checksums: deque[int] = deque()
        self._kept = 0  # bytes of notes that still hold

    def take_up(self, chunks: Iterator[Chunk]) -> State:
        """Where the interrupted run stopped, with *chunks* past what it has read.

        Raises:
            ConfigurationError: there is none, it was made otherwise, or the input or the outputs have changed since.
        """
        try:
            content = self.path.read_bytes()
        except OSError:
            raise ConfigurationError(
                f"--resume: no run that writes {self.output} was interrupted: there is no {self.path}"
            ) from None
        self._kept = content.rfind(b"\n") + 1  # a note that has no end was torn
        lines = content[: self._kept].splitlines()
        if lines:
            self._check_run(lines[0])
        if lines[1:]:
            self._noted = State.of(lines[-1])
        checksum = 0
        for chunk in islice(chunks, self._noted.chunks):
            checksum = chunk.checksum(checksum)
        if checksum != self._noted.checksum:
            raise self._differs("the input is not what it was")
        self._check_lengths()
        self._through = self._noted.chunks
        return self._noted

    def _check_run(self, head: bytes) -> None:
        try:
            then, now = json.loads(head), json.loads(self._head)
        except ValueError:
            raise self._differs(f"{self.path} is none of our notes") from None
        pointer = first_difference(then, now)
        if pointer is not None:
            raise self._differs(f"{pointer} is not what it was")

    def _differs(self, problem: str) -> ConfigurationError:
        return ConfigurationError(f"--resume: {self.output}: {problem}: leave --resume out to start over")

    def _check_lengths(self) -> None:
        """Refuse to go on with outputs that are shorter than they were."""
        for name, length in self._noted.lengths.items():
            path = self._paths[name]
            try:
                is_short = Path(path).stat().st_size < length
            except OSError:
                is_short = True
            if is_short:
                raise self._differs(f"{path} is shorter than it was")

    def begin(self) -> None:
        """Start taking notes."""
        if self._kept:
            self._file = self.path.open("r+b")
            self._file.truncate(self._kept)
            self._file.seek(self._kept)
        else:
            self._file = self.path.open("wb")
            self._write(self._head)

    def watching(self, chunks: Iterable[Chunk]) -> Iterator[Chunk]:
        """*chunks*, with an eye on what they hold."""
        checksum = self._noted.checksum
        for chunk in chunks:
            checksum = chunk.checksum(checksum)
            self._checksums.append(checksum)
            yield chunk

    def note(self, counts: Counts, lengths: Callable[[], Mapping[str, int]]) -> None:
        """Note that one more chunk is through; *lengths* writes the outputs out, and says how long they are."""
        self._through += 1
        checksum, before = self._checksums.popleft(), self._noted.counts
        if counts.read + counts.rejected - before.read - before.rejected >= _EVERY:
            self._noted = State(self._through, checksum, counts, lengths())
            self._write(canonical(self._noted))

    def _write(self, line: bytes) -> None:
        assert self._file is not None
        self._file.write(line + b"\n")
        self._file.flush()

    def end(self) -> None:
        """The run is through."""
        self.close()
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Take no more notes; those that were taken stay."""
        if self._file is not None:
            self._file.close()

"""The streams and the environment that a command runs in, passed in so that a test can bring its own."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Final

from attrs import define, field

from provenance.render.terminal import can_show, in_ascii
from provenance.render.words import counted, one_line, plain

_PAUSE: Final = 0.2
"""Seconds between two looks at the progress."""
_LONGEST_LINE: Final = 4000


@define(kw_only=True)
class Streams:
    """Standard input and output as bytes, standard error as text, and the environment."""

    stdin: IO[bytes]
    stdout: IO[bytes]
    stderr: IO[str]
    environ: Mapping[str, str]
    is_terminal: bool = False
    encoding: str = "utf-8"
    """What standard output is said to be in; written is UTF-8, or ASCII where that cannot carry our signs."""
    shows_progress: bool = False
    quiet: bool = False
    files: ExitStack = field(factory=ExitStack)
    """What is open besides; the end of the run closes it."""
    _begun: float = field(factory=time.monotonic)
    _shown: float = 0.0

    @classmethod
    def of_process(cls) -> Streams:
        """The streams of this process, in UTF-8 whatever the locale says; one that is closed holds and keeps nothing."""
        if isinstance(sys.stderr, io.TextIOWrapper):
            sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
        return cls(
            stdin=io.BytesIO() if sys.stdin is None else sys.stdin.buffer,
            stdout=Path(os.devnull).open("wb") if sys.stdout is None else sys.stdout.buffer,
            stderr=io.StringIO() if sys.stderr is None else sys.stderr,
            environ=_environ(),
            is_terminal=sys.stdout is not None and sys.stdout.isatty(),
            encoding=(sys.stdout and sys.stdout.encoding) or "utf-8",
            shows_progress=sys.stderr is not None and sys.stderr.isatty(),
        )

    def put(self, content: bytes) -> None:
        """Write a part of a result; on a terminal at once, so that it stands before whatever is said after it."""
        if self.is_terminal:
            self.end_progress()
        self.stdout.write(content)
        if self.is_terminal:
            self.stdout.flush()

    def write(self, text: str) -> None:
        """Write a result."""
        self.put(text.encode("utf-8", "backslashreplace"))

    def show(self, text: str) -> None:
        """Write a result for people: nothing that a stranger wrote in it moves a cursor."""
        shown = "\n".join(map(plain, text.split("\n")))
        self.write(in_ascii(shown) if self.ascii_only else shown)

    def say(self, text: str) -> None:
        """Write anything that is not a result: one line, with nothing in it that moves a cursor."""
        with suppress(OSError):  # where nobody can be told, nobody is
            self.end_progress()
            self.stderr.write(one_line(text, _LONGEST_LINE) + "\n")

    def progress(self, count: int, share: float | None = None) -> None:
        """Show how far the run is, a few times a second, on a terminal only.

        Args:
            count: documents so far.
            share: the share of the run that is done, 0 to 1, where it can be told.
        """
        now = time.monotonic()
        if self.shows_progress and not self.quiet and now - self._shown > _PAUSE:
            self._shown = now
            seconds = max(now - self._begun, 1e-9)
            left = f", {share:.0%}, {_duration(seconds / share - seconds)} to go" if share else ""
            self.stderr.write(f"\r\x1b[K{counted(count, 'document')}, {count / seconds:,.0f} a second{left} ")
            self.stderr.flush()

    def end_progress(self) -> None:
        """Clear the progress line."""
        if self._shown:
            self._shown = 0.0
            self.stderr.write("\r\x1b[K")
            self.stderr.flush()

    @property
    def colour(self) -> bool:
        """Whether to colour: on a terminal; a non-empty NO_COLOR beats FORCE_COLOR."""
        if self.environ.get("NO_COLOR"):
            return False
        return bool(self.environ.get("FORCE_COLOR")) or (
            self.is_terminal and self.environ.get("TERM") != "dumb"
        )

    @property
    def ascii_only(self) -> bool:
        """Whether the terminal cannot show more than ASCII: by its encoding, or since the locale is none."""
        if not self.is_terminal:
            return False
        if not can_show(self.encoding):
            return True
        locale = self.environ.get("LC_ALL") or self.environ.get("LC_CTYPE") or self.environ.get("LANG") or ""
        return locale in ("C", "POSIX")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _environ() -> Mapping[str, str]:
    """The environment as it was before Python gave itself a UTF-8 locale where there is none (PEP 538)."""
    coerced = "LC_CTYPE" if sys.flags.utf8_mode else ""
    return {name: value for name, value in os.environ.items() if name != coerced}

"""Appends to a ledger while a run goes on."""

from __future__ import annotations

from typing import Final

from provenance.cli.streams import Streams
from provenance.errors import AuditError, ConfigurationError
from provenance.ledger import Ledger, Seal
from provenance.render.words import counted

_AT_ONCE: Final = 1000
"""Entries that are appended, and seen on the disk, together."""


class Appending:
    """Entries on their way into a ledger; when it is closed, they are on the disk, and it says how many.

    Args:
        path: the ledger; it is opened at once, so that a wrong file is refused before anything else is done.
        streams: where to say it.

    Raises:
        ConfigurationError: the file is no ledger, or cannot be written.
    """

    def __init__(self, path: str, streams: Streams) -> None:
        self._ledger = Ledger(path)
        self._streams = streams
        self._waiting: list[Seal] = []
        self._count = 0
        self._flush()
        streams.files.callback(self._close)

    def add(self, seal: Seal) -> None:
        """Append an entry of *seal*, before the run ends."""
        self._waiting.append(seal)
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            done = self._ledger.append_seals(waiting)
        except AuditError as problem:
            raise ConfigurationError(f"{self._ledger.path}: {problem}") from None
        if done.mended:
            self._streams.say(f"{self._ledger.path}: {done.mended}")
        self._count += len(done.entries)

    def _close(self) -> None:
        self._flush()
        if not self._streams.quiet:
            self._streams.say(f"{counted(self._count, 'entry', 'entries')} appended to {self._ledger.path}")

"""What is said of records that are no good: so much that a terminal is not flooded, and all of it where that is asked for."""

from __future__ import annotations

import argparse
from typing import Final

from provenance.cli.streams import Streams
from provenance.errors import BrokenOffError

MOST_PROBLEMS: Final = 20
"""How many are named one by one."""


def add_all(parser: argparse.ArgumentParser) -> None:
    """The option that asks for all of them."""
    parser.add_argument(
        "--all",
        action="store_true",
        help=f"name every record with a problem, not only the first {MOST_PROBLEMS}",
    )


class Problems:
    """The records that are no good, counted, of which the first are named.

    Args:
        streams: where to name them.
        rest: what to say, once, of those that are not named.
        most: how many are named; None for all.
    """

    def __init__(self, streams: Streams, rest: str, most: int | None = MOST_PROBLEMS) -> None:
        self.count = 0
        self._streams = streams
        self._rest = rest
        self._most = most

    @classmethod
    def of(cls, args: argparse.Namespace, streams: Streams, what: str) -> Problems:
        """The problems of a command that has `add_all`; *what* says what is the matter with them."""
        rest = f"more than {MOST_PROBLEMS} records {what}; --all names them all"
        return cls(streams, rest, None if args.all else MOST_PROBLEMS)

    @property
    def are_named(self) -> bool:
        """Whether the next one is named."""
        return self._most is None or self.count < self._most

    def add(self, problem: object) -> None:
        """Count one more, and name it or say that there are more; of a file that breaks off, whoever reads it is told."""
        if self.count == self._most:
            self._streams.say(self._rest)
        if self.are_named or isinstance(problem, BrokenOffError):
            self._streams.say(str(problem))
        self.count += 1

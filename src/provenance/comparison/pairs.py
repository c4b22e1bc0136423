"""The lines of two runs brought together by their ids, in flat memory, in whatever order they come."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from provenance.codec import json_line

Json = Mapping[str, Any]

_CACHE: Final = -16_384
"""Kibibytes of the shelf that are held in memory; the rest of it is a temporary file (PRAGMA cache_size)."""
_TABLE: Final = "CREATE TABLE shelf (place INTEGER PRIMARY KEY, side TEXT, id TEXT, line TEXT)"
_INDEX: Final = "CREATE INDEX by_id ON shelf (id, side)"


class Pair(NamedTuple):
    """The lines of one document in two runs; None where it is not in one of them."""

    before: Json | None
    after: Json | None


def pairs(before: Iterator[Json], after: Iterator[Json]) -> Iterator[Pair]:
    """The lines of two runs that are of one id, as soon as both are read; at the end those that stand alone.

    Both runs are read side by side. While their ids agree nothing is kept; a line whose counterpart is still to come
    waits on a shelf, which is a temporary file once it is large. An id that stands twice meets its counterparts in
    their order.
    """
    with closing(sqlite3.connect("")) as database:
        shelf = _Shelf(database)
        for one, other in zip_longest(before, after):
            if one is not None and other is not None and _id(one) == _id(other) and not shelf.holds(_id(one)):
                yield Pair(one, other)
                continue
            if one is not None:
                yield from shelf.meet("before", one)
            if other is not None:
                yield from shelf.meet("after", other)
        yield from shelf.left()


class _Shelf:
    """Lines that wait for their counterpart."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._count = 0
        database.execute(f"PRAGMA cache_size = {_CACHE}")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute(_TABLE)
        database.execute(_INDEX)

    def meet(self, side: str, line: Json) -> Iterator[Pair]:
        """The pair that *line* of the run *side* makes with one that waits; it is kept where none does."""
        known = self._take("after" if side == "before" else "before", _id(line))
        if known is None:
            self._put(side, line)
        else:
            yield Pair(line, known) if side == "before" else Pair(known, line)

    def _put(self, side: str, line: Json) -> None:
        self._count += 1
        self._database.execute(
            "INSERT INTO shelf (side, id, line) VALUES (?, ?, ?)", (side, _id(line), _written(line))
        )

    def _take(self, side: str, name: str) -> Json | None:
        """The first line of *name* that waits in the run *side*, which then waits no longer."""
        if not self._count:
            return None
        found = self._database.execute(
            "SELECT place, line FROM shelf WHERE id = ? AND side = ? ORDER BY place LIMIT 1", (name, side)
        ).fetchone()
        if found is None:
            return None
        self._count -= 1
        self._database.execute("DELETE FROM shelf WHERE place = ?", found[:1])
        line: Json = json.loads(found[1])
        return line

    def holds(self, name: str) -> bool:
        """Whether a line of *name* waits."""
        if not self._count:
            return False
        return self._database.execute("SELECT 1 FROM shelf WHERE id = ?", (name,)).fetchone() is not None

    def left(self) -> Iterator[Pair]:
        """What has no counterpart: that of the first run, then that of the second, each in its order."""
        for side, line in self._database.execute(
            "SELECT side, line FROM shelf ORDER BY side = 'after', place"
        ):
            found = json.loads(line)
            yield Pair(found, None) if side == "before" else Pair(None, found)


def _written(line: Json) -> str:
    """*line* as text that SQLite takes: lone surrogates are written as escapes."""
    return json_line(line).encode("utf-8", "backslashreplace").decode("utf-8")


def id_of(line: Json) -> str:
    """The id of the document that *line* is of."""
    return str(line["document"]["id"] if "document" in line else line["id"])


def _id(line: Json) -> str:
    """The id, in characters that SQLite takes."""
    return id_of(line).encode("utf-8", "backslashreplace").decode("utf-8")

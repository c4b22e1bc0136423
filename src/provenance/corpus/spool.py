"""The lines of ``trace`` in a temporary file: memory grows with the documents of a corpus, not with its pairs."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from typing import Any, Final

from provenance.corpus.derivations import LINE_SCHEMA, Line
from provenance.corpus.files import connected
from provenance.corpus.postings import packed, unpacked
from provenance.corpus.store import raw, unraw

_TABLE: Final = (
    "CREATE TABLE lines (document BLOB, source BLOB, kind TEXT, jaccard REAL, containment REAL,"
    " direction TEXT, credit TEXT, shared BLOB, PRIMARY KEY (document, source))"
)

_CREDITED: Final = "CREATE INDEX credited ON lines (document, source) WHERE direction = 'credited'"
_BY_WAY_OF_A_THIRD: Final = """
UPDATE lines SET credit = 'accurate' WHERE credit <> 'accurate' AND EXISTS (
  SELECT 1 FROM lines AS own INDEXED BY credited JOIN lines AS theirs USING (source)
  WHERE own.document = lines.document AND own.direction = 'credited'
  AND theirs.document = lines.source AND theirs.direction <> 'undetermined')
"""
"""`derivations.with_origins`, of any number of lines."""

_KIN: Final = """
CREATE TABLE kin AS SELECT :name AS name UNION SELECT source FROM lines WHERE document = :name
UNION SELECT document FROM lines WHERE source = :name
"""

_TOLD: Final = ("kind", "jaccard", "containment", "direction", "credit")
_PLACES: Final = ("start", "end", "source_start", "source_end")


class Spool:
    """Lines, one for each two documents, which are read in the order of ids, and as often as is asked."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._database = connected("")
        weakref.finalize(self, self._database.close)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute(_TABLE)
        self._database.execute("BEGIN")
        self._database.executemany(
            "INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, lines)
        )

    def settle_credit(self) -> None:
        """Find credit given where both documents derive from a third that is credited; the lines are all of a corpus."""
        self._database.execute(_CREDITED)
        self._database.execute(_BY_WAY_OF_A_THIRD)

    def keep_family(self, name: str) -> None:
        """Drop all lines but those among the document *name* and all that share text with it."""
        self._database.execute(_KIN, {"name": raw(name)})
        self._database.execute("DELETE FROM lines WHERE NOT (document IN kin AND source IN kin)")

    def __iter__(self) -> Iterator[Line]:
        yield from map(_line, self._database.execute("SELECT * FROM lines ORDER BY document, source"))

    def of(self, name: str) -> Iterator[Line]:
        """The lines of which *name* is the document and not the source."""
        query = "SELECT * FROM lines WHERE document = ? ORDER BY source"
        yield from map(_line, self._database.execute(query, (raw(name),)))

    def names(self) -> Iterator[str]:
        """The ids of all documents of the lines."""
        found = self._database.execute("SELECT document FROM lines UNION SELECT source FROM lines")
        return (unraw(name) for (name,) in found)


def _row(line: Line) -> tuple[Any, ...]:
    shared = packed((span[place] for span in line["shared"] for place in _PLACES), "I")
    return raw(line["document"]), raw(line["source"]), *(line[name] for name in _TOLD), shared


def _line(row: tuple[Any, ...]) -> Line:
    document, source, *told, shared = row
    places = iter(unpacked(shared, "I"))
    return {
        "schema": LINE_SCHEMA,
        "document": unraw(document),
        "source": unraw(source),
        **dict(zip(_TOLD, told, strict=True)),
        "shared": [
            dict(zip(_PLACES, span, strict=True)) for span in zip(places, places, places, places, strict=True)
        ],
    }

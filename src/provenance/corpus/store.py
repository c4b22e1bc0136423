"""The documents of a corpus in a SQLite database: what was added is there whole or not at all."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from provenance.codec import digest_of
from provenance.corpus.at_hand import AtHand
from provenance.corpus.entry import Entry
from provenance.corpus.postings import Postings, packed, unpacked
from provenance.corpus.roll import Roll
from provenance.errors import ConfigurationError, shown
from provenance.values.dates import Date

SCHEMA: Final = "provenance.index/4"
"""The layout of the file and the rules by which it was made; another is refused."""

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (number INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB UNIQUE, digest TEXT, domain TEXT, keys BLOB, publishers BLOB, entry BLOB, text BLOB, met_by TEXT);
CREATE INDEX met_by ON documents (met_by) WHERE met_by IS NOT NULL;
CREATE TABLE addresses (address TEXT, number INTEGER, PRIMARY KEY (address, number)) WITHOUT ROWID;
CREATE TABLE pairs (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE boilerplate (key INTEGER PRIMARY KEY);
"""

_DAMAGED: Final = "the index is damaged: what it holds of a document is not what was put in; build it again"
_READ_AT_ONCE: Final = 1 << 22
"""Characters of the entries that are kept in memory while documents are compared."""
_OF_FIELDS: Final = 1024
"""Characters that an entry without its text counts for."""


def raw(text: str) -> bytes:
    """*text* as the database keeps it: a lone surrogate, which JSON can hold, has no place in a column of text."""
    return text.encode("utf-8", "surrogatepass")


def unraw(content: bytes) -> str:
    """The text that `raw` encoded.

    Raises:
        ConfigurationError: the file holds something else by now.
    """
    try:
        return content.decode("utf-8", "surrogatepass")
    except (UnicodeDecodeError, AttributeError):  # SQLite gives what the bytes say, were it a number
        raise ConfigurationError(_DAMAGED) from None


def _length(entry: Entry) -> int:
    return len(entry.text) + _OF_FIELDS


class Sealed(NamedTuple):
    """An entry as it is kept, with the digest of all of it."""

    entry: Entry
    digest: str
    content: bytes
    text: bytes


def sealed(entry: Entry) -> Sealed:
    """*entry*, ready to be kept."""
    content, text = entry.to_json(), raw(entry.text)
    return Sealed(entry, _digest(content, text), content, text)


def _digest(content: bytes, text: bytes) -> str:
    return digest_of(b"%d:%s%s" % (len(content), content, text))


class Store:
    """The documents in an open database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.entry = AtHand(self._entry, _length, _READ_AT_ONCE)

    @classmethod
    def create(cls, database: sqlite3.Connection) -> Store:
        """A store without documents, in an empty database."""
        database.executescript(_TABLES)
        Postings.create(database)
        database.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))
        return cls(database)

    @classmethod
    def of(cls, database: sqlite3.Connection, name: str) -> Store:
        """The store in *database*, which is the file *name*.

        Raises:
            ConfigurationError: it holds none, or one of another layout.
        """
        try:
            found = database.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # which its own message may raise
            found = None
        if found is None:
            raise ConfigurationError(f"{name}: is no index of `provenance index`")
        if found[0] != SCHEMA:
            raise ConfigurationError(
                f"{name}: is an index of layout {shown(found[0])}, this version reads {SCHEMA!r}: build it again"
            )
        return cls(database)

    # -- documents --------------------------------------------------------------------------------------------------

    def add(self, sealed: Sealed, keys: Collection[int]) -> int:
        """The number that a document, which has *keys*, is kept under from now on; its id must be new."""
        entry, digest, content, text = sealed
        row = (
            raw(entry.id),
            digest,
            entry.domain,
            packed(keys, "I"),
            raw("\0".join(entry.publishers)),
            content,
            text,
            entry.digest or None,
        )
        number = self.database.execute(
            "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", row
        ).lastrowid
        assert number is not None
        for address in entry.addresses:
            self.database.execute("INSERT INTO addresses VALUES (?, ?)", (address, number))
        return number

    def remove(self, number: int) -> None:
        """Take out the document *number*."""
        self.database.execute("DELETE FROM addresses WHERE number = ?", (number,))
        self.database.execute("DELETE FROM documents WHERE number = ?", (number,))
        self.entry.clear()

    def known(self, name: str) -> tuple[int, str] | None:
        """The number and the digest of the document *name*, None if there is none."""
        query = "SELECT number, digest FROM documents WHERE id = ?"
        found: tuple[int, str] | None = self.database.execute(query, (raw(name),)).fetchone()
        return found

    def same(self, digest: str, place: str) -> str | None:
        """The id of a document without an id of its own that has these bytes, if there is one: that at *place*, else the first."""
        query = "SELECT id FROM documents WHERE met_by = ? ORDER BY id <> ?, id LIMIT 1"
        found = self.database.execute(query, (digest, raw(place))).fetchone()
        return None if found is None else unraw(found[0])

    def number_of(self, name: str) -> int:
        """The number of the document *name*, which there is."""
        known = self.known(name)
        assert known is not None
        return known[0]

    def numbers(self) -> Iterator[int]:
        """The number of each document, in the order of ids."""
        for (number,) in self.database.execute("SELECT number FROM documents ORDER BY id").fetchall():
            yield number

    def _entry(self, number: int) -> Entry:
        query = "SELECT entry, text, digest FROM documents WHERE number = ?"
        found = self.database.execute(query, (number,)).fetchone()
        if found is None or not isinstance(found[0], bytes) or not isinstance(found[1], bytes):
            raise ConfigurationError(_DAMAGED)
        content, text, digest = found
        if _digest(content, text) != digest:
            raise ConfigurationError(_DAMAGED)
        return Entry.from_json(content, unraw(text))

    def text(self, number: int) -> str:
        """The words of the document *number*."""
        return unraw(
            self.database.execute("SELECT text FROM documents WHERE number = ?", (number,)).fetchone()[0]
        )

    def keys(self, number: int) -> frozenset[int]:
        """The keys of the document *number*."""
        query = "SELECT keys FROM documents WHERE number = ?"
        return frozenset(unpacked(self.database.execute(query, (number,)).fetchone()[0], "I"))

    def __len__(self) -> int:
        count: int = self.database.execute("SELECT count(*) FROM documents").fetchone()[0]
        return count

    # -- all of them ------------------------------------------------------------------------------------------------

    def at(self, address: str) -> tuple[str, ...]:
        """The ids of the documents at *address*, in order."""
        found = self.database.execute(
            "SELECT id FROM addresses JOIN documents USING (number) WHERE address = ? ORDER BY id", (address,)
        )
        return tuple(unraw(name) for (name,) in found)

    def dated(self, address: str) -> tuple[Date, ...]:
        """When the documents at *address* say that they were published."""
        numbers = self.database.execute(
            "SELECT number FROM addresses WHERE address = ? ORDER BY number", (address,)
        ).fetchall()
        return tuple(sorted(date for (number,) in numbers for date in self.entry(number).published))

    def publishers(self) -> set[str]:
        """The names of all publishers."""
        listed = self.database.execute("SELECT DISTINCT publishers FROM documents")
        return {name for (names,) in listed for name in unraw(names).split("\0") if name}

    def roll(self) -> Roll:
        """The order of the ids, and the domain of each document."""
        last = self.database.execute("SELECT coalesce(max(number), 0) FROM documents").fetchone()[0]
        ranks, keys, domains = (array("I", bytes(4 * (last + 1))) for _ in range(3))
        places: dict[str, int] = {"": 0}
        rows = self.database.execute("SELECT number, length(keys), domain FROM documents ORDER BY id")
        for rank, (number, size, domain) in enumerate(rows, 1):
            ranks[number], keys[number] = rank, size // keys.itemsize
            domains[number] = places.setdefault(domain, len(places))
        return Roll(ranks, keys, domains, tuple(places))

    def digest(self) -> str:
        """The name of this collection: the same for the same documents, whatever order they were added in."""
        whole = sha256(SCHEMA.encode())
        for name, digest in self.database.execute("SELECT id, digest FROM documents ORDER BY id"):
            whole.update(b"\0%d:%s%s" % (len(name), name, digest.encode()))
        return "sha256:" + whole.hexdigest()

    # -- what was found out about them ------------------------------------------------------------------------------

    def note(self, name: str) -> str:
        """What is noted under *name*, empty if nothing is."""
        found = self.database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return "" if found is None else found[0]

    def set_note(self, name: str, value: str) -> str:
        """Note *value* under *name*."""
        self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        return value

    def keep(self, boilerplate: Iterable[int], partners: Mapping[int, Collection[int]]) -> None:
        """Keep the keys of boilerplate, and the *partners* of documents: with which of higher numbers to compare them."""
        self.forget()
        self.database.executemany("INSERT INTO boilerplate VALUES (?)", ((key,) for key in boilerplate))
        pairs = ((one, other) for one in sorted(partners) for other in sorted(partners[one]))
        self.database.executemany("INSERT INTO pairs VALUES (?, ?)", pairs)
        self.database.execute("INSERT INTO pairs SELECT other, one FROM pairs ORDER BY other, one")

    def forget(self) -> None:
        """Drop what was found out: the documents are not the same any more."""
        self.database.execute("DELETE FROM meta WHERE name = 'digest'")
        self.database.execute("DELETE FROM boilerplate")
        self.database.execute("DELETE FROM pairs")

    def boilerplate(self) -> set[int]:
        """The keys of boilerplate."""
        return {key for (key,) in self.database.execute("SELECT key FROM boilerplate")}

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two documents that are to be compared, the lower number first."""
        yield from self.database.execute("SELECT one, other FROM pairs WHERE one < other")

    def partners(self, number: int) -> list[int]:
        """The documents that the document *number* is to be compared with."""
        return [
            other
            for (other,) in self.database.execute(
                "SELECT other FROM pairs WHERE one = ? ORDER BY other", (number,)
            )
        ]

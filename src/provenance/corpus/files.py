"""How an index stands on the disk, so that a writer that is killed leaves the old one, or one that can be taken up again.

An index is changed in one transaction. A new one is built beside the old, in a file that ends in ``.partial``, which is
whole up to its last commit and takes the place of the old one at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from provenance.corpus.store import Store
from provenance.errors import ConfigurationError

_BEGINS: Final = b"SQLite format 3\0"
"""How every database of SQLite begins (https://www.sqlite.org/fileformat.html, 1.3.1)."""


def temporary() -> Store:
    """A store that is gone with the process; what does not fit into memory goes to a temporary file."""
    database = connected("")
    database.execute("PRAGMA journal_mode = OFF")
    store = Store.create(database)
    database.execute("BEGIN")
    return store


def existing(path: str | Path, mode: str) -> Store:
    """The store in the file at *path*, to be read (``ro``) or written (``rw``).

    Raises:
        ConfigurationError: there is no such file, or it is no index.
    """
    if not Path(path).is_file():
        raise ConfigurationError(f"{path}: there is no such index")
    try:
        _recover(path)
        database = connected(f"{Path(path).absolute().as_uri()}?mode={mode}", uri=True)
    except sqlite3.OperationalError as problem:
        raise ConfigurationError(f"{path}: cannot be opened: {problem}") from None
    try:
        return Store.of(database, str(path))
    except BaseException:
        database.close()
        raise


@contextmanager
def changing(path: str | Path) -> Iterator[Store]:
    """The store in the file at *path*, changed when the block ends, unless it raises."""
    store = existing(path, "rw")
    with closing(store.database) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
            yield store
            database.execute("COMMIT")
        except sqlite3.Error as problem:  # locked by another writer, or no room on the disk
            raise ConfigurationError(f"{path}: cannot be changed: {_said(problem)}") from None


@contextmanager
def building(path: str | Path) -> Iterator[Store]:
    """A new store that takes the place of the file at *path* when the block ends.

    What an interrupted build has committed is taken up again; one that fails for its own reasons leaves nothing.
    """
    partial = Path(f"{path}.partial")
    try:
        _check_replaceable(Path(path))
        store = _partial(partial)
    except (OSError, sqlite3.Error) as problem:
        said = "another run is writing it" if "locked" in str(problem) else _said(problem)
        raise ConfigurationError(f"{path}: cannot be written: {said}") from None
    keeps = False
    try:
        with closing(store.database) as database:
            yield store
            database.execute("COMMIT")
            keeps = True
        if Path(path).is_file():
            _recover(path)
        partial.replace(path)
    except (OSError, sqlite3.Error) as problem:
        keeps = _holds_documents(partial)
        kept = f"; the same command goes on from what is kept in {partial}" if keeps else ""
        raise ConfigurationError(f"{path}: cannot be written: {_said(problem)}{kept}") from None
    except KeyboardInterrupt:
        keeps = _holds_documents(partial)
        raise
    finally:
        if not keeps:
            _discard(partial)


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Keep the file of *store*, which is only read, as it is until the block ends: it is locked once, and not for each answer."""
    store.database.execute("BEGIN")
    try:
        yield
    finally:
        store.database.commit()


def commit(store: Store) -> None:
    """Make what was added so far outlast a killed writer."""
    store.database.execute("COMMIT")
    store.database.execute("BEGIN IMMEDIATE")


def connected(name: str, *, uri: bool = False) -> sqlite3.Connection:
    """A connection that begins and ends no transaction by itself; whichever thread lets go of it last closes it."""
    return sqlite3.connect(name, uri=uri, isolation_level=None, check_same_thread=False)


def _check_replaceable(path: Path) -> None:
    """Refuse to put an index in the place of a device, or of a file that somebody else wrote."""
    if not path.exists():
        return
    if not path.is_file():
        raise ConfigurationError(f"{path}: cannot be written: an index is a file, and this is none")
    with path.open("rb") as file:
        if file.read(len(_BEGINS)) not in (b"", _BEGINS):
            raise ConfigurationError(f"{path}: is no index, and would be lost: write to another file")


def _partial(partial: Path) -> Store:
    """The store of an interrupted build, or a new one; no other process writes to it."""
    if partial.is_file():
        found = partial.stat()
        database = connected(str(partial))
        try:
            database.execute("BEGIN IMMEDIATE")  # which waits, and what it waited for may be an index by now
            if not (partial.is_file() and partial.stat().st_ino == found.st_ino):
                raise sqlite3.OperationalError("another run has just written it")
            return Store.of(database, str(partial))
        except (ConfigurationError, sqlite3.DatabaseError) as problem:
            database.close()
            if isinstance(problem, sqlite3.OperationalError):  # another build is at work
                raise
            _discard(partial)  # killed before it was an index
    database = connected(str(partial))
    try:
        store = Store.create(database)
        database.execute("BEGIN IMMEDIATE")
    except BaseException as problem:
        database.close()
        if _is_full(problem):  # before anything was put in
            _discard(partial)
        raise
    return store


def _said(problem: Exception) -> str:
    """What went wrong, and what to do where that is known."""
    return f"{problem}: make room, and run the same command again" if _is_full(problem) else str(problem)


def _is_full(problem: BaseException) -> bool:
    """Whether there was no room on the disk."""
    return getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _recover(path: str | Path) -> None:
    """Undo what a killed writer left half done: who only reads cannot."""
    if _journal(path).exists():
        with closing(connected(str(path))) as database:
            database.execute("SELECT count(*) FROM sqlite_master")


def _holds_documents(partial: Path) -> bool:
    try:
        with closing(connected(str(partial))) as database:
            return len(Store.of(database, str(partial))) > 0
    except (ConfigurationError, sqlite3.Error):
        return False


def _discard(partial: Path) -> None:
    for path in (partial, _journal(partial)):
        path.unlink(missing_ok=True)


def _journal(path: str | Path) -> Path:
    return Path(f"{path}-journal")

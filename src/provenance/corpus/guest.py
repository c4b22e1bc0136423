"""A document beside those of a store, to be compared with them as if it were one of them."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.corpus.entry import Entry
from provenance.corpus.store import Store
from provenance.values.dates import Date


class WithGuest:
    """The documents of a store, and the last guest that was received (`corpus.matching.Documents`)."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._number = 0
        self._entry = Entry("", "")
        self._keys: frozenset[int] = frozenset()

    def receive(self, entry: Entry, keys: Iterable[int]) -> int:
        """A number for *entry*, which has *keys*; no other guest ever has it, and no document of the store."""
        self._number -= 1
        self._entry, self._keys = entry, frozenset(keys)
        return self._number

    def entry(self, number: int) -> Entry:
        """What is known of the document *number*."""
        return self._entry if number == self._number else self._store.entry(number)

    def keys(self, number: int) -> frozenset[int]:
        """Its keys."""
        return self._keys if number == self._number else self._store.keys(number)

    def publishers(self) -> Iterable[str]:
        """The names of all publishers in the store."""
        return self._store.publishers()

    def dated(self, address: str) -> Iterable[Date]:
        """When the documents of the store at *address* say that they were published."""
        return self._store.dated(address)

"""The index of a corpus: one file from which it can be told what any document shares with the others.

It is built or changed in one piece, then frozen, and named by a digest of what is in it; scoring reads it and never
writes.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from provenance.corpus import files
from provenance.corpus.boilerplate import Boilerplate, quoted_keys
from provenance.corpus.candidates import WEAKEST_BY_KEYS, Pair, by_keys, by_shingles, is_enough, together
from provenance.corpus.clusters import LINKING
from provenance.corpus.credit import Credit
from provenance.corpus.derivations import Direction, Line, Relation
from provenance.corpus.entry import Entry, entry_of
from provenance.corpus.guest import WithGuest
from provenance.corpus.keys import keys_of
from provenance.corpus.matching import Match, Matching, with_origins
from provenance.corpus.postings import Group, Postings
from provenance.corpus.spool import Spool
from provenance.corpus.store import Sealed, Store, sealed
from provenance.defects import spared
from provenance.document import Document
from provenance.errors import ConfigurationError, InputError, shown
from provenance.fields import Derivation

G = TypeVar("G")
R = TypeVar("R")

_CACHE: Final = -32_768
"""Memory for the pages of the database, in KiB as SQLite counts it."""

_READ_AT_ONCE: Final = 1 << 22
"""Characters of the texts that are kept ready, at some 25 bytes each; only of documents that have partners."""

_BLOCK: Final = 64
"""Documents that are compared with all their partners in turn, so that these are read once for all of them."""

_PARTNERS_AT_ONCE: Final = 1024
"""Documents of which it is remembered whom they are to be compared with."""

_MATCHES_AT_ONCE: Final = 1 << 13
"""Pairs that are remembered: each is met from both sides."""

_KEYS_AT_ONCE: Final = 1024
"""Documents whose keys are kept in memory while boilerplate is looked for."""


class Index:
    """The documents of a corpus, and what they share.

    Make one with `in_memory`, `build`, `changing` or `open`; it is frozen until something is added or removed.

    Attributes:
        stumbled: documents, and pairs of them, over which this library stumbled while it compared them: what is found is
            as if they shared nothing.
    """

    def __init__(self, store: Store, *, is_built: bool = False) -> None:
        self._store = store
        self._closing = weakref.finalize(self, store.database.close)
        store.database.execute(f"PRAGMA cache_size = {_CACHE}")
        self._postings = Postings(store.database)
        self._is_built = is_built
        self._is_frozen = bool(self.digest)
        self._has_removed = is_built and bool(len(self))
        self._not_met = bytearray()
        self.stumbled: list[InputError] = []

    # -- opening and writing ----------------------------------------------------------------------------------------

    @classmethod
    def in_memory(cls) -> Index:
        """An empty index that is gone with the process."""
        return cls(files.temporary())

    @classmethod
    def open(cls, path: str | Path) -> Index:
        """The frozen index in the file at *path*, to be read.

        Raises:
            ConfigurationError: there is no such file, or it is no index, or one that was never finished.
        """
        index = cls(files.existing(path, "ro"))
        if not index.digest:
            raise ConfigurationError(f"{path}: the index was never finished: build it again")
        return index

    @classmethod
    @contextmanager
    def build(cls, path: str | Path) -> Iterator[Index]:
        """A new index that takes the place of the file at *path* when the block ends, unless it raises.

        It holds what the block adds and nothing else, also where it takes up an interrupted build: what was added then
        need not be worked out again.
        """
        with files.building(path) as store:
            index = cls(store, is_built=True)
            index.begin_again()
            yield index
            index.drop_what_was_not_met()
            index.freeze()

    @classmethod
    @contextmanager
    def changing(cls, path: str | Path) -> Iterator[Index]:
        """The index in the file at *path*, changed when the block ends, unless it raises."""
        with files.changing(path) as store:
            index = cls(store)
            yield index
            index.freeze()

    def held(self) -> AbstractContextManager[None]:
        """The index that was opened to be read, as it is when the block first asks it: no other process changes it meanwhile."""
        return files.held(self._store)

    def close(self) -> None:
        """Give the file back; an index that nobody holds any more does so by itself."""
        self._closing()

    # -- documents --------------------------------------------------------------------------------------------------

    def add(self, document: Document | Entry) -> None:
        """Take *document* in; one of the same id is replaced by it."""
        self._add(_sealed(document), may_replace=True)

    def add_new(self, document: Document | Entry) -> None:
        """Take *document* in.

        Raises:
            InputError: there is another document of the same id, and not only from before `begin_again`.
        """
        self._add(_sealed(document), may_replace=False)

    def _add(self, new: Sealed, *, may_replace: bool) -> None:
        name, known = new.entry.id, self._store.known(new.entry.id)
        if known is not None:
            number, digest = known
            if digest == new.digest:
                self._met(number)
                return
            if not may_replace and not any(self._not_met[number : number + 1]):
                raise InputError(f"there are two documents with the id {shown(name)}", "/id", record_id=name)
        keys = keys_of(new.entry.text)  # before anything is taken out: all of it is done, or nothing
        if known is not None:
            self._remove(known[0])
        self._thaw()
        self._postings.add(self._store.add(new, keys), keys)
        if self._postings.is_full:
            self._postings.flush()
            if self._is_built:
                files.commit(self._store)

    def remove(self, name: str) -> bool:
        """Whether there was a document with the id *name*, which there is not any more."""
        known = self._store.known(name)
        if known is not None:
            self._remove(known[0])
        return known is not None

    def _remove(self, number: int) -> None:
        self._store.remove(number)
        self._met(number)
        self._thaw()
        self._has_removed = True

    def _met(self, number: int) -> None:
        if number < len(self._not_met):
            self._not_met[number] = False

    def begin_again(self) -> None:
        """From now on, what was there already counts as new, and `drop_what_was_not_met` takes out the rest."""
        numbers = list(self._store.numbers())
        self._not_met = bytearray(max(numbers, default=-1) + 1)
        for number in numbers:
            self._not_met[number] = True

    def drop_what_was_not_met(self) -> int:
        """Take out every document that was not added since `begin_again`; how many those were."""
        left = [number for number, is_left in enumerate(self._not_met) if is_left]
        for number in left:
            self._remove(number)
        self._not_met = bytearray()
        return len(left)

    def merge(self, other: Index) -> None:
        """Take in every document of *other*.

        Raises:
            InputError: both hold different documents of one id.
        """
        for entry in other.entries():
            self.add_new(entry)

    def entries(self) -> Iterator[Entry]:
        """What is kept of each document, in the order of ids."""
        return map(self._store.entry, self._store.numbers())

    def __len__(self) -> int:
        return len(self._store)

    def __contains__(self, name: str) -> bool:
        return self._store.known(name) is not None

    # -- freezing ---------------------------------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """``sha256:…`` of what is in the index, whatever order it was added in; empty until it is frozen."""
        return self._store.note("digest")

    def freeze(self) -> str:
        """Find out what is to be compared, if any document came or went, and return the digest."""
        if self.digest:
            return self.digest
        self._postings.settle(self._store.roll().lives if self._has_removed else None)
        self._has_removed = False
        store, roll = self._store, self._store.roll()

        def quoted(number: int) -> frozenset[int]:
            return self._spared(lambda n: quoted_keys(store.text(n)), number, frozenset(), (number,))

        def is_notice(number: int) -> bool:
            return self._spared(lambda n: matching.trimming(n).is_notice, number, False, (number,))

        boilerplate = Boilerplate(lru_cache(_KEYS_AT_ONCE)(store.keys), roll.domain, quoted)
        matching = Matching(store, boilerplate)
        store.keep(boilerplate.common, by_keys(self._postings.groups(), roll, boilerplate, is_notice))
        self._is_frozen = True
        return store.set_note("digest", store.digest())

    def _spared(self, work: Callable[[G], R], given: G, otherwise: R, numbers: Iterable[int]) -> R:
        """What *work* makes of *given*; *otherwise*, and noted, where this library stumbles over the documents *numbers*."""
        found = spared(work, given, lambda _: " and ".join(self._store.entry(n).id for n in sorted(numbers)))
        if isinstance(found, InputError):
            self.stumbled.append(found)
            return otherwise
        return found

    def _thaw(self) -> None:
        if self._is_frozen:
            self._store.forget()
            self._is_frozen = False
            for name in ("_credits", "_frozen", "_guests", "_match", "_partners"):
                self.__dict__.pop(name, None)

    # -- reading ----------------------------------------------------------------------------------------------------

    def lines(self, min_containment: float | None = None, *, around: str | None = None) -> Spool:
        """One line for each pair that meets a definition of docs/reference/output-formats.md, in the order of ids; freezes the index.

        With *min_containment*, weaker overlaps are listed too; with *around*, only what hangs together with that document.
        """
        matching = self._frozen

        def line(pair: Pair) -> Line | None:
            match = matching.match(*pair, min_containment)
            return None if match is None else matching.line(match)

        pairs = self._pairs(min_containment, around)
        spool = Spool(filter(None, (self._spared(line, pair, None, pair) for pair in pairs)))
        spool.settle_credit()
        return spool

    def _pairs(self, min_containment: float | None, around: str | None) -> Iterator[Pair]:
        """Every two documents to be compared; those that hang together by others one after the other."""
        here = None if around is None else self._store.known(around)
        more: Mapping[int, Iterable[int]] = {}
        if min_containment is not None and min_containment < WEAKEST_BY_KEYS:
            more = by_shingles(
                (number, self._frozen.trimmed(number).distinct) for number in self._store.numbers()
            )
        proposed = ((one, other) for one, others in more.items() for other in others)
        for group in together(chain(self._store.pairs(), proposed)):
            if around is not None and (here is None or here[0] not in group):
                continue
            for start in range(0, len(group), _BLOCK):
                block = group[start : start + _BLOCK]
                yield from sorted(
                    ((one, other) for one in block for other in self._compared_with(one, more)), key=_turned
                )

    def _compared_with(self, one: int, more: Mapping[int, Iterable[int]]) -> Iterator[int]:
        return (other for other in {*self._store.partners(one), *more.get(one, ())} if one < other)

    def name_of(self, document: Document | Entry) -> str:
        """What *document* is called among the others, which it need not be one of.

        It meets itself by its id. One without an id of its own is called by the place where it was read, by which
        nothing is met: it is the document of the same bytes, or none, and then goes by a name that no other has.
        """
        entry = document if isinstance(document, Entry) else entry_of(document)
        if not entry.digest:
            return entry.id
        name = self._store.same(entry.digest, entry.id)
        if name is None:
            name = entry.id
            while name in self:
                name += " (not in the index)"
        return name

    def lines_of(self, document: Document | Entry) -> list[Line]:
        """What *document* shares with the others, among which it is called as `name_of` says."""
        return sorted(map(self._frozen.line, self._matches(document)), key=_ids)

    def derivations_of(self, document: Document | Entry) -> tuple[Derivation, ...]:
        """The same as `lines_of`, as a field of *document* holds it."""
        found = (
            Derivation(
                match.relation.document,
                match.relation.source,
                match.comparison.kind,
                match.relation.direction.value,
                match.relation.credit.value,
            )
            for match in self._matches(document)
        )
        return tuple(sorted(found))

    def at(self, address: str) -> tuple[str, ...]:
        """The ids of the documents at *address*, which is in the spelling of `citing.target_of`."""
        return self._store.at(address)

    def entry(self, name: str) -> Entry:
        """What is kept of the document *name*, which there is."""
        return self._store.entry(self._store.number_of(name))

    def versions_among(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Every two of the documents *names* that are versions of one text; freezes the index."""
        numbers = {self._store.number_of(name): name for name in sorted(set(names))}
        return [
            (numbers[one], numbers[other])
            for one in numbers
            for other in sorted(self._partners(one))
            if one < other
            and other in numbers
            and (match := self._match(one, other))
            and match.comparison.kind in LINKING
        ]

    def _matches(self, document: Document | Entry) -> Iterator[Match]:
        """What *document* has to do with each that it shares text with, all things considered."""
        entry = document if isinstance(document, Entry) else entry_of(document)
        entry, digest, _, _ = sealed(entry._replace(id=self.name_of(entry)))
        number, known = self._store.known(entry.id) or (0, "")
        if known == digest:
            others = sorted(self._partners(number))
            found = {n: match for n in others if (match := self._match(min(n, number), max(n, number)))}
        else:
            found = self._matches_of_new(entry)
        return with_origins(found.values(), self._relations_among(entry.id, found))

    def _matches_of_new(self, entry: Entry) -> dict[int, Match]:
        keys = keys_of(entry.text)
        shared: dict[int, list[Group]] = {}
        for group in self._postings.holders(
            key for key in keys if key not in self._frozen.boilerplate.common
        ):
            for holder in group[1]:
                shared.setdefault(holder, []).append(group)
        others = [
            n for n, found in sorted(shared.items()) if is_enough(found, len(keys), len(self._store.keys(n)))
        ]
        number = self._guests.receive(entry, keys)
        return {
            n: match
            for n in others
            if self._store.entry(n).id != entry.id and (match := self._frozen.match(number, n))
        }

    def _relations_among(self, name: str, found: Mapping[int, Match]) -> Iterator[Relation]:
        """How the partners of the document *name* stand to its sources, as far as that bears on who gave credit."""
        derived = {
            n: match.relation.direction
            for n, match in found.items()
            if match.relation.document == name and match.relation.direction is not Direction.UNDETERMINED
        }
        sources = frozenset(derived)
        credited = frozenset(n for n in sources if derived[n] is Direction.CREDITED)
        for one, match in found.items() if sources else ():
            if match.relation.credit is not Credit.ACCURATE:
                known = self._partners(one)
                is_copy = match.relation.source == name
                bearing = self._credited(one, known & sources) if is_copy else known & credited
                others = (self._match(min(one, other), max(one, other)) for other in sorted(bearing))
                yield from (other.relation for other in others if other is not None)

    def _credited(self, one: int, among: frozenset[int]) -> frozenset[int]:
        """Those *among* its partners whom the document *one* credits; each is looked at once, whoever asks."""
        asked, given = self._credits(one)
        new = among - asked
        asked |= new
        given.update(other for other in new if self._frozen.gives_credit(one, other))
        return among & given

    @cached_property
    def _frozen(self) -> Matching:
        """What it takes to compare the documents, once the index is frozen."""
        self.freeze()
        boilerplate = Boilerplate(
            self._guests.keys, lambda _: "", lambda number: quoted_keys(self._guests.entry(number).text)
        )
        boilerplate.common = self._store.boilerplate()
        return Matching(self._guests, boilerplate, at_once=_READ_AT_ONCE)

    @cached_property
    def _guests(self) -> WithGuest:
        return WithGuest(self._store)

    @cached_property
    def _partners(self) -> Callable[[int], frozenset[int]]:
        """The documents that one is to be compared with, once the index is frozen."""
        self.freeze()
        return lru_cache(_PARTNERS_AT_ONCE)(lambda number: frozenset(self._store.partners(number)))

    @cached_property
    def _credits(self) -> Callable[[int], tuple[set[int], set[int]]]:
        """The documents of which it is known whether one credits them, and those that it does."""
        return lru_cache(_PARTNERS_AT_ONCE)(lambda _: (set(), set()))

    @cached_property
    def _match(self) -> Callable[[int, int], Match | None]:
        return lru_cache(_MATCHES_AT_ONCE)(self._frozen.match)


def _sealed(document: Document | Entry) -> Sealed:
    return sealed(document if isinstance(document, Entry) else entry_of(document))


def _turned(pair: Pair) -> Pair:
    return pair[::-1]


def _ids(line: Line) -> tuple[str, str]:
    return line["document"], line["source"]

"""Pairs of documents that may share text, found by their keys, and what comparing their texts says about each."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, groupby
from typing import Final

from provenance.corpus.boilerplate import OF_A_DOMAIN, Boilerplate
from provenance.corpus.comparing import Comparison, Run, compare
from provenance.corpus.credit import known_names
from provenance.corpus.derivations import Relation, Witness, line_of, with_origins
from provenance.corpus.keys import is_of_passage, keys_of
from provenance.corpus.postings import Group, Postings
from provenance.corpus.reading import Reading, read
from provenance.corpus.store import Roll, Store

WEAKEST_BY_KEYS: Final = 0.2
"""Containment down to which keys find what shares text; below, every shingle is looked up."""

_FEW_KEYS: Final = 24
"""Keys of a text of some 200 words; in a longer one, one chunk alone is a phrase."""

_LOW: Final = (1 << 32) - 1
"""What is below in a pair of documents written as one number, the lower above the higher."""

_READ_AT_ONCE: Final = 512
"""Texts that are kept ready to be compared, at some 100 kB each."""

Line = dict[str, object]


class Matching:
    """The comparison of all documents of one store with one another."""

    def __init__(self, store: Store, postings: Postings) -> None:
        self._store = store
        self._postings = postings
        self._roll: Roll = store.roll()
        self._witness = Witness(known_names(store.publishers()), store.dated)
        self._keys = lru_cache(_READ_AT_ONCE)(lambda number: frozenset(keys_of(store.text(number))))
        self._boilerplate = Boilerplate(self._keys, self._roll.domain, store.text)
        self._trimming = lru_cache(1 << 16)(lambda number: self._boilerplate.trim(store.text(number)))
        self._trimmed = lru_cache(_READ_AT_ONCE)(lambda number: read(store.text(number), self._trimming(number).spans))
        self._untrimmed = lru_cache(_READ_AT_ONCE)(lambda number: read(store.text(number)))

    def lines(self, min_containment: float | None = None) -> Iterator[Line]:
        """One line for each pair that meets a definition (DESIGN §7), in no order that means anything."""
        pairs = self._pairs()
        if min_containment is not None and min_containment < WEAKEST_BY_KEYS:
            pairs |= self._pairs_by_shingles()
        for group in _together(pairs):
            yield from self._lines_of(group, min_containment)

    # -- candidates -------------------------------------------------------------------------------------------------

    def _pairs(self) -> set[int]:
        """Every two documents that share enough keys which are not boilerplate, as one number each.

        One passage is enough, as it may be a quotation, or two chunks; one chunk in a text that has few keys.
        """
        pairs: set[int] = set()
        once = array("Q")
        common: list[Group] = []
        for key, holders in self._postings.groups():
            if len(holders) >= OF_A_DOMAIN and self._boilerplate.consider(key, sorted(holders, key=self._roll.ranks.__getitem__)):
                common.append((key, holders))
            elif is_of_passage(key):
                pairs.update(_codes(combinations(holders, 2)))
            else:
                once.extend(code for code in _codes(combinations(holders, 2)) if code not in pairs)
        pairs.update(self._sharing_enough(once))
        pairs.update(self._pairs_with_notices(common))
        return pairs

    def _sharing_enough(self, once: array[int]) -> Iterator[int]:
        """The pairs that stand twice among *once*, or of which one document has few keys."""
        keys = self._roll.keys
        for code, same in groupby(sorted(once)):
            if min(keys[code >> 32], keys[code & _LOW]) < _FEW_KEYS or sum(1 for _ in same) > 1:
                yield code

    def _pairs_with_notices(self, common: Iterable[Group]) -> Iterator[int]:
        """The pairs of documents that consist of boilerplate with those that contain it."""
        common = list(common)
        counts: dict[int, int] = {}
        for _, holders in common:
            for holder in holders:
                counts[holder] = counts.get(holder, 0) + 1
        notices = {n for n, count in counts.items() if 3 * count >= len(self._keys(n)) and self._trimming(n).is_notice}
        for _, holders in common:
            for notice in notices.intersection(holders):
                yield from _codes((min(notice, holder), max(notice, holder)) for holder in holders if holder != notice)

    def _pairs_by_shingles(self) -> set[int]:
        """Every two documents that share a shingle."""
        postings = Postings(sqlite3.connect(""))
        for number in self._store.numbers():
            postings.add(number, {shingle & _LOW for shingle in self._trimmed(number).distinct})
        return {code for _, holders in postings.groups() for code in _codes(combinations(holders, 2))}

    # -- comparison -------------------------------------------------------------------------------------------------

    def _lines_of(self, group: Sequence[int], min_containment: float | None) -> Iterator[Line]:
        found: list[tuple[Relation, Comparison, list[dict[str, int]]]] = []
        for code in group:
            numbers = sorted((code >> 32, code & _LOW), key=self._roll.ranks.__getitem__)
            one, other = self._readings(*numbers)
            comparison = compare(one, other, min_containment)
            if comparison is not None:
                first, second = map(self._store.entry, numbers)
                relation = self._witness.relate(first, second)
                sides = (one, other) if relation.document == first.id else (other, one)
                runs = comparison.runs if sides[0] is one else tuple(run.turned() for run in comparison.runs)
                found.append((relation, comparison, [_span(run, *sides) for run in runs]))
        for relation, (_, comparison, shared) in zip(with_origins([relation for relation, _, _ in found]), found, strict=True):
            yield line_of(relation, comparison, shared)

    def _readings(self, one: int, other: int) -> tuple[Reading, Reading]:
        """Both texts ready to be compared; what is little else than boilerplate is compared with all there is."""
        if self._trimming(one).is_notice or self._trimming(other).is_notice:
            return self._untrimmed(one), self._untrimmed(other)
        return self._trimmed(one), self._trimmed(other)


def _codes(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    return (one << 32 | other for one, other in pairs)


def _together(pairs: Iterable[int]) -> list[list[int]]:
    """*pairs* in groups such that no document is in two: what is compared together is read once."""
    leaders: dict[int, int] = {}

    def leader(number: int) -> int:
        while (above := leaders.setdefault(number, number)) != number:
            leaders[number] = number = leaders[above]
        return number

    ordered = sorted(pairs)
    for code in ordered:
        leaders[leader(code >> 32)] = leader(code & _LOW)
    groups: dict[int, list[int]] = {}
    for code in ordered:
        groups.setdefault(leader(code >> 32), []).append(code)
    return list(groups.values())


def _span(run: Run, document: Reading, source: Reading) -> dict[str, int]:
    """The passage of *run*, in characters on both sides."""
    return {
        "start": document.starts[run.first],
        "end": document.ends[run.first + run.length - 1],
        "source_start": source.starts[run.source_first],
        "source_end": source.ends[run.source_first + run.length - 1],
    }

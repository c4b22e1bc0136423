"""Pairs of documents that may share text: what their keys, or all their shingles, have in common."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import combinations, groupby
from typing import Final

from provenance.corpus.boilerplate import OF_A_DOMAIN, Boilerplate
from provenance.corpus.keys import is_of_passage
from provenance.corpus.postings import Group, Postings
from provenance.corpus.roll import Roll

WEAKEST_BY_KEYS: Final = 0.3
"""Containment down to which keys find what shares text; for less, every shingle is looked up."""

FEW_KEYS: Final = 24
"""Keys of a text of some 300 words; in a longer one, a chunk that many have is a phrase."""

FEW_HOLDERS: Final = 4
"""Documents of a chunk that is no phrase: one alone is enough for these to be compared."""

_LOW: Final = (1 << 32) - 1

Pair = tuple[int, int]
"""The numbers of two documents, the lower one first."""


def by_keys(
    groups: Iterable[Group], roll: Roll, boilerplate: Boilerplate, is_notice: Callable[[int], bool]
) -> set[Pair]:
    """Every two documents that share enough keys which are not boilerplate, given who has each key that several have.

    One passage is enough, as it may be a quotation, or a chunk that few have; of others it takes two, or one where a
    text has few keys. Notes in *boilerplate* what is. `is_notice` says of a document whether it is little else than that.
    """
    pairs: set[int] = set()
    once = array("Q")
    common: list[Group] = []
    for key, holders in groups:
        if len(holders) >= OF_A_DOMAIN and boilerplate.consider(
            key, sorted(holders, key=roll.ranks.__getitem__)
        ):
            common.append((key, holders))
        elif is_of_passage(key) or len(holders) <= FEW_HOLDERS:
            pairs.update(_packed(combinations(holders, 2)))
        else:
            once.extend(code for code in _packed(combinations(holders, 2)) if code not in pairs)
    pairs.update(_sharing_enough(once, roll))
    pairs.update(_with_notices(common, roll, is_notice))
    return {(code >> 32, code & _LOW) for code in pairs}


def is_enough(shared: Iterable[Group], keys: int, other_keys: int) -> bool:
    """Whether two documents of so many keys may share text, by the keys that they share, each with its other holders."""
    found = list(shared)
    return (
        len(found) > 1
        or any(is_of_passage(key) or len(holders) < FEW_HOLDERS for key, holders in found)
        or (bool(found) and min(keys, other_keys) < FEW_KEYS)
    )


def by_shingles(shingles: Iterable[tuple[int, Iterable[int]]]) -> set[Pair]:
    """Every two documents that share a shingle, given the number and the shingles of each."""
    with closing(sqlite3.connect("")) as database:  # on disk, once it is large
        postings = Postings.create(database)
        for number, distinct in shingles:
            postings.add(number, {shingle & _LOW for shingle in distinct})
            if postings.is_full:
                postings.flush()
        return {pair for _, holders in postings.groups() for pair in combinations(holders, 2)}


def together(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """*pairs* in groups such that no document is in two: what is compared together is read once."""
    leaders: dict[int, int] = {}

    def leader(number: int) -> int:
        while (above := leaders.setdefault(number, number)) != number:
            leaders[number] = number = leaders[above]
        return number

    ordered = sorted(pairs)
    for one, other in ordered:
        leaders[leader(one)] = leader(other)
    groups: dict[int, list[Pair]] = {}
    for pair in ordered:
        groups.setdefault(leader(pair[0]), []).append(pair)
    return list(groups.values())


def _packed(pairs: Iterable[Pair]) -> Iterator[int]:
    """Each pair as one number, which takes a third of the memory."""
    return (one << 32 | other for one, other in pairs)


def _sharing_enough(once: array[int], roll: Roll) -> Iterator[int]:
    """The pairs that stand twice among *once*, or of which one document has few keys."""
    for code, same in groupby(sorted(once)):
        if min(roll.keys[code >> 32], roll.keys[code & _LOW]) < FEW_KEYS or sum(1 for _ in same) > 1:
            yield code


def _with_notices(common: list[Group], roll: Roll, is_notice: Callable[[int], bool]) -> Iterator[int]:
    """The pairs of documents that consist of boilerplate with those that contain it."""
    counts: dict[int, int] = {}
    for _, holders in common:
        for holder in holders:
            counts[holder] = counts.get(holder, 0) + 1
    notices = {
        number for number, count in counts.items() if 3 * count >= roll.keys[number] and is_notice(number)
    }
    for _, holders in common:
        for notice in notices.intersection(holders):
            yield from _packed(
                (min(notice, holder), max(notice, holder)) for holder in holders if holder != notice
            )

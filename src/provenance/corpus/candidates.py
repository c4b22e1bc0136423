"""Pairs of documents that may share text: what their keys, or all their shingles, have in common."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, groupby
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

Partners = defaultdict[int, set[int]]
"""Of documents, by their numbers, those of higher numbers that each is to be compared with."""


def by_keys(
    groups: Iterable[Group], roll: Roll, boilerplate: Boilerplate, is_notice: Callable[[int], bool]
) -> Partners:
    """Every two documents that share enough keys which are not boilerplate, given who has each key that several have.

    One passage is enough, as it may be a quotation, or a chunk that few have; of others it takes two, or one where a
    text has few keys. Notes in *boilerplate* what is. `is_notice` says of a document whether it is little else than that.
    """
    partners: Partners = defaultdict(set)
    once = array("Q")
    common: list[Group] = []
    for key, holders in groups:
        if len(holders) >= OF_A_DOMAIN and boilerplate.consider(
            key, sorted(holders, key=roll.ranks.__getitem__)
        ):
            common.append((key, holders))
        elif is_of_passage(key) or len(holders) <= FEW_HOLDERS:
            _introduce(holders, partners)
        else:
            once.extend(_strangers(holders, partners))
    for one, other in chain(_sharing_enough(once, roll), _with_notices(common, roll, is_notice)):
        partners[one].add(other)
    return partners


def is_enough(shared: Iterable[Group], keys: int, other_keys: int) -> bool:
    """Whether two documents of so many keys may share text, by the keys that they share, each with its other holders."""
    found = list(shared)
    return (
        len(found) > 1
        or any(is_of_passage(key) or len(holders) < FEW_HOLDERS for key, holders in found)
        or (bool(found) and min(keys, other_keys) < FEW_KEYS)
    )


def by_shingles(shingles: Iterable[tuple[int, Iterable[int]]]) -> Partners:
    """Every two documents that share a shingle, given the number and the shingles of each."""
    partners: Partners = defaultdict(set)
    with closing(sqlite3.connect("")) as database:  # on disk, once it is large
        postings = Postings.create(database)
        for number, distinct in shingles:
            postings.add(number, {shingle & _LOW for shingle in distinct})
            if postings.is_full:
                postings.flush()
        for _, holders in postings.groups():
            _introduce(holders, partners)
    return partners


def together(pairs: Iterable[Pair]) -> list[list[int]]:
    """The documents of *pairs* in groups such that no pair is of two: what is compared together is read once."""
    leaders: dict[int, int] = {}

    def leader(number: int) -> int:
        while (above := leaders.setdefault(number, number)) != number:
            leaders[number] = number = leaders[above]
        return number

    for one, other in pairs:
        leaders[leader(one)] = leader(other)
    groups: dict[int, list[int]] = {}
    for number in sorted(leaders):
        groups.setdefault(leader(number), []).append(number)
    return list(groups.values())


def _introduce(holders: Sequence[int], partners: Partners) -> None:
    """Make partners of all *holders*."""
    for n, one in enumerate(holders[:-1], 1):
        partners[one].update(holders[n:])


def _strangers(holders: Sequence[int], partners: Partners) -> Iterator[int]:
    """Every two of *holders* that are no partners yet, as one number."""
    for n, one in enumerate(holders[:-1], 1):
        known = partners.get(one, ())
        yield from (one << 32 | other for other in holders[n:] if other not in known)


def _sharing_enough(once: Iterable[int], roll: Roll) -> Iterator[Pair]:
    """The pairs that stand twice among *once*, or of which one document has few keys."""
    for code, same in groupby(sorted(once)):
        one, other = code >> 32, code & _LOW
        if min(roll.keys[one], roll.keys[other]) < FEW_KEYS or sum(1 for _ in same) > 1:
            yield one, other


def _with_notices(common: list[Group], roll: Roll, is_notice: Callable[[int], bool]) -> Iterator[Pair]:
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
            yield from ((min(notice, holder), max(notice, holder)) for holder in holders if holder != notice)

"""What is known at once of every document of a corpus: its place among the others, how many keys it has, and its domain."""

from __future__ import annotations

from array import array
from typing import NamedTuple


class Roll(NamedTuple):
    """Of each document, by its number: its place in the order of ids, 0 for one that is no more, its keys, its domain."""

    ranks: array[int]
    keys: array[int]
    domains: array[int]
    names: tuple[str, ...]

    def lives(self, number: int) -> bool:
        """Whether there still is a document *number*."""
        return number < len(self.ranks) and self.ranks[number] > 0

    def domain(self, number: int) -> str:
        """The registrable domain of the document *number*."""
        return self.names[self.domains[number]]

"""What was made of texts last, kept at hand as far as the texts are not too long together: books take more memory than news."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_FEWEST: Final = 2
"""Those of the two documents that are being compared stay at hand, however long they are."""


class AtHand(Generic[K, V]):
    """The values of *make* that were asked for last.

    Args:
        make: what the value of a key is made with.
        length: how many characters of text a value is of.
        most: how many characters there are at hand.
    """

    def __init__(self, make: Callable[[K], V], length: Callable[[V], int], most: int) -> None:
        self._make, self._length, self._most = make, length, most
        self._held: dict[K, V] = {}  # in the order in which they were asked for
        self._total = 0

    def __call__(self, key: K) -> V:
        """The value of *key*."""
        if key in self._held:
            found = self._held.pop(key)
        else:
            found = self._make(key)
            self._total += self._length(found)
            while self._total > self._most and len(self._held) >= _FEWEST:
                self._total -= self._length(self._held.pop(next(iter(self._held))))
        self._held[key] = found
        return found

    def clear(self) -> None:
        """Keep nothing at hand."""
        self._held.clear()
        self._total = 0

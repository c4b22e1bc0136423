"""A text made ready to be compared: its shingles in order, where they stand, and what stands in quotation marks.

Boilerplate is taken out before; no shingle reaches over the place where it stood.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count
from operator import ne
from typing import Final, NamedTuple

from provenance.corpus.words import SHINGLE, PlacedWords, in_place, placed_words, shingles, words_of
from provenance.text.quotations import find

_MOST_PLACES: Final = 7
"""Places after the first that are looked at of a shingle: a refrain of thousands must not take quadratic time."""


class Places(NamedTuple):
    """Where each numbered word begins and ends in the text."""

    starts: array[int]
    ends: array[int]


class Reading:
    """The words of one text that are compared, by their shingles, without the spans *without*, in order and apart.

    Words are numbered, with one number left out where boilerplate was taken out. `shingles` holds the shingle that
    begins at each number, a gap where none does, which is like that of no other text, and a gap at the end; `count`
    says how many shingles there are. `words` is how many words there are, `width` how many make a shingle (fewer than
    five where the whole text has fewer), and `whole` a hash of all of them in order. Each shingle is kept in one
    table only: thousands of readings are at hand, and to fetch them from memory is what a comparison costs.

    >>> Reading("One two three. Sign up here. Four five six.", [(14, 28)]).words
    6
    """

    def __init__(self, text: str, without: Iterable[tuple[int, int]] = ()) -> None:
        self._text = text
        self._without = tuple(without)
        stretches = [part.items for part in self._stretches()] if self._without else [words_of(text)]
        items = [word for words in stretches for word in words] if len(stretches) != 1 else stretches[0]
        self.words = len(items)
        self.width = min(self.words, SHINGLE)
        self.whole = hash(tuple(items))
        own = [shingles(words) if len(words) >= SHINGLE or len(stretches) == 1 else [] for words in stretches]
        self.count = sum(map(len, own))
        self._gap = object()
        self.shingles: list[object] = []
        for words, found in zip(stretches, own, strict=True):
            self.shingles += [*found, *[self._gap] * (len(words) - len(found) + 1)]

    def _stretches(self) -> list[PlacedWords]:
        """The stretches of words that are left when boilerplate is taken out; too large to be kept."""
        words, cuts = placed_words(self._text), [0]
        for start, end in self._without:
            cuts += [bisect_left(words.starts, start), bisect_left(words.starts, end)]
        cuts.append(len(words.items))
        return [
            PlacedWords(words.items[first:last], words.starts[first:last], words.ends[first:last])
            for first, last in zip(cuts[::2], cuts[1::2], strict=True)
            if first < last
        ]

    def __len__(self) -> int:
        """Characters of the text."""
        return len(self._text)

    @property
    def distinct(self) -> list[int]:
        """The shingles, each once."""
        return [shingle for shingle in self.first_places if isinstance(shingle, int)]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was taken out."""
        return not self._without

    @cached_property
    def first_places(self) -> Mapping[object, int]:
        """The first number of each shingle, and of no gap."""
        places = dict(zip(reversed(self.shingles), range(len(self.shingles) - 1, -1, -1), strict=True))
        places.pop(self._gap, None)
        return places

    def places_of(self, shingle: object) -> Sequence[int]:
        """The first few numbers of *shingle*, which stands somewhere."""
        return [self.first_places[shingle], *self.further_places.get(shingle, ())[:_MOST_PLACES]]

    @cached_property
    def further_places(self) -> Mapping[object, Sequence[int]]:
        """The other numbers of each shingle that stands there again."""
        again: dict[object, list[int]] = {}
        if self.count > len(self.first_places):
            first = map(self.first_places.get, self.shingles)
            for n in compress(count(), map(ne, first, count())):
                again.setdefault(self.shingles[n], []).append(n)
            again.pop(self._gap, None)
        return again

    @cached_property
    def places(self) -> Places:
        """Where the words stand."""
        starts, ends = array("I"), array("I")
        for stretch in self._stretches():
            starts.extend([*stretch.starts, stretch.ends[-1]])
            ends.extend([*stretch.ends, stretch.ends[-1]])
        return Places(starts, ends)

    @cached_property
    def quoted(self) -> Sequence[tuple[int, int]]:
        """The numbers of the first and the last of the words in each pair of quotation marks."""
        spans = quoted_spans(self._text)
        return list(
            _numbers_among(self.places.starts, spans) if self._without else _numbers_in(self._text, spans)
        )


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where *text* stands in quotation marks, the marks left out; a mark that nothing closes quotes nothing."""
    return [(quotation.inner_start, quotation.inner_end) for quotation in find(text, ()) if quotation.closed]


def _numbers_among(starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first and the last number of the words that begin in each of *spans*."""
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_right(starts, end - 1) - 1
        if first <= last:
            yield first, last


def _numbers_in(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same where all of *text* is compared: by counting, which takes a fraction of looking for every word."""
    spaced = in_place(text)
    words = words_of if spaced is None else str.split
    text = text if spaced is None else spaced
    at = count = 0
    for start, end in spans:
        if start < at:  # a quotation within one
            continue
        first = count + len(words(text[at:start]))
        at, count = end, first + len(words(text[start:end]))
        if first < count:
            yield first, count - 1

"""What the pages of a site, or of half the web, have in common, and what is therefore no sign of copying.

A passage that stands in 5 documents of one registrable domain, or in 20 of the corpus, and is less than half of the
words of each, is taken out before texts are compared, with the rest of its line where that is less. What stands in
quotation marks stays. What twenty sites copy whole is a copy: documents of which one holds half of the other's keys
count as one here, so that a passage counts once for all that consist of it, and the paragraphs of a story that many
papers print are no notice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from provenance.corpus.keys import is_of_passage, passages_of
from provenance.corpus.reading import quoted_spans
from provenance.corpus.words import words_of

OF_A_DOMAIN: Final = 5
"""Documents of one registrable domain."""

OF_THE_CORPUS: Final = 20
"""Documents of the corpus."""

_LONGEST_GAP: Final = 60
"""Characters between two passages of boilerplate that belong to it too: a heading or a button without a key."""

_WITNESSES: Final = 3
"""Documents in which it is looked up whether a passage stands in quotation marks."""


MOST_HOLDERS: Final = 512
"""Documents, by their ids, that are compared with one another to see whether they are copies."""

_HOLDERS_AT_ONCE: Final = 256
_READ_AT_ONCE: Final = 1024


class Trimming(NamedTuple):
    """What is taken out of a text before it is compared; `is_notice`: at least nine tenths of its words."""

    spans: tuple[tuple[int, int], ...]
    is_notice: bool


class Boilerplate:
    """The keys of the passages that are boilerplate in one corpus.

    Args:
        keys: the keys of a document, by its number.
        domain: its registrable domain, empty if unknown.
        quoted: the keys of its passages that stand in quotation marks, as `quoted_keys` finds them.
    """

    def __init__(
        self,
        keys: Callable[[int], frozenset[int]],
        domain: Callable[[int], str],
        quoted: Callable[[int], frozenset[int]],
    ) -> None:
        self._keys = keys
        self._domain = domain
        self._stands = lru_cache(_HOLDERS_AT_ONCE)(self._stands_often)
        self._quoted = lru_cache(_READ_AT_ONCE)(quoted)
        self.common: set[int] = set()

    def consider(self, key: int, holders: Sequence[int]) -> bool:
        """Whether *key* is boilerplate, given all the documents that have it in an order that means nothing."""
        if len(holders) < OF_A_DOMAIN:
            return False
        if self._stands(tuple(holders)) and not (is_of_passage(key) and self._is_quoted(key, holders)):
            self.common.add(key)
            return True
        return False

    def _stands_often(self, holders: tuple[int, ...]) -> bool:
        domains: dict[str, list[int]] = {}
        for holder in holders:
            domains.setdefault(self._domain(holder), []).append(holder)
        domains.pop("", None)
        return any(self._originals(group, OF_A_DOMAIN) for group in domains.values()) or self._originals(
            holders, OF_THE_CORPUS
        )

    def _originals(self, holders: Sequence[int], enough: int) -> bool:
        """Whether *holders* are at least *enough* documents once those that are copies of one another count as one."""
        if len(holders) < enough:
            return False
        originals: list[frozenset[int]] = []
        for holder in holders[:MOST_HOLDERS]:
            keys = self._keys(holder)
            if not any(_are_copies(keys, other) for other in originals):
                originals.append(keys)
                if len(originals) == enough:
                    return True
        return False

    def _is_quoted(self, key: int, holders: Sequence[int]) -> bool:
        """Whether *key* is of a passage that stands in quotation marks where it was looked at."""
        return any(key in self._quoted(holder) for holder in holders[:_WITNESSES])

    def trim(self, number: int, text: str) -> Trimming:
        """What is taken out of *text*, which is that of the document *number*; most have no boilerplate to look for."""
        return trimming_of(text, self.common & self._keys(number) if self.common else ())


def trimming_of(text: str, common: Collection[int]) -> Trimming:
    """What is taken out of *text*, given the keys that are boilerplate, at least those that it has itself."""
    found = [passage for passage in passages_of(text) if passage.key in common] if common else []
    if not found:
        return Trimming((), is_notice=False)
    quoted = quoted_spans(text)
    plain = [(start, end) for _, start, end in found if not _overlaps(quoted, start, end)]
    spans = _joined(_with_its_line(text, start, end, quoted) for start, end in _joined(plain))
    taken = sum(len(words_of(text[start:end])) for start, end in spans)
    return Trimming(tuple(spans), is_notice=10 * taken >= 9 * len(words_of(text)))


def quoted_keys(text: str) -> frozenset[int]:
    """The keys of the passages of *text* that stand in quotation marks, wherever they stand in it."""
    quoted = quoted_spans(text)
    passages = list(passages_of(text)) if quoted else []
    plain = {key for key, start, end in passages if not _overlaps(quoted, start, end)}
    return frozenset(passage.key for passage in passages if passage.key not in plain)


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether half of the keys of the shorter document stand in the longer one."""
    return 2 * len(one & other) >= min(len(one), len(other))


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether what stands from *start* to *end* reaches into one of *spans*, which are in order and apart."""
    before = bisect_left(spans, (end, 0)) - 1
    return before >= 0 and spans[before][1] > start


def _joined(passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that neighbouring passages make up, with the little that stands between them."""
    spans: list[tuple[int, int]] = []
    for start, end in passages:
        if spans and start - spans[-1][1] <= _LONGEST_GAP:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _with_its_line(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch with what else is in its line, where it is the greater part: the sentence of a notice that names the site."""
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    ends = len(text) if ends < 0 else ends
    if (start - begins) + (ends - end) >= end - start or _overlaps(quoted, begins, ends):
        return start, end
    return begins, ends

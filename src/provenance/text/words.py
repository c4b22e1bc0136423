"""A sentence as words: what the rules look at. Words are numbered; gaps are where punctuation parts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from typing import Final

from provenance.text import tags as t
from provenance.text.quotations import Quotation
from provenance.text.vocabulary import QUOTES, Vocabulary, Word

_JOINTS: Final = (
    "—",
    "–",
    "―",
    "--",
    "  ",
    "\t",
    "\u00a0",
    "\u2009",
    "\u202f",
    "\u2028",
    "\u2029",
    "\x0b",
    "\x0c",
    "\x85",
    "\u3000",
)
_LEAST_HEADLINE: Final = 3
_HEADLINE_SHARE: Final = 0.6
"""A line of more words than that, of which more than this share have capitals, is set as a headline is."""


class Words:
    """The words of one sentence with their tags and places; `quoted` holds 0 or the number of a quotation."""

    __slots__ = (
        "all_tags",
        "_headline",
        "_places",
        "_widths",
        "end",
        "gaps",
        "items",
        "quoted",
        "size",
        "start",
        "tags",
        "text",
    )

    def __init__(
        self, text: str, span: tuple[int, int], vocabulary: Vocabulary, joints: Sequence[str]
    ) -> None:
        """Cut the passage *span* of *text* into words; *joints* are what `joints_of` gives for the text."""
        self.text = text
        self.start, self.end = span
        self._places: list[int] | None = None
        self._headline: bool | None = None
        self._cut(vocabulary, joints)
        self.tags = [word.tags for word in self.items]
        self.size = len(self.items)
        self.all_tags = reduce(or_, self.tags, 0)
        self.gaps: list[bool] = []
        self.quoted: Sequence[int] = ()

    def part(self, quotations: Sequence[Quotation]) -> None:
        """Find the gaps, and number the words inside *quotations* from 1 on; no phrase runs over their ends."""
        either = t.GAP_AFTER, t.GAP_BEFORE
        self.gaps = [bool(here & either[0] or then & either[1]) for here, then in pairwise(self.tags)]
        self.gaps.append(True)
        if self.all_tags & t.MODAL:
            self._read_names_of_auxiliaries()
        self.quoted = self._numbered(quotations) if quotations else (0,) * self.size

    def _cut(self, vocabulary: Vocabulary, joints: Sequence[str]) -> None:
        """Find the words, by the spaces between them where nothing else parts them."""
        passage = self.text[self.start : self.end]
        if not any(joint in passage for joint in joints):
            chunks = passage.split(" ")
            self.items = list(map(vocabulary.word, chunks))
            self._widths = [len(chunk) + 1 for chunk in chunks]
            if all(word.core for word in self.items):
                return
        matches = list(_chunk().finditer(self.text, self.start, self.end))
        starts = [match.start() for match in matches]
        self.items, self._places = _folded([vocabulary.word(match[0]) for match in matches], starts)

    @property
    def places(self) -> list[int]:
        """Where each word begins in the text, without the punctuation before it."""
        if self._places is None:
            at, places = self.start, []
            for word, width in zip(self.items, self._widths, strict=True):
                places.append(at + len(word.lead))
                at += width
            self._places = places
        return self._places

    @property
    def headline(self) -> bool:
        """Whether it is set as headlines are, nearly every word with a capital."""
        if self._headline is None:
            capitals = sum(1 for tags in self.tags if tags & t.CAPITAL)
            self._headline = self.size > _LEAST_HEADLINE and capitals > _HEADLINE_SHARE * self.size
        return self._headline

    def _read_names_of_auxiliaries(self) -> None:
        """Let "May" and "Will" be people where a capital or the verb after them says so."""
        for at, tags in enumerate(self.tags):
            if tags & t.MODAL and tags & t.CAPITAL and not tags & t.ACRONYM:
                follows = self.items[at + 1] if at + 1 < self.size else None
                if at or (follows is not None and follows.forms & (t.PAST | t.THIRD)):
                    self.tags[at] = tags & (t.CAPITAL | t.GAP_BEFORE | t.GAP_AFTER)

    def _numbered(self, quotations: Sequence[Quotation]) -> list[int]:
        quoted = [0] * self.size
        places = self.places
        for number, quotation in enumerate(quotations, 1):
            first, last = bisect_left(places, quotation.start), bisect_left(places, quotation.end)
            quoted[first:last] = [number] * (last - first)
            if 0 < first <= self.size:
                self.gaps[first - 1] = True
            if 0 < last <= self.size:
                self.gaps[last - 1] = True
        return quoted

    def marks(self, at: int) -> str:
        """The punctuation between the word numbered *at* and the next one."""
        trail = self.items[at].trail
        return trail + self.items[at + 1].lead if at + 1 < self.size else trail

    def end_of(self, at: int) -> int:
        """Where the word numbered *at* ends in the text, without the punctuation after it."""
        return self.places[at] + len(self.items[at].core)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the word *first* to the word *last*."""
        return self.places[first], self.end_of(last)

    def low(self, at: int) -> str:
        """The word numbered *at* in lower case; empty outside the sentence."""
        return self.items[at].low if 0 <= at < self.size else ""

    def tag(self, at: int) -> int:
        """The tags of the word numbered *at*; none outside the sentence."""
        return self.tags[at] if 0 <= at < self.size else 0

    def parted(self, at: int) -> bool:
        """Whether punctuation or an end of the sentence follows the word numbered *at*."""
        return at < 0 or at >= self.size - 1 or self.gaps[at]


def _folded(items: list[Word], starts: list[int]) -> tuple[list[Word], list[int]]:
    """The words and where they begin, with what is no word counted as punctuation after the word before it."""
    folded: list[Word] = []
    places: list[int] = []
    for word, start in zip(items, starts, strict=True):
        if not word.tags & t.LETTERLESS:
            folded.append(word)
            places.append(start + len(word.lead))
        elif folded:
            gap = t.GAP_AFTER if word.trail.strip(QUOTES) else 0
            folded[-1] = folded[-1]._replace(trail=folded[-1].trail + word.trail, tags=folded[-1].tags | gap)
    return folded, places


def joints_of(text: str) -> tuple[str, ...]:
    """What joins or parts words in *text* besides single spaces: dashes, and other white space."""
    return tuple(joint for joint in _JOINTS if joint in text)


@cache
def _chunk() -> re.Pattern[str]:
    """A chunk, or a dash between two: a lone hyphen or a short dash between digits joins, others part."""
    return re.compile(r"(?:[^\s—―–-]+|-(?!-)|(?<=\w)–(?=\w))+|[—―–-]+")

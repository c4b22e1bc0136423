"""A sentence as words: what the rules look at. Words are numbered; gaps are where punctuation parts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property, reduce
from itertools import accumulate, count
from operator import add, itemgetter, or_
from typing import Final

from provenance.text import tags as t
from provenance.text.quotations import Quotation
from provenance.text.vocabulary import QUOTES, Vocabulary, Word

_PAST_OR_THIRD: Final = t.PAST | t.THIRD
_CAPITAL_OR_LED: Final = t.CAPITAL | t.LED

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
_LEAD: Final = itemgetter(Word._fields.index("lead"))
_CORE: Final = itemgetter(Word._fields.index("core"))
_TAGS: Final = itemgetter(Word._fields.index("tags"))
SIGNS: Final = itemgetter(Word._fields.index("signs"))
_OPENS: Final = itemgetter(Word._fields.index("opens"))
_CLOSES: Final = itemgetter(Word._fields.index("closes"))
_CLOSING: Final = ('"', "”", "'", "’", "»", "“")
_MOST_SEARCHES: Final = 16
"""Searches of one text for a word before all its words are collected, which costs as much as fifteen searches of it all."""
_LEAST_HEADLINE: Final = 3
_HEADLINE_SHARE: Final = 0.6
"""A line of more words than that, of which more than this share have capitals, is set as a headline is."""


class Written:
    """What is the same for all sentences of one text: how it parts its words, and which it writes anywhere."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.word = vocabulary.word
        self.joints = tuple(joint for joint in _JOINTS if joint in text)
        """What joins or parts words besides single spaces: dashes, and other white space."""
        self._searches = 0

    @cached_property
    def _chunks(self) -> frozenset[str]:
        """All that stands between white space anywhere in the text."""
        return frozenset(self.text.split())

    def holds(self, chunk: str) -> bool:
        """Whether *chunk* stands between white space anywhere in the text."""
        end = 0
        while chunk and self._searches < _MOST_SEARCHES:
            self._searches += 1
            start = self.text.find(chunk, end)
            if start < 0:
                return False
            end = start + len(chunk)
            if _stands_between_spaces(self.text, start, end):
                return True
        return chunk in self._chunks


class Words:
    """The words of one sentence with their tags and places; `quoted` holds 0 or the number of a quotation."""

    __slots__ = (
        "_chunks",
        "_headline",
        "_starts",
        "end",
        "gaps",
        "heads",
        "items",
        "places",
        "quoted",
        "signs",
        "size",
        "start",
        "tags",
        "text",
        "written",
    )

    def __init__(self, written: Written, span: tuple[int, int]) -> None:
        """Cut the passage *span* of a text into words."""
        self.written = written
        self.text = text = written.text
        self.start, self.end = start, end = span
        passage = text[start:end]
        self._starts: list[int] | None = None
        if written.joints and _is_joined(passage, written.joints):
            self._cut_finely()
        else:
            self._chunks = passage.split(" ")
            self.items = list(map(written.word, self._chunks))
        self.signs: int = reduce(or_, map(SIGNS, self.items), 0)

    def _cut_finely(self) -> None:
        """Find the words where dashes or other white space part some of them."""
        matches = list(_chunk().finditer(self.text, self.start, self.end))
        self._starts = [match.start() for match in matches]
        self.items = [self.written.word(match[0]) for match in matches]

    def _chunk_starts(self) -> list[int]:
        widths = accumulate(map(len, self._chunks[:-1]), initial=0)
        return list(map(add, widths, count(self.start)))  # a space stands after each chunk

    def part(self, quotations: Sequence[Quotation]) -> None:
        """Find the gaps, and number the words inside *quotations* from 1 on; no phrase runs over their ends."""
        if self.signs & t.HAS_LETTERLESS:
            self._starts = _folded(self.items, self._chunk_starts() if self._starts is None else self._starts)
        self.size = len(self.items)
        self.tags = list(map(_TAGS, self.items))
        self.gaps = list(map(_CLOSES, self.items))
        self.places: list[int] = []  # where each word begins in the text, without the punctuation before it
        self._headline: bool | None = None
        self.heads: dict[tuple[int, int], int] = {}  # kept by `kinds.head_of`
        if self.signs & t.HAS_LED:
            self._open_gaps()
        if self.gaps:
            self.gaps[-1] = 1
        if self.signs & t.HAS_MODAL:
            self._read_names_of_auxiliaries()
        self.quoted: Sequence[int] = self._numbered(quotations) if quotations else (0,) * self.size

    def _open_gaps(self) -> None:
        """Part the words that punctuation stands before from those before them."""
        for at, opens in enumerate(map(_OPENS, self.items)):
            if opens and at:
                self.gaps[at - 1] = 1

    def locate(self) -> None:
        """Find the `places` of the words: only those of sentences with a cue or a quotation are ever asked for."""
        if self.places:
            return
        self.places = places = self._chunk_starts() if self._starts is None else self._starts
        if self.signs & t.HAS_LED:
            for at, lead in enumerate(map(_LEAD, self.items)):
                if lead:
                    places[at] += len(lead)

    @property
    def follows_quotation(self) -> bool:
        """Whether a quotation ends straight before the sentence."""
        return self.text[max(0, self.start - 2) : self.start].rstrip().endswith(_CLOSING)

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
                if at or (follows is not None and follows.forms & _PAST_OR_THIRD):
                    self.tags[at] = tags & _CAPITAL_OR_LED

    def _numbered(self, quotations: Sequence[Quotation]) -> list[int]:
        quoted = [0] * self.size
        self.locate()
        places = self.places
        for number, quotation in enumerate(quotations, 1):
            first, last = bisect_left(places, quotation.start), bisect_left(places, quotation.end)
            quoted[first:last] = [number] * (last - first)
            if 0 < first <= self.size:
                self.gaps[first - 1] = 1
            if 0 < last <= self.size:
                self.gaps[last - 1] = 1
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
        return at < 0 or at >= self.size - 1 or self.gaps[at] > 0


def _stands_between_spaces(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


def _is_joined(passage: str, joints: Sequence[str]) -> bool:
    """Whether a dash stands between two words without spaces, or other white space does."""
    for joint in joints:
        if joint in passage and (joint.isspace() or passage.count(joint) > passage.count(f" {joint} ")):
            return True
    return False


def _folded(items: list[Word], starts: list[int]) -> list[int]:
    """Take what is no word out of *items*, as punctuation after the word before it; the starts of what stays."""
    for at in [at for at, core in enumerate(map(_CORE, items)) if not core][::-1]:
        mark = items.pop(at)
        del starts[at]
        if at:
            items[at - 1] = _followed(items[at - 1], mark.trail)
    return starts


def _followed(word: Word, marks: str) -> Word:
    """The word with the *marks* that stand behind it."""
    trail = word.trail + marks
    return word._replace(trail=trail, closes=int(bool(trail.strip(QUOTES))))


@cache
def _chunk() -> re.Pattern[str]:
    """A chunk, or a dash between two: a lone hyphen or a short dash between digits joins, others part."""
    without_dash = (
        r"[^\s—―–-]++(?![—―–-])"  # nearly all chunks; without it the pattern is right too, and slower
    )
    return re.compile(rf"{without_dash}|(?:[^\s—―–-]+|-(?!-)|(?<=\w)–(?=\w))+|[—―–-]+")

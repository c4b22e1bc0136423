"""A sentence as words: what the rules look at. Words are numbered; gaps are where punctuation parts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from provenance.text import signs as sign
from provenance.text import tags as t
from provenance.text.lexicon import Lexicon
from provenance.text.quotations import Quotation
from provenance.text.sentences import Sentence
from provenance.text.vocabulary import Word, vocabulary

_PAST_OR_THIRD: Final = t.PAST | t.THIRD
_CAPITAL_OR_LED: Final = t.CAPITAL | t.LED

_CLOSING: Final = ('"', "”", "'", "’", "»", "“")
_MOST_SEARCHES: Final = 16
"""Searches of one text for a word before all its words are collected, which costs as much as fifteen searches of it all."""
_LEAST_HEADLINE: Final = 3
_HEADLINE_SHARE: Final = 0.6
"""A line of more words than that, of which more than this share have capitals, is set as a headline is."""


class Written:
    """What is the same for all sentences of one text: what its words are, and which it writes anywhere."""

    def __init__(self, text: str, sentences: Iterable[Sentence], lexicon: Lexicon) -> None:
        self.text = text
        self.word = vocabulary(lexicon).word
        self.sentences = [Words(self, (start, end)) for start, end, _, _ in sentences]
        self._searches = 0

    @cached_property
    def _chunks(self) -> frozenset[str]:
        """All that stands between white space anywhere in the text."""
        return frozenset(self.text.split())

    def words(self, number: int, span: tuple[int, int]) -> Words:
        """The words of the passage *span* of the sentence *number*."""
        whole = self.sentences[number]
        return whole if span == (whole.start, whole.end) else Words(self, span)

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
        "_marked",
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
        """Look the words of the passage *span* of a text up; `part` makes all else of them that rules look at."""
        self.written = written
        self.text = text = written.text
        self.start, self.end = start, end = span
        self.items = self._chunks = items = list(map(written.word, text[start:end].split(" ")))
        self._marked = _marked(items)
        self.signs = 0
        for at in self._marked:
            self.signs |= items[at].signs

    def part(self, quotations: Sequence[Quotation]) -> None:
        """Find the gaps, and number the words inside *quotations* from 1 on; no phrase runs over their ends."""
        signs = self.signs
        self.places: list[int] = []  # where each word begins in the text, without the punctuation before it
        if signs & _IRREGULAR:
            self._cut()
        items = self.items
        self.size = len(items)
        self.tags = [word.tags for word in items]
        self.gaps = [word.closes for word in items]
        self._headline: bool | None = None
        self.heads: dict[tuple[int, int], int] = {}  # kept by `kinds.head_of`
        for at in self.words_with(sign.OPENS) if signs & sign.OPENS else ():
            if at:
                self.gaps[at - 1] = True  # punctuation before a word parts it from the one before
        if items:
            self.gaps[-1] = True
        if signs & sign.NAMESAKE:
            self._read_names_of_auxiliaries()
        self.quoted: Sequence[int] = self._numbered(quotations) if quotations else (0,) * self.size

    def _cut(self) -> None:
        """Cut joined chunks into words, and take what is no word as punctuation after the word before it."""
        chunks, starts = self.items, self._starts()
        items: list[Word] = []
        places: list[int] = []
        done = 0
        for at in self._marked:
            chunk = chunks[at]
            if chunk.signs & _IRREGULAR:
                items += chunks[done:at]
                places += starts[done:at]
                done = at + 1
                for offset, word in chunk.parts if chunk.signs & sign.JOINED else ((0, chunk),):
                    if word.core:
                        items.append(word)
                        places.append(starts[at] + offset)
                    elif items:
                        items[-1] = items[-1].followed_by(word.trail)
        self.items = items + chunks[done:]
        self._marked = _marked(self.items)
        self._put(places + starts[done:])

    def _starts(self) -> list[int]:
        """Where the chunks begin."""
        return list(accumulate([word.width for word in self._chunks[:-1]], initial=self.start))

    def _put(self, starts: list[int]) -> None:
        """Take *starts*, moved behind the punctuation before each word, as the places of the words."""
        if self.signs & sign.LED:
            for at in self._marked:
                starts[at] += self.items[at].inset
        self.places = starts

    def chunks_with(self, wanted: int) -> list[int]:
        """Where the chunks begin that have one of the signs *wanted*."""
        starts = self._starts()
        return [starts[at] for at, word in enumerate(self._chunks) if word.signs & wanted]

    def words_with(self, wanted: int) -> list[int]:
        """The numbers of the words that have one of the signs *wanted*."""
        items = self.items
        return [at for at in self._marked if items[at].signs & wanted]

    def locate(self) -> None:
        """Find the `places` of the words: only those of sentences with a cue or a quotation are ever asked for."""
        if not self.places:
            self._put(self._starts())

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
        return self.places[first], self.places[last] + len(self.items[last].core)

    def low(self, at: int) -> str:
        """The word numbered *at* in lower case; empty outside the sentence."""
        return self.items[at].low if 0 <= at < self.size else ""

    def tag(self, at: int) -> int:
        """The tags of the word numbered *at*; none outside the sentence."""
        return self.tags[at] if 0 <= at < self.size else 0

    def parted(self, at: int) -> bool:
        """Whether punctuation or an end of the sentence follows the word numbered *at*."""
        return at < 0 or at >= self.size - 1 or self.gaps[at]


def _marked(items: Sequence[Word]) -> list[int]:
    """The numbers of those that have any sign."""
    return [at for at, word in enumerate(items) if word.signs]


def _stands_between_spaces(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


_IRREGULAR: Final = sign.JOINED | sign.LETTERLESS
"""The signs of a sentence whose words are not its chunks."""

"""A sentence as words: what the rules look at. Words are numbered; gaps are where punctuation parts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from provenance.text.quotations import Quotation
from provenance.text.vocabulary import CAPITAL, Vocabulary, Word

_LEAST_HEADLINE: Final = 3
_HEADLINE_SHARE: Final = 0.6
"""A line of more words than that, of which more than this share have capitals, is set as a headline is."""
_QUOTES: Final = "\"“”„«»‹›‘’‚'`「」『』"


class Words:
    """The words of one sentence with their tags and places; `quoted` holds 0 or the number of a quotation."""

    __slots__ = ("between", "end", "gaps", "headline", "items", "places", "quoted", "size", "start", "tags", "text")

    def __init__(self, text: str, span: tuple[int, int], vocabulary: Vocabulary) -> None:
        self.text = text
        self.start, self.end = span
        self.items: list[Word] = []
        self.places: list[int] = []  # where the core of each word begins
        self.between: list[str] = []  # the punctuation after each word, up to the next
        self._cut(vocabulary)
        self.tags = [word.tags for word in self.items]
        self.size = len(self.items)
        self.gaps = [bool(marks) and bool(marks.strip(_QUOTES)) for marks in self.between]
        self.quoted: Sequence[int] = (0,) * self.size
        capitals = sum(1 for tags in self.tags if tags & CAPITAL)
        self.headline = self.size > _LEAST_HEADLINE and capitals > _HEADLINE_SHARE * self.size

    def _cut(self, vocabulary: Vocabulary) -> None:
        known, look = vocabulary.known, vocabulary.word
        items, places, between = self.items, self.places, self.between
        for match in _chunk().finditer(self.text, self.start, self.end):
            chunk = match[0]
            word = known.get(chunk) or look(chunk)
            if word.core:
                if between and word.lead:
                    between[-1] += word.lead
                items.append(word)
                places.append(match.start() + len(word.lead))
                between.append(word.trail)
            elif between:
                between[-1] += chunk

    def mark(self, quotations: Sequence[Quotation]) -> None:
        """Number the words inside *quotations* from 1 on, and let no phrase run over their ends."""
        quoted = [0] * self.size
        for number, quotation in enumerate(quotations, 1):
            for at, place in enumerate(self.places):
                if quotation.start <= place < quotation.end:
                    quoted[at] = number
        for at, (here, following) in enumerate(pairwise(quoted)):
            if here != following:
                self.gaps[at] = True
        self.quoted = quoted

    def end_of(self, at: int) -> int:
        """Where the core of the word numbered *at* ends in the text."""
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


@cache
def _chunk() -> re.Pattern[str]:
    return re.compile(r"(?:[^\s—–-]|-(?!-)|–(?=\w))+|[—–-]+")

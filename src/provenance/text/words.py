"""A sentence as words: what the rules look at. Words are numbered; gaps are where punctuation parts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, reduce
from itertools import accumulate, compress, pairwise
from operator import or_
from typing import Final

from provenance.text import signs as sign
from provenance.text import tags as t
from provenance.text import tries
from provenance.text.lexicon import Lexicon
from provenance.text.quotations import Quotation
from provenance.text.sentences import Sentence
from provenance.text.vocabulary import Word, vocabulary

_PAST_OR_THIRD: Final = t.PAST | t.THIRD
_CAPITAL_OR_LED: Final = t.CAPITAL | t.LED

_BEFORE_SUPERLATIVE: Final = t.ARTICLE | t.POSSESSIVE | t.OWNER

_CLOSING: Final = ('"', "”", "'", "’", "»", "“")
_MOST_SEARCHES: Final = 16
"""Searches of one text for a word before all its words are collected, which costs as much as fifteen searches of it all."""
_BEYOND: Final = [Word(0, closes=True)] * 2
"""What stands behind the last word, and so before the first: no words, without tags and parted from all others."""
_LEAST_HEADLINE: Final = 3
_HEADLINE_SHARE: Final = 0.6
"""A line of more words than that, of which more than this share have capitals, is set as a headline is."""


class Written:
    """What is the same for all sentences of one text: what its words are, and which it writes anywhere.

    All its chunks are looked up at once; the words of a sentence are taken from them where a rule asks for them.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.text = text
        self.word = vocabulary(lexicon).word
        self.wholes = _wholes(lexicon)
        self.holders = lexicon.words("noun_cue", "holder")
        self.sole_bodies = lexicon.words("body", "sole")
        self.bare_bodies = lexicon.words("body", "bare")
        self.sides = lexicon.words("body", "sides")
        self.withheld = _withheld(lexicon)
        self._sentences = sentences
        chunks: list[str] = []
        self._firsts = firsts = [0]  # the number of the first chunk of each sentence, and how many there are
        for start, end, _, _ in sentences:
            chunks += text[start:end].split(" ")
            firsts.append(len(chunks))
        self._chunks = list(map(self.word, chunks))
        signs = [chunk.signs for chunk in self._chunks]
        self.signs = [_together(signs[first:end]) for first, end in pairwise(firsts)]
        """The signs of each sentence: those of its chunks together."""
        self._searches = 0
        self._first_person = _first_person(lexicon)

    def words(self, number: int, span: tuple[int, int], quotations: Sequence[Quotation]) -> Words:
        """The words of the passage *span* of the sentence *number*, which *quotations* touch."""
        start, end, _, _ = self._sentences[number]
        if span == (start, end):
            return Words(self, span, self._chunks_of(number), self.signs[number], quotations)
        chunks = list(map(self.word, self.text[span[0] : span[1]].split(" ")))
        return Words(self, span, chunks, _together([chunk.signs for chunk in chunks]), quotations)

    def places(self, number: int, wanted: int) -> list[int]:
        """Where in the text the chunks of the sentence *number* begin that have one of the signs *wanted*."""
        chunks = self._chunks_of(number)
        starts = _starts(chunks, self._sentences[number].start)
        return [start for start, chunk in zip(starts, chunks, strict=True) if chunk.signs & wanted]

    def _chunks_of(self, number: int) -> list[Word]:
        return self._chunks[self._firsts[number] : self._firsts[number + 1]]

    @cached_property
    def turns(self) -> Mapping[str, int]:
        """What lines begin with before their first colon, each with how many do."""
        return Counter(label for label, _ in self._spoken_lines)

    @cached_property
    def conversation(self) -> Mapping[str, int]:
        """Those of `turns` where the text is a conversation: two lines and more begin so, and one of them asks something."""
        lines = self._spoken_lines
        asks = len(lines) >= _FEWEST_TURNS and any(_asks(said) for _, said in lines)
        return self.turns if asks else {}

    @cached_property
    def _spoken_lines(self) -> list[tuple[str, str]]:
        lines = [line for line in self.text.replace("\r", "\n").split("\n") if ":" in line]
        return [(match[1], match[2]) for match in map(_spoken_line().match, lines) if match]

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Who speaks in a conversation: who says "I" in several lines and who asks them, and whom others call by a shorter name."""
        turns, lines = self.conversation, self._spoken_lines
        own = {label for label, said in lines if turns and self._first_person.search(said)}
        asking = {label for label, said in lines if own and _asks(said)}
        found = {label for label in own | asking if turns[label] > 1}
        for label in turns:
            names = label.split()
            for short in {names[-1], "".join(name[0] for name in names)} & turns.keys() - {label}:
                found |= {label, short}
        return frozenset(found)

    @cached_property
    def _distinct(self) -> frozenset[str]:
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
        return chunk in self._distinct


class Words:
    """The words of one sentence with their tags and places; `quoted` holds 0 or the number of a quotation.

    A rule may look two words past either end, where it finds no words (`_BEYOND`) rather than an error.
    """

    __slots__ = (
        "_headline",
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

    def __init__(
        self,
        written: Written,
        span: tuple[int, int],
        chunks: list[Word],
        signs: int,
        quotations: Sequence[Quotation],
    ) -> None:
        """The words of the *chunks* of a passage that have the *signs*; *quotations* are numbered from 1 on.

        Gaps are where punctuation parts two words, and at both ends of quotations: no phrase runs over those.
        """
        self.written = written
        self.text = written.text
        self.start, self.end = span
        self.signs = signs
        items, places = chunks, _starts(chunks, self.start)
        if signs & _IRREGULAR:
            items, places = _cut(chunks, places)
        self.places = places  # where each word begins in the text, without the punctuation before it
        self.size = size = len(items)
        self.items = items = items + _BEYOND
        self.tags = [word.tags for word in items]
        self.gaps = [word.closes for word in items]
        self._headline: bool | None = None
        self.heads: dict[tuple[int, int], int] = {}  # kept by `kinds.head_of`
        if signs & sign.LED:
            self._mind_what_leads()
        self.gaps[size - 1] = True
        if signs & sign.NAMESAKE:
            self._read_names_of_auxiliaries()
        if signs & sign.MOST:
            self._read_superlatives()
        self.quoted: Sequence[int] = self._numbered(quotations) if quotations else (0,) * len(items)

    @property
    def follows_quotation(self) -> bool:
        """Whether a quotation ends straight before the sentence, in its line."""
        before = self.text[max(0, self.start - 2) : self.start]
        return before.rstrip().endswith(_CLOSING) and "\n" not in before

    def _mind_what_leads(self) -> None:
        """Let words begin behind the punctuation before them, which parts them from the word before."""
        leads = [word.lead for word in self.items]
        for at in compress(range(self.size), leads):
            self.places[at] += len(leads[at])
            if at and self.items[at].opens:
                self.gaps[at - 1] = True

    def candidates(self) -> list[int]:
        """The numbers of the words that may be cues; light verbs only where a noun or adjective for them is, too."""
        cues = [word.cues for word in self.items]
        if self.signs & sign.LIGHT and not self.signs & sign.LIGHT_NOUN:
            cues = [of_word & sign.CANDIDATE for of_word in cues]
        return list(compress(range(self.size), cues))

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
            is_auxiliary = tags & t.MODAL and tags & t.CAPITAL and not tags & t.ACRONYM
            if is_auxiliary and (at or self.items[at + 1].forms & _PAST_OR_THIRD):
                self.tags[at] = tags & _CAPITAL_OR_LED

    def _read_superlatives(self) -> None:
        """Let a participle behind "most" that belongs to a noun be no verb: "Norway's most trusted insurer"."""
        items = self.items
        for at in [at for at in range(1, self.size - 2) if items[at].signs & sign.MOST]:
            if self.tags[at - 1] & _BEFORE_SUPERLATIVE and not (self.gaps[at - 1] or self.gaps[at]):
                participle = self.items[at + 1]
                if participle.forms & t.PARTICIPLE or participle.tags & t.GUESSED_PAST:
                    self.items[at + 1] = participle.as_adjective()
                    self.tags[at + 1] = t.ADJECTIVE

    def _numbered(self, quotations: Sequence[Quotation]) -> list[int]:
        quoted = [0] * len(self.items)
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
        return self.items[at].trail + self.items[at + 1].lead

    def is_marked(self, at: int, marks: frozenset[str]) -> bool:
        """Whether one of the *marks*, single characters, stands between the word numbered *at* and the next one."""
        return not marks.isdisjoint(self.marks(at))

    def together(self, first: int, last: int) -> int:
        """The tags of the words from *first* to *last*: what one of them at least can be."""
        found = 0
        for tags in self.tags[first : last + 1]:  # few, for which `reduce` costs four times as much
            found |= tags
        return found

    def end_of(self, at: int) -> int:
        """Where the word numbered *at* ends in the text, without the punctuation after it."""
        return self.places[at] + len(self.items[at].core)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from the word *first* to the word *last*."""
        places = self.places
        return places[first], places[last] + len(self.items[last].core)


def _asks(said: str) -> bool:
    return said.rstrip("*_ ").endswith("?")


@cache
def _first_person(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{tries.alternatives(sorted(lexicon.words('voice', 'first_person')))}\b")


@cache
def _spoken_line() -> re.Pattern[str]:
    """What stands before the first colon of a line, without what is in brackets behind it, and what stands after it."""
    marks = r"[*_]{0,3}"
    label = r"([^\W\d_][^:*_()\[\]]{0,60}?)"
    return re.compile(rf"\s{{0,9}}{marks}{label}(?:\s{{1,9}}\([^()]{{1,40}}\))?{marks}:{marks}\s(.*)")


_FEWEST_TURNS: Final = 2


def _starts(chunks: Sequence[Word], start: int) -> list[int]:
    """Where the *chunks* of a passage begin that begins at *start*."""
    return list(accumulate([chunk.width for chunk in chunks[:-1]], initial=start))


@cache
def _wholes(lexicon: Lexicon) -> Mapping[str, str]:
    """Phrases that name something as a whole, each with its kind of source."""
    return {phrase: kind for kind, phrases in lexicon.tables["wholes"].items() for phrase in phrases}


@cache
def _withheld(lexicon: Lexicon) -> re.Pattern[str]:
    """A phrase, in small letters, that says that a name is kept back."""
    return re.compile(tries.alternatives(lexicon.phrases("withheld", "phrases")))


def _together(signs: Iterable[int]) -> int:
    """All of the *signs*."""
    return reduce(or_, {*signs})


def _cut(chunks: list[Word], starts: list[int]) -> tuple[list[Word], list[int]]:
    """The words of *chunks* and where they begin: joined ones apart, and what is no word as punctuation of the one before."""
    items: list[Word] = []
    places: list[int] = []
    done = 0
    for at in [at for at, chunk in enumerate(chunks) if chunk.signs & _IRREGULAR]:
        items += chunks[done:at]
        places += starts[done:at]
        done = at + 1
        chunk, start = chunks[at], starts[at]
        for offset, word in chunk.parts if chunk.signs & sign.JOINED else ((0, chunk),):
            if word.core:
                items.append(word)
                places.append(start + offset)
            elif items:
                items[-1] = items[-1].followed_by(word.trail)
    return items + chunks[done:], places + starts[done:]


def _stands_between_spaces(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


_IRREGULAR: Final = sign.JOINED | sign.LETTERLESS
"""The signs of a sentence whose words are not its chunks."""

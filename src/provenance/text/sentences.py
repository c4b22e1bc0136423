"""Where the sentences of a text begin and end, and which of them stand more than once.

Lines are hard boundaries: a paragraph is one line that is not blank, and no sentence runs over its end. Splitting is
the first step of reading, so it costs a few character searches for each sentence and no tokenizer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from enum import IntEnum
from functools import cache
from itertools import starmap
from typing import Final, NamedTuple, TypeVar

from provenance.text.tables import table
from provenance.values.normal_forms import normalized

T = TypeVar("T", bound=Hashable)


class Copy(IntEnum):
    """Whether the words of a sentence stand in its text more than once, and which copy of them counts.

    The first one counts. Where copies differ in marks or case it is the first of those that sort lowest, and not the
    first of all: else a copied line put before the others could change what is counted.
    """

    UNIQUE = 0
    FIRST = 1  # the one that counts
    LATER = 2


class Sentence(NamedTuple):
    """A sentence: its span without the white space around it, its paragraph, and whether it stands more than once."""

    start: int
    end: int
    paragraph: int  # index of its line among the lines that are not blank
    copy: int = 0  # a `Copy`

    @property
    def is_isolated(self) -> bool:
        """Whether its words stand elsewhere too: it then neither lends to its neighbours nor borrows (docs/explanation/laws.md)."""
        return self.copy > 0  # `Copy.UNIQUE`


def split(
    text: str,
    abbreviations: Collection[str] = (),
    paragraphs: Sequence[tuple[int, int]] | None = None,
    *,
    openers: Collection[str] = (),
) -> list[Sentence]:
    r"""The sentences of *text* in order; a line without a word has none.

    Args:
        text: the text, in NFC if copies are to be found in either Unicode form.
        abbreviations: words of the language, in lower case and without their full stop, after which no sentence ends
            where they are written with a capital; a short neutral list is always known.
        paragraphs: its `lines`, where they are known.
        openers: words of the language, with their capital, that begin a sentence even after an abbreviation.

    >>> text = "Dr. Vale left. “Why?” she asked.\nDr. Vale left."
    >>> [(text[s.start : s.end], s.paragraph, int(s.copy)) for s in split(text)]
    [('Dr. Vale left.', 0, 1), ('“Why?” she asked.', 0, 0), ('Dr. Vale left.', 1, 2)]
    """
    given = lines(text) if paragraphs is None else paragraphs
    return _with_copies(text, _bounds(text, abbreviations, openers, given))


def sentence_at(sentences: Sequence[Sentence], place: int) -> int:
    """The index of the sentence that *place* lies in or follows; -1 before the first."""
    return bisect_left(sentences, (place + 1,)) - 1


def lines(text: str) -> list[tuple[int, int]]:
    """The span of each line of *text* that is not blank, without its line break: its paragraphs."""
    found, start = [], 0
    for line in text.replace("\r", "\n").split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            found.append((start, end))
        start = end + 1
    return found


def key(sentence: str) -> str:
    r"""The words of *sentence*, by which copies are known: NFKC, case-folded, joined by a space.

    >>> key("“No!”,\tshe said…") == key("No, she said")
    True
    """
    return " ".join(_word().findall(normalized("NFKC", sentence).casefold()))


@cache
def _neutral_abbreviations() -> frozenset[str]:
    """Abbreviations that end no sentence in several languages."""
    return frozenset(table("languages")["sentences"]["abbreviations"])


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


# --- where a sentence ends -----------------------------------------------------------------------------------------

_STOPS: Final = ".?!…。！？؟।"
_UNSPACED_STOPS: Final = "。！？"  # no white space need follow them
_CLOSING: Final = "\"'”’»«“)\\]›」』）"  # “ and « close in German, Danish and others
RAISED: Final = "¹²³⁴⁵⁶⁷⁸⁹⁰"
"""Digits that call a note: “It rained.”³"""
LOWERED: Final = r"(?<=[^\W\d_]{3}(?:[^\W\d_]|\.)[.”\"])[1-9]\d?(?!\S)"
"""The number of a footnote that a page raised and its text does not: "the sea.1 The town"."""
_OPENING: Final = "\"'“”‘’«»„‚([\u00a0"
_DASHES: Final = "-–—"
_MOST_OPENING_MARKS: Final = (
    12  # marks and spaces before the first word of a sentence; more are no sentence's beginning
)
_LONGEST_ABBREVIATION: Final = 6  # letters; a longer run of letters before a full stop is a word
_LONGEST_CHUNK: Final = 24  # characters before a full stop that are looked at


@cache
def _stop_pattern(stop: str) -> re.Pattern[str]:
    """*stop* and what closes the sentence with it. One pattern for each: a literal at its head makes a search cheap."""
    after = r"\s*" if stop in _UNSPACED_STOPS else r"\s+"
    return re.compile(
        rf"{re.escape(stop)}[{_STOPS}]{{0,9}}(?:[{_CLOSING}{RAISED}]|\[\d{{1,3}}\]){{0,9}}(?:{LOWERED})?{after}"
    )


def _stops(text: str) -> list[tuple[int, int]]:
    """Where each possible end of a sentence begins, and what follows it."""
    used = [stop for stop in _STOPS if stop in text]
    found = [match.span() for stop in used for match in _stop_pattern(stop).finditer(text)]
    if len(used) > 1:
        found.sort()
    return found


def _bounds(
    text: str,
    abbreviations: Collection[str],
    openers: Collection[str],
    paragraphs: Iterable[tuple[int, int]],
) -> list[tuple[int, int, int]]:
    """Start, end and paragraph of each sentence."""
    stops = _stops(text)
    stops.append((len(text), len(text)))
    next_stop = iter(stops).__next__
    at, after = next_stop()
    found = []
    for paragraph, (line_start, line_end) in enumerate(paragraphs):
        start, end = line_start, line_end
        if text[start].isspace() or text[end - 1].isspace():
            start, end = _stripped(text, start, end)
        if not text[start].isalnum() and not _has_word(text, start, end):
            continue
        while at < end:
            if (
                start < after < end
                and (text[after].isupper() or _begins(text, after, end))
                and (_is_full(text, start, at, abbreviations) or _opens(text, at, after, openers))
            ):
                found.append((start, _before_space(text, after), paragraph))
                start = after
            at, after = next_stop()
        found.append((start, end, paragraph))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    return start, _before_space(text, end) if start < end else end


def _before_space(text: str, end: int) -> int:
    """Where what stands before *end* ends, without the white space after it; something other than white space does."""
    while text[end - 1].isspace():
        end -= 1
    return end


def _has_word(text: str, start: int, end: int) -> bool:
    return start < end and (text[start].isalnum() or _word().search(text, start, end) is not None)


def _begins(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin at *at*: with a capital, a digit or a letter of a script without case."""
    if text[at].isalnum():
        return not text[at].islower()
    for place in range(at, min(end, at + _MOST_OPENING_MARKS)):
        first = text[place]
        if first.isalnum():
            return not first.islower()
        if first in _DASHES:
            return False
    return False


def _opens(text: str, at: int, after: int, openers: Collection[str]) -> bool:
    """Whether what begins at *after* begins a sentence though an abbreviation ends at *at*: "Vale, MD. She", but not "J. She"."""
    word = text[after : after + _LONGEST_CHUNK].split(maxsplit=1)[0]
    is_initial = not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == ".")
    return word in openers and text[at] == "." and not is_initial


def _is_full(text: str, start: int, at: int, abbreviations: Collection[str]) -> bool:
    """Whether the stop at *at* ends the sentence from *start*: it has words, and no abbreviation or initial is its last."""
    is_short = at - start <= _LONGEST_ABBREVIATION or not text[at - _LONGEST_ABBREVIATION : at].isalpha()
    if is_short and text[at] == "." and text[at + 1].isspace():
        begin = max(start, at - _LONGEST_CHUNK)
        if _is_abbreviated(text[begin:at].rpartition(" ")[2], abbreviations):
            return False
    return text[start].isalnum() or _has_word(text, start, at)


def _is_abbreviated(chunk: str, abbreviations: Collection[str]) -> bool:
    """Whether the full stop after *chunk* is the mark of an abbreviation or of an initial."""
    word = chunk.lstrip(_OPENING)
    if len(word) == 1:
        return word.isupper()
    if word[1:2] == "." and word[-2:-1] == ".":
        return True
    return word in _neutral_abbreviations() or (word[:1].isupper() and word.lower() in abbreviations)


# --- which sentences stand more than once --------------------------------------------------------------------------

# Of the UTF-8 form of a case-folded text, only bytes that are never part of anything but words: ASCII letters, digits
# and "_", and the bytes that lead U+0400-047F (Cyrillic), U+5000-9FFF (Han) and U+B000-CFFF (Hangul).
_KEPT: Final = frozenset(b"\n_\xd0\xd1\xeb\xec").union(
    range(0xE5, 0xEA), (b for b in range(128) if chr(b).isalnum())
)
_DROPPED: Final = bytes(b for b in range(256) if b not in _KEPT)
_LOWERED: Final = bytes(range(256)).lower()
_TYPOGRAPHIC: Final = (
    "’“”‘—–…\u00a0"  # what alone makes most English texts other than ASCII; no part of any word
)


def _with_copies(text: str, bounds: Sequence[tuple[int, int, int]]) -> list[Sentence]:
    """The sentences at *bounds*, each with how often its words stand in *text*."""
    coarse = _coarse_keys([text[start:end] for start, end, _ in bounds])
    if len(set(coarse)) == len(coarse):
        return list(starmap(Sentence, bounds))
    doubtful = _standing_twice(coarse)
    copies: defaultdict[str, list[int]] = defaultdict(list)
    for at, (start, end, _) in enumerate(bounds):
        if coarse[at] in doubtful:
            copies[key(text[start:end])].append(at)
    found = list(starmap(Sentence, bounds))
    for group in copies.values():
        if len(group) > 1:
            counted = min(group, key=lambda at: text[found[at].start : found[at].end])
            for at in group:
                found[at] = found[at]._replace(copy=Copy.FIRST if at == counted else Copy.LATER)
    return found


def _standing_twice(items: Iterable[T]) -> frozenset[T]:
    """The items that stand more than once among *items*."""
    return frozenset(item for item, count in Counter(items).items() if count > 1)


def _coarse_keys(sentences: Iterable[str]) -> list[bytes]:
    """Cheap keys, made all at once: sentences with equal `key` have equal coarse keys, though not the other way round."""
    joined = "\n".join(sentences)
    if not joined.isascii():
        for mark in _TYPOGRAPHIC:
            joined = joined.replace(mark, " ")
    if not joined.isascii():
        joined = normalized("NFKC", joined).casefold()
    return joined.encode("utf-8", "surrogatepass").translate(_LOWERED, _DROPPED).split(b"\n")

r"""The words of a text and the runs of five by which texts are compared.

A word is a run of ``\w``, lower-cased after NFKC. Texts are compared as sets of word 5-shingles, known here by their
hash: 64 bits, equal for equal words within one process and never stored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress, pairwise
from operator import add
from typing import Final, NamedTuple

from provenance.values.normal_forms import normalized

SHINGLE: Final = 5
"""Words of a shingle."""

_COMMON_MARKS: Final = (
    *(("…", " "), ("\u00a0", " ")),
    *(("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-")),
)
"""Two marks that NFKC would take apart, and others in a spelling that makes no other words of their neighbours."""

_MOST_MARKS: Final = 100
"""Marks that are replaced one after the other, which is quicker as long as they are few."""

_LONGEST_MAPPED: Final = 64
"""Characters of the longest token whose inner offsets are followed through NFKC; a longer one is taken as a whole."""


class PlacedWords(NamedTuple):
    """The words of a text, and where each begins and ends in the text as it was given."""

    items: list[str]
    starts: list[int]
    ends: list[int]


def words_of(text: str) -> list[str]:
    r"""The words of *text* in order.

    >>> words_of("“Ol\u00e1!”, she SAID… 3½")
    ['olá', 'she', 'said', '31', '2']
    """
    return _spaced_out(text).split()


def _spaced_out(text: str) -> str:
    """*text* in NFKC and lower case, with a space for each character that is of no word."""
    plain = _without_common_marks(text)
    if plain.isascii():
        return plain.encode("ascii").translate(_spaced()).decode("ascii")
    plain = lowered(plain)
    marks = sorted(mark for mark in set(_not_ascii().findall(plain)) if not mark.isalnum())
    if len(marks) > _MOST_MARKS:
        plain = _not_of_word().sub(" ", plain)
        marks = []
    for mark in marks:
        plain = plain.replace(mark, " ")
    return plain.encode("utf-8", "surrogatepass").translate(_spaced()).decode("utf-8")


def in_place(text: str) -> str | None:
    """The words of *text* where they stand in it, with spaces between them; None if its NFKC form is cut otherwise."""
    text = _without_common_marks(text)
    return _spaced_out(text) if text.isascii() or unicodedata.is_normalized("NFKC", text) else None


def _without_common_marks(text: str) -> str:
    """*text* with marks of ASCII for those that are most often not: none is in a word, and many a text has no others."""
    if text.isascii():
        return text
    for mark, plain in _COMMON_MARKS:
        text = text.replace(mark, plain)
    return text


def lowered(text: str) -> str:
    """*text* in NFKC and lower case, one character for one: İ, whose lower case is two, becomes i."""
    if text.isascii():
        return text.lower()
    return normalized("NFKC", text).replace("\u0130", "i").lower()


def placed_words(text: str) -> PlacedWords:
    """The words of *text* with their places; the same words as `words_of` gives."""
    spaced = in_place(text)
    if spaced is not None:
        pieces = spaced.split(" ")
        places = accumulate([len(piece) + 1 for piece in pieces], initial=0)
        items = [piece for piece in pieces if piece]
        starts = list(compress(places, pieces))
        return PlacedWords(items, starts, list(map(add, starts, map(len, items))))
    found = [
        word
        for match in _token().finditer(_without_common_marks(text))
        for word in _words_of_token(match.group(), match.start())
    ]
    return PlacedWords(
        [item for item, _, _ in found], [start for _, start, _ in found], [end for _, _, end in found]
    )


def shingles(items: list[str]) -> list[int]:
    """The shingles of *items* in order; fewer words than a shingle has make one of their own.

    >>> len(shingles("a b c d e f".split())), len(shingles(["a"])), shingles([])
    (2, 1, [])
    """
    if len(items) < SHINGLE:
        return [hash(tuple(items))] if items else []
    return list(map(hash, zip(*(items[n:] for n in range(SHINGLE)), strict=False)))


def _words_of_token(token: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The words of one *token*, which begins at *offset*: no composition reaches over white space."""
    if token.isascii() or unicodedata.is_normalized("NFKC", token):
        for match in _word().finditer(lowered(token)):
            yield match.group(), offset + match.start(), offset + match.end()
        return
    places = _places(token)
    for match in _word().finditer(lowered(token)):
        start, end = match.span()
        if places:
            yield match.group(), offset + places[start], offset + max(places[end], places[end - 1] + 1)
        else:
            yield match.group(), offset, offset + len(token)


def _places(token: str) -> list[int]:
    """Where each character of the NFKC form of *token*, and its end, stands in it; empty if it is too long to follow."""
    if len(token) > _LONGEST_MAPPED:
        return []
    lengths = [len(unicodedata.normalize("NFKC", token[:n])) for n in range(len(token) + 1)]
    whole = lengths[-1]
    places = [0] * whole + [len(token)]
    for n, (length, following) in enumerate(pairwise(lengths)):
        places[min(length, whole) : min(following, whole)] = [n] * (
            min(following, whole) - min(length, whole)
        )
    return places


@cache
def _spaced() -> bytes:
    r"""For `bytes.translate`: ASCII in lower case with a space for all that is not ``\w``; bytes of others as they are."""
    return bytes(
        b if b > 127 or b == ord("_") or chr(b).isalnum() else ord(" ") for b in bytes(range(256)).lower()
    )


@cache
def _not_ascii() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]")


@cache
def _not_of_word() -> re.Pattern[str]:
    return re.compile(r"\W")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\S+")

"""The 32-bit keys by which documents that may share text find one another; whatever they find is then compared.

Two kinds, both made of the text alone, in any language, without a tokenizer:

* *chunks*: the text without punctuation, cut where a rare letter stands. Copies are cut alike wherever they begin,
  so that they share keys however they were shortened, reflowed or edited in places. One chunk in four makes a key,
  chosen by its length, so that all texts choose alike.
* *passages*: what stands between full stops, quotation marks and line breaks. They find a sentence or a quotation in
  another document, and they are the units in which boilerplate is recognised.

A key can be forged and may collide: it proposes, and never decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple
from zlib import crc32

from provenance.values.normal_forms import normalized

LEAST_CHUNK: Final = 12
"""Bytes of the shortest chunk that makes a key: two or three words, below which texts share them by chance."""

LEAST_PASSAGE: Final = 24
"""Bytes of the shortest passage that makes a key: eight short words, the least that counts as a quotation.
Shorter ones are joined to what follows, though not over a quotation mark."""

_RARE: Final = b"qxzjvk"
_RARE_CONTINUATIONS: Final = b"\x85\x95\xa5"
"""Where chunks are cut: letters that are rare in most languages of Latin script, and three of the 64 continuation
bytes of UTF-8, which do the same for other scripts."""

_STOPS: Final = ".?!\n"
_DOUBLED: Final = ("''", "``")
_TYPOGRAPHIC: Final = (*((mark, '"') for mark in "“”„«»「」"), *((mark, ".") for mark in "…。！？"))
"""Marks that one copy has and another has not, and what is looked at in their place."""

_UNSEEN: Final = "’‘–—\u00a0"
"""Marks of which the bytes are left out wherever they stand: other letters lose one that has the same, alike in every copy."""

_OF_DECOMPOSED: Final = (0xCC, 0xCD, 0xE1, 0xE3)
"""Bytes of UTF-8 that begin the marks and letters of texts that are not composed: U+0300-036F, Hangul, kana. In other
scripts such a text may find no partner by its keys; what is found is compared in one form."""

_ASCII_WORDS: Final = frozenset(b for b in range(128) if chr(b).isalnum())
_OF_PASSAGE: Final = 1
"""The lowest bit of a key, which tells the two kinds apart."""

_CUT: Final = b"x"
"""The letter that stands for all where chunks are cut."""
_QUOTE: Final = b'"'
_APART: Final = b'\n"\n'
"""A quotation mark as a passage of its own, which no other is joined over; chunks reach over both, and over stops."""


class Passage(NamedTuple):
    """A passage that has a key, and where it stands in the text."""

    key: int
    start: int
    end: int


def keys_of(text: str) -> set[int]:
    """The keys of *text*."""
    parts = _plain(text).replace(_QUOTE, _APART).translate(*_tables()).split()
    chunks = b"".join(parts).replace(_QUOTE, b"").split(_CUT)
    found = {
        crc32(chunk) & ~_OF_PASSAGE for chunk in chunks if len(chunk) & 3 == 1 and len(chunk) >= LEAST_CHUNK
    }
    found.update(_of_passages(parts))
    return found


def _of_passages(parts: Iterable[bytes]) -> list[int]:
    """The keys of passages, given in order what stands between stops, and the quotation marks between."""
    keys = []
    pending = b""
    for part in parts:
        if len(part) >= LEAST_PASSAGE:
            keys.append(crc32(part) | _OF_PASSAGE)
        elif part != _QUOTE:
            pending += part
            if len(pending) < LEAST_PASSAGE:
                continue
            keys.append(crc32(pending) | _OF_PASSAGE)
        pending = b""
    return keys


def is_of_passage(key: int) -> bool:
    """Whether *key* is that of a passage, and not of a chunk."""
    return bool(key & _OF_PASSAGE)


def passages_of(text: str) -> Iterator[Passage]:
    """The passages of *text* that have keys, in order: the same as `keys_of` knows, with their places."""
    tables = _tables()
    pending, start = b"", 0
    for match in _part().finditer(text):
        passage = _plain(match.group()).translate(*tables)
        if passage in (b"", _QUOTE):
            pending = b"" if passage else pending
            continue
        if len(passage) >= LEAST_PASSAGE or not pending:
            start = match.start()
        pending = passage if len(passage) >= LEAST_PASSAGE else pending + passage
        if len(pending) >= LEAST_PASSAGE:
            yield Passage(crc32(pending) | _OF_PASSAGE, start, match.end())
            pending = b""


def _plain(text: str) -> bytes:
    """*text* in the spelling that keys are made of; a look for one character costs next to nothing, for two it does."""
    for mark in _DOUBLED:
        if mark[0] in text and "" in text.split(mark[0])[1:-1]:
            text = text.replace(mark, '"')
    if text.isascii():
        return text.encode("ascii")
    for mark, plain in _TYPOGRAPHIC:
        if mark in text:
            text = text.replace(mark, plain)
    content = text.encode("utf-8", "surrogatepass")
    if any(map(content.__contains__, _OF_DECOMPOSED)):
        return normalized("NFC", text).encode("utf-8", "surrogatepass")
    return content


@cache
def _tables() -> tuple[bytes, bytes]:
    """For `bytes.translate`: what letters and stops are looked at as, and what is left out."""
    table = bytearray(bytes(range(256)).lower())
    for stop in _STOPS:
        table[ord(stop)] = ord("\n")
    for byte in _RARE + _RARE.upper() + _RARE_CONTINUATIONS:
        table[byte] = ord(_CUT)
    unseen = _UNSEEN.encode("utf-8") + bytes(set(range(128)) - _ASCII_WORDS - set(map(ord, _STOPS + '"')))
    return bytes(table), unseen


@cache
def _part() -> re.Pattern[str]:
    """A quotation mark, or what stands between stops."""
    marks = "".join(('"', *(mark for mark, plain in _TYPOGRAPHIC if plain == '"')))
    stops = "".join(map(re.escape, (*_STOPS, '"', *(mark for mark, _ in _TYPOGRAPHIC))))
    return re.compile(rf"''|``|[{marks}]|(?:[^{stops}'`]+|'(?!')|`(?!`))+")

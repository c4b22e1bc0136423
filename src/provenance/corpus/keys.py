"""The 32-bit keys by which documents that may share text find one another; whatever they find is then compared.

Two kinds, both made of the text alone, in any language, without a tokenizer:

* *chunks*: the text without punctuation, cut where a rare letter stands. Copies are cut alike wherever they begin,
  so that they share keys however they were shortened, reflowed or edited in places.
* *passages*: what stands between full stops, quotation marks and line breaks. They find a sentence or a quotation in
  another document, and they are the units in which boilerplate is recognised.

A key can be forged and may collide: it proposes, and never decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple
from zlib import crc32

from provenance.corpus.words import normalized

LEAST_CHUNK: Final = 12
"""Bytes of the shortest chunk that makes a key: two or three words, below which texts share them by chance."""

LEAST_PASSAGE: Final = 24
"""Bytes of the shortest passage that makes a key: eight short words, the least that counts as a quotation.
Shorter ones are joined to what follows, though not over a quotation mark."""

_RARE: Final = b"qxzjvk"
_RARE_CONTINUATIONS: Final = b"\x85\x95\xa5"
"""Where chunks are cut: letters that are rare in most languages of Latin script, and three of the 64 continuation
bytes of UTF-8, which do the same for other scripts."""

_STOPS: Final = b'.?!"\n'
_DOUBLED: Final = ("''", "``")
_TYPOGRAPHIC: Final = (
    *((mark, '"') for mark in "“”„«»「」"),
    *((mark, ".") for mark in "…。！？"),
    *((mark, "") for mark in "’‘–—\u00a0"),
)
"""Marks that one copy has and another has not, in the spelling that is looked at."""

_OF_DECOMPOSED: Final = (0xCC, 0xCD, 0xE1, 0xE3)
"""Bytes of UTF-8 that begin the marks and letters of texts that are not composed: U+0300-036F, Hangul, kana. In other
scripts such a text may find no partner by its keys; what is found is compared in one form."""

_ASCII_WORDS: Final = frozenset(b for b in range(128) if chr(b).isalnum())
_OF_PASSAGE: Final = 1
"""The lowest bit of a key, which tells the two kinds apart."""

_KIND: Final = ~_OF_PASSAGE


class Passage(NamedTuple):
    """A passage that has a key, and where it stands in the text."""

    key: int
    start: int
    end: int


def keys_of(text: str) -> set[int]:
    """The keys of *text*."""
    content = _plain(text).encode("utf-8", "surrogatepass")
    chunk_table, chunk_deleted, passage_table, passage_deleted = _tables()
    chunks = content.translate(chunk_table, chunk_deleted).split(b" ")
    found = {crc32(chunk) & _KIND for chunk in chunks if len(chunk) >= LEAST_CHUNK}
    for speech in content.translate(passage_table, passage_deleted).split(b'"'):
        pending = b""
        for passage in speech.split(b"\n"):
            if len(passage) >= LEAST_PASSAGE:
                found.add(crc32(passage) | _OF_PASSAGE)
                pending = b""
            elif passage:
                pending += passage
                if len(pending) >= LEAST_PASSAGE:
                    found.add(crc32(pending) | _OF_PASSAGE)
                    pending = b""
    return found


def is_of_passage(key: int) -> bool:
    """Whether *key* is that of a passage, and not of a chunk."""
    return bool(key & _OF_PASSAGE)


def passages_of(text: str) -> Iterator[Passage]:
    """The passages of *text* that have keys, in order: the same as `keys_of` knows, with their places."""
    _, _, table, deleted = _tables()
    pending, start = b"", 0
    for match in _part().finditer(text):
        passage = _plain(match.group()).encode("utf-8", "surrogatepass").translate(table, deleted)
        if passage in (b"", b'"'):
            pending = b"" if passage else pending
            continue
        if len(passage) >= LEAST_PASSAGE or not pending:
            start = match.start()
        pending = passage if len(passage) >= LEAST_PASSAGE else pending + passage
        if len(pending) >= LEAST_PASSAGE:
            yield Passage(crc32(pending) | _OF_PASSAGE, start, match.end())
            pending = b""


def _plain(text: str) -> str:
    """*text* in the spelling that keys are made of.

    A look for one character costs next to nothing, a look for two or at the Unicode form costs as much as the rest.
    """
    for mark in _DOUBLED:
        if mark[0] in text and mark in text:
            text = text.replace(mark, '"')
    if text.isascii():
        return text
    content = text.encode("utf-8", "surrogatepass")
    if any(map(content.__contains__, _OF_DECOMPOSED)):
        text = normalized("NFC", text)
    for mark, plain in _TYPOGRAPHIC:
        if mark in text:
            text = text.replace(mark, plain)
    return text


@cache
def _tables() -> tuple[bytes, bytes, bytes, bytes]:
    """For `bytes.translate`: what cuts chunks and what they are rid of, and the same for passages."""
    chunks = bytearray(bytes(range(256)).lower())
    for byte in _RARE + _RARE.upper() + _RARE_CONTINUATIONS:
        chunks[byte] = ord(" ")
    passages = bytearray(bytes(range(256)).lower())
    for byte in _STOPS:
        passages[byte] = ord("\n")
    passages[ord('"')] = ord('"')
    deleted = bytes(sorted(set(range(128)) - _ASCII_WORDS))
    return bytes(chunks), deleted, bytes(passages), bytes(byte for byte in deleted if byte not in _STOPS)


@cache
def _part() -> re.Pattern[str]:
    """A quotation mark, or what stands between stops."""
    marks = "".join(('"', *(mark for mark, plain in _TYPOGRAPHIC if plain == '"')))
    stops = "".join(map(re.escape, (*map(chr, _STOPS), *(mark for mark, plain in _TYPOGRAPHIC if plain))))
    return re.compile(rf"''|``|[{marks}]|(?:[^{stops}'`]+|'(?!')|`(?!`))+")

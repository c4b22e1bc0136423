"""The composed form (NFC) of a text, and the way back from its offsets to those of the text as it was given.

Everything else reads the composed form, so that one text gives the same facts in any Unicode form.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from provenance.values.normal_forms import LONGEST_RUN

_LONGEST_DECOMPOSITION: Final = 4  # characters of the longest canonical decomposition (UAX #15)


class Composed(NamedTuple):
    """The composed text and, where it differs from the one given, the offset there of each of its characters."""

    text: str
    starts: tuple[int, ...] | None = None  # one for each character of `text`, and the end of the text given

    def given(self, offset: int) -> int:
        """Where *offset* of the composed text lies in the text given; marks go with their letter."""
        return offset if self.starts is None else self.starts[offset]

    def offset(self, given: int) -> int:
        """Where the offset *given* lies in the composed text."""
        return given if self.starts is None else bisect_left(self.starts, given)


def composed(text: str) -> Composed:
    """*text* in NFC.

    >>> composed("Zoe\u0308 left").text == "Zo\u00eb left"
    True
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return Composed(text)
    parts: list[str] = []
    starts: list[int] = []
    for start, end in _segments(text):
        part = _composed_segment(text[start:end])
        parts.append(part)
        starts.extend(range(start, end) if len(part) == end - start else [start] * len(part))
    starts.append(len(text))
    return Composed("".join(parts), tuple(starts))


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Spans of *text* that can be composed one by one, and between them what ASCII alone makes up."""
    done = 0
    for stretch in _beyond_ascii().finditer(text):
        start, end = stretch.span()
        if start > done:
            yield done, start
        for at in range(start + 1, end):
            # What is longer than any decomposition composes with marks alone: of a long run its beginning will do.
            if not _composes(text[start : min(at, start + _LONGEST_DECOMPOSITION + 1)], text[at]):
                yield start, at
                start = at
        yield start, end
        done = end
    if done < len(text):
        yield done, len(text)


@cache
def _beyond_ascii() -> re.Pattern[str]:
    """A stretch of characters beyond ASCII, with the one before it, on which its first may hang."""
    return re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def _composes(before: str, after: str) -> bool:
    """Whether *after* can change what *before* is composed to."""
    if unicodedata.combining(after):
        return True
    if len(before) > _LONGEST_DECOMPOSITION:
        return False
    return len(unicodedata.normalize("NFC", before + after)) < len(unicodedata.normalize("NFC", before)) + 1


def _composed_segment(segment: str) -> str:
    """The NFC of *segment*; a long run of disordered marks, which no writing has, is cut instead of being sorted."""
    if segment.isascii():
        return segment
    if len(segment) > LONGEST_RUN:
        classes = [unicodedata.combining(mark) for mark in segment[1:]]
        if classes != sorted(classes):
            segment = segment[:LONGEST_RUN]
    return unicodedata.normalize("NFC", segment)

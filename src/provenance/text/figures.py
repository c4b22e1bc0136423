"""Where the figures of a text stand: its years, amounts and numbers, found once for all who ask."""

from __future__ import annotations

import re
from functools import cache
from typing import Final


def find(text: str) -> list[tuple[int, int]]:
    """Where each run of ASCII digits in *text* begins and ends, with the marks inside it.

    >>> find("12,500 of 3.5 million, on 2024-02-13.")
    [(0, 6), (10, 13), (26, 36)]
    """
    shape = text.encode("latin-1", "replace").translate(_SHAPES)  # one byte for each character
    return [match.span() for match in _figure().finditer(shape)]


_SHAPES: Final = bytes(
    ord("0") if chr(byte) in "0123456789" else ord("-") if chr(byte) in ".,:/-" else ord(" ")
    for byte in range(256)
)
"""What each character is to a figure: a digit, a mark that may stand inside, or neither."""


@cache
def _figure() -> re.Pattern[bytes]:
    """A run that begins and ends with a digit. Its literal head makes a search cheap, which a set of digits does not."""
    return re.compile(rb"0(?:[0-]*0)?")

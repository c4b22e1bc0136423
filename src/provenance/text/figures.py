"""Where the figures of a text stand: its years, amounts and numbers, found once for all who ask."""

from __future__ import annotations

import re
from functools import cache

from provenance.text.facts import Span


def find(text: str) -> tuple[Span, ...]:
    """Each run of ASCII digits in *text*, with the marks inside it.

    >>> [span for span in find("12,500 of 3.5 million, on 2024-02-13.")]
    [Span(start=0, end=6), Span(start=10, end=13), Span(start=26, end=36)]
    """
    found = []
    for match in _figure().finditer(text):
        start, end = match.span()
        while text[end - 1] in _MARKS:
            end -= 1
        found.append(Span(start, end))
    return tuple(found)


_MARKS = ".,:/-"


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(rf"[0-9][0-9{_MARKS}]*")

"""What the generated pages are written with: tables, numbers, one sentence a line."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“`])")


def sentences(text: str) -> str:
    """*text* with one sentence a line."""
    return _SENTENCE.sub("\n", text)


def number(millipoints: int) -> str:
    return f"{millipoints / 1000:g}"


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)

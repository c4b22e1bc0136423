"""How numbers, reasons and passages read: what every rendering for people shares."""

from __future__ import annotations

import unicodedata
from typing import Final

ELLIPSIS: Final = "…"


def points(millipoints: int) -> str:
    """Millipoints as points, to the tenth that people read.

    >>> points(3333), points(10_000), points(40)
    ('3.3', '10.0', '0.04')
    """
    if 0 < abs(millipoints) < 50:  # a tenth would show nothing of it
        return f"{millipoints / 1000:.2g}"
    return f"{millipoints / 1000:.1f}"


def percent(ten_thousandths: int) -> str:
    """A share in whole per cent."""
    return f"{ten_thousandths / 100:.0f} %"


def counted(count: int, one: str, many: str = "") -> str:
    """How many of what there are, in words that fit: of most, the plural has an s.

    >>> counted(1, "document"), counted(1200, "document"), counted(0, "entry", "entries")
    ('1 document', '1,200 documents', '0 entries')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def one_line(text: str, width: int) -> str:
    """*text* on one line of at most *width* characters, with nothing in it that could move a cursor."""
    flat = " ".join(plain(text[: width * 4]).split())
    return flat if len(flat) <= width else flat[: max(width - 1, 0)].rstrip() + ELLIPSIS


def plain(text: str) -> str:
    """*text* with a space in the place of every character that a terminal could take for a command."""
    return (
        text if text.isascii() and text.isprintable() else "".join(c if _is_plain(c) else " " for c in text)
    )


def _is_plain(character: str) -> bool:
    return character.isprintable() and unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn")

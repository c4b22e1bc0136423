"""How numbers, reasons and passages read: what every rendering for people shares."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from provenance.signal import UNSEEN

T = TypeVar("T")

ELLIPSIS: Final = "…"
_AXES: Final = ("source", "content")
"""The axes of the default policy, as it names them; another names its own."""


def points(millipoints: int) -> str:
    """Millipoints as points, to the tenth that people read.

    >>> points(3333), points(10_000), points(40)
    ('3.3', '10.0', '0.04')
    """
    if 0 < abs(millipoints) < 50:  # a tenth would show nothing of it
        return f"{millipoints / 1000:.2g}"
    return f"{millipoints / 1000:.1f}"


def in_order(axes: Mapping[str, T]) -> list[tuple[str, T]]:
    """The axes of a record with their names, source before content, whatever order it was written in; others by name."""
    first = {name: place for place, name in enumerate(_AXES)}
    return sorted(axes.items(), key=lambda item: (first.get(item[0], len(_AXES)), item[0]))


def percent(ten_thousandths: int) -> str:
    """A share in whole per cent."""
    return f"{ten_thousandths / 100:.0f} %"


def counted(count: int, one: str, many: str = "") -> str:
    """How many of what there are, in words that fit: of most, the plural has an s.

    >>> counted(1, "document"), counted(1200, "document"), counted(0, "entry", "entries")
    ('1 document', '1,200 documents', '0 entries')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def tallied(row: Mapping[str, Any]) -> str:
    """What a signal counted, as an audit record tells it: empty for a yes or a no, the share where no points hang on it.

    >>> tallied({"points": 1000, "good": 1, "bad": 2, "of": 5, "share": [1, 3]})
    '1 for, 2 against and 2 unseen, of 5'
    >>> tallied({"points": 1000, "good": 3, "bad": 1, "of": 4})
    '3 for and 1 against, of 4'
    >>> tallied({"points": 1000, "good": 3, "bad": 0, "of": 7, "why": "links_unknown"})
    '3 for, 0 against and 4 open or unseen, of 7'
    >>> tallied({"good": 1, "bad": 2, "of": 5, "share": [1, 3]})
    '1 of 3'
    """
    if "points" not in row:
        shown, whole = row.get("share", (0, 1))
        return f"{shown} of {whole}" if whole > 1 else ""
    good, bad, of = row["good"], row["bad"], row["of"]
    left = of - good - bad
    if of == 1:
        return ""
    if not left:
        return f"{good} for and {bad} against, of {of}"
    is_share = row.get("share", (0, 0))[1] + UNSEEN == of
    are = "unseen" if is_share and left == UNSEEN else "open or unseen"
    return f"{good} for, {bad} against and {left} {are}, of {of}"


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

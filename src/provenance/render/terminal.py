"""What a terminal can show: bars, colours, and plain letters where it knows no others."""

from __future__ import annotations

import re
from typing import Final

_ASCII: Final = str.maketrans(
    {
        "█": "#",
        "▒": ".",
        "░": "-",
        "–": "-",
        "−": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "’": "'",
        "→": ">",
        "·": ".",
    }
)
_SHOWN: Final = "█░·–−…“”’→"
"""The signs beyond ASCII that this library writes itself."""

_BOLD, _DIM, _RED, _GREEN, _CYAN, _NORMAL = (f"\x1b[{code}m" for code in (1, 2, 31, 32, 36, 0))
_PAINTED: Final = (
    (re.compile(r"^( +)(−[0-9.]+)(?=  )"), rf"\1{_RED}\2{_NORMAL}"),
    (re.compile(r"^( +)(\+[0-9.]+)(?=  )"), rf"\1{_GREEN}\2{_NORMAL}"),
    (re.compile("(█+)"), rf"{_GREEN}\1{_NORMAL}"),
    (re.compile("(·{2,})"), rf"{_RED}\1{_NORMAL}"),
    (re.compile("(“[^”]*”)"), rf"{_CYAN}\1{_NORMAL}"),
    (re.compile("(→)"), rf"{_BOLD}\1{_NORMAL}"),
)


def bar(earned: int, ceiling: int, whole: int, width: int) -> str:
    """*width* signs: points shown, points that are open, points that are lost; never more, whatever the numbers are."""
    if whole <= 0:
        return "·" * width
    shown = min(max(round(width * earned / whole), 0), width)
    reach = min(max(round(width * ceiling / whole), shown), width)
    return "█" * shown + "░" * (reach - shown) + "·" * (width - reach)


def in_ascii(text: str) -> str:
    """*text* for a terminal that knows only ASCII: our own signs as their likes, all others as question marks."""
    return text if text.isascii() else text.translate(_ASCII).encode("ascii", "replace").decode("ascii")


def can_show(encoding: str) -> bool:
    """Whether *encoding* has the signs that this library writes."""
    try:
        _SHOWN.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def painted(text: str, *, last: int = 0) -> str:
    """*text* in colours, which carry nothing that its words do not say; the *last* lines are dim, headings bold.

    It must be plain: whatever stands in it is written as it is.
    """
    lines = text.splitlines()
    foot = len(lines) - last
    return "".join(f"{_line(line, is_foot=n >= foot)}\n" for n, line in enumerate(lines))


def _line(line: str, *, is_foot: bool) -> str:
    if not line or is_foot:
        return f"{_DIM}{line}{_NORMAL}" if line else ""
    if not line.startswith(" "):
        return f"{_BOLD}{line}{_NORMAL}"
    for pattern, shown in _PAINTED:
        line = pattern.sub(shown, line)
    return line

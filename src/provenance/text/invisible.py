"""Characters that a text carries and nobody sees: zero-width ones, direction controls, tags.

They can hide words from a reader or mark a copy. What a script, an emoji or a signed manifest needs is not among them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from provenance.text.facts import Span

_DIRECTION_MARKS: Final = "\u200e\u200f\u061c"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_NEAR: Final = 20  # characters around a direction mark among which one of a right-to-left script calls for it
_BLACK_FLAG: Final = "\U0001f3f4"  # tags after it spell the flag of a region (UTS #51, annex C)
_JOINING_SCRIPTS: Final = range(
    0x0600, 0x1900
)  # Arabic to Mongolian: letters that ZWJ and ZWNJ shape (Unicode, chapter 23.2)


def find(text: str) -> tuple[Span, ...]:
    """The runs of invisible characters in *text* that nothing visible calls for, in order.

    >>> find("in\u200bvisible")
    (Span(start=2, end=3),)
    """
    if text.isascii() or text.replace("\n", "").replace("\u00a0", "").isprintable():
        return ()
    return tuple(Span(*run.span()) for run in _runs().finditer(text) if not _is_needed(text, *run.span()))


@cache
def _runs() -> re.Pattern[str]:
    """Zero-width characters, direction controls and tags; a C2PA manifest (a BOM and variation selectors) is none."""
    selectors = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    tags = "\U000e0000-\U000e007f"
    return re.compile(
        f"(?:[\u200b-\u200f\u061c\u180e\u202a-\u202e\u2060-\u2064\u2066-\u206f{tags}]|\ufeff(?!{selectors}{{8}}))+"
    )


def _is_needed(text: str, start: int, end: int) -> bool:
    run = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if run == "\ufeff":
        return start == 0
    if run in ("\u200c", "\u200d"):
        return _shapes(before) or (run == "\u200d" and _is_pictorial(before) and _is_pictorial(after))
    if all(mark in _DIRECTION_MARKS for mark in run):
        around = text[max(0, start - _NEAR) : end + _NEAR]
        return any(
            unicodedata.bidirectional(near) in _RIGHT_TO_LEFT
            for near in around
            if near not in _DIRECTION_MARKS
        )
    return before == _BLACK_FLAG


def _shapes(letter: str) -> bool:
    return bool(letter) and ord(letter) in _JOINING_SCRIPTS


def _is_pictorial(sign: str) -> bool:
    """Whether *sign* is an emoji or modifies one."""
    return sign == "\ufe0f" or (bool(sign) and unicodedata.category(sign) in ("So", "Sk"))

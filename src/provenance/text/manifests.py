"""Signed manifests in a text: bytes that are written as variation selectors, which nobody sees (C2PA 2.3, A.7).

Found, not verified: whoever wants to know whether the signature holds needs a verifier and a list of whom to trust.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from provenance.text.facts import Span

_MAGIC: Final = b"C2PATXT\0"
_LOW, _HIGH = 0xFE00, 0xE0100
"""Where the selectors begin that stand for the bytes 0 to 15, and for 16 to 255."""
_FEW: Final = 16


def find(text: str) -> tuple[Span, ...]:
    """The manifests in *text*, in order."""
    if "\ufeff" not in text:
        return ()
    return tuple(Span(*run.span()) for run in _manifests().finditer(text))


@cache
def _manifests() -> re.Pattern[str]:
    magic = "".join(chr(_LOW + byte if byte < _FEW else _HIGH + byte - _FEW) for byte in _MAGIC)
    return re.compile(f"\ufeff{magic}[\ufe00-\ufe0f\U000e0100-\U000e01ef]*+")

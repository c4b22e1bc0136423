"""What a file is that is called a page and is none: an image, an archive, or no text at all."""

from __future__ import annotations

import codecs
from typing import Final

_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
)
"""How the files begin that are most often saved under the name of a page, each by its own specification."""

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
"""The marks of encodings in which every other byte of plain English is NUL."""

_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x0e\x0f\x1b")
"""Bytes that no charset of pages uses: ISO 2022 shifts between its sets with three of the others."""

_SAMPLE: Final = 65_536
_MOST_CONTROLS: Final = 0.01
"""More control characters than this share is not text: pages have next to none, noise one byte in ten."""


def known_by_its_beginning(content: bytes) -> str | None:
    """What *content* is by the way it begins; None if that says nothing."""
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)


def binary(content: bytes, charset: str | None = None) -> str | None:
    r"""What *content* is if it is no text; None if it may be.

    `charset` is what the server said: where that has NUL bytes, they prove nothing.

    >>> binary(b"\x89PNG\r\n\x1a\n...")
    'a PNG image'
    >>> binary(b"<p>Rain\x00</p>" + b"on the hill" * 20) is None
    True
    """
    known = known_by_its_beginning(content)
    if known is not None:
        return known
    if content.startswith(_WIDE) or (charset or "").lower().startswith(("utf-16", "utf-32")):
        return None
    sample = content[:_SAMPLE].rstrip(b"\x00")  # which a disk leaves behind what it could not write
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file" if controls > _MOST_CONTROLS * len(sample) else None

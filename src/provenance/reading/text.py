"""Bytes to text, unchanged: no new line ends, no normal form, so that offsets hold."""

from __future__ import annotations

import codecs
from typing import Final

from provenance.errors import InputError
from provenance.page.binary import binary

_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def wide_encoding(content: bytes) -> str | None:
    """The Unicode encoding other than UTF-8 that a byte order mark at the beginning of *content* announces."""
    return next((encoding for mark, encoding in _WIDE if content.startswith(mark)), None)


def decode(content: bytes) -> str:
    """The text in *content*: by its byte order mark, as UTF-8, or as Windows-1252, the commonest of the rest on the web.

    Raises:
        InputError: it is not text.
    """
    wide = wide_encoding(content)
    if wide is not None:
        try:
            return content.decode(wide)
        except UnicodeDecodeError:
            raise InputError(f"begins as {wide.upper()} and is not") from None
    other = binary(content)
    if other is not None:
        raise InputError(f"this is {other}, not text: leave it out, or give its text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")

"""Bytes to text, unchanged: no new line ends, no normal form, so that offsets hold."""

from __future__ import annotations

import codecs
from typing import Final

from provenance.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\r\f\x1b")
_SAMPLE: Final = 65_536
_MOST_CONTROLS: Final = 0.01
"""More control characters than this share is not text: an encoded text has next to none, noise one byte in ten."""


def decode(content: bytes) -> str:
    """The text in *content*: by its byte order mark, as UTF-8, or as Windows-1252, the commonest of the rest on the web.

    Raises:
        InputError: it is not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                raise InputError(f"begins as {encoding.upper()} and is not") from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = content[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        raise InputError("this is not text: expected UTF-8")
    return content.decode("cp1252", "replace")

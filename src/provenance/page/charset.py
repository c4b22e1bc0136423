"""Which characters the bytes of a page stand for: byte order mark, the server's word, the page's own, a fallback."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STATED_WITHIN: Final = 4096
"""Bytes in which a page may name its charset; the standard allows 1024, pages are more generous (HTML §13.2.3.2)."""

_STATED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,512}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)
_NOT_TEXT: Final = frozenset(
    {
        "utf-7",
        "utf7",
        "unicode-1-1-utf-7",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
    }
)
"""Codecs that no browser uses for pages: an attack (UTF-7) or none for whole texts."""

_WIDER: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
"""What browsers read under these labels (WHATWG Encoding §4.2); a page that could say UTF-16 is not in UTF-16."""

FALLBACK: Final = "cp1252"
"""The charset of pages that name none and are not UTF-8 (HTML §13.2.3.2, most locales)."""


def decode(content: bytes, charset: str | None = None) -> str:
    r"""The characters of a page, whatever its bytes are; what cannot be read is U+FFFD.

    `charset` is what the server said (``Content-Type``), if that is known.

    >>> decode(b'<meta charset="iso-8859-1">caf\xe9')[-4:]
    'café'
    """
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(marked, "replace")
    found = _STATED.search(content, 0, _STATED_WITHIN)
    labels = (charset, found[1].decode("ascii") if found else None)
    names = [codec for label in labels if (codec := _codec(label)) is not None]
    for name in (*names, "utf-8"):
        try:
            return content.decode(name)
        except UnicodeError:
            continue
    return _nearly(content, names[0] if names else FALLBACK)


def _nearly(content: bytes, stated: str) -> str:
    """UTF-8 if it nearly is (a page cut in the middle of a character), else what was stated, else the fallback."""
    text = content.decode("utf-8", "replace")
    # One broken sequence in a thousand characters is damage; more is another charset.
    if text.count("\ufffd") * 1000 <= len(text):
        return text
    return content.decode(FALLBACK if stated == "utf-8" else stated, "replace")


def _codec(label: str | None) -> str | None:
    """The codec that browsers use for *label*; None for none that we know."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if name in _NOT_TEXT or not _is_text(name):
        return None
    return _WIDER.get(name, name)


def _is_text(name: str) -> bool:
    """Whether the codec turns bytes into characters (some turn bytes into bytes)."""
    try:
        return isinstance(b"a\n".decode(name, "replace"), str)
    except (LookupError, ValueError, AssertionError):
        return False

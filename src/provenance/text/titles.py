"""Quotation marks round the title of something rather than round what somebody said."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.quotations import Quotation
from provenance.text.words import Written

_DOCUMENT_OR_TITLED: Final = t.DOCUMENT | t.TITLED

_WINDOW: Final = 40
_STOPS: Final = (",", ".", "!", "?", "…", ";")


def _begins_with_preposition(written: Written, inner: str) -> bool:
    """Whether it begins as laws do, "On Wells.", so that a full stop inside the marks is only the sentence's."""
    return inner.endswith(".") and bool(written.word(inner.split(maxsplit=1)[0]).tags & t.PREPOSITION)


def is_title(written: Written, quotation: Quotation) -> bool:
    """Whether it is named as a title is: 'the decree "On Wells"', with no stop or comma inside."""
    inner = written.text[quotation.inner_start : quotation.inner_end].strip()
    if not inner[:1].isupper() or (inner.endswith(_STOPS) and not _begins_with_preposition(written, inner)):
        return False
    before = written.text[max(0, quotation.start - _WINDOW) : quotation.start]
    if not before or not before[-1].isspace():
        return False
    words = before.split()
    return bool(words) and bool(written.word(words[-1]).tags & _DOCUMENT_OR_TITLED)

"""Quotation marks round the title of something rather than round what somebody said."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.quotations import Quotation
from provenance.text.words import Written

_DOCUMENT_OR_TITLED: Final = t.DOCUMENT | t.TITLED

_STUDY_OR_TITLED: Final = t.STUDY | t.TITLED
_TO_OR_CONJUNCTION: Final = t.TO | t.CONJUNCTION
_PARTING: Final = (".", "!", "?", ":", ";")
_LEAST_HEADLINE: Final = 4
_HEADLINE_SHARE: Final = 0.6
"""As for `Words.headline`."""
_WINDOW: Final = 40
_STOPS: Final = (",", ".", "!", "?", "…", ";")


def _begins_with_preposition(written: Written, inner: str) -> bool:
    """Whether it begins as laws do, "On Wells.", so that a full stop inside the marks is only the sentence's."""
    return inner.endswith(".") and bool(written.word(inner.split(maxsplit=1)[0]).tags & t.PREPOSITION)


def is_title(written: Written, quotation: Quotation) -> bool:
    """Whether it is named as a title is: 'the decree "On Wells"', 'the study, "Wells of Lowmere," was published'."""
    if quotation.opens_line:
        return False
    inner = written.text[quotation.inner_start : quotation.inner_end].strip()
    if not inner[:1].isupper():
        return False
    before = written.text[max(0, quotation.start - _WINDOW) : quotation.start]
    if not before[-1:].isspace():
        return False
    if not inner.endswith(_STOPS) or _begins_with_preposition(written, inner):
        return bool(_tags(written, before) & _DOCUMENT_OR_TITLED)
    lead = before.rstrip()
    if lead.endswith(_PARTING):
        return False
    if lead.endswith(","):
        return _is_named_beside(written, quotation, inner, _tags(written, lead))
    tags = _tags(written, lead)
    if tags & t.BE:  # "the article is"
        return bool(_tags(written, lead.rpartition(" ")[0]) & _STUDY_OR_TITLED)
    return bool(tags & t.TITLED) or (bool(tags & t.DOCUMENT) and _is_headline(inner))


def _is_named_beside(written: Written, quotation: Quotation, inner: str, tags: int) -> bool:
    """Whether the words between commas name the document before them, a word of *tags*, rather than are what it says."""
    follows = written.text[quotation.end : quotation.end + _WINDOW].split(maxsplit=1)
    is_subject = bool(follows) and bool(written.word(follows[0]).tags & t.AUXILIARY)
    return bool(tags & _DOCUMENT_OR_TITLED and (is_subject or _is_headline(inner)))


def _tags(written: Written, before: str) -> int:
    """The tags of the last word of *before*."""
    words = before.rsplit(maxsplit=1)
    return written.word(words[-1]).tags if words else 0


def _is_headline(inner: str) -> bool:
    """Whether nearly every word has a capital, as in a title."""
    words = inner.split()
    return len(words) >= _LEAST_HEADLINE and sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(
        words
    )


def is_item(written: Written, earlier: Quotation, later: Quotation) -> bool:
    """Whether the *later* is a thing beside the *earlier* one: 'from "not at all" to "more than twice a week."'."""
    between = written.text[earlier.end : min(later.start, earlier.end + _WINDOW)].split()
    begins_small = written.text[later.inner_start : later.inner_start + 1].islower()
    return begins_small and len(between) == 1 and bool(written.word(between[0]).tags & _TO_OR_CONJUNCTION)

"""The part of a page that is its own, where an archive has put a page of its own around it."""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = 8_000
"""Characters in which the head of such a page ends; the longest title that is kept leaves room for more."""

_KEEPER: Final = "://archive."
_CANONICAL: Final = re.compile(
    r"""<link rel="canonical" href="https?://archive\.(?:today|ph|is|li|vn|fo|md)/[0-9.-]{4,17}/[^"<>]{1,2000}"/?>"""
)
"""What archive.today says of the page that a copy is of; its other declarations are of the copy."""

_TITLE: Final = re.compile(r"<title>[^<]{0,1000}</title>")
_CONTENT: Final = '<div id="CONTENT"'


def own_part(page: str) -> str:
    """*page*, and of a copy that archive.today keeps no more than what it is a copy of: the rest is blank, letter for letter.

    >>> own_part("<title>Rain</title>")
    '<title>Rain</title>'
    """
    if page.find(_KEEPER, 0, _HEAD) < 0:
        return page
    canonical = _CANONICAL.search(page, 0, _HEAD)
    content = page.find(_CONTENT, canonical.end()) if canonical is not None else -1
    if canonical is None or content < 0:
        return page
    title = _TITLE.search(page, 0, _HEAD)
    spans = sorted(found.span() for found in (title, canonical) if found is not None)
    kept, end = "", 0
    for start, stop in spans:
        kept += " " * (start - end) + page[start:stop]
        end = stop
    return kept + " " * (content - end) + page[content:]

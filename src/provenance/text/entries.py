"""The entries of a list of references: lines that name what is cited, and say nothing themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from provenance.text.facts import Span
from provenance.text.tables import table

_LONGEST: Final = 600
_LEAST_NAMED: Final = 0.7
"""The share of words with a capital or a digit from which on a marked line only names something."""

_MARK: Final = r"(?:\^|\[\d{1,3}\]|\d{1,3}[.)]|[¹²³⁴-⁹][⁰¹²³⁴-⁹]?)\s+"
_AUTHOR: Final = r"[^\W\d_][\w’'-]{1,30}, (?:[^\W\d_a-z]\.[ -]?){1,3}(?![^\W\d_]{4})"
_VANCOUVER: Final = r"(?:[^\W\d_][\w’'-]{1,30} ){1,3}[^\W\d_a-z]{1,3}[,.] "
"""Authors as medicine writes them: "Vale I, Okoro T.". A line may begin so by chance: "Vitamin C, since 2019, "."""
_VOLUME: Final = (
    r"\b(?:19|20)\d\d(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)?; ?\d{1,4}(?: ?\([\w -]{1,12}\))?:"
    r"|: [^.;:\n]{2,60}; (?:19|20)\d\d\."
)
"""A year and what of it is cited, a volume and a page: "2016;8:693"; or the year that closes what names a book."""


def find(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Span]:
    r"""Which of the *paragraphs* of *text* are such entries, each judged by itself.

    >>> find("It rained.\n1. Vale, I. (2019). Old wells.\n2. It was dry in 2019.", [(0, 10), (11, 41), (42, 65)])
    [Span(start=11, end=41)]
    """
    opening = _opening().match
    has_volume = ";" in text and _of_volume().search(text)  # as few texts have
    by_volume = _volume_of_authors().match if has_volume else None
    return [
        Span(start, end)
        for start, end in paragraphs
        if ((begins := opening(text, start, end)) and _is_entry(text[begins.end() : end], begins))
        or (by_volume and by_volume(text, start, end))
    ]


def _is_entry(rest: str, begins: re.Match[str]) -> bool:
    """Whether a line that begins so gives a year, and an author, a page, or hardly anything but names."""
    if len(rest) > _LONGEST or not _year().search(rest):
        return False
    if begins["author"] or begins["first"] or _sign().search(rest) or _volume().search(rest):
        return True
    words = rest.split()
    return sum(not word[0].islower() for word in words) >= _LEAST_NAMED * len(words)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_MARK}(?P<author>{_AUTHOR})?|(?P<first>{_AUTHOR}))")


@cache
def _volume_of_authors() -> re.Pattern[str]:
    """An entry without a mark before it, as medicine writes them."""
    return re.compile(rf"\s*{_VANCOUVER}[^\n]{{0,{_LONGEST}}}?(?:{_VOLUME})")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")


@cache
def _of_volume() -> re.Pattern[str]:
    """What every `_VOLUME` holds."""
    return re.compile(r"; ?\d")


@cache
def _volume() -> re.Pattern[str]:
    return re.compile(_VOLUME)


@cache
def _sign() -> re.Pattern[str]:
    """What shows that something is cited: a page, a volume, when it was looked at."""
    return re.compile("|".join(map(re.escape, table("residue")["boilerplate"]["entries"]["signs"])))

"""Elements of a page by what they are called: found by searching for words, told apart by the tag around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.page.entities import unescaped
from provenance.page.markup import Markup, Tag, tags_at

_NAMING: Final = frozenset({"itemprop", "property", "rel"})
_CALLED: Final = _NAMING | {"class", "id"}
_LONGEST_NAME: Final = 40
"""Characters of the longest value of a ``data-`` attribute that is a name."""

_WORD: Final = re.compile(r"[A-Z]+[a-z]*|[a-z]+")
_LONGEST_TAG: Final = 1_000
_MOST_HITS: Final = 500
_MOST_VALUES: Final = 20_000
"""What is looked at before a page is taken for hostile."""


class Marked(NamedTuple):
    """An element by its start tag, with what it is called."""

    tag: Tag
    names: frozenset[str]  # the values of itemprop, property and rel
    words: frozenset[str]  # the words in those and in class, id and the like


def marked(markup: Markup, words: tuple[str, ...], start: int, end: int) -> Iterator[Marked]:
    """The elements between *start* and *end* with one of *words* in their start tag, in order."""
    for tag in tags_at(markup, starts(markup, words, start, end)):
        yield Marked(tag, *called(tag))


def starts(markup: Markup, words: tuple[str, ...], start: int, end: int) -> list[int]:
    """Where the tags between *start* and *end* begin that hold one of *words*, in order."""
    lower = markup.lower
    find, rfind = lower.find, lower.rfind
    found: set[int] = set()
    for word in words:
        position = find(word, start, end)
        while position >= 0 and len(found) < _MOST_HITS:
            # A word is in a tag if the last angle bracket before it opens one.
            opened = rfind("<", max(start, position - _LONGEST_TAG), position + 1)
            if opened >= 0 and rfind(">", opened, position) < 0:
                found.add(opened)
                behind = find(">", position, end)
            else:
                behind = find("<", position + 1, end)
            position = -1 if behind < 0 else find(word, behind, end)
    return sorted(found)


_ITEMPROP: Final = "itemprop"
_VALUE: Final = re.compile(
    r"""\s{0,3}=?\s{0,3}["']?[^"'<>]{0,60}?(?:author|creator|datepublished|datemodified|datecreated|policy|principles|masthead|fundinginfo|contactpoint)"""
)


def read_properties(markup: Markup) -> tuple[Marked, ...]:
    """The elements with microdata about authors, dates or policies, wherever in the page they stand."""
    lower = markup.lower
    opened: set[int] = set()
    position = lower.find(_ITEMPROP)
    for _ in range(_MOST_VALUES):
        if position < 0 or len(opened) == _MOST_HITS:
            break
        after = position + len(_ITEMPROP)
        if _VALUE.match(lower, after, after + _LONGEST_VALUE):
            start = lower.rfind("<", max(0, position - _LONGEST_TAG), position)
            if start >= 0:
                opened.add(start)
        position = lower.find(_ITEMPROP, after)
    return tuple(Marked(tag, *called(tag)) for tag in tags_at(markup, sorted(opened)))


_LONGEST_VALUE: Final = 100


def called(tag: Tag) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a tag gives its element, and the words they are made of."""
    given = tag.attributes
    parts = [
        unescaped(value)
        for key, value in given.items()
        if key in _CALLED or (key.startswith("data-") and len(value) <= _LONGEST_NAME)
    ]
    names = [] if _NAMING.isdisjoint(given) else f"{tag.get('itemprop')} {tag.get('rel')}".lower().split()
    if "property" in given:
        names += [name.rpartition(":")[2] for name in tag.get("property").lower().split()]
    return frozenset(names), words_of(" ".join(parts))


def words_of(text: str) -> frozenset[str]:
    """The words in names such as ``article__authorName by-line``: as written, and taken apart at capitals."""
    return frozenset(map(str.lower, _WORD.findall(text)))

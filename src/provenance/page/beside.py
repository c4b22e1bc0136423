"""Where those whom a page declares to be its authors are shown: beside the headline, by name or by a link to a profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from provenance.evidence import Channel
from provenance.page.landmarks import BEFORE, Landmarks, in_figure
from provenance.page.lines import LONGEST_LINE, is_full_name
from provenance.page.markup import Markup, content_end, searchable, shown_text, tag_at
from provenance.page.statement import SHOWN, Person, Statement, are_siblings
from provenance.page.vocabulary import PROFILE

_MOST_SHOWN: Final = 12
_CLOSE: Final = 700
"""Characters of markup that a name, and the link around it, may take."""


def find_shown(markup: Markup, known: Landmarks, names: Iterable[str]) -> Iterator[Statement]:
    """Where those *names* that the page declares stand beside the headline, in a line as short as bylines are."""
    lower = markup.lower
    start = max(0, known.headline - BEFORE)
    start = max(start, lower.find("</head", start, known.headline if known.headline >= 0 else known.last))
    for name in dict.fromkeys(names):
        if " " not in name and name.isascii():
            continue  # a given name alone may be the beginning of anything
        sought, folded = searchable(name), name.casefold()
        position = lower.find(sought, start, known.last)
        while position >= 0:
            end = position + len(sought)
            if markup.shown[position:end].casefold() == folded and _is_line(markup, start, position):
                profile = Person(addresses=_link_around(markup, position))
                yield Statement("authors", name, Channel.BYLINE, markup.place(position, end), SHOWN, profile)
                yield from _behind(markup, end, profile.addresses)
                break
            position = lower.find(sought, end, known.last)


def find_linked(markup: Markup, known: Landmarks, addresses: Iterable[str]) -> Iterator[Statement]:
    """Who is linked beside the headline to one of the *addresses* that the page declares to be its authors."""
    start = max(0, known.headline)
    for address in islice(addresses, _MOST_SHOWN):
        path = "/" + address.partition("://")[2].partition("/")[2].rstrip("/")
        if not PROFILE.search(path):
            continue
        position = markup.lower.find(searchable(path), start, known.last)
        opened = -1 if position < 0 else markup.lower.rfind("<", max(start, position - _CLOSE), position)
        tag = tag_at(markup, opened) if opened >= 0 else None
        if tag is None or tag.name != "a" or not tag.get("href").rstrip("/").endswith(path):
            continue
        end = content_end(markup, tag, _CLOSE)
        name = shown_text(markup, tag.end, end)
        if is_full_name(name):
            person = Person(addresses=(tag.get("href"),))
            yield Statement("authors", name, Channel.BYLINE, markup.place(tag.end, end), SHOWN, person)


def _behind(markup: Markup, end: int, addresses: tuple[str, ...]) -> Iterator[Statement]:
    """Who is named with the one whose name ends at *end*: content systems declare the first of several authors alone."""
    for _ in range(_MOST_SHOWN if addresses else 0):
        found = _AND.match(markup.shown, end, end + _CLOSE)
        tag = None if found is None else tag_at(markup, found.end())
        if tag is None or not are_siblings(tag.get("href"), addresses[0]):
            return
        end = content_end(markup, tag, _CLOSE)
        name = shown_text(markup, tag.end, end)
        if not is_full_name(name):
            return
        person = Person(addresses=(tag.get("href"),))
        yield Statement("authors", name, Channel.BYLINE, markup.place(tag.end, end), SHOWN, person)


_AND: Final = re.compile(
    r"\s*+(?>(?:</(?:a|b|div|em|span|strong)>\s*+)*)(?:,(?:\s*+(?:and|&amp;|und|y|e)\b)?|and|&amp;|&|und|et|y|e|en|og|och)\s*+"
    r"(?>(?:<(?:b|div|em|span|strong)\b[^<>]*+>\s*+)*)(?=<a\s)",
    re.IGNORECASE,
)
"""What stands between two linked names that are named together."""


def _is_line(markup: Markup, start: int, position: int) -> bool:
    """Whether a word begins at *position*, in a text as short as bylines are and not about a picture."""
    lower = markup.lower
    opened, closed = lower.rfind(">", start, position), lower.find("<", position)
    if opened < 0 or lower.find("<", opened, position) >= 0 or markup.shown[position - 1].isalnum():
        return False
    return 0 < closed - opened <= LONGEST_LINE and not in_figure(markup, position)


def _link_around(markup: Markup, position: int) -> tuple[str, ...]:
    """The profile that the link around *position* leads to, if there is one."""
    opened = markup.lower.rfind("<a", max(0, position - _CLOSE), position)
    if opened < 0 or markup.lower.find("</a", opened, position) >= 0:
        return ()
    tag = tag_at(markup, opened)
    address = "" if tag is None or tag.name != "a" else tag.get("href")
    return (address,) if PROFILE.search(address) else ()

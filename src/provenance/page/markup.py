"""The part of a page's markup that a reader can be shown, and its start tags: found by searching, never by parsing it all.

A page is 300 kB, and what it says of itself stands in a hundred places of it. Scripts, styles, comments and drawings
are cut out in one pass; everything else is looked for in what is left, in lower case, where searching is cheapest.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple

_CUT: Final = re.compile(r"<(?:(!--)|(script|style|template|svg|textarea)(?=[\s/>]))", re.IGNORECASE)
_ENDS: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "template", "svg", "textarea")}
_JSON_LD: Final = "ld+json"
_LONGEST_TAG: Final = 20_000
"""Characters of the longest start tag of a script that is looked through for its type."""

_ATTRIBUTES: Final = r"""((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)"""
_ATTRIBUTE: Final = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+""")
_MOST_ATTRIBUTES: Final = 200
_LONGEST_VALUE: Final = 10_000

_ANY_TAG: Final = re.compile(r"<(/?)([a-z][^\s/>]*+)" + _ATTRIBUTES + ">?", re.IGNORECASE)
_INLINE: Final = frozenset(["a", "abbr", "acronym", "b", "bdi", "bdo", "cite", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "u", "address-part"])
_VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])


class Markup(NamedTuple):
    """A page without what no reader is shown. Offsets are into `shown`; `place` leads back to the page as given."""

    page: str
    shown: str
    lower: str  # `shown` in lower case, character for character
    blocks: tuple[tuple[int, int], ...]  # JSON-LD, as spans of `page`
    starts: tuple[int, ...]  # where each uncut piece begins in `shown` …
    sources: tuple[int, ...]  # … and in `page`

    def place(self, start: int, end: int) -> str:
        """``span:start-end`` in the page as given."""
        return f"span:{self.source(start)}-{self.source(max(end - 1, start)) + 1}"

    def source(self, offset: int) -> int:
        """Where *offset* stands in the page as given."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]


class Tag(NamedTuple):
    """A start tag: where it stands in `shown`, its name and its attributes."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str]


class Run(NamedTuple):
    """A stretch of text between two tags; `link` is the address it leads to, `opens` whether it begins a new line."""

    text: str
    start: int
    end: int
    link: str
    rel: str
    opens: bool
    tokens: str  # class, id and the like of the element right around it


def read_markup(page: str) -> Markup:
    """*page* without scripts, styles, comments and drawings, and where its JSON-LD stands."""
    pieces: list[str] = []
    starts, sources, blocks = [0], [0], []
    kept = length = 0  # up to where `page` is dealt with; characters kept
    position = 0
    unclosed: set[str] = set()  # kinds of which no end is left, so that none is looked for again
    while (found := _CUT.search(page, position)) is not None:
        name = found[2].lower() if found[2] else ""
        position = found.end()
        if name in unclosed:
            continue
        inner, outer = _extent(page, found.end(), name)
        if outer < 0:
            unclosed.add(name)
            if name not in ("", "script", "style"):
                continue
            inner = outer = len(page)
        if name == "script":
            opened = page.find(">", position, position + _LONGEST_TAG)
            if opened >= 0 and _JSON_LD in page[position:opened].lower():
                blocks.append((opened + 1, max(inner, opened + 1)))
        pieces.append(page[kept : found.start()])
        pieces.append(" ")
        length += found.start() - kept + 1
        starts.append(length)
        sources.append(outer)
        kept = position = outer
    pieces.append(page[kept:])
    shown = "".join(pieces) if len(pieces) > 1 else page
    # U+0130 is the one letter whose small form is two characters long.
    return Markup(page, shown, shown.replace("İ", "i").lower(), tuple(blocks), tuple(starts), tuple(sources))


def _extent(page: str, start: int, name: str) -> tuple[int, int]:
    """Where what begins at *start* ends, without and with its closing mark; -1 if it never does."""
    if not name:
        end = page.find("-->", start)
        return (-1, -1) if end < 0 else (end, end + 3)
    found = _ENDS[name].search(page, start)
    if found is None:
        return -1, -1
    closed = page.find(">", found.end(), found.end() + _LONGEST_TAG)
    return found.start(), closed + 1 if closed >= 0 else found.end()


def finder(*names: str) -> re.Pattern[str]:
    """A pattern for the start tags *names* in lower-case markup: group 1 is the name, group 2 the attributes."""
    return re.compile(rf"<({'|'.join(names)})(?=[\s/>]){_ATTRIBUTES}")


def tags(markup: Markup, pattern: re.Pattern[str], start: int = 0, end: int = sys.maxsize) -> Iterator[Tag]:
    """The start tags that *pattern* finds, in order."""
    shown = markup.shown
    for found in pattern.finditer(markup.lower, start, end):
        begin, finish = found.span(2)
        yield Tag(found.start(), finish + 1, found[1], attributes(shown[begin:finish]))


def tag_at(markup: Markup, start: int) -> Tag | None:
    """The start tag that begins at *start*."""
    found = _ANY_TAG.match(markup.shown, start, start + _LONGEST_TAG)
    if found is None or found[1]:
        return None
    return Tag(start, found.end(), found[2].lower(), attributes(found[3]))


def attributes(text: str) -> dict[str, str]:
    """The attributes in a start tag, names in lower case, values unescaped; the first of each name."""
    read: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text):
        name, double, single, bare = found.groups()
        value = double or single or bare or ""
        name = name.lower()
        if name not in read:
            if len(read) == _MOST_ATTRIBUTES:
                break
            value = value[:_LONGEST_VALUE]
            read[name] = unescape(value) if "&" in value else value
    return read


def content_end(markup: Markup, tag: Tag, limit: int) -> int:
    """Where the content of the element that *tag* opens ends; no farther than *limit* characters on."""
    if tag.name in _VOID:
        return tag.end
    lower, depth = markup.lower, 1
    last = min(len(lower), tag.end + limit)
    for found in _closers(tag.name).finditer(lower, tag.end, last):
        depth += -1 if found[1] else 1
        if not depth:
            return found.start()
    return last


_CLOSERS: Final[dict[str, re.Pattern[str]]] = {}


def _closers(name: str) -> re.Pattern[str]:
    pattern = _CLOSERS.get(name)
    if pattern is None:
        pattern = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])")
        if len(_CLOSERS) < 256:
            _CLOSERS[name] = pattern
    return pattern


def runs(markup: Markup, start: int, end: int) -> list[Run]:
    """The stretches of text between *start* and *end*, in order, without blank ones."""
    shown = markup.shown
    found: list[Run] = []
    link, rel, tokens, opens = "", "", "", True
    position = start

    def add(until: int) -> None:
        nonlocal opens
        text = clean(shown[position:until])
        if text:
            found.append(Run(text, position, until, link, rel, opens, tokens))
            opens = False

    for tag in _ANY_TAG.finditer(shown, start, end):
        add(tag.start())
        position = tag.end()
        name = tag[2].lower()
        if name == "a":
            read = {} if tag[1] else attributes(tag[3])
            link, rel = read.get("href", ""), read.get("rel", "").lower()
        if name not in _INLINE:
            opens = True
        tokens = "" if tag[1] else tag[3]
    add(end)
    return found


def clean(text: str) -> str:
    """Text as it is shown: entities read, white space and soft hyphens taken out."""
    if "&" in text:
        text = unescape(text)
    return " ".join(text.replace("\xad", "").replace("\u200b", "").split())


def shown_text(markup: Markup, start: int, end: int) -> str:
    """The text between *start* and *end*, tags taken out."""
    return " ".join(run.text for run in runs(markup, start, end))

"""The part of a page's markup that a reader can be shown, and its start tags: found by searching, never by parsing it all.

A page is 300 kB, and what it says of itself stands in a hundred places of it. Scripts, styles, comments and drawings
are cut out in one pass; everything else is looked for in what is left, in lower case, where searching is cheapest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain
from typing import Final, NamedTuple

from provenance.page.entities import unescaped

# Groups are atomic, `(?>(?:…)*)`, and not possessive, `(?:…)*+`: before 3.11.5 Python matches those wrongly.
_CUT: Final = re.compile(
    # Two characters tell nearly every other tag apart, in either case, before the rest is tried.
    r"<(?-i:(?=[!sStT][-cCeEtTvV]))(?:!--[^-]*+(?>(?:-(?!->)[^-]*+)*)(?:-->)?"
    # A script or style that is never closed goes on to the end of the page, as in a browser; the others are then left.
    r"|(script|style)((?=[\s/>])[^<>]*+)[^<]*+(?>(?:<(?!/\1)[^<]*+)*)(?:</\1[^>]*+>?)?"
    r"|(svg|template|textarea)(?=[\s/>])[^<]*+(?>(?:<(?!/\3)[^<]*+){0,60})</\3[^>]*+>)",
    re.IGNORECASE,
)
_ATTRIBUTES_OF_SCRIPT: Final = 2
"""The group of `_CUT` that holds the attributes of a script."""

_LONGEST_TAG: Final = 20_000
"""Characters of a start tag that are looked through for attributes."""

_LONGEST_TOGETHER: Final = 300_000
"""Characters of the start tags that are read one after the other: four times the most on any of 258 news pages."""

ATTRIBUTES: Final = r"""((?>[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+'|)[^>=]*+)*))"""
"""The attributes of a tag, as a browser finds their end: a quotation mark only opens a value behind an equals sign."""

_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'<>/=]++)(?>(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?)"""
)

_ANY_TAG: Final = re.compile(r"<(/?)([a-z][^\s/>]*+)" + ATTRIBUTES + ">?", re.IGNORECASE)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "address-part",
    ]
)
_VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


class Markup(NamedTuple):
    """A page without what no reader is shown. Offsets are into `shown`; `place` leads back to the page as given."""

    page: str
    shown: str
    lower: str  # `shown` character for character, ASCII letters in lower case, all beyond Latin-1 as "?"
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
    """A start tag: where it stands in `shown`, its name and its attributes as they are written."""

    start: int
    end: int
    name: str
    attributes: Mapping[str, str]

    def get(self, name: str) -> str:
        """The value of an attribute, unescaped; empty if there is none."""
        return unescaped(self.attributes.get(name, ""))


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
    sources = [0]
    blocks: list[tuple[int, int]] = []
    for found in _CUT.finditer(page):
        start, end = found.span()
        pieces.append(page[sources[-1] : start])
        sources.append(end)
        if found.lastindex == _ATTRIBUTES_OF_SCRIPT and "ld+json" in found[_ATTRIBUTES_OF_SCRIPT].lower():
            blocks.append(_content(page, found.end(_ATTRIBUTES_OF_SCRIPT), end))
    pieces.append(page[sources[-1] :])
    starts = (0, *accumulate([len(piece) + 1 for piece in pieces[:-1]]))
    return Markup(page, " ".join(pieces), searchable(*pieces), tuple(blocks), starts, tuple(sources))


def _content(page: str, start: int, end: int) -> tuple[int, int]:
    """Where the content of a script stands: from behind the first ``>`` after *start* to before its end tag."""
    opened = page.find(">", start, end) + 1 or end
    closed = _CLOSED.search(page, max(opened, end - _LONGEST_END), end)
    return opened, end if closed is None else closed.start()


_LONGEST_END: Final = 200
_CLOSED: Final = re.compile(r"</script[^>]*+>?\Z", re.IGNORECASE)


def searchable(*pieces: str) -> str:
    """*pieces*, with a space between them, as `Markup.lower` has them: one byte a character is searched the quickest."""
    return b" ".join([piece.encode("latin-1", "replace") for piece in pieces]).lower().decode("latin-1")


def attributes(text: str) -> dict[str, str]:
    """The attributes in a start tag, names in lower case, values as they are written; the first of each name.

    Most are never looked at, and some sites keep configurations of 20 kB in them.
    """
    read: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text, 0, _LONGEST_TAG):
        read.setdefault(name.lower(), double or single or bare)
    return read


def tag_at(markup: Markup, start: int) -> Tag | None:
    """The start tag that begins at *start*."""
    found = _ANY_TAG.match(markup.shown, start, start + _LONGEST_TAG)
    if found is None or found[1]:
        return None
    return Tag(start, found.end(), found[2].lower(), attributes(found[3]))


def tags_at(markup: Markup, starts: Iterable[int]) -> Iterator[Tag]:
    """The start tags that begin at *starts*, until together they are too long for a page: then, unclosed, each holds the rest."""
    length = 0
    for start in starts:
        tag = tag_at(markup, start)
        if tag is not None:
            yield tag
            length += tag.end - start
        if length > _LONGEST_TOGETHER:
            break


def content_end(markup: Markup, tag: Tag, limit: int) -> int:
    """Where the content of the element that *tag* opens ends; no farther than *limit* characters on."""
    if tag.name in _VOID:
        return tag.end
    lower, depth = markup.lower, 1
    last = min(len(lower), tag.end + limit)
    closed = lower.find(f"</{tag.name}", tag.end, last)
    if closed < 0:
        return last
    is_plain = lower.startswith(">", closed + len(tag.name) + 2, last)
    if is_plain and lower.find(f"<{tag.name}", tag.end, closed) < 0:
        return closed  # nearly always: nothing of the same name is in it
    for found in _TAG_NAME.finditer(lower, tag.end, last):
        if found[2] == tag.name:
            depth += -1 if found[1] else 1
            if not depth:
                return found.start()
    return last


_TAG_NAME: Final = re.compile(r"<(/?)([a-z][^\s/<>]*+)(?=[\s/>])")


def runs(markup: Markup, start: int, end: int, holding: re.Pattern[str] | None = None) -> list[Run]:
    """The stretches of text between *start* and *end*, in order, without blank ones; only those *holding* what is sought."""
    shown = markup.shown
    found: list[Run] = []
    anchor, link, rel, tokens, opens = "", "", "", "", True
    position = start
    for tag in chain(_ANY_TAG.finditer(shown, start, end), (None,)):
        until = end if tag is None else tag.start()
        if (
            until > position
            and (holding is None or holding.search(shown, position, until))
            and (text := clean(shown[position:until]))
        ):
            if anchor:
                read, anchor = attributes(anchor), ""
                link, rel = unescaped(read.get("href", "")), read.get("rel", "").lower()
            found.append(Run(text, position, until, link, rel, opens, tokens))
            opens = False
        if tag is None:
            break
        position = tag.end()
        closes, name, given = tag.groups()
        name = name.lower()
        if name == "a":
            anchor, link, rel = "" if closes else given, "", ""
        if name not in _INLINE:
            opens = True
        tokens = "" if closes else given
    return found


def clean(text: str) -> str:
    """Text as it is shown: entities read, white space and soft hyphens taken out."""
    if "&" in text or not text.isascii():
        text = unescaped(text).replace("\xad", "").replace("\u200b", "")
    return " ".join(text.split())


def shown_text(markup: Markup, start: int, end: int) -> str:
    """The text between *start* and *end*, tags taken out."""
    return clean(_ANY_TAG.sub(" ", markup.shown[start:end]))

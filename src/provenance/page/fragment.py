"""The words and links of a piece of markup that is a body by itself: feeds and newsroom records bring such pieces."""

from __future__ import annotations

import re
from typing import Final

from provenance.evidence import ABSENT, Channel, Field, Observation
from provenance.fields import Link
from provenance.page.authors import absolute
from provenance.page.entities import unescaped
from provenance.page.markup import ATTRIBUTES, attributes, read_markup

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)" + ATTRIBUTES + ">?")
_WITHIN_A_LINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "img",
    ]
)
"""Elements that do not begin a new line (HTML §15.3)."""
_MOST_LINKS: Final = 5_000


def read_fragment(markup: str, base: str = "") -> tuple[Field[str], Field[Link]]:
    """The text of *markup*, a line for each block, and its links with their places; all of it is the body.

    `base` is the address that relative links are read against.

    >>> text, links = read_fragment('<p>See the <a href="https://quays.example/17">report</a>.</p>')
    >>> text.first, links.first.start
    ('See the report.', 8)
    """
    writer = _Writer()
    shown = read_markup(markup).shown
    position = 0
    for tag in _TAG.finditer(shown):
        writer.add(unescaped(shown[position : tag.start()]))
        position = tag.end()
        name = tag[2].lower()
        if name == "a":
            writer.link("" if tag[1] else unescaped(attributes(tag[3]).get("href", "")))
        elif name not in _WITHIN_A_LINE:
            writer.end_line()
    writer.add(unescaped(shown[position:]))
    writer.link("")
    text = writer.text()
    links = tuple(
        Observation(link, Channel.TEXT, f"text:{start}-{end}")
        for address, start, end in writer.links[:_MOST_LINKS]
        if (link := _link(address, base, start, end)) is not None
    )
    seen = Field((Observation(text, Channel.TEXT, ""),), complete=True) if text else ABSENT
    return seen, Field(links, complete=len(writer.links) <= _MOST_LINKS)


def _link(address: str, base: str, start: int, end: int) -> Link | None:
    """A link out of the text; none for what leads nowhere."""
    url = absolute(address, base)
    if url is not None:
        return Link(url.text, url.site, start, end)
    return Link(address, "", start, end) if address.startswith(("/", "?", ".")) else None


class _Writer:
    """Collects words with single spaces, and remembers where links begin and end in them."""

    def __init__(self) -> None:
        self.links: list[tuple[str, int, int]] = []
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""  # what to put before the next word: a space, a new line
        self._address = ""
        self._start = -1

    def add(self, words: str) -> None:
        joined = " ".join(words.replace("\xad", "").split())
        if not joined:
            self._gap = self._gap or (" " if words else "")
            return
        gap = self._gap or (" " if words[0].isspace() else "")
        self._put((gap if self._length else "") + joined, len(joined))
        self._gap = " " if words[-1].isspace() else ""

    def _put(self, piece: str, words: int) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
        if self._address and self._start < 0:
            self._start = self._length - words

    def end_line(self) -> None:
        self._gap = "\n"

    def link(self, address: str) -> None:
        """End the link that is open, and begin one to *address*, if that is one."""
        if self._start >= 0:
            self.links.append((self._address, self._start, self._length))
        self._address, self._start = address.strip(), -1

    def text(self) -> str:
        return "".join(self._pieces)

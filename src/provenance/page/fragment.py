"""The words and links of a piece of markup that is a body by itself: feeds and newsroom records bring such pieces."""

from __future__ import annotations

import re
from typing import Final

from provenance.evidence import Field
from provenance.fields import Link
from provenance.page.entities import unescaped
from provenance.page.markup import ATTRIBUTES, attributes, read_markup
from provenance.page.writer import Writer

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


def read_fragment(markup: str, base: str = "") -> tuple[Field[str], Field[Link]]:
    """The text of *markup*, a line for each block, and its links with their places; all of it is the body.

    `base` is the address that relative links are read against.

    >>> text, links = read_fragment('<p>See the <a href="https://quays.example/17">report</a>.</p>')
    >>> text.first, links.first.start
    ('See the report.', 8)
    """
    writer = Writer()
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
    return writer.result(base)

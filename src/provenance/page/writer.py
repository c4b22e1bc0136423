"""Writes down the words of a tree of markup, a line for each block, and where the links in it begin and end."""

from __future__ import annotations

from typing import Final

from provenance.evidence import ABSENT, Channel, Field, Observation
from provenance.fields import Link
from provenance.page.authors import absolute

_MOST_LINKS: Final = 5_000


class Writer:
    """Collects words with single spaces; what is added is copied once, however often."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""  # what to put before the next word: a space, a new line
        self._links: list[tuple[str, int, int]] = []
        self._address = ""
        self._start = -1

    def add(self, words: str) -> None:
        """Add words to the line, white space made single and soft hyphens left out."""
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
        """End the line: what is added next stands on one of its own."""
        self._gap = "\n"

    def link(self, address: str) -> None:
        """End the link that is open, and begin one to *address*, if that is one; a link without words has no place."""
        if self._address:
            self._links.append((self._address, self._start, self._length if self._start >= 0 else -1))
        self._address, self._start = address.strip(), -1

    def result(self, base: str) -> tuple[Field[str], Field[Link]]:
        """What was written, and its links with their places, relative ones read against the address *base*."""
        self.link("")
        text = "".join(self._pieces)
        links = tuple(
            Observation(link, Channel.TEXT, f"text:{start}-{end}")
            for address, start, end in self._links[:_MOST_LINKS]
            if (link := _link(address, base, start, end)) is not None
        )
        seen = Field((Observation(text, Channel.TEXT, ""),), complete=True) if text else ABSENT
        return seen, Field(links, complete=len(self._links) <= _MOST_LINKS)


def _link(address: str, base: str, start: int, end: int) -> Link | None:
    """A link out of the text; none for what leads nowhere."""
    url = absolute(address, base)
    if url is not None:
        return Link(url.text, url.site, start, end)
    return Link(address, "", start, end) if address.startswith(("/", "?", ".")) else None

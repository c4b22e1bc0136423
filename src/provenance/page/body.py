"""The body of a page: its words and the links in them, by trafilatura if that is installed (extra ``html``)."""

from __future__ import annotations

from typing import Any, Final

from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Link
from provenance.page.authors import absolute
from provenance.values.hosts import Url

NEEDS_EXTRA: Final = "reading the body of a page needs an extra: pip install 'provenance-credibility[html]'"
NOT_FOUND: Final = "no body text was found in the page"

LONGEST: Final = 4_000_000
"""Characters of the longest page whose body is looked for; the extractor needs some 200 bytes of memory for each."""

_LATEST: Final = "2100-01-01"
"""Trafilatura takes today for the latest date unless it is told one; its dates are not used."""

_BLOCKS: Final = frozenset(
    ["p", "head", "item", "quote", "row", "list", "table", "lb", "code", "div", "fw", "ab", "graphic"]
)
_MOST_TAGS: Final = 200_000
"""Tags of a page whose body is looked for, twenty times the most of 258 news pages: a hostile one takes a second for 15,000."""

_MOST_LINKS: Final = 5_000


def read_body(page: str, url: Url | None) -> tuple[Field[str], Field[Link]]:
    """The text of a page and the links in it; both unknown, with the reason, where it could not be read."""
    try:
        from trafilatura import bare_extraction
    except ImportError as problem:
        if problem.name == "trafilatura":
            return _unread(NEEDS_EXTRA)
        said = " ".join(str(problem).split())
        return _unread(f"trafilatura is installed and cannot be loaded: {said}")
    if len(page) > LONGEST:
        return _unread(f"the page has more than {LONGEST} characters: its body is not looked for")
    if page.count("<") > _MOST_TAGS:
        return _unread(f"the page has more than {_MOST_TAGS} tags: its body is not looked for")
    try:
        found = bare_extraction(
            page,
            url=None if url is None else url.text,
            with_metadata=False,
            include_links=True,
            include_comments=False,
            date_extraction_params={"max_date": _LATEST},
        )
    except Exception as problem:  # noqa: BLE001 - whatever a third party's parser does on hostile markup, the metadata stands
        return _unread(f"the body of the page could not be read: {type(problem).__name__}")
    body = getattr(found, "body", None)
    if body is None:
        return _unread(NOT_FOUND)
    return _read(body, url)


def _unread(problem: str) -> tuple[Field[Any], Field[Any]]:
    unknown: Field[Any] = Field((), False, Why.NOT_SHOWN, problem)
    return unknown, unknown


def _read(body: Any, url: Url | None) -> tuple[Field[str], Field[Link]]:
    """The words of an extracted tree, a line for each block, and its links with their places in them."""
    writer = _Writer()
    for event, element in _events(body):
        if event == "start":
            writer.begin(element)
        else:
            writer.finish(element)
    text, placed = writer.result()
    if not text:
        return _unread(NOT_FOUND)
    base = "" if url is None else url.text
    links = tuple(
        Observation(link, Channel.TEXT, f"text:{link.start}-{link.end}")
        for address, start, end in placed[:_MOST_LINKS]
        if (link := _link(address, base, start, end)) is not None
    )
    return Field((Observation(text, Channel.TEXT, ""),), complete=True), Field(
        links, complete=len(placed) <= _MOST_LINKS
    )


def _events(body: Any) -> Any:
    """Each element as it begins and as it ends, without recursion."""
    stack = [(body, iter(body))]
    yield "start", body
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif isinstance(child.tag, str):
            stack.append((child, iter(child)))
            yield "start", child


class _Writer:
    """Collects words, and remembers where links begin and end in them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0  # of the finished lines and the breaks between them
        self._line = ""
        self._open: list[tuple[str, int]] = []
        self._links: list[tuple[str, int, int]] = []
        self._pending: list[tuple[str, int, int]] = []

    def begin(self, element: Any) -> None:
        if element.tag in _BLOCKS:
            self._break()
        if element.tag == "ref":
            self._open.append((element.get("target") or "", len(self._line)))
        self._add(element.text)

    def finish(self, element: Any) -> None:
        if element.tag == "ref" and self._open:
            address, start = self._open.pop()
            if address:
                self._pending.append((address, start, len(self._line)))
        if element.tag in _BLOCKS:
            self._break()
        self._add(element.tail)

    def result(self) -> tuple[str, list[tuple[str, int, int]]]:
        self._break()
        return "\n".join(self._lines), self._links

    def _add(self, words: str | None) -> None:
        """Add words to the line, white space made single."""
        if not words:
            return
        joined = " ".join(words.split())
        if words[0].isspace() and self._line and not self._line.endswith(" "):
            self._line += " "
        self._line += joined
        if joined and words[-1].isspace():
            self._line += " "

    def _break(self) -> None:
        """End the line, and place the links in it."""
        stripped = self._line.rstrip()
        lead = len(stripped) - len(stripped.lstrip())
        line = stripped[lead:]
        if line:
            start = self._length + (1 if self._lines else 0)
            for address, begin, end in self._pending:
                first, last = self._trimmed(line, begin - lead, end - lead)
                self._links.append(
                    (address, start + first, start + last) if first < last else (address, -1, -1)
                )
            self._lines.append(line)
            self._length = start + len(line)
        else:
            self._links.extend((address, -1, -1) for address, _, _ in self._pending)
        self._pending = []
        self._open = [(address, 0) for address, _ in self._open]
        self._line = ""

    @staticmethod
    def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
        start, end = max(start, 0), min(end, len(line))
        while start < end and line[start].isspace():
            start += 1
        while end > start and line[end - 1].isspace():
            end -= 1
        return start, end


def _link(address: str, base: str, start: int, end: int) -> Link | None:
    """A link out of the text; none for what leads nowhere."""
    url = absolute(address, base)
    if url is not None:
        return Link(url.text, url.site, start, end)
    if address.startswith(("/", "?", ".")):
        return Link(address, "", start, end)
    return None

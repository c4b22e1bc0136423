"""The body of a page: its words and the links in them, by trafilatura if that is installed (extra ``html``)."""

from __future__ import annotations

from typing import Any, Final

from provenance.evidence import Field, Why
from provenance.fields import Link
from provenance.page.writer import Writer
from provenance.values.hosts import Url

NEEDS_EXTRA: Final = "reading the body of a page needs an extra: pip install 'provenance-credibility[html]'"
NOT_FOUND: Final = "no body text was found in the page"

LONGEST: Final = 4_000_000
"""Characters of the longest page whose body is looked for; the extractor needs some 200 bytes of memory for each."""

_LATEST: Final = "2100-01-01"
"""Trafilatura takes today for the latest date unless it is told one; its dates are not used."""

_BLOCKS: Final = frozenset(
    ["p", "head", "item", "quote", "row", "cell", "list", "table", "lb", "code", "div", "fw", "ab", "graphic"]
)
_MOST_TAGS: Final = 200_000
"""Tags of a page whose body is looked for, twenty times the most of 258 news pages: a hostile one takes a second for 15,000."""


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
    writer = Writer()
    for event, element in _events(body):
        if element.tag in _BLOCKS:
            writer.end_line()
        if event == "start":
            if element.tag == "ref":
                writer.link(element.get("target") or "")
            writer.add(element.text or "")
        else:
            if element.tag == "ref":
                writer.link("")
            writer.add(element.tail or "")
    text, links = writer.result("" if url is None else url.text)
    return (text, links) if text.observations else _unread(NOT_FOUND)


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

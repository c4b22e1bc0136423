"""RSS and Atom feeds as documents, one for each entry; by feedparser, the extra ``feeds``."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from provenance.defects import spared
from provenance.document import Document
from provenance.errors import InputError
from provenance.evidence import Channel, Field, Observation, Why
from provenance.fields import Author, Link, Publisher
from provenance.identities import identity
from provenance.page.fragment import read_fragment
from provenance.place import Place
from provenance.reading.html import NO_CALLER
from provenance.reading.sources import Source
from provenance.record import sound
from provenance.values.dates import read_date
from provenance.values.names import read_authors
from provenance.values.wrappers import read_page_url

Json = Mapping[str, Any]

_SUMMARY_ONLY: Final[Field[Any]] = Field(
    (), False, Why.NOT_SHOWN, "the feed shows a summary; the text stands where the entry leads"
)
_MAILED: Final = re.compile(r"[^\s@()]+@[^\s@()]+ \(([^()]{1,200})\)")
"""How RSS names an author: ``desk@tarnmoor.example (Jane Doe)`` (RSS 2.0, author)."""
_STUMBLES: Final = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser raises on damaged markup, as seen in thousands of mutated feeds, or could."""
_READ: Final = (
    "id",
    "link",
    "title",
    "author",
    "authors",
    "published",
    "updated",
    "rights",
    "summary",
    "content",
)


def documents(content: bytes, source: Source) -> Iterator[Document | InputError]:
    """The entries of a feed, in order."""
    import feedparser  # which is there: whoever opened the feed has seen to it

    # A stream, since strings and bytes are taken for addresses and names of files first.
    try:
        feed = dict(feedparser.parse(io.BytesIO(content), sanitize_html=False))
    except _STUMBLES as problem:
        yield InputError(f"the feed is damaged: {type(problem).__name__} while reading it", place=source.name)
        return
    about = _Feed(feed.get("version", ""), dict(feed["feed"]))
    if not about.version and not feed["entries"]:
        yield InputError("no feed: expected RSS or Atom", place=source.name)
    for number, entry in enumerate(feed["entries"]):
        # A plain dict: feedparser's own answers "updated" with "published" where there is none.
        place = f"{source.name}:/{number}"
        yield spared(partial(about.document, at=f"/entries/{number}", place=place), dict(entry), place)


class _Feed(NamedTuple):
    """What a feed says of itself."""

    version: str
    about: Json

    def document(self, entry: Json, at: str, place: str) -> Document:
        """An entry as a document. What it does not say may stand on the page that it leads to: nothing is absent."""
        link = _string(entry.get("link"))
        url = read_page_url(link)
        stated: dict[str, Iterable[object]] = {
            "title": [_string(entry.get("title"))],
            "authors": _authors(entry),
            "publisher": self._publishers(entry),
            "published": [read_date(_string(entry.get("published")))],
            "modified": [read_date(_string(entry.get("updated")))],
            "language": [_string(self.about.get("language"))],
            "license": [_license(entry) or _license(self.about)],
            "section": [_string(tag.get("term")) for tag in entry.get("tags", ())],
        }
        fields = dict(NO_CALLER)
        if url is not None:
            fields["url"] = Field((Observation(url, Channel.META, f"{at}/link"),), complete=True)
        for name, values in stated.items():
            seen = tuple(Observation(value, Channel.META, f"{at}/{name}") for value in values if value)
            if seen:
                fields[name] = Field(seen, complete=False, why=Why.NOT_SHOWN)
        fields["text"], fields["links"] = self._words(entry, link)
        read = {key: entry[key] for key in _READ if key in entry}
        return Document(_string(entry.get("id")) or link or Place(place), fields, content=read)

    def _publishers(self, entry: Json) -> list[Publisher]:
        """The source that the entry names, for one that came from elsewhere; else whose feed it is."""
        source = entry.get("source")
        name = _string(source.get("title")) if isinstance(source, Mapping) else ""
        name = name or _string(self.about.get("title"))
        return [Publisher(" ".join(name.split()))] if any(c.isalnum() for c in name) else []

    def _words(self, entry: Json, base: str) -> tuple[Field[str], Field[Link]]:
        """The text and its links: the content, or in RSS, which knows no other place for it, the description.

        An Atom summary is "a short summary, abstract, or excerpt" (RFC 4287 §4.2.13): the text stays unknown.
        """
        bodies = [_string(body.get("value")) for body in entry.get("content", ())]
        summary = "" if self.version.startswith("atom") else _string(entry.get("summary"))
        body = next(filter(str.strip, (*bodies, summary)), "")
        return read_fragment(body, base) if body else (_SUMMARY_ONLY, _SUMMARY_ONLY)


def _string(value: object) -> str:
    return sound(value.strip()) if isinstance(value, str) else ""


def _license(part: Json) -> str:
    return _string(part.get("license")) or _string(part.get("rights"))


def _authors(entry: Json) -> Iterator[Author]:
    """The authors, each with the address or e-mail that is given."""
    mailed = _MAILED.fullmatch(_string(entry.get("author")))
    if mailed is not None:
        yield from (Author(read.name, read.kind) for read in read_authors([mailed[1]]))
        return
    for person in entry.get("authors", ()):
        given = [_string(person.get(key)) for key in ("href", "email")]
        known = tuple(i for text in given if text and (i := identity(text)) is not None)
        for read in read_authors([_string(person.get("name"))]):
            yield Author(read.name, read.kind, known or None)

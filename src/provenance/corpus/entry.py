"""What a corpus keeps of a document: where it stands, who publishes it, when, what it links to, and its words."""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple

from provenance.citing import target_of
from provenance.codec import canonical
from provenance.document import Document
from provenance.place import Place
from provenance.text.references import find
from provenance.values.dates import Date
from provenance.values.hosts import Url, read_url

_SCHEMA: Final = "provenance.entry/2"


class Entry(NamedTuple):
    """One document of a corpus. Addresses are in the spelling of `citing.target_of`, by which they are compared."""

    id: str
    text: str
    addresses: tuple[str, ...] = ()
    canonicals: tuple[str, ...] = ()  # addresses that it calls its own and is not found at
    sites: tuple[str, ...] = ()  # whose it is, by its addresses
    domain: str = ""  # the registrable domain that it stands at
    publishers: tuple[str, ...] = ()  # who publishes it, as named
    published: tuple[Date, ...] = ()  # every reading of when
    links: tuple[str, ...] = ()  # addresses that it links to
    digest: str = ""  # of its bytes, where it brings no id of its own: it is met by them

    def to_json(self) -> bytes:
        """Everything but the text, as canonical JSON."""
        return canonical([_SCHEMA, *self._listed()])

    def _listed(self) -> list[Any]:
        dates = [[d.value, d.precision, d.earliest, d.latest, list(d.flags)] for d in self.published]
        return [
            self.id,
            self.addresses,
            self.canonicals,
            self.sites,
            self.domain,
            self.publishers,
            dates,
            self.links,
            self.digest,
        ]

    @classmethod
    def from_json(cls, content: bytes, text: str) -> Entry:
        """The entry that was written by `to_json`."""
        _, name, addresses, canonicals, sites, domain, publishers, dates, links, digest = json.loads(content)
        published = tuple(
            Date(value, precision, early, late, tuple(flags))
            for value, precision, early, late, flags in dates
        )
        return cls(
            name,
            text,
            tuple(addresses),
            tuple(canonicals),
            tuple(sites),
            domain,
            tuple(publishers),
            published,
            tuple(links),
            digest,
        )


def entry_of(document: Document) -> Entry:
    """What a corpus keeps of *document*; a text that is not known is empty."""
    text = document.text.first or ""
    urls: tuple[Url, ...] = document.url.values
    addresses = tuple(sorted({target_of(url) for url in urls}))
    return Entry(
        document.id,
        text,
        addresses,
        tuple(sorted({target_of(url) for url in document.canonical.values}.difference(addresses))),
        tuple(sorted({url.site for url in urls})),
        min((url.host.registrable or url.site for url in urls), default=""),
        tuple(sorted({publisher.name for publisher in document.publisher.values})),
        tuple(sorted(set(document.published.values))),
        _links(document, text),
        "" if document.id and not isinstance(document.id, Place) else document.digest,
    )


def _links(document: Document, text: str) -> tuple[str, ...]:
    """The addresses that *document* links to, in its markup and in its words."""
    targets = [link.target for link in document.links.values if link.site]
    targets += [citation.target for citation in document.citations.values if citation.kind == "link"]
    if "://" in text or "www." in text:
        targets += [
            citation.target for citation in find(text, ()) if citation.kind == "link" and citation.target
        ]
    read = ((target, read_url(target)) for target in targets)
    return tuple(sorted({target if url is None else target_of(url) for target, url in read}))

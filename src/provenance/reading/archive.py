"""Web archives as documents: the pages of a WARC file, the texts of a WET file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO, Any, Final

from provenance.defects import spared
from provenance.document import Document
from provenance.errors import InputError
from provenance.evidence import Channel, Field, Observation
from provenance.place import Place
from provenance.reading.html import read_html
from provenance.reading.responses import Response, read_response
from provenance.reading.sources import Source
from provenance.reading.warc import Damage, Record, records
from provenance.values.dates import read_date
from provenance.values.reservations import read_robots, read_tdm
from provenance.values.wrappers import read_page_url

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_FOUND: Final = range(200, 300)
_SNIFFED: Final = 1_000


def documents(stream: IO[bytes], source: Source) -> Iterator[Document | InputError]:
    """The documents of an archive, in order; an `InputError` with ``file:offset`` in the place of what cannot be read.

    Pages that were found (status 2xx) and texts that were extracted are documents; requests, redirects, pictures and
    what a crawler notes of itself are passed over.
    """
    return documents_of(records(stream), source)


def documents_of(found: Iterable[Record | Damage], source: Source) -> Iterator[Document | InputError]:
    """The documents that these records of an archive hold; see `documents`."""
    for record in found:
        place = f"{source.name}:{record.offset}"
        if isinstance(record, Damage):
            yield InputError(record.problem, place=place)
            continue
        document = spared(partial(_document, place=place), record, place)
        if document is not None:
            yield document


def _document(record: Record, place: str) -> Document | None:
    kind, about = record.header.get("warc-type", ""), record.header
    name = about.get("warc-record-id", "").strip("<> ") or Place(place)
    if kind == "conversion" and about.get("content-type", "").startswith("text/plain"):
        text = record.block.decode("utf-8", "replace")
        return _with(Document.from_text(text, id=name, content=record.block), _of_archive(about))
    if kind == "response" and "http" in about.get("content-type", "http"):
        response = read_response(record.block)
    elif kind == "resource":
        response = Response(200, about, record.block)
    else:
        return None
    if response.status not in _FOUND or not _is_page(response) or not response.content.strip():
        return None
    url = about.get("warc-target-uri", "").strip("<> ")
    page = read_html(
        response.content, url=url if read_page_url(url) else "", id=name, charset=response.charset
    )
    return _with(page, {**_of_archive(about), "reservations": _reserved(page, response.header)})


def _reserved(page: Document, header: dict[str, str]) -> Field[Any]:
    """What page and server say about training and mining: both are at hand here, so that nothing more can."""
    found = [
        Observation(said, Channel.HTTP, f"http:{name}")
        for name, read in (("x-robots-tag", read_robots), ("tdm-reservation", read_tdm))
        if name in header and (said := read(header[name])) is not None
    ]
    return Field((*page.reservations.observations, *found), complete=page.title.complete)


def _is_page(response: Response) -> bool:
    """Whether the content is a page: as the server says, or, where that says nothing, as it begins."""
    if response.media_type:
        return response.media_type in _PAGES
    return response.content[:_SNIFFED].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _of_archive(about: dict[str, str]) -> dict[str, Field[Any]]:
    """What the archive says of a document: where and when it was fetched, and in which language the crawler took it to be."""
    found = {
        "url": ("warc-target-uri", read_page_url(about.get("warc-target-uri", "").strip("<> "))),
        "retrieved": ("warc-date", read_date(about.get("warc-date", ""))),
        "language": (
            "warc-identified-content-language",
            about.get("warc-identified-content-language", "").partition(",")[0],
        ),
    }
    return {
        name: Field((Observation(value, Channel.HTTP, f"warc:{key}"),), complete=True)
        for name, (key, value) in found.items()
        if value
    }


def _with(document: Document, more: dict[str, Field[Any]]) -> Document:
    """*document* with what the archive says of it; a page's own word on its language stays before the crawler's."""
    own = document.language
    if "language" in more and own.observations:
        more["language"] = Field(own.observations + more["language"].observations, own.complete)
    return Document(document.id, {**document.fields, **more}, digest=document.digest)

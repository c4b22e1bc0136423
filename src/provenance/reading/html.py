"""A saved web page as a document."""

from __future__ import annotations

from typing import Any, Final

from provenance.document import Document
from provenance.errors import InputError, expect, shown
from provenance.evidence import ABSENT, Channel, Field, Observation
from provenance.page.binary import binary
from provenance.page.reader import read_page
from provenance.values.wrappers import read_page_url

NO_CALLER: Final[dict[str, Field[Any]]] = dict.fromkeys(
    ("citations", "attributions", "claims", "has_author", "attributed", "claims_cited"), ABSENT
)
"""What a page by itself settles: no caller adds lists or answers of his own."""


def read_html(content: str | bytes, *, url: str = "", id: str = "", charset: str | None = None) -> Document:
    """The document that a saved web page shows: everything that a page can show and does not is absent.

    `url` is where it was found; without one, whose page it is stays unknown. Web archives and AMP caches keep other
    people's pages: the address inside theirs is taken. `charset` is what the server said of bytes.

    Raises:
        InputError: *content* is neither a string nor bytes, or no page at all, or *url* is no web address.

    >>> read_html('<title>Rain</title><meta name="author" content="Jane Doe">').authors.values[0].name
    'Jane Doe'
    """
    if not isinstance(content, (str, bytes)):
        raise InputError(f"a page is a string or bytes, not a {type(content).__name__}")
    expect("url", url, str, "a string")
    expect("charset", charset, (str, type(None)), "a string")
    other = binary(content, charset) if isinstance(content, bytes) else None
    if other is not None:
        raise InputError(f"this is {other}, not an HTML page: leave it out, or give its text")
    if not (b"<" in content if isinstance(content, bytes) else "<" in content):
        raise InputError("there is no markup: this is not an HTML page")
    address = read_page_url(url) if url else None
    if url and address is None:
        raise InputError(f"expected an absolute http or https address, found {shown(url)}", "/url")
    fields: dict[str, Field[Any]] = {**NO_CALLER, **read_page(content, url=address, charset=charset)}
    if address is not None:
        fields["url"] = Field((Observation(address, Channel.CALLER, "/url"),), complete=True)
    return Document(
        id,
        fields,
        content=content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"),
    )

"""What is cited, brought to one spelling, so that one target counts once however it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from posixpath import normpath
from typing import Final
from urllib.parse import unquote

from provenance.fields import Citation
from provenance.text.facts import Support, TextCitation
from provenance.values.hosts import Url, read_url
from provenance.values.identifiers import Identifier, read_identifier
from provenance.values.normal_forms import normalized
from provenance.values.wrappers import unwrap

_PARTS: Final = (
    ("author", "authors", "creator"),
    ("title", "name", "headline"),
    ("date", "datePublished", "published", "year"),
    ("pages", "page", "locator", "pagination"),
)
"""Author, title, date and locator: the source reference citation of ICD 206 / ICS 206-01."""

_LONGEST_ADDRESS: Final = 2048
"""Characters of the longest address that is looked for without its scheme; browsers send no longer ones reliably."""

_REMEMBERED: Final = 1 << 12
"""Links kept in memory: the popular ones stand in document after document."""

_WITHIN: Final = ("/", "?", "#", ".")
"""How a link begins that stays inside the document's own site."""


@cache
def _tracking() -> re.Pattern[str]:
    """Query parameters that say how a reader came, not what is cited."""
    return re.compile(
        r"(?:utm_[a-z_]+|fbclid|gclid|msclkid|dclid|mc_[ce]id|igshid|ref|ref_src|cmpid?|s?cid)(?:=|$)",
        re.IGNORECASE,
    )


@cache
def _escaped() -> re.Pattern[str]:
    """Escapes of characters that need none (RFC 3986 §2.3): letters, digits, ``-._~``."""
    return re.compile(r"%(?:2[dDeE]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA]|5[fF]|7[eE])")


_FRONT_PAGES: Final = ("/index.html", "/index.htm", "/index.php", "/default.aspx")


def target_of(url: Url) -> str:
    """One spelling for an address (RFC 3986 §6.2): host and path, then parameters in order.

    Left out are scheme, ``www.``, port, fragment, tracking, needless escapes, dot segments, doubled and final slashes.
    """
    path, query = url.path, url.text.split("#", 1)[0].partition("?")[2]
    if "%" in path:
        path = _escaped().sub(lambda escape: unquote(escape[0]), path)
    if "//" in path or "/." in path:
        path = normpath("/" + path.lstrip("/"))
    for front in _FRONT_PAGES:
        path = path.removesuffix(front)
    if query:
        query = "&".join(sorted(part for part in query.split("&") if part and not _tracking().match(part)))
    return f"{url.host.name.removeprefix('www.')}{path.rstrip('/')}{'?' + query if query else ''}"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\w+")


def folded(text: str) -> str:
    """The words of a reference as they are compared: NFKC, case-folded, without marks and invisible characters."""
    composed = normalized("NFKC", text).casefold().replace("\u00ad", "")
    return " ".join(_words().findall(composed))


def citation_of_url(url: Url) -> Citation:
    """The citation that an address makes: of the identifier it resolves, if it is one, else of the page."""
    url, keeper = unwrap(url)
    known = read_identifier(f"https://{url.host.name}{url.path}")
    if known is not None and known.scheme not in ("orcid", "isni"):
        return _citation_of_identifier(known)
    return Citation("link" if keeper is None else "archive", target_of(url), url.site)


def _citation_of_identifier(known: Identifier) -> Citation:
    target = f"{known.scheme}:{known.value}"
    if known.scheme in ("doi", "handle"):
        site = target.partition("/")[0]
    else:
        site = target if known.scheme == "isbn" else known.scheme
    return Citation(known.scheme, target, site, known.valid)


def citation_of_text(text: str) -> Citation | None:
    """The citation that a string makes: an address, an identifier, or a reference in words; None if it says nothing."""
    words = " ".join(text.split()).strip("<>‹›")
    if not any(c.isalnum() for c in words):
        return None
    url = read_url(words)
    if url is not None:
        return citation_of_url(url)
    known = read_identifier(words)
    if known is not None:
        return _citation_of_identifier(known)
    url = _address_without_scheme(words)
    if url is not None:
        return citation_of_url(url)
    return Citation("reference", folded(words), folded(words))


def _address_without_scheme(words: str) -> Url | None:
    """The address that ``example.org/page`` is short for: else one page would count as another, and as nobody's."""
    if " " in words or "@" in words or "." not in words or len(words) > _LONGEST_ADDRESS:
        return None
    url = read_url(f"https://{words}")
    if url is None or url.host.kind not in {"domain", "platform"} or "unlisted_suffix" in url.host.flags:
        return None
    return url


def citation_of_support(support: Support) -> Citation | None:
    """The citation that supports a claim; None where only that there is one is known."""
    if support.target is None:
        return None
    if support.what == "link" and support.target.startswith(_WITHIN):
        return Citation("link", support.target, "", own=True)
    return citation_of_text(support.target)


@lru_cache(maxsize=_REMEMBERED)
def citation_of_link(target: str) -> Citation:
    """The citation that a link to *target* makes; a relative link is the document's own."""
    url = read_url(target)
    if url is None:
        return Citation("link", target, "", own=True)
    return citation_of_url(url)


def citation_in_text(found: TextCitation) -> Citation | None:
    """The citation that stands in the text, if it names a target; a bare footnote mark names none."""
    if found.target is None:
        return None
    if found.kind == "link":
        return citation_of_text(found.target)
    if found.kind in ("footnote", "document", "resolution", "reference"):
        return Citation(found.kind, folded(found.target), folded(found.target))
    known = read_identifier(found.target)
    if known is None:
        return Citation(found.kind, found.target, found.target, found.valid)
    return _citation_of_identifier(known)


def citation_from(item: object) -> Citation | None:
    """A citation as a record gives it: a string, or an object of `inspect`, schema.org or a reference list."""
    if isinstance(item, str):
        return citation_of_text(item)
    if not isinstance(item, Mapping):
        return None
    parts = sum(any(_given(item.get(key)) for key in keys) for keys in _PARTS)
    for key in ("target", "doi", "DOI", "url", "@id", "identifier", "isbn", "title", "name", "text"):
        text = item.get(key)
        if isinstance(text, str) and text.strip():
            found = citation_of_text(
                f"doi:{text}" if key.lower() == "doi" and text.startswith("10.") else text
            )
            if found is not None:
                return found._replace(parts=parts)
    return None


def _given(value: object) -> bool:
    return bool(value) and not isinstance(value, bool)

"""Authors from all places of a page: read, told apart from sites and desks, each person in one spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import urljoin

from provenance.evidence import Channel, Observation
from provenance.fields import Author, Identity
from provenance.page.statement import Statement
from provenance.values.agreement import agree, names_site
from provenance.values.hosts import Url, read_url
from provenance.values.identifiers import read_identifier
from provenance.values.names import folded, read_authors

_MOST: Final = 100
"""Authors of one page that are kept: large collaborations sign with a name of their own."""

_NAMED: Final = frozenset({"person", "organisation"})


class Surroundings(NamedTuple):
    """What tells an author from the house: its address, its names, and the titles of the page."""

    url: Url | None
    base: str
    publishers: tuple[str, ...]
    titles: tuple[str, ...]


def read_statements(statements: Sequence[Statement], around: Surroundings) -> list[Observation[Author]]:
    """The authors that *statements* name, most trusted first, each distinct one for each channel."""
    seen: dict[tuple[str, str, str], Observation[Author]] = {}
    spelled: list[str] = []
    for said in statements:
        if said.text.startswith(("http://", "https://")):
            continue
        for read in read_authors([said.text]):
            if len(seen) >= _MOST:
                break
            if said.channel is Channel.BYLINE and read.kind == "implausible":
                continue
            kind = _kind(read.kind, read.name, said, around)
            name = _spelling(read.name, spelled) if kind == "person" else read.name
            author = Author(name, kind, _identities(said.person.addresses, around.base), said.person.about)
            key = (folded(name), kind, said.channel)
            if key in seen:
                seen[key] = _joined(seen[key], author)
            else:
                seen[key] = Observation(author, said.channel, said.at)
    return list(seen.values())


def _kind(kind: str, name: str, said: Statement, around: Surroundings) -> str:
    """What an author is, given where it is named: the house itself is a desk, and a headline is nobody."""
    if kind not in _NAMED:
        return kind
    low = folded(name)
    if _is_house(name, low, around):
        return "desk"
    if any(low == folded(title) for title in around.titles):
        return "implausible"
    if kind == "person" and said.person.kind == "organisation":
        return "organisation"
    return kind


def _is_house(name: str, low: str, around: Surroundings) -> bool:
    """Whether a name is that of the site rather than of somebody who writes for it."""
    if any(low == folded(publisher) for publisher in around.publishers):
        return True
    host = None if around.url is None else around.url.host
    return host is not None and host.kind != "platform" and names_site(name, host.label)


def _spelling(name: str, spelled: list[str]) -> str:
    """*name* as it was first spelled on this page."""
    for known in spelled:
        if known == name or agree(known, name):
            return known
    spelled.append(name)
    return name


def _joined(known: Observation[Author], more: Author) -> Observation[Author]:
    """One channel naming somebody twice says it once; what it says beside the name is put together."""
    author = known.value
    identities = dict.fromkeys([*(author.identities or ()), *(more.identities or ())])
    return known._replace(value=Author(author.name, author.kind, tuple(identities), bool(author.about or more.about)))


def _identities(addresses: Iterable[str], base: str) -> tuple[Identity, ...]:
    """What addresses identify an author by; none, rather than unknown: a page could show one."""
    found = (_identity(address, base) for address in addresses)
    return tuple(dict.fromkeys(identity for identity in found if identity is not None))


def _identity(text: str, base: str) -> Identity | None:
    known = read_identifier(text)
    if known is not None and known.scheme in ("orcid", "isni"):
        return Identity(known.scheme, known.value) if known.valid else None
    if "@" in text and not text.startswith(("http", "/")):
        mail = text.removeprefix("mailto:")
        name, _, host = mail.rpartition("@")
        site = read_url(f"https://{host}/")
        return Identity("email", mail, site.site) if site is not None and name and " " not in mail else None
    url = absolute(text, base)
    return None if url is None else Identity("url", url.text, url.site)


def absolute(address: str, base: str) -> Url | None:
    """The address that a browser would go to; None where there is none."""
    address = address.strip()
    url = read_url(address)
    if url is not None or not base or not address or address.startswith(("#", "javascript:", "data:", "mailto:", "tel:")):
        return url
    try:
        return read_url(urljoin(base, address))
    except ValueError:
        return None

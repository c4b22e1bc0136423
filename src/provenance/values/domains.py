"""Domains that a user lists: those to protect, and those that belong to one owner."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.errors import InvalidArgumentError, shown
from provenance.values.hosts import read_url


def listed_site(text: str) -> str | None:
    """The site of a listed domain, host or web address; None for what is none, or what anybody can register under.

    >>> listed_site("www.Tarnmoor-Herald.co.uk"), listed_site("co.uk"), listed_site("not a domain!!")
    ('tarnmoor-herald.co.uk', None, None)
    """
    name = text.strip()
    url = read_url(name if "://" in name else f"https://{name}")
    if url is None or url.flags or url.host.kind == "suffix":
        return None
    return None if url.host.kind == "local" and "." not in url.site else url.site


def listed_sites(option: str, given: Iterable[object]) -> frozenset[str]:
    """The sites that a list of domains names, as the library tells whose an address is.

    Raises:
        ConfigurationError: *given*, which was given for *option*, is no list of domains.
    """
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InvalidArgumentError(option, f"expected a list of domains, found {shown(given)}")
    sites = set()
    for name in given:
        site = listed_site(name) if isinstance(name, str) else None
        if site is None:
            raise InvalidArgumentError(option, f"expected a domain such as example.com, found {shown(name)}")
        sites.add(site)
    return frozenset(sites)

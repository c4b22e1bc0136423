"""Domains that a user lists: those to protect, and those that belong to one owner."""

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

"""What identifies an author: a registered identifier, an address on the web, or e-mail."""

from __future__ import annotations

from provenance.fields import Identity
from provenance.values.hosts import read_url
from provenance.values.identifiers import read_identifier


def identity(text: str) -> Identity | None:
    """What *text* identifies an author by: a valid ORCID or ISNI, an address on the web, or e-mail; else None.

    >>> identity("https://orcid.org/0000-0002-1825-0097").kind, identity("jane@tarnmoor.example").site, identity("Jane")
    ('orcid', 'tarnmoor.example', None)
    """
    known = read_identifier(text)
    if known is not None and known.scheme in ("orcid", "isni"):
        return Identity(known.scheme, known.value) if known.valid else None
    url = read_url(text)
    if url is not None:
        return Identity("url", url.text, url.site)
    address = text.removeprefix("mailto:")
    name, at, host = address.rpartition("@")
    if not (at and name) or any(c.isspace() for c in text):
        return None
    mail = read_url(f"https://{host}/")
    return None if mail is None else Identity("email", address, mail.site)

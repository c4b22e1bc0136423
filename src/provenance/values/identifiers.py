"""Identifiers that outlive an address: DOI, ISBN, ISSN, ORCID, ISNI, arXiv, PubMed, Handle."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from provenance.values.hosts import Host, read_url
from provenance.values.tables import table, words

_LONGEST: Final = 2048
_HYPHENS: Final = str.maketrans(dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LABEL: Final = r"(?i)(?:urn:)?(doi|isbn|issn|e-?issn|orcid(?: ?id)?|isni|arxiv|pmid|pmcid|hdl|handle)(?:-1[03])?(?:\s*[:=]\s*|\s+)(?=\S)"
_ADDRESS: Final = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)(/[^\s?#]*)", re.IGNORECASE)
_CLOSING: Final = ".,;:!?'\"”’»>"

_DOI: Final = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f]+"  # DOI Handbook §2.2
_HANDLE: Final = r"[0-9][0-9A-Za-z.]*/[^\s\x00-\x1f]+"  # RFC 3650 §3
_ISBN: Final = r"(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]"
_ISSN: Final = r"[0-9]{4}-?[0-9]{3}[0-9Xx]"
_SIXTEEN: Final = r"(?:[0-9]{4}[- ]?){3}[0-9]{3}[0-9Xx]"
_ORCID: Final = r"0000-000[0-9]-[0-9]{4}-[0-9]{3}[0-9Xx]|0009-00[0-9]{2}-[0-9]{4}-[0-9]{3}[0-9Xx]"
_ARXIV: Final = r"([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?:v[0-9]+)?"
_PMID: Final = r"[1-9][0-9]{0,8}"
_PMCID: Final = r"(?i)(?:PMC)?([1-9][0-9]{0,8})"


class Identifier(NamedTuple):
    """An identifier in its one canonical spelling. `valid` is whether its check digit is right; None without one."""

    scheme: str
    value: str
    valid: bool | None = None


Reader: TypeAlias = Callable[[str], Identifier | None]


def read_identifier(text: str) -> Identifier | None:
    """The identifier that *text* is, bare, labelled or as its resolver's address; None if it is none.

    >>> read_identifier("https://doi.org/10.1234/Tarn.5")
    Identifier(scheme='doi', value='10.1234/tarn.5', valid=None)
    >>> read_identifier("ISBN 978-0-306-40615-7").valid
    True
    """
    text = text.strip()
    if text[:4] in {"http", "HTTP", "Http"}:
        return _at_resolver(text)
    if not 0 < len(text) <= _LONGEST:
        return None
    text = text.translate(_HYPHENS)
    label = re.match(_LABEL, text)
    if label is not None:
        scheme = _scheme(label[1].lower())
        return _READERS[scheme](text[label.end() :].strip())
    return _bare(text)


def is_persistent(text: str) -> bool:
    """Whether *text* is meant to lead to the same thing for good: an identifier, or an archived page."""
    known = read_identifier(text)
    if known is not None:
        return known.valid is not False
    url = read_url(text)
    return url is not None and url.path != "/" and not _keepers().isdisjoint(_endings(url.host.name))


def is_primary(text: str) -> bool:
    """Whether *text* leads to a primary document by its kind of identifier or of institution."""
    known = read_identifier(text)
    if known is not None:
        return known.scheme in _primary().schemes and known.valid is not False
    url = read_url(text)
    return url is not None and is_primary_host(url.host)


def is_primary_host(host: Host) -> bool:
    """Whether *host* is one of an authority, legislature, court, statistics office, register or standards body."""
    if host.kind not in {"domain", "suffix"}:
        return False
    primary = _primary()
    kept_for, country = ("." + host.suffix).split(".")[-2:]
    if kept_for in primary.official_suffixes and len(country) == 2:
        return True
    return host.name.rpartition(".")[2] in primary.top_levels or not primary.hosts.isdisjoint(
        _endings(host.name)
    )


def _endings(name: str) -> list[str]:
    """*name* and every part of it after a dot."""
    labels = name.split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]


def _scheme(label: str) -> str:
    """The scheme that a label before an identifier means."""
    label = label.replace("-", "").replace(" ", "")
    return {"hdl": "handle", "eissn": "issn", "orcidid": "orcid"}.get(label, label)


def _at_resolver(text: str) -> Identifier | None:
    """The identifier that an address resolves."""
    found = _ADDRESS.match(text)
    if found is None:
        return None
    rules = _resolvers().get(found[1].lower())
    if rules is None or read_url(text) is None:
        return None
    for scheme, before in rules:
        if found[2].startswith(before):
            from urllib.parse import unquote

            rest = unquote(found[2][len(before) :]).strip("/ ")
            if scheme in {"arxiv", "pmcid", "pmid"}:
                rest = rest.removesuffix(".pdf")
                rest = rest if scheme == "arxiv" else rest.partition("/")[0]
            return _READERS[scheme](rest)
    return None


def _bare(text: str) -> Identifier | None:
    """An identifier with nothing before it that says which: only forms that mean nothing else."""
    if text.startswith("10."):
        return _doi(text)
    if re.fullmatch(_ORCID, text):
        return _orcid(text)
    if text.startswith(("978", "979")):
        isbn = _isbn(text)
        return isbn if isbn and isbn.valid else None
    if text[:3].upper() == "PMC":
        return _pmcid(text)
    return None


def _doi(text: str) -> Identifier | None:
    """A DOI; its letters have no case, and marks that close a sentence are not its own."""
    text = _closed(text)
    return Identifier("doi", _ascii_lower(text)) if re.fullmatch(_DOI, text) else None


def _handle(text: str) -> Identifier | None:
    """A Handle; those that begin with "10." are DOIs."""
    if text.startswith("10."):
        return _doi(text)
    text = _closed(text)
    return Identifier("handle", text) if re.fullmatch(_HANDLE, text) else None


def _isbn(text: str) -> Identifier | None:
    """An ISBN as thirteen digits, however it is written."""
    text = _closed(text)
    if not re.fullmatch(_ISBN, text):
        return None
    digits = text.replace("-", "").replace(" ", "").upper()
    if len(digits) == 10:
        weighted = sum((10 - i) * _digit(c) for i, c in enumerate(digits))
        return Identifier("isbn", _isbn13(digits), weighted % 11 == 0)
    if len(digits) != 13 or "X" in digits:
        return None
    return Identifier("isbn", digits, _isbn13(digits[3:], digits[:3]) == digits)


def _isbn13(ten: str, prefix: str = "978") -> str:
    """The thirteen digits that begin with *prefix* and nine of *ten* (ISO 2108)."""
    twelve = prefix + ten[:9]
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(twelve))
    return twelve + str(-total % 10)


def _issn(text: str) -> Identifier | None:
    """An ISSN (ISO 3297)."""
    text = _closed(text)
    if not re.fullmatch(_ISSN, text):
        return None
    digits = text.replace("-", "").upper()
    valid = sum((8 - i) * _digit(c) for i, c in enumerate(digits)) % 11 == 0
    return Identifier("issn", f"{digits[:4]}-{digits[4:]}", valid)


def _orcid(text: str) -> Identifier | None:
    """An ORCID iD: an ISNI written with hyphens."""
    isni = _isni(text)
    if isni is None:
        return None
    digits = isni.value
    return Identifier("orcid", "-".join(digits[i : i + 4] for i in range(0, 16, 4)), isni.valid)


def _isni(text: str) -> Identifier | None:
    """An ISNI (ISO 27729; check character of ISO 7064, MOD 11-2)."""
    text = _closed(text)
    if not re.fullmatch(_SIXTEEN, text):
        return None
    digits = text.replace("-", "").replace(" ", "").upper()
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    return Identifier("isni", digits, (12 - total % 11) % 11 == _digit(digits[15]))


def _arxiv(text: str) -> Identifier | None:
    """An arXiv identifier, without the version."""
    found = re.fullmatch(_ARXIV, _closed(text))
    return None if found is None else Identifier("arxiv", found[1])


def _pmid(text: str) -> Identifier | None:
    """The number of an article in PubMed."""
    text = _closed(text)
    return Identifier("pmid", text) if re.fullmatch(_PMID, text) else None


def _pmcid(text: str) -> Identifier | None:
    """The number of an article in PubMed Central."""
    found = re.fullmatch(_PMCID, _closed(text))
    return None if found is None else Identifier("pmcid", f"PMC{found[1]}")


_READERS: Final[Mapping[str, Reader]] = {
    "doi": _doi,
    "handle": _handle,
    "isbn": _isbn,
    "issn": _issn,
    "orcid": _orcid,
    "isni": _isni,
    "arxiv": _arxiv,
    "pmid": _pmid,
    "pmcid": _pmcid,
}


def _digit(character: str) -> int:
    return 10 if character == "X" else int(character)


def _closed(text: str) -> str:
    """*text* without the marks that close a sentence, and without a bracket that it does not open."""
    text = text.rstrip(_CLOSING)
    for opening, closing in (("(", ")"), ("[", "]")):
        if text.endswith(closing) and opening not in text:
            text = text[:-1].rstrip(_CLOSING)
    return text


def _ascii_lower(text: str) -> str:
    """*text* with A to Z in lower case: DOIs fold ASCII only (DOI Handbook §2.4)."""
    return text.lower() if text.isascii() else re.sub("[A-Z]+", lambda found: found[0].lower(), text)


class _Primary(NamedTuple):
    schemes: frozenset[str]
    top_levels: frozenset[str]
    official_suffixes: frozenset[str]
    hosts: frozenset[str]


@cache
def _primary() -> _Primary:
    """The table of places of primary documents."""
    content = table("primary").content
    hosts = content["hosts"]
    assert isinstance(hosts, dict)
    return _Primary(
        frozenset(words(content, "schemes")),
        frozenset(words(content, "top_levels")),
        frozenset(words(content, "official_suffixes")),
        frozenset(host for kind in hosts for host in words(hosts, kind)),
    )


@cache
def _keepers() -> frozenset[str]:
    """The hosts that keep what was deposited."""
    return frozenset(words(table("identifiers").content, "keepers"))


@cache
def _resolvers() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each resolver's host, the schemes that it resolves and the path before the identifier."""
    listed = table("identifiers").content["resolvers"]
    assert isinstance(listed, dict)
    rules = {host: tuple(rule.partition(":") for rule in words(listed, host)) for host in listed}
    return {host: tuple((scheme, before) for scheme, _, before in parts) for host, parts in rules.items()}

"""Whose address is this? Hosts and URLs read as a browser reads them, or not at all.

`site_of` is what "own domain" means throughout the library: two URLs of one site have one publisher.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from provenance.values.platforms import Platforms, TenantPaths, paths_of, platforms
from provenance.values.suffixes import Suffix, suffix_of

_REMEMBERED: Final = 1 << 16
"""Hosts kept in memory: a crawl's working set, at some 500 bytes each."""

_URL: Final = (
    r"([hH][tT]{2}[pP][sS]?)://"
    r"(?:([^/?#\\%\x00-\x20\x7f-\x9f\ud800-\udfff]*)@)?"  # a user, who is no part of the host
    r"(\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]\\%<>^|\x00-\x20\x7f-\x9f\ud800-\udfff]+)"
    r"(?::([0-9]{0,5}))?"
    r"(/[^?#\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*)?"
    r"(?:[?#][^\x00-\x1f\x7f-\x9f\ud800-\udfff]*)?"
)
_PLAIN: Final = re.compile(r"(https?)://([a-z0-9.-]+)(?=[/?#]|$)")
"""How nearly all addresses begin: a quick way to what `_URL` would find."""

_ASCII_HOST: Final = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}")
_IPV4: Final = r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}"
_BLANK: Final = " \t\r\n\f\v"  # what browsers and mail programs leave around an address

_LONGEST_HOST: Final = 253  # RFC 1035 §2.3.4, without the root's dot
_LARGEST_PORT: Final = 65535

_LOCAL: Final = frozenset(
    {"localhost", "local", "test", "invalid", "internal", "lan", "home", "corp", "intranet"}
)
"""Top levels that never lead to a public host: RFC 6761, RFC 6762, ICANN's reservation of .internal, and habit."""


class Host(NamedTuple):
    """Who is behind a host name.

    `kind` is "domain" (a registered name), "platform" (a tenant of one), "ip", "suffix" (the host is itself a
    public suffix) or "local". `site` identifies the publisher; `registrable` is what a registrar gave out;
    `label` is the part of `site` that names the publisher, in Unicode; `suffix` is what follows it.
    """

    name: str
    kind: str
    site: str
    registrable: str
    label: str
    flags: tuple[str, ...] = ()
    suffix: str = ""


class Url(NamedTuple):
    """An absolute http or https address; `host` is the tenant's where the path names one (medium.com/@bob)."""

    text: str
    scheme: str
    host: Host
    path: str
    flags: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        """The identity of the publisher at this address."""
        return self.host.site


_Known = tuple[Host, TenantPaths | None]
"""A host, and where the paths below it name a tenant."""


def read_url(text: str) -> Url | None:
    r"""The address in *text*, or None unless a browser would go to the host that we read.

    >>> read_url("https://WWW.Tarnmoor-Herald.co.uk/a").site
    'tarnmoor-herald.co.uk'
    >>> read_url("https://example.com\\@example.org/") is None
    True
    """
    plain = _PLAIN.match(text)
    if plain is None or not (text.isascii() and text.isprintable()) or "\\" in text:
        return _read_any(text)
    known = _known(plain[2])
    if known is None:
        return None
    path = text[plain.end() :]
    if "?" in path or "#" in path:
        path = path.partition("#")[0].partition("?")[0]
    return _url(text, plain[1], known, path, ())


def _read_any(text: str) -> Url | None:
    """What `read_url` answers, for any spelling of an address."""
    found = re.fullmatch(_URL, text) or re.fullmatch(_URL, text.strip(_BLANK))
    if found is None:
        return None
    scheme, user, name, port, path = found.groups()
    known = _known(name)
    if known is None or (port and int(port) > _LARGEST_PORT):
        return None
    return _url(text, scheme.lower(), known, path or "", () if user is None else ("userinfo",))


def _url(text: str, scheme: str, known: _Known, path: str, flags: tuple[str, ...]) -> Url:
    """The parts put together: dots taken out of the path, and its tenant found."""
    host, paths = known
    if "/." in path or "%2" in path:
        path = _without_dots(path)
    if paths is not None:
        host = _tenant(host, paths, path)
    return Url(text, scheme, host, path or "/", flags)


def read_host(name: str) -> Host | None:
    """Who is behind the host *name*, or None if it is no host that a browser would look up.

    >>> read_host("alice.substack.com").site
    'alice.substack.com'
    """
    known = _known(name) if re.fullmatch(_URL, "http://" + name) and not set(name) & set("@/?#") else None
    return None if known is None else known[0]


def site_of(text: str) -> str | None:
    """The identity of the publisher at the address *text*; None if the address cannot be read."""
    url = read_url(text)
    return None if url is None else url.host.site


@lru_cache(maxsize=_REMEMBERED)
def _known(name: str) -> _Known | None:
    """The host *name*, and where its paths name a tenant."""
    if name.startswith("["):
        return _ipv6(name)
    ascii_name = _ascii_name(name)
    if ascii_name is None:
        return None
    if ascii_name.rpartition(".")[2][0].isdigit():
        # Browsers read whatever ends in a number as an IPv4 address, in octal and hexadecimal too.
        is_address = re.fullmatch(_IPV4, ascii_name) is not None
        return (Host(ascii_name, "ip", ascii_name, ascii_name, ""), None) if is_address else None
    return _named(ascii_name)


def _ipv6(name: str) -> _Known | None:
    """An IPv6 address in brackets, in its one canonical spelling."""
    import ipaddress

    try:
        spelled = f"[{ipaddress.IPv6Address(name[1:-1]).compressed}]"
    except ValueError:
        return None
    return Host(spelled, "ip", spelled, spelled, ""), None


def _ascii_name(name: str) -> str | None:
    """*name* in lower case, in ASCII (IDNA 2008 after UTS 46 mapping) and without the root's dot."""
    lowered = name.lower()
    if not lowered.isascii() or "xn--" in lowered:
        mapped = _idna(lowered)
        if mapped is None:
            return None
        lowered = mapped
    lowered = lowered.removesuffix(".")
    return lowered if len(lowered) <= _LONGEST_HOST and _ASCII_HOST.fullmatch(lowered) else None


def _idna(name: str) -> str | None:
    """The ASCII form of *name*, or None where the standard has none."""
    import idna

    if len(name) > _LONGEST_HOST:  # idna takes time quadratic in the length
        return None
    try:
        mapped = idna.uts46_remap(name, std3_rules=False, transitional=False)
        labels = [_idna_label(label) for label in mapped.split(".")]
    except (idna.IDNAError, UnicodeError, IndexError):
        return None
    return ".".join(labels)


def _idna_label(label: str) -> str:
    """One label in ASCII form; labels that are plain ASCII are left to the host's own rules."""
    import idna

    if label.isascii() and not label.startswith("xn--"):
        return label
    return idna.alabel(idna.ulabel(label)).decode("ascii")


def _named(name: str) -> _Known:
    """A host with a name: whose domain it is, and whose tenant."""
    suffix = suffix_of(name)
    last = suffix.registry.rpartition(".")[2]
    if last in _LOCAL or ("." not in name and not suffix.listed):
        return Host(name, "local", name, name, name.partition(".")[0], ("local",)), None
    flags = () if suffix.listed else ("unlisted_suffix",)
    registrable = _below(name, suffix.registry)
    if name == suffix.name:
        return Host(
            name, "suffix", name, registrable, _unicode(name.partition(".")[0]), ("host_is_suffix",), name
        ), None
    return _published(name, suffix, registrable, flags)


def _published(name: str, suffix: Suffix, registrable: str, flags: tuple[str, ...]) -> _Known:
    """A host below a suffix, looked up in the table of platforms."""
    known = platforms()
    site = _below(name, suffix.name)
    label = _unicode(site.partition(".")[0])
    paths, path_host = paths_of(name, known)
    if site in known.subdomains:
        return _subdomain(name, site, registrable, label, known), paths
    if path_host:
        own = _unicode(path_host.removeprefix("www.").partition(".")[0])
        return Host(name, "platform", path_host, registrable, own, ("no_tenant",), suffix.name), paths
    if suffix.name == suffix.registry or suffix.name in known.registries:
        return Host(name, "domain", site, registrable, label, flags, suffix.name), None
    if site == "www." + suffix.name:
        own = _unicode(suffix.name.partition(".")[0])
        return Host(name, "platform", suffix.name, registrable, own, ("no_tenant",), suffix.registry), None
    return Host(name, "platform", site, registrable, label, flags, suffix.name), None


def _subdomain(name: str, domain: str, registrable: str, label: str, known: Platforms) -> Host:
    """A host of a platform whose tenants have a subdomain each."""
    tenant = name.removesuffix(domain).rstrip(".").rpartition(".")[2]
    if not tenant or tenant in known.own:
        return Host(name, "platform", domain, registrable, label, ("no_tenant",), domain.partition(".")[2])
    site = known.subdomains[domain].format(tenant=tenant)
    return Host(name, "platform", site, registrable, _unicode(tenant), (), site.partition(".")[2])


def _tenant(host: Host, paths: TenantPaths, path: str) -> Host:
    """*host* as the tenant's that *path* names, or as it was if it names none."""
    if host.kind == "platform" and not host.flags:
        return host  # a subdomain has named the tenant already
    found = paths.pattern.match(path)
    if found is None:
        return host
    import unicodedata
    from urllib.parse import unquote

    tenant = unicodedata.normalize("NFC", unquote(found[found.lastgroup or 0]))
    tenant = tenant if paths.exact_case else tenant.casefold()
    if tenant in paths.own or not tenant.strip("@~."):
        return host
    where = found[0][: found.start(found.lastgroup or 0)]
    site = paths.site.format(where=where, tenant=tenant)
    return host._replace(kind="platform", site=site, label=tenant, flags=())


def _below(name: str, suffix: str) -> str:
    """*name* down to one label before *suffix*; the suffix itself if nothing stands before it."""
    if name == suffix:
        return name
    return name[name.rfind(".", 0, len(name) - len(suffix) - 1) + 1 :]


def _unicode(label: str) -> str:
    """A label as people write it."""
    if not label.startswith("xn--"):
        return label
    import idna

    return idna.decode(label)


def _without_dots(path: str) -> str:
    """*path* with "." and ".." taken out, as browsers do before they ask for it."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        plain = segment.lower().replace("%2e", ".") if len(segment) <= 6 else segment
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
    return "/" + "/".join(kept)

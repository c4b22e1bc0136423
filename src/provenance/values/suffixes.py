"""The public suffix list: where the part of a host ends that somebody registered or was given.

The list is the one that tldextract bundles. We walk it ourselves, for three measured reasons: importing
tldextract costs 170 ms (it brings in requests), its look-up three times ours, and in 5.4 it misreads rules
such as ``*.ck``, for which it knows no registrar-level suffix. tldextract stays the keeper of the list, the
oracle of the tests, and the source of the rules should its snapshot ever move.
"""

import importlib.util
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from provenance.codec import digest_of

_SNAPSHOT: Final = ".tld_set_snapshot"
_PRIVATE_SECTION: Final = "// ===BEGIN PRIVATE DOMAINS==="


class SuffixList(NamedTuple):
    """Which list of public suffixes was used, for the audit record."""

    version: str
    digest: str


class Suffix(NamedTuple):
    """How a host name ends: the suffix with private rules, the registrar's suffix, and whether that is listed."""

    name: str
    registry: str
    listed: bool


class _Rules(NamedTuple):
    """The rules of a list; each value says whether the rule is private (a platform's, not a registrar's)."""

    plain: dict[str, bool]
    wildcard: dict[str, bool]  # by what follows "*."
    exception: dict[str, bool]  # by what follows "!"
    source: SuffixList


def suffix_of(name: str) -> Suffix:
    """How *name*, a lower-case host in ASCII form, ends. An unlisted top level is its own suffix (PSL rule "*")."""
    plain, wildcard, exception, _ = _rules()
    longest = ""
    rest = name
    while True:
        end, private, parent = rest, plain.get(rest), rest[rest.find(".") + 1 :] if "." in rest else ""
        if private is None:
            private = wildcard.get(parent)
            if rest in exception:
                end, private = parent, exception[rest]
        if private is not None:
            longest = longest or end
            if not private:
                return Suffix(longest, end, listed=True)
        if not parent:
            return Suffix(longest or rest, rest, listed=False)
        rest = parent


def suffix_list() -> SuffixList:
    """The version and digest of the list in use."""
    return _rules().source


@cache
def _rules() -> _Rules:
    """The rules in use, parsed at the first unknown host (about 10 ms)."""
    raw = _snapshot()
    return _from_tldextract() if raw is None else _from_snapshot(raw)


def _snapshot() -> bytes | None:
    """The list that tldextract bundles, without importing the package; None if it is not where it was."""
    spec = importlib.util.find_spec("tldextract")
    if spec is None or spec.origin is None:
        return None
    read = getattr(spec.loader, "get_data", None)
    try:
        return bytes(read(spec.origin.removesuffix("__init__.py") + _SNAPSHOT)) if read else None
    except OSError:
        return None


def _from_snapshot(raw: bytes) -> _Rules:
    """The rules of a list in the format of publicsuffix.org."""
    text = raw.decode("utf-8")
    official, _, private = text.partition(_PRIVATE_SECTION)
    version = official.partition("// VERSION: ")[2].partition("\n")[0].strip()
    source = SuffixList(version or "unknown", digest_of(raw))
    return _parsed(_listed(official), _listed(private), source)


def _from_tldextract() -> _Rules:
    """The rules as tldextract hands them out: from its own snapshot, never from the network or a cache."""
    import tldextract

    def rules(*, private: bool) -> frozenset[str]:
        extract = tldextract.TLDExtract(
            suffix_list_urls=(), cache_dir=None, include_psl_private_domains=private
        )
        return frozenset(extract.tlds)

    official = rules(private=False)
    private = rules(private=True) - official
    written = "\n".join([*sorted(official), _PRIVATE_SECTION, *sorted(private)])
    digest = digest_of(written.encode())
    return _parsed(sorted(official), sorted(private), SuffixList("unknown", digest))


def _listed(section: str) -> list[str]:
    """The rules of one section of the list: the first word of each line that is no comment."""
    return [line.split()[0] for line in section.splitlines() if line.strip() and not line.startswith("//")]


def _parsed(official: Iterable[str], private: Iterable[str], source: SuffixList) -> _Rules:
    """Rules sorted by kind, in ASCII form."""
    rules = _Rules({}, {}, {}, source)
    for listed, is_private in ((official, False), (private, True)):
        for rule in listed:
            name = rule if rule.isascii() else ".".join(map(_ascii_label, rule.split(".")))
            if name.startswith("*."):
                rules.wildcard[name[2:]] = is_private
            elif name.startswith("!"):
                rules.exception[name[1:]] = is_private
            else:
                rules.plain[name] = is_private
    return rules


def _ascii_label(label: str) -> str:
    """A label of the list, which is already normalised, as it stands in the DNS."""
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")

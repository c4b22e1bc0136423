"""Hosts that pass for others: mixed scripts and homoglyphs, and names beside those that the user protects.

A suspicion is about the host's name alone. It says what the name resembles, never what its owner intends.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from provenance.values.hosts import Host, read_host, read_url
from provenance.values.tables import table, words

REASONS: Final = (
    "mixed_script",
    "confusable",
    "brand_in_subdomain",
    "suffix_swap",
    "token_insertion",
    "edit_distance",
)
"""Every reason, the plainest deceit first; this is the order of precedence and of display."""

_SHORTEST_EDITED: Final = 5
"""Letters of the shortest label that another may be a slip of; shorter ones are all near one another."""
_SHORTEST_SWAPPED: Final = 3
"""Letters of the shortest label that is told by itself, under another suffix or beside other words."""

_TOGETHER: Final = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)
"""Scripts that are written together: UTS 39 §5.2, "highly restrictive"."""


class Suspicion(NamedTuple):
    """Why a host looks like another: `reasons` out of `REASONS`, in that order, and whom it looks like ("" if nobody listed)."""

    reasons: tuple[str, ...]
    protected: str = ""


class _Protected(NamedTuple):
    """The protected domains, by what a lookalike would share with them."""

    sites: frozenset[str]
    labels: Mapping[str, tuple[str, ...]]  # label -> sites
    skeletons: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]  # label with a letter left out -> labels


class _Confusables(NamedTuple):
    """The table of confusable letters."""

    skeleton: Mapping[int, str]
    sequences: Mapping[str, str]
    identical: Mapping[str, frozenset[str]]  # script -> letters
    home: Mapping[str, frozenset[str]]
    beside: frozenset[str]
    beside_any: tuple[str, ...]


def suspicion(host: Host, protected: Sequence[str] = ()) -> Suspicion | None:
    """Why *host* looks like a name that is not its own, first of all one of the *protected* domains; None if it does not.

    >>> suspicion(read_host("leparisien.ltd"), ["leparisien.fr"])
    Suspicion(reasons=('suffix_swap',), protected='leparisien.fr')
    """
    if not protected and "xn--" not in host.name:
        return None
    listed = _protected(tuple(protected))
    if host.kind in {"ip", "local"} or _is_listed(host, listed):
        return None
    own = _of_itself(host.name) if "xn--" in host.name else ()
    found = _beside(host, listed) if protected else {}
    if not found:
        return Suspicion(own) if own else None
    name = min(found, key=lambda site: (min(map(REASONS.index, found[site])), site))
    return Suspicion(tuple(reason for reason in REASONS if reason in own or reason in found[name]), name)


def skeleton(label: str) -> str:
    """What *label* looks like: confusable letters as the Latin ones they pass for, without accents (UTS 39 §4)."""
    known = _confusables()
    bare = label.lower()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
        bare = unicodedata.normalize("NFC", bare)
    looks = bare.translate(known.skeleton)
    for seen, meant in known.sequences.items():
        looks = looks.replace(seen, meant)
    return looks.replace("-", "").replace("_", "")


def _is_listed(host: Host, listed: _Protected) -> bool:
    """Whether *host* is a protected domain or lies below one."""
    return (
        host.site in listed.sites
        or host.registrable in listed.sites
        or not listed.sites.isdisjoint(_endings(host.name))
    )


def _endings(name: str) -> Iterator[str]:
    """*name* and each part of it after a dot."""
    while name:
        yield name
        name = name.partition(".")[2]


# --- a host by itself ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def _of_itself(name: str) -> tuple[str, ...]:
    """What is odd about an internationalised host, whomever it may resemble."""
    import idna

    labels = [idna.decode(label) if label.startswith("xn--") else label for label in name.split(".")]
    reasons = []
    if any(_is_mixed(label) for label in labels):
        reasons.append("mixed_script")
    if any(_passes_for_latin(label, labels[-1]) for label in labels[:-1]):
        reasons.append("confusable")
    return tuple(reasons)


def _is_mixed(label: str) -> bool:
    """Whether *label* mixes scripts that nobody writes together."""
    scripts = _scripts(label)
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


def _scripts(label: str) -> frozenset[str]:
    """The scripts of the letters of *label*, by the first words of their Unicode names."""
    return frozenset(unicodedata.name(c, "UNKNOWN").partition(" ")[0] for c in label if c.isalpha())


def _passes_for_latin(label: str, top_level: str) -> bool:
    """Whether a label wholly in another script could be read as Latin, where that script is not at home."""
    known = _confusables()
    letters = {c for c in label if c.isalpha()}
    for script, identical in known.identical.items():
        if letters and letters <= identical and script != "latin":
            at_home = top_level in known.home[script] or _scripts(top_level) == {script.upper()}
            return not at_home
    return False


# --- beside the protected ------------------------------------------------------------------------------------------


def _beside(host: Host, listed: _Protected) -> Mapping[str, set[str]]:
    """The protected domains that *host* resembles, each with the reasons."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for site in _in_subdomain(host, listed):
        found[site].add("brand_in_subdomain")
    if "/" in host.site or not host.label:
        return found  # an account on a platform: its owner's name is the platform's affair
    label = host.label
    for site in listed.labels.get(label, ()):
        if len(label) >= _SHORTEST_SWAPPED:
            found[site].add("suffix_swap")
    for site in listed.skeletons.get(skeleton(label), ()):
        if site not in listed.labels.get(label, ()):
            found[site].add(
                "confusable" if label.replace("-", "") not in listed.labels else "token_insertion"
            )
    for brand in sorted(_brands_in(label, listed)):
        for site in listed.labels[brand]:
            found[site].add("token_insertion")
    for brand in sorted(_neighbours(label, listed)):
        for site in listed.labels[brand]:
            if site not in found:
                found[site].add("edit_distance")
    return found


def _in_subdomain(host: Host, listed: _Protected) -> Iterator[str]:
    """The protected domains whose whole name stands before the host's own: www.example.com.evil.ru."""
    labels = host.name.removesuffix(host.suffix).strip(".").split(".")
    for start in range(len(labels)):
        for end in range(start + 2, min(start + 6, len(labels)) + 1):
            name = ".".join(labels[start:end])
            if name in listed.sites:
                yield name


def _brands_in(label: str, listed: _Protected) -> set[str]:
    """The protected labels that *label* adds words to: brand-news, thebrand, brandonline."""
    known = _confusables()
    beside = known.beside
    tokens = label.split("-")
    found = set()
    for token in set(tokens) & listed.labels.keys():
        others_are_known = all(other in beside for other in tokens if other != token)
        if len(tokens) > 1 and (
            len(token) >= _SHORTEST_EDITED or (len(token) >= _SHORTEST_SWAPPED and others_are_known)
        ):
            found.add(token)
    touched = label.startswith(known.beside_any) or label.endswith(known.beside_any)
    for word in sorted(beside) if touched else ():
        for rest in (label.removesuffix(word), label.removeprefix(word)):
            brand = rest.strip("-")
            if rest != label and brand in listed.labels and len(brand) >= _SHORTEST_SWAPPED:
                found.add(brand)
    return found


def _neighbours(label: str, listed: _Protected) -> set[str]:
    """The protected labels that one letter more, less, another or exchanged makes into *label*."""
    if len(label) < _SHORTEST_EDITED - 1:
        return set()
    candidates = {label, *_deletions(label)}
    near = {brand for spelled in candidates for brand in listed.near.get(spelled, ())}
    return {brand for brand in near if brand != label and _is_one_edit(label, brand)}


def _deletions(label: str) -> Iterator[str]:
    """*label* with each of its letters left out."""
    return (label[:i] + label[i + 1 :] for i in range(len(label)))


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or transposition leads from *one* to *other*."""
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return len(one) + 1 == len(other) and one[start:] == other[start + 1 :]
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])


@lru_cache(maxsize=16)
def _protected(names: tuple[str, ...]) -> _Protected:
    """The protected domains, ready for look-up; what is no host is left out."""
    sites: set[str] = set()
    labels: defaultdict[str, set[str]] = defaultdict(set)
    skeletons: defaultdict[str, set[str]] = defaultdict(set)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        url = read_url(name)
        host = read_host(name.strip()) if url is None else url.host
        if host is None or not host.label:
            continue
        sites.add(host.site)
        labels[host.label].add(host.site)
        skeletons[skeleton(host.label)].add(host.site)
        if len(host.label) >= _SHORTEST_EDITED:
            for spelled in (host.label, *_deletions(host.label)):
                near[spelled].add(host.label)
    return _Protected(frozenset(sites), _sorted(labels), _sorted(skeletons), _sorted(near))


def _sorted(found: Mapping[str, set[str]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(sorted(values)) for key, values in found.items()}


@cache
def _confusables() -> _Confusables:
    """The table of confusable letters, read at first use."""
    content = table("confusables").content
    identical, similar, home, beside = (content[key] for key in ("identical", "similar", "home", "beside"))
    assert isinstance(identical, dict)
    assert isinstance(similar, dict)
    assert isinstance(home, dict)
    assert isinstance(beside, dict)
    sequences = similar["sequences"]
    letters = [*identical.values(), *(pairs for key, pairs in similar.items() if key != "sequences")]
    return _Confusables(
        {ord(seen): meant for pairs in letters for seen, meant in pairs.items()},
        sequences,
        {script: frozenset(pairs) for script, pairs in identical.items()},
        {script: frozenset(words(home, script)) for script in home},
        frozenset(words(beside, "words")),
        words(beside, "words"),
    )

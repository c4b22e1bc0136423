"""Authors from all places of a page: read, told apart from sites and desks, each person in one spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple
from urllib.parse import urljoin

from provenance.evidence import Channel, Observation
from provenance.fields import Author, Identity
from provenance.identities import identity
from provenance.page.statement import LOOSE, MARKED, Statement, are_siblings
from provenance.values.agreement import agree, names_site
from provenance.values.hosts import Url, read_url
from provenance.values.lexicon import lexicon
from provenance.values.names import AuthorName, folded, read_authors

_MOST: Final = 100
"""Authors of one page that are kept: large collaborations sign with a name of their own."""

_MOST_READ: Final = 1_000
"""Names that are looked at for those: most are named several times."""

_NAMED: Final = frozenset({"person", "organisation"})


class Surroundings(NamedTuple):
    """What tells an author from the house: the address, the names of the site, and the titles of the page."""

    url: Url | None
    base: str
    publishers: frozenset[str]  # folded, as are the following
    organisations: frozenset[str]  # those that the page calls organisations
    titles: frozenset[str]
    rights: frozenset[str]  # what it says of its copyright
    sites: frozenset[str]  # what stands in its titles beside the headline


def read_statements(statements: Sequence[Statement], around: Surroundings) -> list[Observation[Author]]:
    """The authors that *statements* name, most trusted first, each distinct one once for each channel."""
    read = ((said, name) for said in statements for name in _of_house(said, around) or _read(said))
    named = [_Named(said, name.name, _kind(name, said, around)) for said, name in islice(read, _MOST_READ)]
    named = _without_houses(_of_one_kind(named), around)
    declared = [n for n in named if n.said.channel is not Channel.BYLINE]
    shown = [n for n in named if n.said.channel is Channel.BYLINE]
    persons = [n.name for n in declared if n.kind == "person"]
    fuller = _fuller([n.name for n in named if n.kind == "person"])
    seen: dict[tuple[str, str, str], Observation[Author]] = {}
    spelled: list[str] = []
    for said, name, kind in [*declared, *_shown(shown, persons)]:
        spelling = _spelling(fuller.get(folded(name), name), spelled) if kind == "person" else name
        author = Author(spelling, kind, _identities(said.person.addresses, around.base), said.person.about)
        key = (folded(spelling), kind, said.channel)
        if key in seen:
            seen[key] = _joined(seen[key], author)
        elif len(seen) < _MOST:
            seen[key] = Observation(author, said.channel, said.at)
    return list(seen.values())


def _of_house(said: Statement, around: Surroundings) -> tuple[AuthorName, ...]:
    """The name of the house, where that is all that is said and it looks like several names: "Bean & Leaf"."""
    if folded(said.text) not in around.publishers or len(read_authors([said.text])) == 1:
        return ()
    return (AuthorName(said.text, "desk"),)


def _fuller(persons: list[str]) -> dict[str, str]:
    """For each lone given name or surname on the page, the one full name there that begins or ends with it."""
    words = {name: folded(name).split() for name in persons}
    found: dict[str, set[str]] = {}
    for name, full in words.items():
        if len(full) > 1:
            for lone in (full[0], full[-1]):
                found.setdefault(lone, set()).add(name)
    # Where words are not spaced, one word is a whole name.
    alone = {full[0] for full in words.values() if len(full) == 1 and max(full[0]) < _UNSPACED_FROM}
    return {name: min(found[name]) for name in sorted(alone) if len(found.get(name, ())) == 1}


_UNSPACED_FROM: Final = "\u0590"
"""Past Latin, Greek, Cyrillic and Armenian letters; of the scripts behind them, many do not space words."""


class _Named(NamedTuple):
    said: Statement
    name: str
    kind: str


def _read(said: Statement) -> Iterable[AuthorName]:
    """The names in one statement; what a page shows is only a name if it looks like one."""
    if said.text.startswith(("http://", "https://")):
        return ()
    read = read_authors([said.text])
    if len(read) == 1 and read[0].kind == "implausible" and "," in said.text:
        first = read_authors([said.text.partition(",")[0]])  # a name, and what its bearer does, at length
        read = first if len(first) == 1 and first[0].kind == "person" and not first[0].flags else read
    if said.channel is not Channel.BYLINE:
        return read
    is_plain = said.rank <= MARKED or bool(said.person.addresses)
    weak = _WEAK if is_plain else _WEAKER
    return [author for author in read if author.kind != "implausible" and weak.isdisjoint(author.flags)]


_WEAK: Final = frozenset({"symbols", "sentence", "leftover", "title_only", "too_long"})
_WEAKER: Final = _WEAK | {"single_name", "lower_case"}


def _shown(shown: list[_Named], persons: list[str]) -> list[_Named]:
    """What the byline adds: names that the page declares too; if it has none of them, those that it plainly gives.

    A byline that repeats a declared author is complete without the rest of what stands in it: places, roles,
    photographers. Only who is linked right behind to a profile beside the author's is another.
    """
    if not persons:
        return shown
    agreeing: list[_Named] = []
    for n in shown:
        same = _same(n.name, persons)
        if same:
            agreeing.append(n._replace(name=same, kind="person"))
        elif n.kind == "person" and agreeing and _are_alike(n.said, agreeing[-1].said):
            agreeing.append(n)
    return agreeing or [n for n in shown if n.said.rank < LOOSE]


def _are_alike(one: Statement, other: Statement) -> bool:
    """Whether two names lead to profiles that stand side by side."""
    (mine, *_), (others, *_) = one.person.addresses or ("",), other.person.addresses or ("",)
    return are_siblings(mine, others)


def _same(name: str, persons: list[str]) -> str:
    """The one of *persons* that *name* is, alone or with a role grown on to it; empty if none."""
    words = folded(name).split()
    for person in persons:
        known = folded(person).split()
        if agree(person, name) or (len(known) > 1 and known in (words[: len(known)], words[-len(known) :])):
            return person
    return ""


def _kind(read: AuthorName, said: Statement, around: Surroundings) -> str:
    """What an author is, given where it is named: the house itself is a desk, and a headline is nobody."""
    if read.kind not in _NAMED:
        return read.kind
    low = folded(read.name)
    if _is_house(read, low, said, around):
        return "desk"
    if low in around.titles:
        return "implausible"
    if read.kind == "person" and said.person.kind == "organisation":
        return "organisation"
    if _is_builder(read, low, said) or (read.kind == "organisation" and _is_owner(low, said)):
        return "desk"
    return read.kind


def _is_builder(read: AuthorName, low: str, said: Statement) -> bool:
    """Whether a name of one word beside the address of a site is that of whoever built this one."""
    return said.channel in _DECLARED and "address" in read.flags and " " not in low


def _is_owner(low: str, said: Statement) -> bool:
    """Whether an organisation is whoever owns or built the site: ``<meta name=author>`` often says that, and "News" always."""
    if lexicon().generic.issuperset(low.split()):
        return True
    return (
        said.channel in _DECLARED
        and said.person.kind != "organisation"
        and low not in lexicon().organisations
    )


_DECLARED: Final = frozenset({Channel.META, Channel.OPENGRAPH})


def _is_house(read: AuthorName, low: str, said: Statement, around: Surroundings) -> bool:
    """Whether a name is that of the site rather than of somebody who writes for it.

    A person may publish under his own name: that is a house only where the page calls it an organisation, or names it
    in a place that it may use for itself.
    """
    host = None if around.url is None else around.url.host
    if host is not None and f"{host.label}." in read.name.lower():
        return True  # "tarnmoor.example webmaster"
    if host is not None and "recased" in read.flags and low.split()[:1] == [host.label]:
        return True  # "BBC Wales" at bbc.example
    if not _is_name_of_site(read.name, around):
        return False
    words = low.split()
    is_personal = (
        read.kind == "person"
        and len(words) > 1
        and words[0] not in lexicon().articles
        and words[-1] not in lexicon().sites
        and "single_name" not in read.flags
        and said.rank != LOOSE
    )
    return not is_personal or said.person.kind == "organisation" or low in around.organisations


def _is_name_of_site(name: str, around: Surroundings) -> bool:
    """Whether *name* is what the page calls its publisher, or what its host is called."""
    host = None if around.url is None else around.url.host
    return folded(name) in around.publishers or (
        host is not None and host.kind != "platform" and names_site(name, host.label)
    )


def _of_one_kind(known: list[_Named]) -> list[_Named]:
    """*known* with what the page calls an organisation in one place as that in every place."""
    kinds = {folded(n.name): n.kind for n in known if n.said.person.kind}
    if not kinds:
        return known
    return [
        n._replace(kind=kinds[low]) if n.kind == "person" and (low := folded(n.name)) in kinds else n
        for n in known
    ]


def _without_houses(known: list[_Named], around: Surroundings) -> list[_Named]:
    """*known* with whoever holds the copyright, or has given the site its name, as the house, where others are plainly named."""
    persons = {folded(n.name): n.name for n in known if n.kind == "person" and n.said.rank < LOOSE}
    if len(persons) < 2:
        return known
    houses = {
        low
        for low, name in persons.items()
        if low in around.sites or _is_name_of_site(name, around) or any(low in text for text in around.rights)
    }
    if len(houses) == len(persons):
        return known
    return [n._replace(kind="desk") if folded(n.name) in houses else n for n in known]


def _spelling(name: str, spelled: list[str]) -> str:
    """*name* as it was first spelled on this page."""
    for known in spelled:
        if known == name or agree(known, name):
            return known
    if len(spelled) < _MOST:
        spelled.append(name)
    return name


def _joined(known: Observation[Author], more: Author) -> Observation[Author]:
    """One channel naming somebody twice says it once; what it says beside the name is put together."""
    author = known.value
    identities = dict.fromkeys([*(author.identities or ()), *(more.identities or ())])
    return known._replace(
        value=Author(author.name, author.kind, tuple(identities), bool(author.about or more.about))
    )


def _identities(addresses: Iterable[str], base: str) -> tuple[Identity, ...]:
    """What addresses identify an author by; none, rather than unknown: a page could show one."""
    found = (_identity(address, base) for address in addresses)
    return tuple(dict.fromkeys(known for known in found if known is not None))


def _identity(text: str, base: str) -> Identity | None:
    """The identity in *text*, which may be an address relative to the page."""
    if "@" in text and not text.startswith(("http", "/")):
        return identity(text)
    url = absolute(text, base)
    return identity(text if url is None else url.text)


_NO_ADDRESS: Final = ("#", "javascript:", "data:", "mailto:", "tel:")


def absolute(address: str, base: str) -> Url | None:
    """The address that a browser would go to; None where there is none."""
    address = address.strip()
    url = read_url(address)
    if (
        url is not None
        or not base
        or not address
        or address.startswith(_NO_ADDRESS)
        or any(map(str.isspace, address))
    ):
        return url
    try:
        return read_url(urljoin(base, address))
    except ValueError:
        return None

"""The words around names, out of names.toml, ready for look-up."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from provenance.values.tables import table, words


class Lexicon(NamedTuple):
    """The word lists of names.toml; `special` holds every word that asks for a closer look at a name."""

    by: Mapping[str, tuple[str, ...]]  # by the first letter
    by_or_particle: frozenset[str]
    between: frozenset[str]
    before_place: frozenset[str]
    honorifics: frozenset[str]
    suffixes: frozenset[str]
    credentials: frozenset[str]
    particles: frozenset[str]
    organisation: frozenset[str]
    legal_forms: frozenset[str]
    organisation_endings: tuple[str, ...]
    organisation_compounds: tuple[str, ...]
    organisation_or_surname: frozenset[str]
    organisations: frozenset[str]
    desk: frozenset[str]
    desk_alone: frozenset[str]
    role_account: frozenset[str]
    role_account_alone: frozenset[str]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    title_endings: tuple[str, ...]
    leftover: frozenset[str]
    leftover_first: frozenset[str]
    sentence: frozenset[str]
    topics: frozenset[str]
    topics_first: frozenset[str]
    articles: frozenset[str]
    generic: frozenset[str]
    never_given: frozenset[str]
    special: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists, read at first use."""
    return Lexicon(
        by=_by_first_letter(_ordered("by")),
        by_or_particle=_set("by_or_particle"),
        between=_set("between"),
        before_place=_set("before_place"),
        honorifics=_set("honorifics"),
        suffixes=_set("suffixes"),
        credentials=_set("credentials"),
        particles=_set("particles"),
        organisation=_set("organisation"),
        legal_forms=_set("legal_forms"),
        organisation_endings=_ordered("organisation_endings"),
        organisation_compounds=_ordered("organisation_compounds"),
        organisation_or_surname=_set("organisation_or_surname"),
        organisations=_set("organisations"),
        desk=_set("desk"),
        desk_alone=_set("desk_alone"),
        role_account=_set("role_account"),
        role_account_alone=_set("role_account_alone"),
        titles=_set("titles"),
        title_modifiers=_set("title_modifiers"),
        title_endings=_ordered("title_endings"),
        leftover=_set("leftover"),
        leftover_first=_set("leftover_first"),
        sentence=_set("sentence"),
        topics=_set("topics"),
        topics_first=_set("topics_first"),
        articles=_set("articles"),
        generic=_set("generic"),
        never_given=_never_given(),
        special=_special(),
    )


def _by_first_letter(phrases: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """*phrases* under their first letters, longer ones first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return {phrase[0]: tuple(p for p in longest_first if p[0] == phrase[0]) for phrase in phrases}


def _ordered(key: str) -> tuple[str, ...]:
    """The words under *key*, in the order of the file, composed."""
    return tuple(unicodedata.normalize("NFC", word) for word in words(table("names").content, key))


def _set(key: str) -> frozenset[str]:
    return frozenset(_ordered(key))


def _never_given() -> frozenset[str]:
    """Words that stand after a comma for other reasons than being a given name."""
    keys = ("organisation", "organisations", "desk", "desk_alone", "role_account", "role_account_alone")
    more = ("titles", "leftover", "honorifics", "credentials")
    return frozenset().union(*map(_set, keys + more))


def _special() -> frozenset[str]:
    """Every single word, of any list and any phrase, that a plain name does not have."""
    plain = frozenset(
        {
            "articles",
            "generic",
            "title_modifiers",
            "organisation_endings",
            "organisation_compounds",
            "title_endings",
        }
    )
    keys = [key for key in Lexicon._fields if key not in plain and not key.startswith(("never", "special"))]
    return frozenset(word.lower() for key in keys for phrase in _ordered(key) for word in phrase.split())

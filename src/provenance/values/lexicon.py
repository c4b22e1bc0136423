"""The words around names, out of names.toml, ready for look-up."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

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
    sites: frozenset[str]
    stand_ins: frozenset[str]
    titles: frozenset[str]
    titles_before: frozenset[str]
    title_modifiers: frozenset[str]
    title_first: frozenset[str]
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


_IN_ORDER: Final = frozenset({"organisation_endings", "organisation_compounds", "title_endings"})
"""Lists of endings, which `str.endswith` takes as a tuple."""


@cache
def lexicon() -> Lexicon:
    """The word lists, read at first use."""
    listed: dict[str, Any] = {key: (_ordered if key in _IN_ORDER else _set)(key) for key in Lexicon._fields}
    listed |= {"by": _by_first_letter(_ordered("by")), "never_given": _never_given(), "special": _special()}
    return Lexicon(**listed)


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
    keys = (
        "organisation",
        "organisations",
        "desk",
        "desk_alone",
        "role_account",
        "role_account_alone",
        "stand_ins",
    )
    more = ("titles", "leftover", "honorifics", "credentials")
    return frozenset().union(*map(_set, keys + more))


def _special() -> frozenset[str]:
    """Every single word, of any list and any phrase, that a plain name does not have."""
    plain = {
        "articles",
        "generic",
        "sites",
        "title_modifiers",
        "title_first",
        "never_given",
        "special",
        *_IN_ORDER,
    }
    keys = [key for key in Lexicon._fields if key not in plain]
    return frozenset(word.lower() for key in keys for phrase in _ordered(key) for word in phrase.split())

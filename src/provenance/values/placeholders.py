"""Strings that stand where nothing is known: what programs write for a missing value, and templates for one to come."""

from __future__ import annotations

from typing import Final

_AROUND: Final = " \t\r\n\f\v\xa0\\.,:;'\"`#*_-‐‑‒–—―?!()[]{}<>«»"
"""What is written around such a word or in its place: ``(unknown)``, ``<NA>``, ``#N/A``, ``[]``, ``--``, ``???``."""
_LONGEST: Final = 40
_MOST_SPACES: Final = 3
_NO_PLACEHOLDER: Final = ("http", *"0123456789")
_PROGRAMS: Final = (
    "null", "none", "nil", "nan", "nat", "na", "n/a", "n.a", "n/a n/a", "undefined",
    "object object", "true", "false", "not available", "not applicable", "no data", "no value", "missing", "missing value",
)  # fmt: skip
"""Of programs: those that pandas reads as missing (``read_csv``, ``na_values``), of databases, JavaScript, spreadsheets."""
_PEOPLE: Final = (
    "unknown", "unknown author", "author unknown", "unknown publisher", "publisher unknown", "unknown source",
    "unspecified", "not specified", "not given", "not stated", "not known", "not provided", "tbd", "tba", "tbc",
    "to be determined", "to be announced", "to be confirmed", "to do", "todo", "fixme", "placeholder",
    "unbekannt", "desconocido", "desconocida", "desconhecido", "inconnu", "inconnue", "sconosciuto", "onbekend", "okänd",
    "ukjent", "ukendt", "nieznany", "неизвестно", "неизвестен", "невідомо", "未知", "不明", "不詳",
)  # fmt: skip
"""Of people who filled in a form and did not know."""
_TEMPLATES: Final = (
    "first last", "firstname lastname", "first name last name", "first_name last_name", "name surname", "your name",
    "your name here", "author name", "author's name", "name of author", "insert name", "insert name here", "full name",
    "publisher name", "company name", "organization name", "organisation name", "site name", "your site", "your site name",
    "lorem ipsum",
)  # fmt: skip
"""Of templates that nobody filled in."""
_ERRORS: Final = frozenset({"\\N", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!"})
"""What databases and spreadsheets write, which would be a word of its own without its marks."""
_ALL: Final = frozenset((*_PROGRAMS, *_PEOPLE, *_TEMPLATES))


def is_placeholder(text: str) -> bool:
    """Whether *text* only holds the place of a value that is not known.

    >>> [is_placeholder(text) for text in ("NaN", "[object Object]", "<Unknown>", "#N/A", "--", "First Last")]
    [True, True, True, True, True, True]
    >>> [is_placeholder(text) for text in ("Nan Goldin", "The Unknown", "", "1984", "N")]
    [False, False, False, False, False]
    """
    if len(text) > _LONGEST or text.count(" ") > _MOST_SPACES or text.startswith(_NO_PLACEHOLDER) or not text:
        return False  # nearly all are titles, addresses and days
    bare = text.strip(_AROUND)
    if len(bare) > 1 and " ".join(bare.casefold().split()) in _ALL:
        return True
    return text.strip() in _ERRORS or not (bare or text.isspace())

"""Authors as records give them: names and bylines, and objects with what else is known of a person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from provenance.evidence import ABSENT, NOT_SUPPLIED, Channel, Field, Observation, Why
from provenance.fields import Author, Identity
from provenance.identities import identity
from provenance.record.values import items_of, kind_of, text_of
from provenance.values.literals import list_in
from provenance.values.names import read_authors
from provenance.values.placeholders import is_placeholder

_IDENTITY_KEYS: Final = ("url", "sameAs", "identifier", "orcid", "email", "identities")
_RECURRING: Final = 1 << 12
_SHORT: Final = 100
"""Bylines that are remembered, and characters of the longest of them: who writes for a paper writes again."""
_ABOUT_KEYS: Final = ("description", "jobTitle", "affiliation", "knowsAbout", "worksFor", "about")


def authors_from(value: object, at: str) -> Field[Any]:
    """Authors: names, bylines, or objects of schema.org; one that cannot be read leaves the rest incomplete."""
    if value.__class__ is list and len(value) == 1 and value[0].__class__ is str and len(value[0]) <= _SHORT:
        return _one_byline(value[0], at)
    if isinstance(value, str) and value.startswith("["):
        value = list_in(value) or value
    observations: list[Observation[Author]] = []
    problem, is_missing = "", False
    for item, channel, place in items_of(value, at):
        name = text_of(item, ("name",))
        if name is None:
            problem = f"expected a name, found {kind_of(item)}"
            continue
        if is_placeholder(name):
            is_missing = True
            continue
        for read in read_authors([name]):
            author = Author(read.name, read.kind)
            observations.append(
                Observation(_detailed(author, item) if isinstance(item, dict) else author, channel, place)
            )
    if not observations and not problem:
        return NOT_SUPPLIED if is_missing else ABSENT
    return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)


@lru_cache(maxsize=_RECURRING)
def _one_byline(text: str, at: str) -> Field[Any]:
    """The authors that a byline names, the only one in a list that stands at *at*."""
    if is_placeholder(text):
        return NOT_SUPPLIED
    found = read_authors([text.strip()])
    named = [Observation(Author(read.name, read.kind), Channel.CALLER, f"{at}/0") for read in found]
    return Field(tuple(named), True) if named else ABSENT


def _detailed(author: Author, item: Mapping[str, object]) -> Author:
    """*author* with what the object says beyond the name."""
    identities: tuple[Identity, ...] | None = None
    if any(item.get(key) is not None for key in _IDENTITY_KEYS):
        identities = tuple(
            i
            for key in _IDENTITY_KEYS
            for text in _strings(item.get(key))
            if (i := identity(text)) is not None
        )
    about: bool | None = None
    if any(item.get(key) is not None for key in _ABOUT_KEYS):
        about = any(bool(item.get(key)) for key in _ABOUT_KEYS)
    kind = author.kind
    if kind == "person" and "Organi" in str(item.get("@type", "")):
        kind = "organisation"
    return Author(author.name, kind, identities, about)


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for v in values if (text := text_of(v, ("value", "@id", "url", "name")))]

"""Authors as records give them: names and bylines, and objects with what else is known of a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.evidence import ABSENT, Field, Observation, Why
from provenance.fields import Author, Identity
from provenance.identities import identity
from provenance.record.values import items_of, kind_of, text_of
from provenance.values.names import read_authors

_IDENTITY_KEYS: Final = ("url", "sameAs", "identifier", "orcid", "email", "identities")
_ABOUT_KEYS: Final = ("description", "jobTitle", "affiliation", "knowsAbout", "worksFor", "about")


def authors_from(value: object, at: str) -> Field[Any]:
    """Authors: names, bylines, or objects of schema.org; one that cannot be read leaves the rest incomplete."""
    observations: list[Observation[Author]] = []
    problem = ""
    items = items_of(value, at)
    for item, channel, place in items:
        name = text_of(item, ("name",))
        if name is None:
            problem = f"expected a name, found {kind_of(item)}"
            continue
        for read in read_authors([name]):
            author = Author(read.name, read.kind)
            observations.append(
                Observation(_detailed(author, item) if isinstance(item, dict) else author, channel, place)
            )
    if not observations and not problem:
        return ABSENT
    return Field(tuple(observations), not problem, Why.MALFORMED if problem else None, problem)


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

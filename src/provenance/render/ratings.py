"""What others say of a publisher, as the user's registries have it: a line of its own, beside the score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.document import Document

_KEYS: Final = ("rating", "scale", "rater", "date", "licence", "scope")


def ratings_of(document: Document) -> list[dict[str, str | None]]:
    """The ratings of a document for its score line, each with where it stands; what its list does not say is null."""
    found = document.ratings.observations
    return [{**{key: getattr(o.value, key) or None for key in _KEYS}, "at": o.at} for o in found]


def rating_lines(document: Mapping[str, Any]) -> list[str]:
    """The ratings that an audit record keeps, in words."""
    field = document["fields"].get("ratings", {})
    return [_in_words(rating) for rating in field.get("observations", ())]


def _in_words(rating: Mapping[str, str]) -> str:
    scale = f"on {rating['scale']}" if rating["scale"] else "on a scale that is not stated"
    licence = f" ({rating['licence']})" if rating["licence"] else ""
    return (
        f"{rating['scope']}: {rating['value']} {scale}, by {rating['rater']}, {rating['date'] or 'undated'}"
        f"{licence} · {rating['at']}"
    )

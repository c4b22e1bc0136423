"""Lists of a record: links and derivations, and what every list has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from provenance.errors import shown
from provenance.evidence import ABSENT, CALLER, NOT_SUPPLIED, Field, Observation, Why, made
from provenance.fields import CREDITS, DERIVATION_KINDS, DIRECTIONS, Derivation, Link
from provenance.record.values import Reader, expected
from provenance.values.hosts import read_url
from provenance.values.literals import list_in
from provenance.values.placeholders import is_placeholder

WITHIN: Final = ("/", "?", ".")
"""How a link begins that stays inside the document's own site."""
_NOT_CITING: Final = ("#", "mailto:", "javascript:", "tel:", "data:", "about:", "sms:", "whatsapp:")
_REMEMBERED: Final = 1 << 12
"""Links that are remembered: those around the texts of a site stand in document after document."""


def _is_placeholder(item: object) -> bool:
    return isinstance(item, str) and is_placeholder(item)


def listed(parse: Callable[[object], tuple[object, ...] | None], what: str) -> Reader:
    """A reader for lists; an item that cannot be read (None) leaves the list incomplete."""

    def read(value: object, at: str) -> Field[Any]:
        if not isinstance(value, list):
            if _is_placeholder(value):
                return NOT_SUPPLIED
            value = (list_in(value) if isinstance(value, str) else None) or value
        if not isinstance(value, list):
            is_empty = isinstance(value, (str, dict)) and not value
            return ABSENT if is_empty else expected(f"a list of {what}", value)
        observations, problem, below = [], "", f"{at}/"
        if value and _is_placeholder(value[0]) and all(map(_is_placeholder, value)):
            return NOT_SUPPLIED
        for n, item in enumerate(value):
            parsed = parse(item)
            if parsed:
                observations.append(made(Observation, (parsed, CALLER, f"{below}{n}")))
            elif parsed is None:
                problem = f"/{n}: expected {what}, found {shown(item)}"
        return made(Field, (tuple(observations), not problem, Why.MALFORMED if problem else None, problem))

    return read


def link_from(item: object) -> Link | tuple[()] | None:
    """A link; an empty tuple for what leads nowhere (a mail address, a script), None for what cannot be read."""
    if isinstance(item, str):
        return _link_to(item)
    if not isinstance(item, dict):
        return None
    names = ("target", "url", "href", "value", "@id")
    target = next((item[name] for name in names if isinstance(item.get(name), str)), "")
    start, end = _offsets(item)
    link = _link_to(target)
    return link._replace(start=start, end=end) if link else link


@lru_cache(maxsize=_REMEMBERED)
def _link_to(target: str) -> Link | tuple[()] | None:
    """The link to *target*, wherever it stands."""
    text = target.strip()
    if not text:
        return None
    url = read_url(text)
    if url is not None:
        return Link(text, url.site)
    if text.lower().startswith(_NOT_CITING):
        return ()
    if ":" in text.split("/", 1)[0] or any(c.isspace() for c in text) or text.startswith("//"):
        return None
    return Link(text, "") if text.startswith(WITHIN) else None


def _offsets(item: Mapping[str, object]) -> tuple[int, int]:
    start, end = item.get("start"), item.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end < 10**12:
        return int(start), int(end)
    return -1, -1


def derivation_from(item: object) -> Derivation | None:
    """A pair of documents as `trace` prints it; None if unreadable."""
    if not isinstance(item, dict):
        return None
    values = [item.get(key) for key in ("document", "source", "kind")]
    document, source, kind = (value if isinstance(value, str) else "" for value in values)
    if kind not in DERIVATION_KINDS:
        return None
    direction, credit = item.get("direction"), item.get("credit")
    return Derivation(
        document,
        source,
        kind,
        direction if isinstance(direction, str) and direction in DIRECTIONS else "undetermined",
        credit if isinstance(credit, str) and credit in CREDITS else "unclear",
    )

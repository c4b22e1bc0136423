"""Values of an audit record that state what follows from another value of it, read again and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from provenance.document import Document
from provenance.fields import Identity
from provenance.inspection.pieces import Piece
from provenance.record.lists import WITHIN
from provenance.values.dates import Clock, Date, ambiguous, stated
from provenance.values.hosts import read_url, site_of

_DATES: Final = ("published", "modified", "retrieved")
_ISO: Final = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?)?)?)?"
)
"""A date as `Date.value` spells it."""
_NOTED: Final = frozenset({"ambiguous_day_month", "weekday_mismatch", "unknown_zone"})
"""Flags that tell of the words in which a date was stated; the others follow from its value."""


def is_as_stated(date: Date) -> bool:
    """Whether precision, bounds and flags are those of the value."""
    plain = _stated(date.value)
    if plain is None or plain.value != date.value:
        return False
    if "ambiguous_day_month" in date.flags:
        value = date.value
        other = _stated(f"{value[:5]}{value[8:10]}-{value[5:7]}{value[10:]}")
        if plain.precision in ("year", "month") or other is None:
            return False
        plain = ambiguous(plain, other)._replace(flags=plain.flags)
    return (date.precision, date.earliest, date.latest, {*date.flags} - _NOTED) == (
        plain.precision,
        plain.earliest,
        plain.latest,
        {*plain.flags},
    )


def _stated(value: str) -> Date | None:
    found = _ISO.fullmatch(value)
    if found is None:
        return None
    year, month, day, hour, minute, second = (None if n is None else int(n) for n in found.groups()[:6])
    assert year is not None
    if hour is None or minute is None:
        return stated(year, month, day)
    offset = _offset(*found.groups()[6:])
    return stated(
        year, month, day, Clock(hour, minute, second, offset, ("naive_time",) if offset is None else ())
    )


def _offset(zulu: str | None, sign: str | None, hours: str | None, minutes: str | None) -> int | None:
    if zulu:
        return 0
    if hours is None or minutes is None:
        return None
    seconds = int(hours) * 3600 + int(minutes) * 60
    return -seconds if sign == "-" else seconds


def check_dates(document: Document, fields: Piece) -> None:
    """Refuse a date whose bounds are not those of its value."""
    for date, piece in _parts(document, fields, *_DATES):
        if not is_as_stated(date):
            piece["value"].refuse("does not mean what is said of it")


def check_sites(document: Document, fields: Piece) -> None:
    """Refuse an address that leads to another host or site than is said of it; for where the tables are the same."""
    for url, piece in _parts(document, fields, "url", "canonical"):
        read = read_url(url.text)
        if read is None:
            piece["value"].refuse("is no address")
        if read != url:
            piece["host"].refuse("is not what the address says")
    for link, piece in _parts(document, fields, "links"):
        if _site_of_link(link.target) != link.site:
            piece["site"].refuse("is not the site of the link")
    for author, piece in _parts(document, fields, "authors"):
        for place, identity in enumerate(author.identities or ()):
            if _site_of_identity(identity) != identity.site:
                [*piece["identities"].each()][place].refuse("is not where this leads")


def _site_of_link(target: str) -> str | None:
    site = site_of(target)
    return "" if site is None and target.startswith(WITHIN) else site


def _site_of_identity(identity: Identity) -> str | None:
    if identity.kind == "url":
        return site_of(identity.value)
    return site_of(f"https://{identity.value.rpartition('@')[2]}/") if identity.kind == "email" else ""


def _parts(document: Document, fields: Piece, *names: str) -> Iterator[tuple[Any, Piece]]:
    """Each value observed of these fields, and the piece of the record that holds it."""
    for name in names:
        values = document.field(name).values
        if values:
            yield from zip(values, fields[name]["observations"].each(), strict=True)

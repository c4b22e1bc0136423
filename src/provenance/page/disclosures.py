"""What a page discloses of itself beside its metadata: its kind, how it was made, what was corrected, what is reserved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from provenance.evidence import Field, Observation, Why
from provenance.page.statement import Statement
from provenance.values.genres import genre_of
from provenance.values.reservations import read_robots, read_tdm

NAMES: Final = ("genre", "source_type", "corrections", "reservations")
_LONGEST: Final = 1_000
_MOST: Final = 100
"""Observations of one field that are kept."""


def read_disclosures(by_field: Mapping[str, list[Statement]], *, is_whole: bool) -> dict[str, Field[Any]]:
    """The disclosures among what a page says.

    What is reserved can also be said in the answer of the server, which a page does not show.
    """
    kinds = _read(by_field.get("genre", ()), lambda text: text if genre_of(text) else None)
    stated = {name: _read(by_field.get(name, ()), _plain) for name in ("source_type", "corrections")}
    reserved = (
        *_read(by_field.get("robots", ()), read_robots),
        *_read(by_field.get("tdm_reservation", ()), read_tdm),
    )
    why = None if is_whole else Why.NOT_SHOWN
    return {
        "genre": Field(kinds, is_whole, why),
        **{name: Field(found, is_whole, why) for name, found in stated.items()},
        "reservations": Field(reserved, False, Why.NOT_SHOWN),
    }


def _plain(text: str) -> str:
    return text[:_LONGEST]


def _read(statements: Iterable[Statement], read: Callable[[str], str | None]) -> tuple[Observation[str], ...]:
    """What *statements* say, each value once for each channel."""
    found = {(said, s.channel): s.at for s in reversed([*statements][:_MOST]) if (said := read(s.text))}
    return tuple(Observation(said, channel, at) for (said, channel), at in reversed(found.items()))

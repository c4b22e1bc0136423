"""Which of the names in an author field name somebody, and which of them two voices give."""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import places_of
from provenance.evidence import VOICE, Field, Observation, Voice
from provenance.fields import Author
from provenance.values.agreement import agree
from provenance.values.names import folded

IDENTIFIABLE: Final = frozenset({"person", "organisation"})
"""Kinds of author that can have a profile, an identifier or a biography of their own."""

_MOST_COMPARED: Final = 100
"""Distinct names that are compared pair by pair; among more (a physics collaboration) only equal ones are found."""


def of_kind(field: Field[Author], kinds: frozenset[str]) -> list[Observation[Author]]:
    """The authors of one of *kinds*, as observed."""
    return [o for o in field.observations if o.value.kind in kinds]


def in_two_voices(observations: list[Observation[Author]]) -> tuple[str, ...]:
    """The places of the names that two voices give, in whatever spelling; empty if there are none."""
    if len(observations) < 2:
        return ()
    heard: dict[tuple[str, Voice], str] = {}
    for author, channel, _ in observations:
        heard.setdefault((folded(author.name), VOICE[channel]), author.name)
    shared = {one for one, voice in heard if _equal_elsewhere(heard, one, voice)}
    if len(heard) <= _MOST_COMPARED:
        shared |= {
            one[0]
            for one in heard
            for other in heard
            if one[1] is not other[1] and agree(heard[one], heard[other])
        }
    return places_of([o for o in observations if folded(o.value.name) in shared])


def _equal_elsewhere(heard: dict[tuple[str, Voice], str], one: str, voice: Voice) -> bool:
    return any((one, other) in heard for other in Voice if other is not voice)

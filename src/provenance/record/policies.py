"""What a publisher discloses, under its schema.org names."""

from __future__ import annotations

from typing import Any

from provenance.evidence import ABSENT, Channel, Field, Observation, Why
from provenance.fields import PublisherPolicy
from provenance.record.values import Reader, channel_of, expected, text_of


def policies_from(value: object, at: str) -> Field[Any]:
    """Policies by their schema.org names, or a list of the names."""
    if isinstance(value, (str, list, dict)) and not value:
        return ABSENT
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = dict.fromkeys(value, "stated")
    if not isinstance(value, dict):
        return expected("an object of policies by their schema.org names", value)
    found, unseen = [], False
    for name, what in value.items():
        text = text_of(what, ("url", "@id", "name", "telephone", "email", "value"))
        unseen = unseen or text is None
        if text and isinstance(name, str):
            found.append(
                Observation(
                    PublisherPolicy(name, text),
                    (channel_of(what) if isinstance(what, dict) else None) or Channel.CALLER,
                    f"{at}/{name}",
                )
            )
    return Field(tuple(sorted(found)), not unseen, Why.NOT_SUPPLIED if unseen else None)


def policy_named(name: str) -> Reader:
    """A schema.org property at the top of a record shows its policy, and says nothing of the others."""

    def read(value: object, at: str) -> Field[Any]:
        found = policies_from({name: value}, "")
        return Field(
            tuple(Observation(o.value, o.channel, at) for o in found.observations), False, Why.NOT_SUPPLIED
        )

    return read

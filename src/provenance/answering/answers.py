"""The answers that come up most, made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from provenance.evidence import Field, Observation, Why
from provenance.signal import Finding, no, share_of, unknown, yes

T = TypeVar("T")

YES: Final = yes()
NO: Final = no()

OPEN: Final[dict[Why, Finding]] = {why: unknown(why) for why in Why}
"""A yes-or-no question that cannot be answered, by reason."""

UNSUPPLIED: Final = OPEN[Why.NOT_SUPPLIED]
"""Nobody brought the field: by far the commonest answer."""

UNREAD: Final = OPEN[Why.TEXT_UNKNOWN]
"""Nobody brought the text."""

UNDATED: Final = OPEN[Why.NO_AS_OF]
"""Nobody said as of which day."""

NOTHING_TO_JUDGE: Final = share_of(0, 0, 0)
"""Everything was seen, and the question did not come up."""

CLEAR: Final = Finding(1, 0, 1, (0, 1))
"""What was asked after does not hold, and that is as it should be: the counterpart of `flagged`."""


def flagged(basis: tuple[str, ...] = (), note: str = "") -> Finding:
    """What was asked after holds, and speaks against the document: for flags, and for questions that lower."""
    return Finding(0, 1, 1, (1, 1), None, basis, note)


def open_for(field: Field[object]) -> Finding:
    """The answer where *field* is not known well enough."""
    return OPEN[field.why or Why.NOT_SUPPLIED]


@lru_cache(maxsize=1 << 10)
def shown_only(why: Why, good: int, of: int) -> Finding:
    """*good* of *of* was seen or said, and settles nothing: shown, and open."""
    return Finding(0, 0, 1, (good, of), why) if of else OPEN[why]


def places_of(observations: Sequence[Observation[object]]) -> tuple[str, ...]:
    """Where *observations* stand, each place once, sorted."""
    if len(observations) == 1:
        return (observations[0].at,)
    return tuple(sorted({observation.at for observation in observations}))


def yes_by(observations: Sequence[Observation[object]]) -> Finding:
    """Yes, by these observations."""
    return _yes_at(observations[0].at) if len(observations) == 1 else yes(places_of(observations))


@lru_cache(maxsize=1 << 10)
def _yes_at(place: str) -> Finding:
    """Yes, by what stands at *place*: nearly all answers, made once."""
    return yes((place,))


def looked_for(field: Field[T], qualifies: Callable[[T], bool]) -> Finding:
    """Yes by any observation that qualifies; no where the field is complete and none does; unknown else."""
    found = [o for o in field.observations if qualifies(o.value)]
    if found:
        return yes_by(found)
    return NO if field.complete else open_for(field)


def presence(field: Field[object]) -> Finding:
    """Yes where *field* is present, no where it was looked for and is not there, unknown else."""
    if field.observations:
        return yes_by(field.observations)
    return NO if field.complete else open_for(field)

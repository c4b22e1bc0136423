"""How does a third party rate the publisher?"""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm
from operator import attrgetter
from typing import Final

from provenance.answering.answers import OPEN, open_for, places_of
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.evidence import Observation, Why
from provenance.fields import Rating
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, unknown
from provenance.values.scales import place_on

SPEC: Final = SignalSpec(
    id="publisher.rating",
    version=1,
    title="Rated by others",
    problem="Rated by others",
    question="How far up their scales do the raters in the user's lists put the publisher?",
    rationale="Raters look at what no document shows: who owns a publisher, how it corrects, what became of earlier claims. A rating is a judgement by somebody, with a date and a scale, and is shown as that.",
    method="Takes the ratings that the user's registries hold for the address of the document, of each rater and scale those of the narrowest scope and the latest day. The share is the place of the rating on its scale, from the lowest to the highest. Open where two ratings put the publisher in two places, where a list contradicts itself, or where the scale does not say how far up a rating stands; a publisher that nobody rated is open too, since that says nothing of it. Reported, not scored: another's verdict is not evidence that the document shows.",
    weaknesses=(
        "A list can be wrong, partial or old; the signal repeats what it says.",
        "Most publishers are in no list, small and foreign ones least of all.",
        "Two scales from 0 to 100 need not mean the same.",
    ),
    standard=schema_org("Rating"),
    direction=Direction.REPORTED,
    reads=frozenset({"ratings"}),
    remediation="Ask the rater what the rating rests on, and how it is contested.",
    good_example="tarnmoor.example, rated 87.5 on 0-100 by Osterwick Media Watch, 2026-05-01",
    problem_example="Two entries of one list, of the same day: tarnmoor.example 87.5 and tarnmoor.example 40",
    counts=True,
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.ratings
    if not field.complete:
        return open_for(field)
    if not field.observations:
        return OPEN[Why.NOTHING_TO_JUDGE]
    current = _current(field.observations)
    ratings = sorted({o.value for o in current})
    basis, note = places_of(current), "; ".join(map(described, ratings))
    places = [place_on(rating.scale, rating.rating) for rating in ratings]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return unknown(Why.UNDECIDED, basis, note)
    of = lcm(*(place.denominator for place in known))
    low, high = int(min(known) * of), int(max(known) * of)
    if low == high:
        return Finding(low, of - low, of, (low, of), None, basis, note)
    return Finding(low, of - high, of, None, Why.UNDECIDED, basis, note)


def _current(given: Sequence[Observation[Rating]]) -> list[Observation[Rating]]:
    """The ratings, but for those of a day after which the same rater has given another on the same scale."""
    last: dict[tuple[str, str], str] = {}
    for rating in sorted((o.value for o in given), key=attrgetter("date")):
        last[rating.rater, rating.scale] = rating.date
    return [o for o in given if o.value.date in ("", last[o.value.rater, o.value.scale])]


def described(rating: Rating) -> str:
    """A rating in words, with all that its list says of it."""
    scale = f" on {rating.scale}" if rating.scale else ", on a scale that is not stated"
    licence = f" ({rating.licence})" if rating.licence else ""
    return f"{rating.scope} is rated {rating.rating}{scale} by {rating.rater}, {rating.date or 'undated'}{licence}"


SIGNAL: Final = Signal(SPEC, assess)

"""Is it stated when the document was published, how precisely, and not in the future?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from provenance.answering.answers import open_for, places_of
from provenance.answering.dating import horizon, in_time
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec
from provenance.values.dates import Date

SPEC: Final = SignalSpec(
    id="date.published",
    version=1,
    title="The date of publication is stated",
    problem="No exact past date of publication is found",
    question="Is a date of publication stated, how precisely, and does it not lie after the day of the assessment?",
    rationale="Only a date shows what could be known at the time, and which of two texts came first. Age itself says nothing for or against a text.",
    method="Three parts: a date stated to the day or finer earns three, to the month two, to the year one; the best observed date that is not after the day of the assessment (as_of, else the one day of retrieval) counts. One in which day and month could be exchanged counts as stated to the month. While the day of the assessment is unknown, or the readings of a date lie on both sides of it, what the date could earn stays open; 1 January 1970, the usual placeholder for no date, stays open too.",
    weaknesses=(
        "A date can be set at will; date.confirmed asks whether a second voice gives the same.",
        "Many systems show the date of the last change as the date of publication.",
    ),
    standard=schema_org("datePublished"),
    direction=Direction.RAISES,
    reads=frozenset({"published", "retrieved"}),
    remediation="State the day of publication, with its year, in the page's structured data (datePublished).",
    good_example='"datePublished": "2024-02-13T08:30:00Z"',
    problem_example='"date": "Tuesday"',
)

_PARTS: Final = {"year": 1, "month": 2}
_WHOLE: Final = 3
_MISSING: Final = Finding(0, _WHOLE, _WHOLE, (0, _WHOLE))


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.published
    if not field.observations:
        return _MISSING if field.complete else open_for(field)
    last = horizon(document, context)
    good = possible = 0
    timely_ones = []
    for observation in field.observations:
        timely = in_time(observation.value, last)
        if timely is not False:
            possible = max(possible, _precision(observation.value))
            timely_ones.append(observation)
        if timely:
            good = max(good, _precision(observation.value))
    missing = None if field.complete else field.why or Why.NOT_SUPPLIED
    unsure = Why.NO_AS_OF if last is None else Why.UNDECIDED
    return _finding(good, possible, missing, unsure, places_of(timely_ones or field.observations))


@lru_cache(maxsize=1 << 8)
def _finding(good: int, possible: int, missing: Why | None, unsure: Why, basis: tuple[str, ...]) -> Finding:
    """The parts that are earned and lost; *missing* is why more dates could come, *unsure* why one is undecided."""
    bad = 0 if missing is not None else _WHOLE - possible
    undecided = possible > good
    why = missing or (unsure if undecided else None)
    known = good or (bad and not undecided)
    return Finding(good, bad, _WHOLE, (good, _WHOLE) if known else None, why, basis)


def _precision(date: Date) -> int:
    return 2 if "ambiguous_day_month" in date.flags else _PARTS.get(date.precision, _WHOLE)


SIGNAL: Final = Signal(SPEC, assess)

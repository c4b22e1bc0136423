"""Do the document's own dates contradict one another, or lie in the future?"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from provenance.answering.answers import CLEAR, OPEN, UNDATED, UNSUPPLIED, flagged, open_for, places_of
from provenance.answering.dating import agreeing, horizon, in_time
from provenance.answering.standards import credibility_signals
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec

SPEC: Final = SignalSpec(
    id="date.contradiction",
    version=1,
    title="Its dates cannot all be right",
    problem="Its dates cannot all be right",
    question="Does a date lie after the day of the assessment, was the document modified before it was published, or do all its dates of publication exclude one another?",
    rationale="Dates that cannot all be right show a broken template at best and backdating at worst; either way they do not show the order of events.",
    method="Raised where, in every reading and time zone, a date of publication or modification lies after the day of the assessment; or, all dates of publication being known, a date of modification lies before each of them, or there are several and no two can mean one moment. Clear only where all dates and the day of the assessment are known and nothing of this holds. It takes no points away: date.published and date.confirmed already refuse what is not in time.",
    weaknesses=(
        "A text that was reprinted long after its first publication carries two honest dates.",
        "Bounds are generous (fourteen hours for an unknown time zone), so that dates a day apart do not contradict.",
    ),
    standard=credibility_signals("18.5, date published"),
    direction=Direction.FLAG,
    reads=frozenset({"published", "modified", "retrieved"}),
    remediation="Correct the dates in the page's structured data: publication first, modification later, none in the future.",
    good_example="Published 2024-02-13, modified 2024-02-14, retrieved 2024-03-01.",
    problem_example="Published 2031-02-13, retrieved 2024-03-01.",
)
_earliest: Final = attrgetter("value.earliest")


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    published, modified = document.published, document.modified
    if published is NOT_SUPPLIED and modified is NOT_SUPPLIED:
        return UNSUPPLIED
    last, stated, changed = horizon(document, context), published.observations, modified.observations
    future = [o for o in (*stated, *changed) if in_time(o.value, last) is False] if last is not None else []
    if future:
        return flagged(places_of(future), "dated after the day of the assessment")
    if published.complete and stated:
        first = min(map(_earliest, stated))
        early = [o for o in changed if o.value.latest < first]
        if early:
            return flagged(places_of(early), "modified before it was published")
        if len(stated) > 1 and not agreeing(published.values):
            return flagged(places_of(stated), "the dates of publication exclude one another")
    if not (published.complete and modified.complete):
        return open_for(modified if published.complete else published)
    if not stated:
        return OPEN[Why.NOTHING_TO_JUDGE]
    if last is None:
        return UNDATED
    undecided = any(in_time(o.value, last) is None for o in (*stated, *changed))
    return OPEN[Why.UNDECIDED] if undecided else CLEAR


SIGNAL: Final = Signal(SPEC, assess)

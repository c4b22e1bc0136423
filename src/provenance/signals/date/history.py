"""Does the document show that, and when, it was changed?"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from provenance.answering.answers import OPEN, open_for, places_of
from provenance.answering.dating import horizon, in_time
from provenance.answering.passages import spans_of
from provenance.answering.standards import schema_org
from provenance.answering.tallies import words_unreadable
from provenance.document import Document
from provenance.evidence import Observation, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, unknown, yes
from provenance.values.dates import Date

_KINDS: Final = frozenset({"correction", "update"})

SPEC: Final = SignalSpec(
    id="date.history",
    version=1,
    title="A change is dated or noted",
    problem="No past date or note of a change is found",
    question="Does the document show a date of modification, or a note that it was corrected or updated?",
    rationale="A text that is changed silently cannot be cited. One that says when and what was corrected can.",
    method="Yes if a date of modification that is not after the day of the assessment is observed, or if the text contains a note of correction or update; a note that repeats another word for word is not needed to count. No if all dates of modification are known, none can be in time, and the text was read and has no such note (or it is known that there is no text).",
    weaknesses=(
        "Many systems write a date of modification without any change, or renew it with every visit.",
        "A text that never needed a change has none to show, and loses the same points; they are few for that reason.",
        "Notes are recognised by their wording, in the languages that have a lexicon.",
    ),
    standard=schema_org("dateModified"),
    direction=Direction.RAISES,
    reads=frozenset({"modified", "retrieved", "text", "links"}),
    remediation="Declare dateModified, and say in the text what was corrected or updated, and when.",
    good_example="Correction, 14 February 2024: an earlier version misstated the depth of the harbour.",
    problem_example="The figures in the text change from one day to the next without any note.",
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    facts = document.facts
    field = document.modified
    if facts is None and not field.complete and not field.observations:
        return open_for(field)
    notes = [n for n in facts.notices if n.kind in _KINDS and not n.repeated] if facts is not None else []
    last = horizon(document, context) if field.observations else None
    shown: list[Observation[Date]] = []
    possible: list[Observation[Date]] = []
    for observation in field.observations:
        timely = in_time(observation.value, last)
        if timely is not False:
            (shown if timely else possible).append(observation)
    if shown or notes:
        return yes((*places_of(shown), *spans_of(notes)))
    if possible:
        return _undecided(Why.NO_AS_OF if last is None else Why.UNDECIDED, places_of(possible))
    if not field.complete:
        return open_for(field)
    unread = words_unreadable(document)
    if unread is not None and not (facts is None and document.text.complete):
        return OPEN[unread]
    return no(places_of(field.observations))


@lru_cache(maxsize=1 << 8)
def _undecided(why: Why, places: tuple[str, ...]) -> Finding:
    """Open, since what stands at *places* may or may not be in time."""
    return unknown(why, places)


SIGNAL: Final = Signal(SPEC, assess)

"""Do two voices give the same day of publication?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, OPEN, open_for, places_of
from provenance.answering.dating import horizon, in_time
from provenance.document import Document
from provenance.evidence import VOICE, Field, Voice, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, unknown, yes
from provenance.values.dates import Date, days

SPEC: Final = SignalSpec(
    id="date.confirmed",
    version=1,
    title="The date is confirmed by a second voice",
    problem="No date of publication is confirmed",
    question="Do two voices, such as the structured data and the visible date line, give the same day of publication?",
    rationale="Dates in structured data are often those of a template or of the last change. A day that the page shows and declares is more likely to be the day of publication.",
    method="Yes if the same calendar day, in the time zone of each or in UTC, is stated in two of the three voices: declared (structured data, meta tags), observed (visible text, address, HTTP, caller), attested (a registry), and does not lie after the day of the assessment. Dates that are less precise than a day confirm nothing. No if all dates are known, two voices were heard and no pair agrees, or if it is known that no date is stated. One voice alone leaves it unknown.",
    weaknesses=(
        "Both voices are fed by one content system as a rule: backdating it changes both.",
        "In a date such as 10/11/2020 either reading may agree.",
    ),
    standard=Standard(
        name="htmldate",
        clause="issue 195, dates of one page that disagree",
        url="https://github.com/adbar/htmldate/issues/195",
    ),
    direction=Direction.RAISES,
    reads=frozenset({"published", "retrieved"}),
    remediation="Give the same day of publication in the visible date line and in the page's structured data.",
    good_example='Date line "13 February 2024"; JSON-LD "datePublished": "2024-02-13".',
    problem_example='Date line "13 February 2024"; JSON-LD "datePublished": "2021-06-01".',
    implies=("date.published",),
)


def assess(document: Document, context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.published
    if not field.complete and len(field.observations) < 2:
        return open_for(field)
    if len(field.observations) == 1:
        return OPEN[Why.ONE_VOICE]
    last = horizon(document, context)
    settled = _pairs(field, last, settled=True)
    if settled:
        return yes(settled)
    undecided = _pairs(field, last, settled=False)
    if undecided:
        return unknown(Why.NO_AS_OF if last is None else Why.UNDECIDED, undecided)
    if not field.complete:
        return open_for(field)
    if not field.observations:
        return NO
    return no(places_of(field.observations)) if len(field.voices) > 1 else OPEN[Why.ONE_VOICE]


def _pairs(field: Field[Date], last: Date | None, *, settled: bool) -> tuple[str, ...]:
    """The places of days that two voices give, counting only what is in time, or what may be."""
    said: dict[str, list[tuple[Voice, str]]] = {}
    for date, channel, at in field.observations:
        timely = in_time(date, last)
        if timely or (timely is None and not settled):
            for day in days(date):
                said.setdefault(day, []).append((VOICE[channel], at))
    agreed = [heard for heard in said.values() if len({voice for voice, _ in heard}) > 1]
    return tuple(sorted({at for heard in agreed for _, at in heard}))


SIGNAL: Final = Signal(SPEC, assess)

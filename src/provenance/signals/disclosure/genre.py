"""Does the document say what kind of text it is?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, open_for, places_of
from provenance.answering.standards import trust_indicator
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, yes
from provenance.values.genres import genre_of

SPEC: Final = SignalSpec(
    id="disclosure.genre",
    version=1,
    title="The kind of text is stated",
    problem="No statement of the kind of text is found",
    question="Does the document say what kind of text it is: news, opinion, analysis, review, sponsored, satire, press release or fact check?",
    rationale="An opinion column is judged by other standards than a report. A reader who is not told which it is may mistake one for the other.",
    method="Reads the schema.org types and genres and the section that are stated, each by what newsrooms call it in eight languages. Yes if one of them names a kind; the note says which. No if both genre and section were looked for and neither names one. Reported, not scored.",
    weaknesses=(
        "Many systems declare NewsArticle for everything that they publish, columns included.",
        "The kind is read from labels, never from the text: satire that is not labelled goes unseen.",
        "An outlet's own labels are not recognised.",
    ),
    standard=trust_indicator("Type of Work"),
    direction=Direction.REPORTED,
    reads=frozenset({"genre", "section"}),
    remediation="Declare the schema.org type that fits, such as OpinionNewsArticle, and label the text for its readers.",
    good_example='"@type": "OpinionNewsArticle"',
    problem_example='A column that is declared as "Article", in the section "Today".',
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    genre, section = document.genre, document.section
    told = [(o, kind) for o in (*genre.observations, *section.observations) if (kind := genre_of(o.value))]
    if told:
        note = ", ".join(sorted({kind.replace("_", " ") for _, kind in told}))
        return yes(places_of([o for o, _ in told]), note)
    for field in (genre, section):
        if not field.complete:
            return open_for(field)
    return NO


SIGNAL: Final = Signal(SPEC, assess)

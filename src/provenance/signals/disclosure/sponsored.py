"""Is the document labelled as paid for?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import open_for, places_of
from provenance.answering.notices import noticed
from provenance.answering.standards import newsguard
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, yes
from provenance.values.genres import genre_of

SPEC: Final = SignalSpec(
    id="disclosure.sponsored",
    version=1,
    title="A label of paid content is found",
    problem="No label of paid content is found",
    question="Is the document labelled as advertising or as paid for by somebody?",
    rationale="Whoever pays for a text decides what it says. A label lets readers, and those who build corpora, keep it apart from reporting.",
    method="Yes if a stated genre or section is one of advertising (schema.org AdvertiserContentArticle among them), if a sentence of the text opens with such a label, or if a line above the text is one (“Sponsored by …”; further down it labels an advertisement there). No if genre and section were looked for, and the text was read and has none. Reported, not scored: no label can mean that nobody paid, or that nobody says so.",
    weaknesses=(
        "What is paid for and not labelled goes unseen; that is the case that matters most.",
        "Labels in the text are recognised by their wording, in English, Dutch, French, German, Italian, Portuguese and Spanish; only in those that have a lexicon does silence count as no.",
        "Labels that are drawn in pictures or added by scripts are not seen.",
    ),
    standard=newsguard("Website clearly labels advertising"),
    direction=Direction.REPORTED,
    reads=frozenset({"genre", "section", "text", "links"}),
    remediation="Label what is paid for, in the text and as AdvertiserContentArticle.",
    good_example="Paid content: this text was paid for by the harbour company.",
    problem_example="A text that praises a product, with a link to where it is sold, in the section News.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    genre, section = document.genre, document.section
    labels = (*genre.observations, *section.observations)
    labelled = places_of([o for o in labels if genre_of(o.value) == "sponsored"])
    notices = noticed(document, "sponsored")
    if labelled or notices.spans:
        return yes((*labelled, *notices.spans))
    for field in (genre, section):
        if not field.complete:
            return open_for(field)
    return notices.otherwise(no())


SIGNAL: Final = Signal(SPEC, assess)

"""Does the publisher reserve the use of its texts for training?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import open_for, places_of
from provenance.document import Document
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, yes
from provenance.values.reservations import is_reserved

_TRUST: Final = "datatrainingallowed"

SPEC: Final = SignalSpec(
    id="disclosure.training_reservation",
    version=1,
    title="Use for training is reserved",
    problem="No reservation of use for training is found",
    question="Does the publisher reserve the use of the document for training or for text and data mining?",
    rationale="In the European Union texts that are online may be mined unless whoever has the rights reserves that in a form that machines can read (Directive 2019/790, article 4). A corpus has to know.",
    method="Yes if the robots directives of the page or of its server say noai, noimageai or noml, if tdm-reservation is 1, or if the publisher's trust.txt among the user's registries says datatrainingallowed=no. No if all that can say so was looked at and nothing reserves it: for a page that includes the answer of its server, which a saved page does not show and a web archive does. Reported, not scored.",
    weaknesses=(
        "Reservations in robots.txt, in terms of use and in contracts are not read.",
        "The directives noai and noimageai are no standard; what they bind is disputed.",
        "A copy shows its own day only: a reservation may have been added since.",
    ),
    standard=Standard(
        name="W3C TDM Reservation Protocol (TDMRep)",
        clause="tdm-reservation, in HTML and in HTTP headers",
        url="https://www.w3.org/community/tdmrep/",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"reservations", "declarations"}),
    remediation="State tdm-reservation, 1 or 0, in the page or in the response headers.",
    good_example='<meta name="tdm-reservation" content="1">',
    problem_example="Terms of use that forbid mining, which no program can read.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field, stated = document.reservations, document.declarations
    trusted = [o for o in stated.observations if o.value.name == _TRUST]
    reserved = [o for o in field.observations if is_reserved(o.value)]
    refused = [o for o in trusted if o.value.value == "no"]
    if reserved or refused:
        notes = {o.value for o in field.observations} | {f"{_TRUST}={o.value.value}" for o in trusted}
        return yes(places_of((*reserved, *refused)), "; ".join(sorted(notes)))
    if not field.complete:
        return open_for(field)
    return no(places_of((*field.observations, *trusted)))


SIGNAL: Final = Signal(SPEC, assess)

"""Does the publisher's ads.txt say who owns it?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, open_for, places_of
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, yes

_NAMED: Final = ("ownerdomain", "managerdomain")

SPEC: Final = SignalSpec(
    id="publisher.ads_txt",
    version=1,
    title="ads.txt names the owner",
    problem="ads.txt names no owner",
    question="Does the publisher's ads.txt name the domain of its owner or manager?",
    rationale="Who is paid for the advertisements of a site is seldom said on its pages. Since version 1.1 its ads.txt can say who owns it and who manages its sales, and networks of sites under one owner show there.",
    method="Reads the ads.txt files among the user's registries. Yes if the file of the document's site gives OWNERDOMAIN or MANAGERDOMAIN, no if it gives neither, open if there is no such file. The note says how many sellers it names. Reported, not scored.",
    weaknesses=(
        "Sites without advertisements have no such file, and lack nothing.",
        "The owner that is named is the one who sells, who need not be the publisher.",
    ),
    standard=Standard(
        name="IAB Tech Lab, ads.txt specification 1.1",
        clause="3.5, OWNERDOMAIN and MANAGERDOMAIN",
        url="https://iabtechlab.com/ads-txt/",
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"declarations"}),
    remediation="Add OWNERDOMAIN=… to ads.txt.",
    good_example="OWNERDOMAIN=tarnmoor-media.example",
    problem_example="Three hundred resellers, and not a word on whose site it is.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.declarations
    if not field.complete:
        return open_for(field)
    stated = [o for o in field.observations if o.value.file == "ads.txt"]
    if not stated:
        return OPEN[Why.NOTHING_TO_JUDGE]
    named = places_of([o for o in stated if o.value.name in _NAMED])
    note = "; ".join(sorted({f"{o.value.name} {o.value.value}" for o in stated if o.value.name != "contact"}))
    return yes(named, note) if named else no(places_of(stated), note)


SIGNAL: Final = Signal(SPEC, assess)

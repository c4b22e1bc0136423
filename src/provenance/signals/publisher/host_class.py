"""Is the document served from a domain of its publisher's own?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, open_for, places_of
from provenance.answering.standards import newsguard
from provenance.document import Document
from provenance.evidence import Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no, yes

_IN_WORDS: Final = {
    "domain": "a domain of its own",
    "platform": "a page on a shared platform",
    "ip": "a bare network address",
    "suffix": "a public suffix, which belongs to no single publisher",
    "local": "a local name, which nobody else can visit",
}

SPEC: Final = SignalSpec(
    id="publisher.host_class",
    version=1,
    title="Served from a domain of its own",
    problem="Not served from a domain of its own",
    question="Is the document served from a registered domain of its own, rather than from a shared platform or a bare address?",
    rationale="On a shared platform the domain belongs to the platform and says little about the tenant who publishes there.",
    method="Yes if the host of any address of the document is a registered domain by the Public Suffix List (its private section included) and the table of platforms. No if the address is known and every host is a platform's, an IP address, a public suffix or a local name; the note says which. Reported, not scored.",
    weaknesses=(
        "A domain of one's own costs a few euros a year and shows no accountability by itself.",
        "Platforms that are missing from the list and the table are taken for domains.",
    ),
    standard=newsguard("Platforms are designated, not rated"),
    direction=Direction.REPORTED,
    reads=frozenset({"url"}),
    remediation="Publish under a registered domain of the publisher's own.",
    good_example="https://tarnmoor-herald.co.uk/news/harbour: a registered domain.",
    problem_example="http://192.0.2.7/news/harbour.html: a bare network address.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.url
    own = tuple(sorted(o.at for o in field.observations if o.value.host.kind == "domain"))
    if own:
        return yes(own, _IN_WORDS["domain"])
    if not field.complete:
        return open_for(field)
    if not field.observations:
        return OPEN[Why.NOTHING_TO_JUDGE]
    kinds = sorted({o.value.host.kind for o in field.observations})
    return no(places_of(field.observations), "; ".join(_IN_WORDS[kind] for kind in kinds))


SIGNAL: Final = Signal(SPEC, assess)

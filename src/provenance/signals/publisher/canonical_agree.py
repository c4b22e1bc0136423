"""Do the address and the canonical address of the document belong to one domain?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import OPEN, UNSUPPLIED, open_for
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED, Why
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, Standard, no, yes

SPEC: Final = SignalSpec(
    id="publisher.canonical_agree",
    version=1,
    title="Address and canonical address agree",
    problem="The canonical address is on another domain",
    question="Do the address at which the document was found and the address that it calls its own share a registrable domain?",
    rationale="A page that calls an address on another domain its own is a copy, a syndication, or a mistake; in each case the publisher is to be looked for there.",
    method="Yes if any observed address and any canonical address (rel=canonical, og:url, mainEntityOfPage) have the same registrable domain by the Public Suffix List. No if both are completely known and none do. Reported, not scored: a canonical address elsewhere is how honest syndication credits its source.",
    weaknesses=(
        "Outlets that publish under several domains of one owner disagree without any fault.",
        "A copier who rewrites the canonical link agrees.",
    ),
    standard=Standard(
        name="RFC 6596, The Canonical Link Relation", clause="3", url="https://www.rfc-editor.org/rfc/rfc6596"
    ),
    direction=Direction.REPORTED,
    reads=frozenset({"url", "canonical"}),
    remediation="Let rel=canonical name the page's own address, or credit the source visibly if the text is syndicated.",
    good_example="Found at https://m.tarnmoor-herald.co.uk/a, canonical https://www.tarnmoor-herald.co.uk/a.",
    problem_example="Found at https://fresh-stories.info/a, canonical https://www.tarnmoor-herald.co.uk/a.",
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    url, canonical = document.url, document.canonical
    if url is NOT_SUPPLIED or canonical is NOT_SUPPLIED:
        return UNSUPPLIED
    shared = {o.value.host.registrable for o in url.observations} & {
        o.value.host.registrable for o in canonical.observations
    }
    if shared:
        both = url.observations + canonical.observations
        return yes(tuple(sorted(o.at for o in both if o.value.host.registrable in shared)))
    for field in (url, canonical):
        if not field.complete:
            return open_for(field)
    if not url.observations or not canonical.observations:
        return OPEN[Why.NOTHING_TO_JUDGE]
    return no(tuple(sorted(url.places() + canonical.places())))


SIGNAL: Final = Signal(SPEC, assess)

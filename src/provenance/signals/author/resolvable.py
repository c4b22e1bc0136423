"""Can an author be found by something more than a name?"""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import NO, OPEN, open_for, places_of, yes_by
from provenance.answering.authors import IDENTIFIABLE, of_kind
from provenance.answering.standards import schema_org
from provenance.document import Document
from provenance.evidence import Why
from provenance.fields import Identity
from provenance.signal import Context, Direction, Finding, Signal, SignalSpec, no

SPEC: Final = SignalSpec(
    id="author.resolvable",
    version=1,
    title="An author is given an address or identifier",
    problem="No author's address or identifier counts",
    question="Is an author given an address or identifier by which they can be found and told from others of the same name?",
    rationale="A name is shared by many; a profile page, an ORCID or an ISNI leads to one of them and to what else they wrote.",
    method="Yes if a person or organisation among the authors has a web address (url, sameAs), an ORCID or ISNI whose check digit is right, or an e-mail address at the document's own domain. No if all authors are known, each was looked at for identifiers, and none qualifies. An author given by name alone leaves it unknown: nobody looked further.",
    weaknesses=(
        "Nobody follows the address: a profile that is empty, invented or another person's counts.",
        "An identifier that is real can be borrowed.",
    ),
    standard=schema_org("sameAs"),
    direction=Direction.RAISES,
    reads=frozenset({"authors", "url"}),
    remediation="Link the author's name to a profile page, or give an ORCID, in the page's structured data.",
    good_example='"author": {"name": "Nora Feldkamp", "sameAs": "https://orcid.org/0000-0002-1825-0097"}',
    problem_example='"author": {"name": "Nora Feldkamp", "url": ""}',
    implies=("author.named",),
)


def assess(document: Document, _context: Context) -> Finding:
    """Answer the question of `SPEC`."""
    field = document.authors
    authors = of_kind(field, IDENTIFIABLE)
    given = [o for o in authors if o.value.identities]
    found = [o for o in given if any(_leads_somewhere(i, document) for i in o.value.identities or ())]
    if found:
        return yes_by(found)
    if not field.complete:
        return open_for(field)
    if not field.observations:
        return NO
    if any(o.value.identities is None for o in authors):
        return OPEN[Why.NOT_SHOWN]
    if not document.url.complete and any(i.kind == "email" for o in given for i in o.value.identities or ()):
        return OPEN[Why.URL_UNKNOWN]
    return no(places_of(authors or field.observations))


def _leads_somewhere(identity: Identity, document: Document) -> bool:
    if identity.kind == "email":
        return identity.site in (document.own_sites or ())
    return identity.kind != "url" or bool(identity.site)


SIGNAL: Final = Signal(SPEC, assess)

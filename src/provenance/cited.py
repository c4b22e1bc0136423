"""Everything that a document cites: in its words, in its list of references, in its links."""

from __future__ import annotations

from provenance.citing import citation_in_text, citation_of_link
from provenance.document import Document
from provenance.fields import Citation


def cited(document: Document) -> list[Citation]:
    """Each citation of *document*, as often as it stands."""
    facts = document.facts
    found = [citation_of_link(link.value.target) for link in document.links.observations]
    if document.citations.observations:
        found = [*document.citations.values, *found]
    if facts is not None:
        found = [*filter(None, map(citation_in_text, facts.citations)), *found]
    return found

"""What a publisher discloses about itself: one question for each group of schema.org policies."""

from __future__ import annotations

from provenance.answering.answers import NO, UNSUPPLIED, open_for, yes_by
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED
from provenance.signal import Finding


def disclosed(document: Document, names: frozenset[str]) -> Finding:
    """Whether a policy under one of *names* is published.

    Yes by any one of them; no only where all of the publisher's disclosures were looked for.
    """
    field = document.policies
    if field is NOT_SUPPLIED:
        return UNSUPPLIED
    found = [o for o in field.observations if o.value.name in names]
    if found:
        return yes_by(found)
    return NO if field.complete else open_for(field)

"""What a publisher discloses about itself: one question for each group of schema.org policies."""

from __future__ import annotations

from provenance.answering.answers import looked_for
from provenance.document import Document
from provenance.signal import Finding


def disclosed(document: Document, names: frozenset[str]) -> Finding:
    """Whether a policy under one of *names* is published.

    Yes by any one of them; no only where all of the publisher's disclosures were looked for.
    """
    return looked_for(document.policies, lambda policy: policy.name in names)

"""Whether a document is served from a host that imitates another's name."""

from __future__ import annotations

from typing import Final

from provenance.answering.answers import CLEAR, flagged, open_for
from provenance.document import Document
from provenance.signal import Context, Finding
from provenance.values.lookalikes import REASONS

LETTERS: Final = frozenset({"mixed_script", "confusable"})
"""The reasons for a suspicion that lie in the letters themselves, whatever name they imitate."""

LIKENESS: Final = frozenset(REASONS) - LETTERS
"""Those that lie in the likeness to a protected name."""


def imitation(document: Document, context: Context, asked_for: frozenset[str]) -> Finding:
    """Raised where any host of the document is suspect for a reason that is asked for.

    Clear where every address is known, or known not to exist, and none is suspect.
    """
    field = document.url
    places, notes = [], set()
    for url, _, at in field.observations:
        suspicion = context.suspicion_of(url.host)
        if suspicion is None:
            continue
        reasons = ", ".join(reason.replace("_", " ") for reason in suspicion.reasons if reason in asked_for)
        if reasons:
            places.append(at)
            notes.add(
                f"{url.host.name}: {reasons}" + (f" of {suspicion.protected}" if suspicion.protected else "")
            )
    if places:
        return flagged(tuple(sorted(places)), "; ".join(sorted(notes)))
    return CLEAR if field.complete else open_for(field)

"""Whether a document is served from a host that imitates another's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from provenance.answering.answers import CLEAR, UNSUPPLIED, flagged, open_for
from provenance.document import Document
from provenance.evidence import NOT_SUPPLIED
from provenance.signal import Context, Finding


def imitation(document: Document, context: Context, asked_for: Callable[[str], bool]) -> Finding:
    """Raised where any host of the document is suspect for a reason that is asked for.

    Clear where every address is known, or known not to exist, and none is suspect.
    """
    field = document.url
    if field is NOT_SUPPLIED:
        return UNSUPPLIED
    places, notes = [], set()
    for url, _, at in field.observations:
        suspicion = context.suspicion_of(url.host)
        if suspicion is None:
            continue
        reasons = ", ".join(reason.replace("_", " ") for reason in suspicion.reasons if asked_for(reason))
        if reasons:
            places.append(at)
            notes.add(
                f"{url.host.name}: {reasons}" + (f" of {suspicion.protected}" if suspicion.protected else "")
            )
    if places:
        return flagged(tuple(sorted(places)), "; ".join(sorted(notes)))
    return CLEAR if field.complete else open_for(field)


HOMOGLYPH: Final = frozenset({"mixed_script", "confusable"})
"""The reasons for a suspicion that lie in the letters themselves, whatever name they imitate."""


def is_homoglyph(reason: str) -> bool:
    """Whether a host is suspect for its letters."""
    return reason in HOMOGLYPH


def is_lookalike(reason: str) -> bool:
    """Whether a host is suspect for its likeness to a protected name."""
    return reason not in HOMOGLYPH

"""What it cites, and whether that bears out what it says."""

from provenance.signals.citation import (
    ai_referred,
    claims_supported,
    complete,
    independent,
    persistent_id,
    primary_share,
    self_share,
)

__all__ = [
    "ai_referred",
    "claims_supported",
    "complete",
    "independent",
    "persistent_id",
    "primary_share",
    "self_share",
]

"""What it cites, and whether that bears out what it says."""

from provenance.signals.citation import (
    ai_referred,
    circular,
    claims_supported,
    common_origin,
    complete,
    independent,
    persistent_id,
    primary_share,
    self_share,
)

__all__ = [
    "ai_referred",
    "circular",
    "claims_supported",
    "common_origin",
    "complete",
    "independent",
    "persistent_id",
    "primary_share",
    "self_share",
]

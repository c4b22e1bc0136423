"""What it cites, and whether that bears out what it says."""

from typing import Final

from provenance.signal import Signal
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

SIGNALS: Final[tuple[Signal, ...]] = (
    claims_supported.SIGNAL,
    independent.SIGNAL,
    primary_share.SIGNAL,
    persistent_id.SIGNAL,
    complete.SIGNAL,
    self_share.SIGNAL,
    ai_referred.SIGNAL,
    circular.SIGNAL,
    common_origin.SIGNAL,
)

"""Whether anything was hidden in it; reported, never scored."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.integrity import c2pa_text, hidden_text

SIGNALS: Final[tuple[Signal, ...]] = (
    hidden_text.SIGNAL,
    c2pa_text.SIGNAL,
)

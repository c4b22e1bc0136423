"""When it was published and changed, and whether its dates can hold."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.date import confirmed, contradiction, history, published

SIGNALS: Final[tuple[Signal, ...]] = (
    published.SIGNAL,
    confirmed.SIGNAL,
    history.SIGNAL,
    contradiction.SIGNAL,
)

"""What the document discloses about itself; reported, never scored."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.disclosure import (
    ai_generated,
    corrections,
    genre,
    licence,
    retraction,
    sponsored,
    training_reservation,
)

SIGNALS: Final[tuple[Signal, ...]] = (
    licence.SIGNAL,
    genre.SIGNAL,
    sponsored.SIGNAL,
    ai_generated.SIGNAL,
    training_reservation.SIGNAL,
    corrections.SIGNAL,
    retraction.SIGNAL,
)

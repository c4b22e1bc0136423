"""What the document discloses about itself; reported, never scored."""

from provenance.signals.disclosure import (
    ai_generated,
    corrections,
    genre,
    licence,
    retraction,
    sponsored,
    training_reservation,
)

__all__ = [
    "ai_generated",
    "corrections",
    "genre",
    "licence",
    "retraction",
    "sponsored",
    "training_reservation",
]

"""Who wrote it, and whether they can be found and asked."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.author import bio, confirmed, excused, kind, named, resolvable

SIGNALS: Final[tuple[Signal, ...]] = (
    named.SIGNAL,
    kind.SIGNAL,
    confirmed.SIGNAL,
    resolvable.SIGNAL,
    bio.SIGNAL,
    excused.SIGNAL,
)

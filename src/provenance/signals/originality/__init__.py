"""Whether the text is the document's own."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.originality import quoted_share, repetition, residue
from provenance.signals.originality import type as kind_of_original

SIGNALS: Final[tuple[Signal, ...]] = (
    kind_of_original.SIGNAL,
    repetition.SIGNAL,
    residue.SIGNAL,
    quoted_share.SIGNAL,
)

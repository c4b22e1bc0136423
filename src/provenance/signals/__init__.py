"""The questions that come with the library: one module each, `signals/<family>/<name>.py` holds `family.name`."""

from __future__ import annotations

from typing import Final

from provenance.signal import Signal
from provenance.signals import (
    attribution,
    author,
    citation,
    date,
    disclosure,
    integrity,
    originality,
    publisher,
)

CORE: Final[tuple[Signal, ...]] = (
    *publisher.SIGNALS,
    *author.SIGNALS,
    *date.SIGNALS,
    *attribution.SIGNALS,
    *citation.SIGNALS,
    *originality.SIGNALS,
    *disclosure.SIGNALS,
    *integrity.SIGNALS,
)
"""Every signal, in the order of features and reports; a new one is appended to its family."""

"""Who is reported to say what, and whether a reader can tell who they are."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.attribution import (
    anonymity_explained,
    anonymous_share,
    attributed_share,
    density,
    distinct_sources,
    introduced,
    named_share,
    outside_expert,
    right_of_reply,
    unattributed_quotes,
    vague,
)

SIGNALS: Final[tuple[Signal, ...]] = (
    density.SIGNAL,
    attributed_share.SIGNAL,
    named_share.SIGNAL,
    vague.SIGNAL,
    introduced.SIGNAL,
    distinct_sources.SIGNAL,
    right_of_reply.SIGNAL,
    anonymity_explained.SIGNAL,
    anonymous_share.SIGNAL,
    unattributed_quotes.SIGNAL,
    outside_expert.SIGNAL,
)

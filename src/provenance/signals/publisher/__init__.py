"""Who published it, and whether they can be held to account."""

from typing import Final

from provenance.signal import Signal
from provenance.signals.publisher import (
    ads_txt,
    canonical_agree,
    confirmed,
    corrections_policy,
    feedback_contact,
    homoglyph_host,
    host_class,
    lookalike,
    masthead,
    named,
    ownership,
    principles,
    rating,
    sources_policy,
    trust_txt,
)

SIGNALS: Final[tuple[Signal, ...]] = (
    named.SIGNAL,
    confirmed.SIGNAL,
    corrections_policy.SIGNAL,
    ownership.SIGNAL,
    feedback_contact.SIGNAL,
    principles.SIGNAL,
    sources_policy.SIGNAL,
    masthead.SIGNAL,
    host_class.SIGNAL,
    canonical_agree.SIGNAL,
    lookalike.SIGNAL,
    homoglyph_host.SIGNAL,
    rating.SIGNAL,
    trust_txt.SIGNAL,
    ads_txt.SIGNAL,
)

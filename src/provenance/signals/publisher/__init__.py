"""Who published it, and whether they can be held to account."""

from provenance.signals.publisher import (
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
    sources_policy,
)

__all__ = [
    "canonical_agree",
    "confirmed",
    "corrections_policy",
    "feedback_contact",
    "homoglyph_host",
    "host_class",
    "lookalike",
    "masthead",
    "named",
    "ownership",
    "principles",
    "sources_policy",
]

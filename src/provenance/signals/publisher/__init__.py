"""Who published it, and whether they can be held to account."""

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

__all__ = [
    "ads_txt",
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
    "rating",
    "sources_policy",
    "trust_txt",
]

"""Who is reported to say what, and whether a reader can tell who they are."""

from provenance.signals.attribution import (
    anonymity_explained,
    anonymous_share,
    attributed_share,
    density,
    distinct_sources,
    introduced,
    named_share,
    right_of_reply,
    unattributed_quotes,
    vague,
)

__all__ = [
    "anonymity_explained",
    "anonymous_share",
    "attributed_share",
    "density",
    "distinct_sources",
    "introduced",
    "named_share",
    "right_of_reply",
    "unattributed_quotes",
    "vague",
]

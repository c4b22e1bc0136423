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
    publisher.named.SIGNAL,
    publisher.confirmed.SIGNAL,
    publisher.corrections_policy.SIGNAL,
    publisher.ownership.SIGNAL,
    publisher.feedback_contact.SIGNAL,
    publisher.principles.SIGNAL,
    publisher.sources_policy.SIGNAL,
    publisher.masthead.SIGNAL,
    publisher.host_class.SIGNAL,
    publisher.canonical_agree.SIGNAL,
    publisher.lookalike.SIGNAL,
    publisher.homoglyph_host.SIGNAL,
    author.named.SIGNAL,
    author.kind.SIGNAL,
    author.confirmed.SIGNAL,
    author.resolvable.SIGNAL,
    author.bio.SIGNAL,
    author.excused.SIGNAL,
    date.published.SIGNAL,
    date.confirmed.SIGNAL,
    date.history.SIGNAL,
    date.contradiction.SIGNAL,
    attribution.attributed_share.SIGNAL,
    attribution.named_share.SIGNAL,
    attribution.vague.SIGNAL,
    attribution.introduced.SIGNAL,
    attribution.distinct_sources.SIGNAL,
    attribution.right_of_reply.SIGNAL,
    attribution.anonymity_explained.SIGNAL,
    attribution.anonymous_share.SIGNAL,
    attribution.unattributed_quotes.SIGNAL,
    citation.claims_supported.SIGNAL,
    citation.independent.SIGNAL,
    citation.primary_share.SIGNAL,
    citation.persistent_id.SIGNAL,
    citation.complete.SIGNAL,
    citation.self_share.SIGNAL,
    citation.ai_referred.SIGNAL,
    citation.circular.SIGNAL,
    citation.common_origin.SIGNAL,
    originality.kind_of_original.SIGNAL,
    originality.repetition.SIGNAL,
    originality.residue.SIGNAL,
    originality.quoted_share.SIGNAL,
    disclosure.licence.SIGNAL,
    integrity.hidden_text.SIGNAL,
)
"""Every signal, in the order of features and reports; a new one is appended to its family."""

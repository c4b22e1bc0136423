"""Whether the text is the document's own."""

from provenance.signals.originality import quoted_share, repetition, residue
from provenance.signals.originality import type as kind_of_original

__all__ = ["kind_of_original", "quoted_share", "repetition", "residue"]

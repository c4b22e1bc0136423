"""What the document discloses about itself; reported, never scored."""

from provenance.signals.disclosure import licence

__all__ = ["licence"]

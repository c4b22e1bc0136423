"""Whether anything was hidden in it; reported, never scored."""

from provenance.signals.integrity import hidden_text

__all__ = ["hidden_text"]

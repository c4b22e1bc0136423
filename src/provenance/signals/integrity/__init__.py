"""Whether anything was hidden in it; reported, never scored."""

from provenance.signals.integrity import c2pa_text, hidden_text

__all__ = ["c2pa_text", "hidden_text"]

"""Who wrote it, and whether they can be found and asked."""

from provenance.signals.author import bio, confirmed, excused, kind, named, resolvable

__all__ = ["bio", "confirmed", "excused", "kind", "named", "resolvable"]

"""When it was published and changed, and whether its dates can hold."""

from provenance.signals.date import confirmed, contradiction, history, published

__all__ = ["confirmed", "contradiction", "history", "published"]

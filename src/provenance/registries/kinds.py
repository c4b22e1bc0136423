"""What a registry file can be."""

from __future__ import annotations

from typing import Final

KINDS: Final = ("ratings", "protected", "affiliates", "trust.txt", "ads.txt")
"""Every kind of registry file."""

OF_OTHERS: Final = frozenset({"trust.txt", "ads.txt"})
"""Files that others wrote: what cannot be understood in them is passed over, as their specifications ask."""

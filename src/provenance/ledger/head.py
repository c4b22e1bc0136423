"""The head of a ledger: what is anchored elsewhere, so that its past cannot be rewritten unnoticed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from provenance.errors import ConfigurationError, shown

_SPELLED: Final = re.compile(r"(?:sha256:)?([0-9a-f]{64}):([0-9]{1,18})")


class Head(NamedTuple):
    """The root of the Merkle tree over the first `size` entries, as 64 hexadecimal digits."""

    root: str
    size: int

    @classmethod
    def parse(cls, text: str) -> Head:
        """The head that `str` spells.

        Raises:
            ConfigurationError: it spells none.
        """
        found = _SPELLED.fullmatch(text.strip())
        if found is None:
            raise ConfigurationError(
                f"expected the head of a ledger, sha256:HEX:SIZE as `provenance ledger head` prints it, found {shown(text)}"
            )
        return cls(found[1], int(found[2]))

    def __str__(self) -> str:
        """``sha256:HEX:SIZE``, one word to anchor."""
        return f"sha256:{self.root}:{self.size}"

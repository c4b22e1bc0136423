"""``python -m provenance``, and the ``provenance`` command."""

from __future__ import annotations

import gc
import sys
from typing import Final

_MADE: Final = 20_000
"""Objects that are made, and still there, when the collector looks for those that hold one another; Python's own is 700.
There are hardly any in a run, and a look at all that documents are made of takes a twentieth of its time."""


def run() -> int:
    """Run the command; its exit code (docs/reference/exit-codes.md)."""
    gc.set_threshold(_MADE)
    from provenance.cli.main import main_with_streams

    return main_with_streams(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())

"""``python -m provenance``, and the ``provenance`` command."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command; its exit code (docs/reference/exit-codes.md)."""
    from provenance.cli.main import main_with_streams

    return main_with_streams(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())

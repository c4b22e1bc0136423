"""How much is measured, and where there is room for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from benchmarks.measuring import Base

Row = Mapping[str, float | str]
"""Figures by name (`figures.FIGURES`); for what is not there, a `note` that says so."""
Rows = Mapping[str, Row]


@frozen
class Plan:
    """How much is measured."""

    base: Base
    scratch: Path
    rounds: int = 7
    records: int = 20_000
    """Records without text that a command is given; with text it is a twentieth."""
    sizes: tuple[int, ...] = (1_000, 10_000, 100_000)
    """Numbers of records that growth is followed along."""
    texts: tuple[int, ...] = (1_000, 10_000, 100_000)
    """Numbers of texts, likewise."""
    keys: int = 200_000
    """Documents of ready-made keys."""
    pages: Path | None = None
    """Saved pages, JSON Lines with `html` and `url`, to be read in place of invented ones."""

    def file(self, name: str) -> Path:
        """A file to write to."""
        return self.scratch / name

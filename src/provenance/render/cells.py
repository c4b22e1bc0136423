"""Cells of CSV and Markdown that do nothing, wherever they are opened."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from provenance.render.words import one_line

_MARKUP: Final = re.compile(r"[\\`*_\[\]()!<>|&~]")
_CELL_WIDTH: Final = 120
_FORMULA_SIGNS: Final = frozenset("=+-@")


def csv_line(cells: Sequence[object]) -> str:
    """*cells* as one line, with nothing in it that is run."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(_harmless(cell) for cell in cells)
    return buffer.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet runs as a formula, and no terminal as a command.

    Spreadsheets look behind white space, and some take the wide forms of the signs.
    """
    if not isinstance(cell, str):
        return cell
    text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in cell)
    return f"'{text}" if _begins_formula(text.lstrip()[:1]) else text


def _begins_formula(character: str) -> bool:
    return unicodedata.normalize("NFKC", character) in _FORMULA_SIGNS


def plain_markdown(text: str, width: int = _CELL_WIDTH) -> str:
    """*text* on one line of a table, read as it stands: no link, no picture, no markup, no end of a cell."""
    return _MARKUP.sub(r"\\\g<0>", one_line(text, width))

"""Rows of other tools as records: what they write for a missing value is unknown, and their types are JSON's."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from operator import ne
from typing import Any, Final

_NOT_AVAILABLE: Final = "NAType"
"""What pandas calls the type of its `NA`, which cannot be compared with anything."""


def record_of(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The record that a row makes; cells that are None, NaN, NaT or NA are left out, and so are such parts of structs.

    >>> record_of({"id": 1, "title": None, "published": float("nan"), "authors": ("Jane Doe",)})
    {'id': 1, 'authors': ['Jane Doe']}
    """
    return {str(name): plain(cell) for name, cell in row.items() if not is_missing(cell)}


def named_twice(names: Iterable[object]) -> list[str]:
    """The columns that stand twice among *names*, of which a record would lose one.

    >>> named_twice(["id", "title", "id"])
    ['id']
    """
    return sorted(name for name, count in Counter(map(str, names)).items() if name and count > 1)


def is_missing(cell: object) -> bool:
    """Whether a cell says that nothing is known: None, NaN, NaT, NA."""
    if cell is None:
        return True
    if isinstance(cell, (str, int, list, dict)):
        return False
    try:
        return bool(ne(cell, cell))  # NaN and NaT are not even themselves
    except (TypeError, ValueError):
        return type(cell).__name__ == _NOT_AVAILABLE


def plain(cell: Any) -> Any:
    """A cell as JSON holds it: days and times as ISO 8601 writes them, arrays as lists, bytes as the text they are."""
    if cell is None or isinstance(cell, (str, bool, int)):
        return cell
    if isinstance(cell, float):
        return None if is_missing(cell) else float(cell)
    if isinstance(cell, Mapping):
        return record_of(cell)
    if isinstance(cell, (set, frozenset)):
        return plain(sorted(cell, key=str))
    if isinstance(cell, (list, tuple)):
        return [None if is_missing(item) else plain(item) for item in cell]
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    if isinstance(cell, (bytes, bytearray, memoryview)):
        return bytes(cell).decode("utf-8", "replace")
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if hasattr(cell, "tolist"):  # an array of numpy, or one of its scalars
        return plain(cell.tolist())
    return str(cell)

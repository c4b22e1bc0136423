"""Values of Python as JSON holds them: what a caller hands in may hold days, tuples or arrays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import NoneType
from typing import Any, Final
from uuid import UUID

from provenance.errors import InputError
from provenance.foreign import is_missing, plain

OF_JSON: Final = frozenset({str, int, float, bool, NoneType, list, dict})
"""The types of what `json.loads` gives."""
_STATED: Final = (set, frozenset, Decimal, dt.date, dt.time, UUID, bytes, bytearray, memoryview)
"""Other types that JSON has a place for, beside arrays."""


def as_json(value: Any, at: str) -> Any:
    """*value*, which stands at the pointer *at*, as JSON holds it: days as ISO 8601 writes them, tuples and arrays as lists.

    Raises:
        InputError: it holds what JSON has no place for, or is nested too deeply to be looked through.

    >>> as_json({"by": ("Ada Lund",), "on": dt.date(2024, 5, 1)}, "")
    {'by': ['Ada Lund'], 'on': '2024-05-01'}
    """
    try:
        return _in_json(value, at)
    except RecursionError:
        raise InputError("nested too deeply", at) from None
    except ArithmeticError:
        raise InputError("holds a decimal number that is none", at) from None


def _in_json(value: Any, at: str) -> Any:
    if isinstance(value, Mapping):
        return {_key(key, at): _in_json(item, f"{at}/{key}") for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_json(item, f"{at}/{n}") for n, item in enumerate(value)]
    if is_missing(value):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)  # and not what a subclass, such as an enumeration, makes of it
    if isinstance(value, (int, float)):
        return int(value) if isinstance(value, int) else float(value)
    if isinstance(value, _STATED) or hasattr(value, "tolist"):
        return plain(value)
    raise InputError(f"expected a JSON value, found {_named(type(value))}", at)


def _key(key: object, at: str) -> str:
    if isinstance(key, str):
        return key
    raise InputError(f"the keys of an object are strings, found {_named(type(key))}", at)


def _named(kind: type) -> str:
    return f"one of type {kind.__name__}"

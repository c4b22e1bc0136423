"""The columns that a caller names for fields, and the fields that he says were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from provenance.errors import ConfigurationError, near, shown
from provenance.fields import FIELDS
from provenance.record.spellings import OTHER_KEYS, READERS, SHAPED, SPELLED, Known

_NO_COLUMNS: Final[Mapping[str, str]] = {}
_ID: Final = ("id", "uri")
_ELSEWHERE: Final = ("id", "html")
"""What a column can give beside the fields."""


class Reading(NamedTuple):
    """Which key gives which field: in any record, and in those of a shape; and the columns that the caller names."""

    common: Mapping[str, Known]
    shapes: tuple[tuple[str, frozenset[str], Mapping[str, Known]], ...]
    nested: tuple[tuple[str, Known], ...] = ()  # paths such as metadata.date
    id_keys: tuple[str, ...] = _ID
    page: str = "html"
    others: frozenset[str] = OTHER_KEYS  # keys that give no field of their own name

    @classmethod
    def of(cls, columns: Mapping[str, str]) -> Reading:
        """The common reading, with each field of *columns* read from that column and nowhere else.

        Raises:
            ConfigurationError: there is no such field, or one column is to give two of them.
        """
        if not columns:
            return COMMON
        fields = [name if name in _ELSEWHERE else field_named(name, "columns") for name in columns]
        given = tuple(columns.values())
        _check(fields, given)
        column_of = dict(zip(fields, given, strict=True))
        own = {column_of[name]: (name, SPELLED[name][0]) for name in fields if name in SPELLED}

        def read(keys: Mapping[str, Known]) -> dict[str, Known]:
            return {k: known for k, known in keys.items() if known[0] not in fields and k not in given} | own

        id_keys = (column_of["id"],) if "id" in column_of else tuple(k for k in _ID if k not in given)
        page = column_of.get("html", "html")
        return cls(
            read(READERS),
            tuple((first, rest, read(keys)) for first, rest, keys in SHAPED),
            tuple((path, known) for path, known in own.items() if "." in path),
            id_keys,
            page,
            OTHER_KEYS | {page, *id_keys},
        )

    def of_shape(self, record: Mapping[str, object]) -> Mapping[str, Known]:
        """What the keys of *record* give."""
        for first, rest, keys in self.shapes:
            if first in record and rest <= record.keys():
                return keys
        return self.common


def _check(fields: list[str], columns: tuple[object, ...]) -> None:
    for n, (field, column) in enumerate(zip(fields, columns, strict=True)):
        if not isinstance(column, str) or not column:
            raise ConfigurationError(f"{field}: expected the name of a column, found {shown(column)}")
        if field in fields[:n]:
            raise ConfigurationError(f"two columns are named for {field}: name one")
        if column in columns[:n]:
            raise ConfigurationError(f"the column {column!r} is named for two fields")


def at_path(record: Mapping[str, object], path: str) -> object:
    """What stands under a key, or at a path such as ``metadata.date``; None where nothing does."""
    if path in record:
        return record[path]
    value: object = record
    for key in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def field_named(name: object, option: str) -> str:
    """The field that *name* is a spelling of.

    Raises:
        ConfigurationError: there is none.
    """
    known = READERS.get(name) if isinstance(name, str) else None
    if known is None:
        raise ConfigurationError(f"{option}: there is no field {shown(name)}{near(str(name), FIELDS)}")
    return known[0]


def looked_for_of(observed: Iterable[object], columns: Mapping[str, str] = _NO_COLUMNS) -> tuple[str, ...]:
    """The fields that a caller says were looked for, by their own names.

    Raises:
        ConfigurationError: *observed* is no list of fields, or *columns* names what is none.
    """
    if isinstance(observed, (str, bytes)) or not isinstance(observed, Iterable):
        raise ConfigurationError(f"observed: expected a list of fields, found {shown(observed)}")
    Reading.of(columns)
    return tuple(field_named(name, "observed") for name in observed)


COMMON: Final = Reading(READERS, SHAPED)
"""How records are read where the caller names no columns."""

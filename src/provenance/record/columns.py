"""The columns that a caller names for fields, and the fields that he says were looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from attrs import frozen

from provenance.errors import InputError, InvalidArgumentError, near, shown
from provenance.evidence import Field
from provenance.fields import FIELDS, PLAIN_ANSWERS
from provenance.record.sound import sound
from provenance.record.spellings import FRAGMENTS, OTHER_KEYS, READERS, SHAPED, SPELLED, Known
from provenance.record.values import Reader, kind_of, reading_strings

_NO_COLUMNS: Final[Mapping[str, str]] = {}
_ID: Final = ("id", "uri")
_ELSEWHERE: Final = ("id", "html")
"""What a column can give beside the fields."""
_REMEMBERED: Final = 1 << 10
"""Sets of keys that are remembered: the records of one origin have few."""


Given = tuple[str, str, str, Callable[[str], Field[Any]], Reader]
"""A field, a key that gives it, its pointer, what reads a string that stands there, and what reads any other value."""


@frozen
class Layout:
    """What the keys of a record give: worked out once for all that have the same keys."""

    given: tuple[Given, ...]
    more: tuple[str, ...]  # keys that give more than one field
    ignored: tuple[str, ...]  # keys that nobody understands, sorted
    answers: bool  # whether a plain answer may be among the fields


@frozen(eq=False)
class Reading:
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
        if not isinstance(columns, Mapping):
            raise InvalidArgumentError(
                "columns", f"expected the name of a column for each field, found {shown(columns)}"
            )
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

    def of_shape(self, keys: AbstractSet[str]) -> Mapping[str, Known]:
        """What each of *keys* gives in a record that has all of them."""
        for first, rest, known in self.shapes:
            if first in keys and rest <= keys:
                return known
        return self.common


@lru_cache(maxsize=_REMEMBERED)
def layout_of(reading: Reading, keys: tuple[str, ...], base: str) -> Layout:
    """What *keys*, all that a record has, give by *reading*; the pointer of the record is *base*.

    Raises:
        InputError: one of them is no string.
    """
    readers = reading.of_shape(frozenset(keys))
    giving_more = {reading.page, "observed", *FRAGMENTS}
    unknown = [key for key in keys if key not in readers and key not in reading.others]
    for key in unknown:
        if not isinstance(key, str):
            raise InputError(f"the keys of a record are strings, not {kind_of(key)}")
    known = [(*readers[key], key) for key in keys if key in readers]
    given = []
    for name, read, key in sorted(known, key=itemgetter(0)):  # as of all records with these fields
        at = f"{base}/{key}"
        given.append((name, key, at, reading_strings(read, at), read))
    return Layout(
        tuple(given),
        tuple(key for key in keys if key in giving_more and key not in readers),
        tuple(sorted(map(sound, unknown))),
        bool(reading.nested) or not PLAIN_ANSWERS.isdisjoint(name for name, _, _ in known),
    )


def _check(fields: list[str], columns: tuple[object, ...]) -> None:
    for n, (field, column) in enumerate(zip(fields, columns, strict=True)):
        if not isinstance(column, str) or not column:
            raise InvalidArgumentError(
                "columns", f"{field}: expected the name of a column, found {shown(column)}"
            )
        if field in fields[:n]:
            raise InvalidArgumentError("columns", f"two columns are named for {field}: name one")
        if column in columns[:n]:
            raise InvalidArgumentError("columns", f"the column {column!r} is named for two fields")


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
        raise InvalidArgumentError(option, f"there is no field {shown(name)}{near(str(name), FIELDS)}")
    return known[0]


def looked_for_of(observed: Iterable[object], columns: Mapping[str, str] = _NO_COLUMNS) -> tuple[str, ...]:
    """The fields that a caller says were looked for, by their own names; *columns*, given beside them, are checked too.

    Raises:
        ConfigurationError: *observed* is no list of fields, or *columns* names what is none.
    """
    if isinstance(observed, (str, bytes)) or not isinstance(observed, Iterable):
        raise InvalidArgumentError("observed", f"expected a list of fields, found {shown(observed)}")
    Reading.of(columns)
    return tuple(field_named(name, "observed") for name in observed)


COMMON: Final = Reading(READERS, SHAPED)
"""How records are read where the caller names no columns."""

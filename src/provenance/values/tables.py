"""The dated tables that the value layer rests on, each with the digest that an audit record names."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from provenance.codec import digest_of

TABLES: Final = ("confusables", "identifiers", "months", "names", "platforms", "primary", "wrappers")
"""Every table that ships with this package, by name."""


class Table(NamedTuple):
    """One table of ours: what it says, since when, and the SHA-256 of the file it was read from."""

    name: str
    as_of: str
    digest: str
    content: Mapping[str, object]


@cache
def table(name: str) -> Table:
    """The table *name* of this package, read once."""
    import tomllib

    raw = pkgutil.get_data(__package__, f"{name}.toml") or b""
    content = tomllib.loads(raw.decode("utf-8"))
    return Table(name, str(content["as_of"]), digest_of(raw), content)


def words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The strings listed under *key*, in the order of the file; none if the key is missing."""
    listed = content.get(key)
    return tuple(str(word) for word in listed) if isinstance(listed, list) else ()


def rows(content: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    """The tables listed under *key*, in the order of the file; none if the key is missing."""
    listed = content.get(key)
    return tuple(row for row in listed if isinstance(row, dict)) if isinstance(listed, list) else ()

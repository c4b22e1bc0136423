"""The tables that come with the package, parsed at first use: one TOML file for each kind of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table of *name* in `lexicons/`; callers read it and never change it."""
    import tomllib

    return tomllib.loads(source(name).decode("utf-8"))


@cache
def source(name: str) -> bytes:
    """The bytes of the file of *name*, from which a digest can be taken."""
    import pkgutil  # a tenth of what importlib.resources costs to import

    return pkgutil.get_data(__package__, f"lexicons/{name}.toml") or b""

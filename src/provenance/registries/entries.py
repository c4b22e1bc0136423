"""What a registry file can be, what it holds, entry by entry, and what could not be understood in it."""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.fields import Rating

KINDS: Final = ("ratings", "protected", "affiliates", "trust.txt", "ads.txt")
"""Every kind of registry file."""

OF_OTHERS: Final = frozenset({"trust.txt", "ads.txt"})
"""Files that others wrote: what cannot be understood in them is passed over, as their specifications ask."""


class Problem(NamedTuple):
    """A line that could not be understood, or that contradicts another."""

    line: int
    problem: str


class Rated(NamedTuple):
    """A rating, and the addresses that it holds for: those of `site` at `host` or below it, under `path`."""

    site: str
    host: str
    path: str
    rating: Rating
    line: int


class Stated(NamedTuple):
    """A line of a trust.txt or ads.txt file of `site`; `other` is the site that a link leads to, empty for no link."""

    site: str
    name: str
    value: str
    other: str
    line: int


class Listed(NamedTuple):
    """A domain in a plain list."""

    site: str
    line: int


Entry = Rated | Stated | Listed


class Line(NamedTuple):
    """A line of a file, counted from 1, without what surrounds it."""

    number: int
    text: str

"""Layer 6: reading a policy, with every problem found reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from attrs import frozen

from provenance.errors import InvalidPolicyError, near, shown

SCHEMA: Final = "provenance.policy/1"
MILLIPOINTS: Final = 1000
FULL: Final = 10_000
"""Shares are counted in ten-thousandths."""
LIMIT: Final = 100
"""The most points that a policy can give in all (DESIGN §5)."""


_SECTIONS: Final = (
    "schema",
    "id",
    "title",
    "points",
    "millipoints",
    "gates",
    "axes",
    "bands",
    "unjudged",
    "profiles",
    "profile",
)


@frozen(kw_only=True)
class Band:
    """A letter, the least share (in ten-thousandths) that it takes, and what it says of the documentation."""

    letter: str
    least: int
    says: str


def read_policy(content: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a `Policy` in *content*, as TOML gives it or as an audit record holds it.

    Raises:
        InvalidPolicyError: with every problem found, in the order of the sections.
    """
    found = _Reading(content)
    values = {
        "id": found.string("id"),
        "title": found.string("title"),
        "points": found.points(),
        "gates": found.lists("gates", required=False),
        "axes": found.lists("axes"),
        "bands": found.bands(),
        "unjudged": found.unjudged(),
        "profiles": found.lists("profiles", inner="families", required=False),
        "profile": content.get("profile", ""),
    }
    if found.problems:
        raise InvalidPolicyError("; ".join(found.problems))
    return values


class _Reading:
    """One pass over a policy, gathering problems as it goes."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self.problems: list[str] = []
        if content.get("schema") != SCHEMA:
            self.problems.append(f"schema: expected {SCHEMA!r}, found {shown(content.get('schema'))}")
        for key in content:
            if key not in _SECTIONS:
                self.problems.append(f"{key}: there is no such section{near(str(key), _SECTIONS)}")

    def string(self, key: str) -> str:
        value = self.content.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self.problems.append(f"{key}: expected a string, found {shown(value)}")
        return ""

    def table(self, key: str, *, required: bool = True) -> Mapping[str, Any]:
        value = self.content.get(key, None if required else {})
        if isinstance(value, Mapping) and (value or not required):
            return value
        self.problems.append(f"{key}: expected a table, found {shown(value)}")
        return {}

    def points(self) -> dict[str, int]:
        """Millipoints by signal: not negative, not all zero, at most 100 points in all."""
        if "millipoints" in self.content:
            given = dict(self.table("millipoints"))
            read = {name: value if type(value) is int else None for name, value in given.items()}
        else:
            given = dict(self.table("points"))
            read = {name: millipoints(value) for name, value in given.items()}
        points: dict[str, int] = {}
        for name, value in read.items():
            if value is None or value < 0:
                self.problems.append(
                    f"points: {name}: expected a number from 0 with at most three decimals, found {shown(given[name])}"
                )
            else:
                points[name] = value
        if points and not any(points.values()):
            self.problems.append("points: all are zero, so nothing could be scored")
        if sum(points.values()) > LIMIT * MILLIPOINTS:
            self.problems.append(
                f"points: they add up to {sum(points.values()) / MILLIPOINTS:g}, and {LIMIT} is the most"
            )
        return points

    def lists(self, key: str, *, inner: str = "", required: bool = True) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, value in self.table(key, required=required).items():
            listed = names(value.get(inner) if inner and isinstance(value, Mapping) else value)
            if listed is None:
                self.problems.append(f"{key}: {name}: expected a list of names, found {shown(value)}")
            else:
                found[name] = listed
        return found

    def bands(self) -> tuple[Band, ...]:
        """From the best band to the last, which takes everything."""
        value = self.content.get("bands")
        if isinstance(value, Mapping):
            entries = [
                (letter, share(b.get("from")), b.get("says"))
                if isinstance(b, Mapping)
                else (letter, None, None)
                for letter, b in value.items()
            ]
        else:
            entries = (
                [tuple(b) for b in value if isinstance(b, (list, tuple)) and len(b) == 3]
                if isinstance(value, list)
                else []
            )
        bands = [self._band("bands", *entry) for entry in entries]
        good = sorted((b for b in bands if b is not None), key=lambda b: -b.least)
        if not good or good[-1].least != 0:
            self.problems.append("bands: the last band must begin at 0")
        if len({b.least for b in good}) != len(good):
            self.problems.append("bands: two bands begin at the same share")
        return tuple(good)

    def unjudged(self) -> Band:
        value = self.content.get("unjudged")
        if isinstance(value, Mapping):
            value = (value.get("band"), share(value.get("coverage")), value.get("says"))
        entry = tuple(value) if isinstance(value, (list, tuple)) and len(value) == 3 else (None, None, None)
        return self._band("unjudged", *entry) or Band(letter="", least=0, says="")

    def _band(self, section: str, letter: object, least: object, says: object) -> Band | None:
        if isinstance(letter, str) and type(least) is int and isinstance(says, str):
            return Band(letter=letter, least=least, says=says)
        self.problems.append(
            f"{section}: {letter}: expected a share from 0 to 1 with at most four decimals, and words"
        )
        return None


def millipoints(value: object) -> int | None:
    """Points as whole millipoints; None if *value* is no number of at most three decimals."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, float)):
        return None
    try:
        scaled = Decimal(str(value)) * MILLIPOINTS
    except InvalidOperation:
        return None
    return int(scaled) if scaled.is_finite() and scaled == scaled.to_integral_value() else None


def share(value: object) -> int | None:
    """A share from 0 to 1 in whole ten-thousandths; None if *value* is none."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, float)):
        return None
    try:
        scaled = Decimal(str(value)) * FULL
    except InvalidOperation:
        return None
    exact = scaled.is_finite() and scaled == scaled.to_integral_value() and 0 <= scaled <= FULL
    return int(scaled) if exact else None


def names(value: object) -> tuple[str, ...] | None:
    """A list of strings as a tuple; None if *value* is none."""
    if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)):
        listed = tuple(value)
        return listed if all(isinstance(name, str) for name in listed) else None
    return None

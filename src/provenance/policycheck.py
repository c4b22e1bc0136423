"""Reading a policy, with every problem found reported at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from provenance.errors import InvalidPolicyError, near, shown

SCHEMA: Final = "provenance.policy/1"
MILLIPOINTS: Final = 1000
FULL: Final = 10_000
"""Shares are counted in ten-thousandths."""
LIMIT: Final = 100
"""The most points that a policy can give in all."""

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


def read_policy(content: object) -> dict[str, Any]:
    """The arguments of a `Policy` in *content*, as TOML gives it or as an audit record holds it.

    Raises:
        InvalidPolicyError: with every problem found, in the order of the sections.
    """
    if not isinstance(content, Mapping):
        raise InvalidPolicyError(f"a policy is an object of sections, found {shown(content)}")
    found = _Reading(content)
    profiles = found.lists("profiles", inner="families", required=False)
    values = {
        "id": found.string("id"),
        "title": found.string("title"),
        "points": found.points(),
        "gates": found.lists("gates", required=False),
        "axes": found.lists("axes"),
        "bands": (bands := found.bands()),
        "unjudged": (unjudged := found.unjudged()),
        "profiles": profiles,
        "profile": found.profile(profiles),
    }
    found.letters(bands, unjudged)
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
        if isinstance(value, Mapping) and (value or not required) and all(type(n) is str for n in value):
            return value
        self.problems.append(f"{key}: expected a table, found {shown(value)}")
        return {}

    def points(self) -> dict[str, int]:
        """Millipoints by signal: not negative, not all zero, at most 100 points in all."""
        if "points" in self.content and "millipoints" in self.content:
            self.problems.append("points: stand beside millipoints, which say the same: give one of the two")
        key = "millipoints" if "millipoints" in self.content else "points"
        points: dict[str, int] = {}
        for name, given in self.table(key).items():
            value = millipoints(given) if key == "points" else whole(given, LIMIT * MILLIPOINTS)
            if value is None:
                self.problems.append(f"{key}: {name}: expected {_POINTS[key]}, found {_as_written(given)}")
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

    def profile(self, profiles: Mapping[str, object]) -> str:
        """The profile that is chosen; empty where none is."""
        value = self.content.get("profile", "")
        if isinstance(value, str) and (not value or value in profiles):
            return value
        hint = near(value, profiles) if isinstance(value, str) else ""
        self.problems.append(f"profile: expected the name of one of the profiles, found {shown(value)}{hint}")
        return ""

    def bands(self) -> tuple[Band, ...]:
        """From the best band to the last, which takes everything."""
        value = self.content.get("bands")
        entries: list[tuple[object, object, object]]
        if isinstance(value, Mapping):
            entries = [
                (letter, share(b.get("from")), b.get("says"))
                if isinstance(b, Mapping)
                else (letter, None, None)
                for letter, b in value.items()
            ]
        else:
            entries = [_three(b) for b in value] if isinstance(value, list) else []
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
        return self._band("unjudged", *_three(value)) or Band(letter="", least=0, says="")

    def letters(self, bands: tuple[Band, ...], unjudged: Band) -> None:
        """Each letter means one thing: it is all that many a reader sees."""
        counted = Counter(band.letter for band in (*bands, unjudged))
        self.problems += [
            f"bands: {letter}: means two things: give each band, and what cannot be judged, a letter of its own"
            for letter, count in counted.items()
            if count > 1
        ]

    def _band(self, section: str, letter: object, least: object, says: object) -> Band | None:
        from_share = whole(least, FULL)
        if isinstance(letter, str) and from_share is not None and isinstance(says, str):
            return Band(letter=letter, least=from_share, says=says)
        self.problems.append(
            f"{section}: {letter}: expected a share from 0 to 1 with at most four decimals, and words"
        )
        return None


_LONGEST_SHOWN: Final = 30
_POINTS: Final = {
    "points": f"a number from 0 to {LIMIT} with at most three decimals",
    "millipoints": f"a whole number from 0 to {LIMIT * MILLIPOINTS}",
}


def _as_written(value: object) -> str:
    """A number as its author wrote it, not as Python holds it."""
    return str(value)[:_LONGEST_SHOWN] if isinstance(value, Decimal) else shown(value)


def _three(value: object) -> tuple[object, object, object]:
    """A letter, a share and words, as an audit record holds a band; nothing where *value* is no such thing."""
    if isinstance(value, (list, tuple)) and len(value) == 3:
        return (value[0], value[1], value[2])
    return (None, None, None)


def whole(value: object, most: int) -> int | None:
    """*value* if it is a whole number from 0 to *most*, else None."""
    return value if type(value) is int and 0 <= value <= most else None


def millipoints(value: object) -> int | None:
    """Points as whole millipoints; None if *value* is no number from 0 to 100 of at most three decimals."""
    return _scaled(value, LIMIT, 3)


def share(value: object) -> int | None:
    """A share from 0 to 1 in whole ten-thousandths; None if *value* is none."""
    return _scaled(value, 1, 4)


def _scaled(value: object, most: int, decimals: int) -> int | None:
    """*value*, from 0 to *most*, counted in its last decimal; the range is checked first, so that nothing overflows."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, float)):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else value
    if (isinstance(number, Decimal) and not number.is_finite()) or not 0 <= number <= most:
        return None
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-decimals))
    return int(rounded.scaleb(decimals)) if rounded == number else None


def names(value: object) -> tuple[str, ...] | None:
    """A list of strings as a tuple; None if *value* is none."""
    if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)):
        listed = tuple(value)
        return listed if all(isinstance(name, str) for name in listed) else None
    return None

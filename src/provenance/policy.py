"""A policy: the points that each signal can earn, what guards them, and the words for the result.

All arithmetic is on integers: points are held in millipoints, shares in ten-thousandths.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from provenance.codec import canonical, digest_of
from provenance.errors import InvalidArgumentError, InvalidPolicyError, expect, near, shown
from provenance.policycheck import FULL, SCHEMA, Band, read_policy
from provenance.registry import Registry
from provenance.signal import Direction

T = TypeVar("T")


def _unchangeable(table: Mapping[str, T]) -> Mapping[str, T]:
    """*table*, whatever its owner does with it later, and whoever is handed it."""
    return MappingProxyType(dict(table))


@frozen(kw_only=True)
class Policy:
    """Points, gates, axes, bands and profiles; a value with a digest."""

    id: str
    title: str
    points: Mapping[str, int] = field(converter=_unchangeable, repr=False, hash=False)
    gates: Mapping[str, tuple[str, ...]] = field(converter=_unchangeable, repr=False, hash=False)
    axes: Mapping[str, tuple[str, ...]] = field(converter=_unchangeable, repr=False, hash=False)
    bands: tuple[Band, ...] = field(repr=False)
    unjudged: Band
    profiles: Mapping[str, tuple[str, ...]] = field(converter=_unchangeable, repr=False, hash=False)
    profile: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what no file could say, whoever made it: see `load` for errors."""
        for name, value in read_policy(self.content()).items():
            object.__setattr__(self, name, _unchangeable(value) if isinstance(value, dict) else value)

    def __reduce__(self) -> tuple[Callable[[Mapping[str, Any]], Policy], tuple[dict[str, Any]]]:
        """It travels as its content: a mapping that nobody can change cannot."""
        return Policy.from_content, (self.content(),)

    @classmethod
    def default(cls) -> Policy:
        """The policy that comes with the library."""
        return _default()

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Policy:
        """The policy in the TOML file at *path*.

        Raises:
            InvalidPolicyError: the file cannot be read or used; every problem is listed.
        """
        expect("path", path, (str, PathLike), "the path of a policy")
        try:
            text = Path(path).read_text("utf-8-sig")
        except (OSError, ValueError) as problem:
            raise InvalidPolicyError(f"{path}: cannot be read: {_reason(problem)}") from None
        try:
            return cls.from_toml(text)
        except InvalidPolicyError as problem:
            raise InvalidPolicyError(f"{path}: {problem}") from None

    @classmethod
    def from_toml(cls, text: str) -> Policy:
        """The policy that *text* describes; see `load` for errors."""
        expect("text", text, str, "a string")
        try:
            content = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as problem:
            raise InvalidPolicyError(f"not TOML: {problem}") from None
        except (ValueError, ArithmeticError, RecursionError):
            raise InvalidPolicyError("not TOML: a number too long, or tables nested too deeply") from None
        return cls.from_content(content)

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> Policy:
        """The policy in *content*, as TOML gives it or as an audit record holds it; see `load` for errors."""
        return cls(**read_policy(content))

    def with_profile(self, name: str) -> Policy:
        """This policy with only what the profile *name* lets apply; the empty name lets everything apply."""
        if not isinstance(name, str):
            raise InvalidArgumentError("profile", f"expected the name of a profile, found {shown(name)}")
        if name and name not in self.profiles:
            hint = (
                near(name, self.profiles) or f"; it has {', '.join(sorted(self.profiles)) or 'none at all'}"
            )
            raise InvalidArgumentError("profile", f"policy {self.id} has none called {name!r}{hint}")
        return evolve(self, profile=name)

    def applicable(self) -> dict[str, int]:
        """The millipoints of each signal that applies under the chosen profile."""
        if not self.profile:
            return dict(self.points)
        families = self.profiles[self.profile]
        return {name: points for name, points in self.points.items() if name.partition(".")[0] in families}

    def band_of(self, earned: int, lost: int, points: int) -> Band:
        """The band of a part of the score: by its share of the applicable points, where enough could be judged."""
        if not points or (earned + lost) * FULL < self.unjudged.least * points:
            return self.unjudged
        return next(band for band in self.bands if earned * FULL >= band.least * points)

    def guards(self, registry: Registry) -> dict[str, tuple[str, ...]]:
        """For each guarded signal the flags that can keep it from earning."""
        guarded: dict[str, tuple[str, ...]] = {}
        for flag in sorted(self.gates):  # in one order, whatever order a policy is written in
            for name in registry.ids:
                if any(_covers(pattern, name) for pattern in self.gates[flag]):
                    guarded[name] = (*guarded.get(name, ()), flag)
        return guarded

    def check(self, registry: Registry) -> None:
        """Refuse a policy that names what *registry* does not hold, that would have no effect, or that bears a taken name.

        Raises:
            InvalidPolicyError: with every problem, and the names near the unknown ones.
        """
        problems = [
            *self._unknown_signals(registry),
            *self._idle_gates(registry),
            *self._odd_families(registry),
            *self._taken_name(),
        ]
        if problems:
            raise InvalidPolicyError("; ".join(problems))

    def _unknown_signals(self, registry: Registry) -> Iterator[str]:
        guarded = (p for patterns in self.gates.values() for p in patterns if not p.endswith(".*"))
        for name in dict.fromkeys([*self.points, *self.gates, *guarded]):
            if name not in registry:
                yield f"there is no signal {name!r}{near(name, registry.ids)}"

    def _idle_gates(self, registry: Registry) -> Iterator[str]:
        """Gates that no flag opens or shuts, and patterns that guard nothing."""
        flags = [s.spec.id for s in registry if s.spec.direction is Direction.FLAG]
        patterns = [f"{family}.*" for family in _families(registry)]
        for gate, guarded in self.gates.items():
            if gate in registry and gate not in flags:
                yield f"gates: {gate}: is no flag, and only a flag ({', '.join(flags)}) can guard"
            for pattern in guarded:
                if pattern.endswith(".*") and not any(_covers(pattern, name) for name in registry.ids):
                    yield f"gates: {gate}: {pattern!r} guards no signal{near(pattern, patterns)}"

    def _odd_families(self, registry: Registry) -> Iterator[str]:
        """Families that do not exist, and those that one axis would count twice."""
        known = _families(registry)
        for section, lists in (("axes", self.axes), ("profiles", self.profiles)):
            for name, families in lists.items():
                for family in dict.fromkeys(families):
                    if family not in known:
                        yield f"{section}: {name}: there is no family {family!r}{near(family, known)}"
                    elif families.count(family) > 1:
                        yield f"{section}: {name}: names the family {family!r} twice"

    def _taken_name(self) -> Iterator[str]:
        """The name of the policy that comes with the library, on another: scores are read by the name of their policy."""
        ours = _default()
        if self.id == ours.id and evolve(self, profile="") != ours:
            yield f"id: {self.id!r} is the policy that comes with the library, and this is another: give it a name of its own"

    def content(self) -> dict[str, Any]:
        """This policy as JSON holds it, in integers: millipoints and ten-thousandths."""
        return {
            "schema": SCHEMA,
            "id": self.id,
            "title": self.title,
            "millipoints": dict(self.points),
            "gates": {flag: list(guarded) for flag, guarded in self.gates.items()},
            "axes": {axis: list(families) for axis, families in self.axes.items()},
            "bands": [[band.letter, band.least, band.says] for band in self.bands],
            "unjudged": [self.unjudged.letter, self.unjudged.least, self.unjudged.says],
            "profiles": {name: list(families) for name, families in self.profiles.items()},
            "profile": self.profile,
        }

    @property
    def digest(self) -> str:
        """``sha256:…`` over the canonical bytes of `content`."""
        return digest_of(canonical(self.content()))


def _families(registry: Registry) -> tuple[str, ...]:
    """The families of the signals, each once."""
    return tuple(dict.fromkeys(name.partition(".")[0] for name in registry.ids))


def _covers(pattern: str, name: str) -> bool:
    """Whether a gate's *pattern* is the signal *name*, or ``family.*`` of its family."""
    return name == pattern or (pattern.endswith(".*") and name.startswith(pattern[:-1]))


@cache
def _default() -> Policy:
    return Policy.from_toml(default_toml())


def default_toml() -> str:
    """The bundled policy as its file has it, comments and all."""
    return resources.files("provenance").joinpath("policies/default.toml").read_text("utf-8")


def _reason(problem: Exception) -> str:
    if isinstance(problem, UnicodeDecodeError):
        return "it is not UTF-8"
    return getattr(problem, "strerror", None) or str(problem)

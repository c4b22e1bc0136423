"""Fields that tell what of them was looked at.

A value is more than the part of it that comes again in document after document: of an address that is the host, of a
date the precision. So whoever looks at no more of an address than its host has looked at ``url.host`` and not at
``url``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from provenance.evidence import Field
from provenance.values.dates import Date
from provenance.values.hosts import Url

Fields: TypeAlias = Mapping[str, Field[Any]]


class Watched(Fields):
    """The fields of a document, and what of them was looked at; all, where somebody goes through them."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Field[Any]:
        field = self._fields[name]
        part = PARTS.get(name)
        if part is None:
            self.seen.add(name)
            return field
        self.seen.add(f"{name}.{part.name}")
        whole = partial(self.seen.add, name)
        watched = [o._replace(value=part.telling(o.value, whole)) for o in field.observations]
        return field._replace(observations=tuple(watched))

    def __iter__(self) -> Iterator[str]:
        self.seen.update(self._fields)
        return iter(self._fields)

    def __len__(self) -> int:
        self.seen.update(self._fields)
        return len(self._fields)


class Part(NamedTuple):
    """The part of the values of a field that comes again."""

    name: str
    of: Callable[[Any], object]  # a value
    telling: Callable[[Any, Callable[[], None]], Any]  # makes a value that tells when more of it is looked at


class _Telling:
    """A value of which no more was looked at than what it has *shown*, until it has called `looked`."""

    shown: frozenset[str]
    looked: Callable[[], None]

    def __getattribute__(self, name: str) -> Any:
        if name not in object.__getattribute__(self, "shown"):
            object.__getattribute__(self, "looked")()
        return object.__getattribute__(self, name)


def _look_at_all(name: str) -> Callable[..., Any]:
    def look(value: _Telling, *others: Any) -> Any:
        object.__getattribute__(value, "looked")()
        return getattr(tuple, name)(value, *others)

    return look


for _name in (
    "__contains__",
    "__eq__",
    "__ge__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__iter__",
    "__le__",
    "__lt__",
    "__ne__",
    "__repr__",
):
    setattr(_Telling, _name, _look_at_all(_name))  # which Python asks of a type, and not of a value


class _Address(_Telling, Url):
    shown = frozenset({"host", "site"})


class _Day(_Telling, Date):
    shown = frozenset({"precision", "flags"})


def _address(url: Url, looked: Callable[[], None]) -> _Address:
    made = _Address(*url)
    made.looked = looked
    return made


def _day(date: Date, looked: Callable[[], None]) -> _Day:
    made = _Day(*date)
    made.looked = looked
    return made


_HOST: Final = Part("host", attrgetter("host"), _address)
_PRECISION: Final = Part("precision", attrgetter("precision", "flags"), _day)
PARTS: Final[Mapping[str, Part]] = {
    "url": _HOST,
    "canonical": _HOST,
    "published": _PRECISION,
    "modified": _PRECISION,
    "retrieved": _PRECISION,
}
"""By the fields whose values have one."""


def seen_by(look: str) -> Callable[[Fields], object]:
    """What makes of the fields of a document all that is seen by whoever looks at *look*, a field or the part of it."""
    field, _, part = look.partition(".")
    if not part:
        return itemgetter(field)
    of = PARTS[field].of

    def seen(fields: Fields) -> object:
        observations, complete, why, problem = fields[field]
        if len(observations) == 1:  # nearly always
            value, channel, at = observations[0]
            return of(value), channel, at, complete, why, problem
        every = tuple([(of(value), channel, at) for value, channel, at in observations])
        return every, complete, why, problem

    return seen

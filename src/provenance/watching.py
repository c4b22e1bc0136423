"""Layer 5: fields that tell what of them was looked at.

An address is more than its host: the host comes again in document after document, the rest does not. So whoever looks
at no more of it than the host has looked at ``url.host`` and not at ``url``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from provenance.evidence import Field
from provenance.values.hosts import Url

HOST: Final = ".host"
"""What the name of a field is followed by where only hosts are looked at."""
_ADDRESSES: Final = frozenset({"url", "canonical"})
_SHOWING_THE_HOST: Final = frozenset({"host", "site"})


class Watched(Mapping[str, Field[Any]]):
    """The fields of a document, and what of them was looked at; all, where somebody goes through them."""

    def __init__(self, fields: Mapping[str, Field[Any]]) -> None:
        self._fields = fields
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Field[Any]:
        field = self._fields[name]
        if name not in _ADDRESSES:
            self.seen.add(name)
            return field
        self.seen.add(name + HOST)
        whole = partial(self.seen.add, name)
        watched = [o._replace(value=_Address.of(o.value, whole)) for o in field.observations]
        return field._replace(observations=tuple(watched))

    def __iter__(self) -> Iterator[str]:
        self.seen.update(self._fields)
        return iter(self._fields)

    def __len__(self) -> int:
        self.seen.update(self._fields)
        return len(self._fields)


def hosts(field: Field[Url]) -> tuple[object, ...]:
    """What is seen of *field* by whoever looks at no more of its addresses than the hosts."""
    return tuple([(url.host, channel, at) for url, channel, at in field.observations]), *field[1:]


class _Address(Url):
    """An address that tells when more of it is looked at than its host."""

    looked: Callable[[], None]

    @classmethod
    def of(cls, url: Url, looked: Callable[[], None]) -> _Address:
        """*url*, which calls *looked*."""
        made = cls(*url)
        made.looked = looked
        return made

    def __getattribute__(self, name: str) -> Any:
        if name not in _SHOWING_THE_HOST:
            object.__getattribute__(self, "looked")()
        return object.__getattribute__(self, name)


def _telling(name: str) -> Callable[..., Any]:
    def look(address: _Address, *others: Any) -> Any:
        object.__getattribute__(address, "looked")()
        return getattr(tuple, name)(address, *others)

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
    setattr(_Address, _name, _telling(_name))  # which Python asks of a type, and not of a value

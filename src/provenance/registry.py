"""An immutable, ordered set of signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from provenance.errors import ConfigurationError, UnknownSignalError, expect
from provenance.signal import Signal


class Registry:
    """Signals in a fixed order; features and reports follow it. Every change gives a new registry.

    >>> Registry.core().without("author.bio")["author.bio"]
    Traceback (most recent call last):
    provenance.errors.UnknownSignalError: there is no signal 'author.bio'
    """

    __slots__ = ("_by_id", "_signals")

    def __init__(self, signals: Iterable[Signal]) -> None:
        expect("signals", signals, Iterable, "signals in a list or a stream")
        self._signals = tuple(signals)
        for signal in self._signals:
            expect("signals", signal, Signal, "signals")
        self._by_id = {signal.spec.id: signal for signal in self._signals}
        if len(self._by_id) != len(self._signals):
            ids = [signal.spec.id for signal in self.signals]
            twice = sorted({name for name in ids if ids.count(name) > 1})
            raise ConfigurationError(f"signals registered twice: {', '.join(twice)}")

    @classmethod
    def core(cls) -> Registry:
        """The signals that come with the library."""
        from provenance.signals import CORE

        return cls(CORE)

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals, in order."""
        return self._signals

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._by_id)

    def adding(self, *signals: Signal) -> Registry:
        """A registry with these signals appended."""
        return Registry((*self.signals, *signals))

    def without(self, *ids: str) -> Registry:
        """A registry without these signals."""
        for name in ids:
            _ = self[name]
        return Registry(signal for signal in self.signals if signal.spec.id not in ids)

    def __getitem__(self, name: str) -> Signal:
        try:
            return self._by_id[name]
        except (KeyError, TypeError):
            expect("name", name, str, "the id of a signal")
            raise UnknownSignalError(name, self._by_id) from None

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def __iter__(self) -> Iterator[Signal]:
        return iter(self.signals)

    def __len__(self) -> int:
        return len(self.signals)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same signals in the same order."""
        return self.signals == other.signals if isinstance(other, Registry) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.ids)

    def __reduce__(self) -> tuple[Callable[..., Registry], tuple[Any, ...]]:
        """The signals that come with the library are there already wherever it travels."""
        is_core = self == Registry.core()
        return (Registry.core, ()) if is_core else (Registry, (self.signals,))

    def __repr__(self) -> str:
        return f"<Registry of {len(self)} signals>"

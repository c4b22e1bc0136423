"""JSON taken apart strictly: every part knows its pointer, and what is not as it must be is refused by that pointer."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import Any, Final, Never, TypeVar

from provenance.codec import first_difference
from provenance.errors import AuditError, shown

T = TypeVar("T")

DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
"""How every digest is written."""


class Piece:
    """One value of an audit record, and where it stands."""

    __slots__ = ("at", "value")

    def __init__(self, value: Any, at: str = "") -> None:
        self.value = value
        self.at = at

    def refuse(self, problem: str) -> Never:
        """Say what is wrong with this part."""
        raise AuditError(problem, self.at)

    def _expected(self, what: str) -> Never:
        self.refuse(f"expected {what}, found {shown(self.value)}")

    # -- objects and lists ---------------------------------------------------------------------------------------------

    def having(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> Piece:
        """This part, which is an object with these keys and no others."""
        for key, part in self.items():
            if key not in required and key not in optional:
                part.refuse("there is no such key")
        for key in required:
            if key not in self.value:
                self._below(key, None).refuse("is missing")
        return self

    def items(self) -> Iterator[tuple[str, Piece]]:
        """The keys of an object with their values."""
        if not isinstance(self.value, dict):
            self._expected("an object")
        return ((key, self._below(key, value)) for key, value in self.value.items())

    def each(self) -> Iterator[Piece]:
        """The items of a list."""
        if not isinstance(self.value, list):
            self._expected("a list")
        return (self._below(str(n), value) for n, value in enumerate(self.value))

    def __getitem__(self, key: str) -> Piece:
        found = self.get(key)
        return self._below(key, None).refuse("is missing") if found is None else found

    def get(self, key: str) -> Piece | None:
        """What stands under *key*, None if nothing does."""
        if not isinstance(self.value, dict):
            self._expected("an object")
        return self._below(key, self.value[key]) if key in self.value else None

    def _below(self, key: str, value: Any) -> Piece:
        return Piece(value, f"{self.at}/{key.replace('~', '~0').replace('/', '~1')}")

    # -- single values -------------------------------------------------------------------------------------------------

    def string(self) -> str:
        """A string."""
        if not isinstance(self.value, str):
            self._expected("a string")
        return self.value

    def name(self) -> str:
        """A string that says something."""
        return self.string() or self._expected("a string that is not empty")

    def word(self, known: Container[str]) -> str:
        """One of the words that are *known* here."""
        if not isinstance(self.value, str) or self.value not in known:
            self._expected("a word that is known here")
        return self.value

    def like(self, pattern: re.Pattern[str]) -> str:
        """A string of the form of *pattern*."""
        if not isinstance(self.value, str) or not pattern.fullmatch(self.value):
            self._expected(f"a string of the form {pattern.pattern}")
        return self.value

    def integer(self, least: int, most: int | None = None) -> int:
        """A whole number from *least* to *most*."""
        if type(self.value) is not int or self.value < least or (most is not None and self.value > most):
            self._expected(f"a whole number from {least}" + ("" if most is None else f" to {most}"))
        return self.value

    def boolean(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            self._expected("true or false")
        return self.value

    def strings(self) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(part.string() for part in self.each())

    def words(self, known: Container[str]) -> tuple[str, ...]:
        """A list of known words, each once."""
        found = tuple(part.word(known) for part in self.each())
        if len({*found}) != len(found):
            self._expected("each word once")
        return found

    def or_null(self, read: Callable[[Piece], T]) -> T | None:
        """What *read* finds in this part; None for null."""
        return None if self.value is None else read(self)

    def equal(self, other: object, problem: str) -> None:
        """Refuse whatever in this part is not as in *other*."""
        pointer = first_difference(self.value, other)
        if pointer is not None:
            raise AuditError(problem, self.at + pointer)

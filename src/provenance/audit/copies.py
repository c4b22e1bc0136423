"""Copies of JSON values that are handed out again and again, each to an owner of its own."""

from __future__ import annotations

from typing import Any, NamedTuple


class Original(NamedTuple):
    """An object or a list, and all the objects and lists in it: so much is known before copying.

    >>> original = Original.of({"a": [1], "b": {"c": [2]}, "d": 3})
    >>> original.copy()["b"]["c"].append(4)
    >>> original.copy()
    {'a': [1], 'b': {'c': [2]}, 'd': 3}
    """

    content: Any
    inner: tuple[tuple[int, Any, Any], ...]
    """What stands in it, whatever holds it first: the number of that, the key there, and the object or list."""

    @classmethod
    def of(cls, value: Any) -> Original:
        """*value*, an object or a list, whatever its owner does with it later."""
        held, inner = [value.copy()], []
        for holder, one in enumerate(held):  # which grows as it is gone through
            for key, part in one.items() if isinstance(one, dict) else enumerate(one):
                if isinstance(part, (dict, list)):
                    held.append(part.copy())
                    inner.append((holder, key, held[-1]))
        return cls(held[0], tuple(inner))

    def copy(self) -> Any:
        """The value; whoever changes it changes nobody else's."""
        made = [self.content.copy()]
        for holder, key, part in self.inner:
            one = part.copy()
            made[holder][key] = one
            made.append(one)
        return made[0]

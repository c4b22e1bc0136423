"""Copies of JSON values that are handed out again and again, each to an owner of its own."""

from __future__ import annotations

from typing import Any, NamedTuple


class Original(NamedTuple):
    """An object or a list, and which of its values are objects or lists themselves: so much is known before copying.

    >>> original = Original.of({"a": [1], "b": {"c": [2]}, "d": 3})
    >>> original.copy()["b"]["c"].append(4)
    >>> original.copy()
    {'a': [1], 'b': {'c': [2]}, 'd': 3}
    """

    content: Any
    flat: tuple[tuple[Any, Any], ...]  # objects and lists that hold none, by their keys
    deep: tuple[tuple[Any, Original], ...]  # those that do

    @classmethod
    def of(cls, value: Any) -> Original:
        """*value*, an object or a list, whatever its owner does with it later."""
        content = value.copy()
        places = content.items() if isinstance(content, dict) else enumerate(content)
        inner = [(key, cls.of(part)) for key, part in places if isinstance(part, (dict, list))]
        for key, part in inner:
            content[key] = part.content
        return cls(
            content,
            tuple((key, part.content) for key, part in inner if not part.flat and not part.deep),
            tuple((key, part) for key, part in inner if part.flat or part.deep),
        )

    def copy(self) -> Any:
        """The value; whoever changes it changes nobody else's."""
        made = self.content.copy()
        for key, held in self.flat:
            made[key] = held.copy()
        for key, part in self.deep:
            made[key] = part.copy()
        return made

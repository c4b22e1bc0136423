"""Where a document was read, which names one that brings no id of its own."""

from __future__ import annotations

from typing import Self

from provenance.record import sound


class Place(str):
    """An id that says where a document was read: a path with its line, or a number.

    The same document has another elsewhere, and another document may have the same: nothing is recognised by it.

    >>> Place(7), isinstance(Place("a.jsonl:7"), str)
    ('7', True)
    """

    __slots__ = ()

    def __new__(cls, where: object) -> Self:
        """The place *where*, a path or a number."""
        return super().__new__(cls, sound(str(where)))

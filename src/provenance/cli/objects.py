"""JSON Lines that are no documents: audit records, proofs, annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from provenance.errors import AuditError, InputError, shown
from provenance.reading.files import read_values
from provenance.reading.lines import Placed


def lines_of(paths: Iterable[str], stdin: IO[bytes] | None = None) -> Iterator[tuple[str, object]]:
    """The JSON values in *paths* with their places; an `InputError` stands in the place of what is none.

    The files are found at once, and read one after the other.
    """
    values = read_values(*paths, input_format="jsonl", stdin=stdin)
    return (
        (found.place, found.value) if isinstance(found, Placed) else (str(getattr(found, "place", "")), found)
        for found in values
    )


def as_object(value: object) -> dict[str, Any]:
    """*value*, if it is a JSON object.

    Raises:
        AuditError: it is something else.
    """
    if isinstance(value, InputError):
        raise AuditError(value.problem)
    if not isinstance(value, dict):
        raise AuditError(f"expected a JSON object, found {shown(value)}")
    return value

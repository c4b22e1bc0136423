"""JSON that is no documents: audit records, proofs, annotations."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any

from provenance.document import Document
from provenance.errors import AuditError, InputError, shown
from provenance.reading.files import values_of
from provenance.reading.lines import Placed
from provenance.reading.sources import json_sources


def lines_of(paths: Iterable[str], stdin: IO[bytes] | None = None) -> Iterator[Placed]:
    """The JSON values in *paths*, one a line or in a ``.json`` file; an `InputError` stands in the place of what is none.

    The files are found at once, and read one after the other.
    """
    return map(_placed, values_of(json_sources(paths), stdin or sys.stdin.buffer))


def _placed(found: Document | InputError | Placed) -> Placed:
    assert not isinstance(found, Document)
    return found if isinstance(found, Placed) else Placed(found, found.place)


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

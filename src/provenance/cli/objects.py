"""JSON that is no documents: audit records, proofs, annotations."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any, Final

from provenance.audit import SCHEMA as AUDIT
from provenance.document import Document
from provenance.errors import AuditError, InputError, shown
from provenance.reading.files import Value, values_of
from provenance.reading.lines import Placed
from provenance.reading.sources import json_sources

Kinds = Mapping[str, str]
"""What is expected of a file: schemas, and what is of them."""
AUDIT_RECORDS: Final[Kinds] = {AUDIT: "audit records"}
NOT_WHOLE: Final = (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, StopIteration)
"""What is raised over an object that says it is of a kind, and is not as `score` writes it."""
_LOOKED_OVER: Final = 1000
"""Values at the most that are looked at for one that is expected, before any is given on."""
_FEW: Final = 2
"""Values that are worth an error each, even if nothing else is in the file."""


def values_in(
    paths: Iterable[str], stdin: IO[bytes] | None = None, *, kinds: Kinds = AUDIT_RECORDS
) -> Iterator[Placed]:
    """The JSON values in *paths*, one a line or in a ``.json`` file; an `InputError` stands in the place of what is none.

    The files are found at once, and read one after the other. A single file in which nothing is of these *kinds* is one
    error, and not one for each of its lines, unless it has thousands; where no kind is given, anything may be in it.
    """
    found = json_sources(paths)
    values = map(_placed, values_of(found, stdin or sys.stdin.buffer))
    return _or_one_error(values, found[0].name, kinds) if kinds and len(found) == 1 else values


def _placed(found: Value) -> Placed:
    assert not isinstance(found, Document)
    return found if isinstance(found, Placed) else Placed(found, found.place)


def _or_one_error(values: Iterator[Placed], name: str, kinds: Kinds) -> Iterator[Placed]:
    held = []
    for placed in islice(values, _LOOKED_OVER):
        held.append(placed)
        if _is_one_of(placed.value, kinds):
            break
    else:
        if _FEW < len(held) < _LOOKED_OVER:
            expected = " and no ".join(f"{what} ({schema})" for schema, what in kinds.items())
            held = [Placed(InputError(f"holds no {expected}", place=name), name)]
    yield from held
    yield from values


def _is_one_of(value: object, kinds: Kinds) -> bool:
    """Whether *value* is what was expected, or a signed statement of it."""
    return isinstance(value, dict) and (str(value.get("schema")) in kinds or "payloadType" in value)


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

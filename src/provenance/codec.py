"""Layer 2: canonical JSON, and the digests that are taken of it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from provenance.errors import AuditError


def canonical(value: object) -> bytes:
    """The one spelling of a JSON value: UTF-8, sorted keys, no spaces, integers and strings only.

    Lone surrogates, which UTF-8 cannot hold, are written as JSON escapes.

    Raises:
        TypeError: *value* holds something else than objects, lists, strings, integers, booleans and null.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def digest_of(content: bytes) -> str:
    """``sha256:`` and the digest of *content* in hexadecimal."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def json_line(value: object) -> str:
    """*value* as one line of JSON for people and pipelines, in the order of its keys."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    return text if text.isascii() or _encodes(text) else json.dumps(value, separators=(", ", ": "), allow_nan=False)


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def first_difference(one: Any, other: Any, pointer: str = "") -> str | None:
    """The JSON pointer of the first place, in canonical order, where two JSON values differ; None if they are equal."""
    if type(one) is not type(other):
        return pointer
    if isinstance(one, dict):
        for key in sorted({*one, *other}):
            below = f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
            if key not in one or key not in other:
                return below
            found = first_difference(one[key], other[key], below)
            if found is not None:
                return found
        return None
    if isinstance(one, list):
        for n, (left, right) in enumerate(zip(one, other, strict=False)):
            found = first_difference(left, right, f"{pointer}/{n}")
            if found is not None:
                return found
        return None if len(one) == len(other) else f"{pointer}/{min(len(one), len(other))}"
    return None if one == other else pointer


def require(condition: bool, problem: str, pointer: str = "") -> None:  # noqa: FBT001
    """Raise `AuditError` unless *condition* holds."""
    if not condition:
        raise AuditError(problem, pointer)

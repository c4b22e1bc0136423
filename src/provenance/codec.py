"""Canonical JSON, and the digests that are taken of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from json.encoder import c_make_encoder, encode_basestring, encode_basestring_ascii  # type: ignore[attr-defined]  # in the standard library, and not in its stubs
from typing import Any, Final

from provenance.errors import shown


def encoding(plain: json.JSONEncoder) -> Callable[[object], str]:
    """`encode` of *plain*, with the part of it that is in C made once: for a short record that is a quarter of the cost."""
    if c_make_encoder is None:  # it is CPython's
        return plain.encode
    string = encode_basestring_ascii if plain.ensure_ascii else encode_basestring
    separators = plain.key_separator, plain.item_separator
    parts = c_make_encoder(
        None, plain.default, string, None, *separators, plain.sort_keys, plain.skipkeys, plain.allow_nan
    )
    return lambda value: "".join(parts(value, 0))


canonical_text: Final = encoding(
    json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
)
"""`canonical`, before it is encoded."""
_C1: Final = re.compile(r"[\x7f-\x9f]")
"""Control characters beyond ASCII (ISO/IEC 6429), with DEL before them."""
_line: Final = encoding(json.JSONEncoder(ensure_ascii=False, allow_nan=False))


def canonical(value: object) -> bytes:
    """The one spelling of a JSON value: UTF-8, sorted keys, no spaces, integers and strings only.

    Lone surrogates, which UTF-8 cannot hold, are written as JSON escapes.

    Raises:
        TypeError: *value* holds something else than JSON does.
        ValueError: *value* holds NaN or an infinity.
    """
    return canonical_text(value).encode("utf-8", "backslashreplace")


class RepeatedKeyError(ValueError):
    """An object in JSON that names a key twice: RFC 8259 §4 leaves open what it says, and RFC 7493 §2.3 forbids it."""


def parsed_strictly(content: str | bytes) -> Any:
    """The JSON value that *content* spells, to every reader the same: no object in it names a key twice.

    Raises:
        RepeatedKeyError: one does.
        ValueError: it is no JSON.

    >>> parsed_strictly('{"score": 20, "lost": 3}')
    {'score': 20, 'lost': 3}
    """
    if not isinstance(content, str):
        # Nearly all is an object in UTF-8, of which the first two bytes tell.
        encoding = "utf-8" if content.startswith(b'{"') else json.detect_encoding(content)
        content = content.decode(encoding, _LENIENT)
    return _parsed(content)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counted = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counted.items() if count > 1)
        raise RepeatedKeyError(
            f"the key {shown(twice)} stands twice: some programs read the first, and others the last"
        )
    return found


def with_each_key_once(value: Any) -> Any:
    """The JSON value in which each object is a tuple of its pairs, if none of them names a key twice.

    Raises:
        RepeatedKeyError: one does.
    """
    if isinstance(value, tuple):
        return _each_once([(key, with_each_key_once(of)) for key, of in value])
    return [*map(with_each_key_once, value)] if isinstance(value, list) else value


_parsed: Final = json.JSONDecoder(object_pairs_hook=_each_once).decode
"""Made once: `json.loads` makes a decoder for every value that is to be parsed in another way than its own."""
_LENIENT: Final = "surrogatepass"
"""How `json.loads` decodes, too."""


def digest_of(content: bytes) -> str:
    """``sha256:`` and the digest of *content* in hexadecimal."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def json_line(value: object) -> str:
    """*value* as one line of JSON, in the order of its keys; to be encoded with ``backslashreplace``.

    Control characters are escaped, those too that JSON would let pass: a terminal takes them for commands.
    """
    line = _line(value)
    if line.isascii() and "\x7f" not in line:
        return line
    return _C1.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


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

"""JSON as pages write it: trailing commas, comments, stray quotation marks, broken off, nested without end.

Python's own parser is tried first. What it refuses is read token by token with a stack of our own, so that no
nesting can exhaust the interpreter's, and what cannot be understood is passed over rather than refused.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from provenance.page.entities import unescaped

LONGEST: Final = 2_000_000
"""Characters of the longest block that is read: the longest seen on a news page has 400,000."""

DEEPEST: Final = 64
"""Levels of nesting that are kept; schema.org data that people wrote has seven or eight."""

_OPENING: Final = re.compile(r"(?:<!--|(?://\s*)?<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)\s*")
_CLOSING: Final = re.compile(
    r"(?:(?://\s{0,9})?-->|(?://\s{0,9})?\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/)?\s{0,99};?\Z"
)
"""What some wrap around a script's content; the end of a text is all that the second is tried on."""

_TAIL: Final = 40

_TOKEN: Final = re.compile(
    r"""(?P<space>[\s,;\ufeff]++)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<colon>:)"""
    # A string ends at a quotation mark that something structural follows: others were not escaped.
    r"""|"(?P<string>(?>(?:[^"\\]++|\\.|"(?!\s*+(?:[,:}\]]|\Z)))*))"?"""
    r"""|(?P<comment>/\*(?>(?:[^*]++|\*(?!/))*)(?:\*/)?|//[^\n]*+)"""
    r"""|(?P<word>[^\s,:\[\]{}"]++)""",
    re.DOTALL,
)
_DECODER: Final = json.JSONDecoder(strict=False)
_LONG_NUMBER: Final = 16
_WORDS: Final = {"true": True, "false": False, "null": None}


def read_json(text: str) -> list[Any]:
    """The JSON values in *text*, as far as they can be made out: usually one, none if it is no JSON at all.

    >>> read_json('{"a": [1, 2,], // note')
    [{'a': [1, 2]}]
    """
    if len(text) > LONGEST:
        return []
    text = text.strip()
    if text[:1] not in ("{", "["):
        opening = _OPENING.match(text)
        text = text[opening.end() :] if opening else text
    if text[-1:] not in ("}", "]"):
        closing = _CLOSING.search(text, max(0, len(text) - _TAIL))
        text = text[: closing.start()].rstrip() if closing else text
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        pass
    if "&quot;" in text and text.count('"') < text.count("&quot;"):
        return read_json(unescaped(text))
    return _read_leniently(text)


def _read_leniently(text: str) -> list[Any]:
    """Every value in *text*; a closing bracket closes what is open, whatever it is."""
    values: list[Any] = []
    stack: list[Any] = []  # the containers that are open; None for one too deep to keep
    keys: list[str | None] = []  # beside each, the key that waits for its value
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind in ("space", "comment", "colon"):
            continue
        if kind == "close":
            if stack:
                stack.pop()
                keys.pop()
            continue
        value = _value(kind, found)
        if kind == "open":
            kept = len(stack) < DEEPEST and _put(value, values, stack, keys)
            stack.append(value if kept else None)
            keys.append(None)
        elif stack and isinstance(stack[-1], dict) and keys[-1] is None:
            keys[-1] = str(value)
        else:
            _put(value, values, stack, keys)
    return [value for value in values if isinstance(value, (dict, list))]


def _value(kind: str | None, found: re.Match[str]) -> Any:
    if kind == "open":
        return {} if found[0] == "{" else []
    if kind == "string":
        return _string(found["string"])
    word = found[0]
    return (
        int(word)
        if len(word) < _LONG_NUMBER and word.isascii() and word.isdigit()
        else _WORDS.get(word, word)
    )


def _put(value: Any, values: list[Any], stack: list[Any], keys: list[str | None]) -> bool:
    """Put *value* where it belongs; False if that is nowhere."""
    if not stack:
        values.append(value)
        return True
    holder = stack[-1]
    if isinstance(holder, list):
        holder.append(value)
        return True
    if isinstance(holder, dict) and keys[-1] is not None:
        holder.setdefault(keys[-1], value)
        keys[-1] = None
        return True
    return False


def _string(raw: str) -> str:
    """A string's characters, its escapes read as far as they are any."""
    if "\\" not in raw:
        return raw
    escaped = raw.replace('\\"', '"').replace('"', '\\"').replace("\n", "\\n")
    try:
        return str(_DECODER.decode(f'"{escaped}"'))
    except ValueError:
        return raw.replace("\\", "")

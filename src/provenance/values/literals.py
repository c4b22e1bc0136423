"""Lists as Python writes them in a string: what a table of pandas or numpy leaves of a list in a CSV cell."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Final

_LONGEST: Final = 20_000
"""Characters: a list of people or addresses is shorter, and a text that only looks like one is not looked through."""
_TOKENS: Final = (
    r"""\s+|(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<mark>[\[\](){},:])|(?P<word>[\w.+-]+)"""
)
_ESCAPES: Final = r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))"
_WORDS: Final = {"None": "null", "nan": "null", "NaN": "null", "True": "true", "False": "false"}
_PLAIN: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_TUPLES: Final = {"(": "[", ")": "]"}


def list_in(text: str) -> list[Any] | None:
    """The list that *text* is, as Python or numpy writes one, or JSON; None if it is none. Nothing is evaluated.

    >>> list_in("['Ada Vale', 'Bo Berg']"), list_in("['Ada Vale' 'Bo Berg']"), list_in("[Applause] Thank you.")
    (['Ada Vale', 'Bo Berg'], ['Ada Vale', 'Bo Berg'], None)
    >>> list_in("[{'name': 'Ada Vale', 'url': None}]")
    [{'name': 'Ada Vale', 'url': None}]
    """
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")) or len(text) > _LONGEST:
        return None
    written = _as_json(text)
    if written is None:
        return None
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else None


def _as_json(text: str) -> str | None:
    """*text* with its strings, words and brackets as JSON has them; None if it holds anything else."""
    found, at, is_after_string = list[str](), 0, False
    for token in _tokens().finditer(text):
        if token.start() != at:
            return None
        at = token.end()
        kind, written = token.lastgroup, token[0]
        if kind is None:  # white space
            continue
        if kind == "string":
            if is_after_string:  # numpy writes no commas
                found.append(",")
            written = json.dumps(_escapes().sub(_unescaped, written[1:-1]))
        elif kind == "word":
            written = _WORDS.get(written, written)
        elif written in _TUPLES:
            written = _TUPLES[written]
        if written == "]" and found[-1] == ",":  # ('Ada Vale',)
            found.pop()
        is_after_string = kind == "string"
        found.append(written)
    return "".join(found) if at == len(text) else None


def _unescaped(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2] or escape[3]
    if number:
        return chr(int(number, 16)) if int(number, 16) <= 0x10FFFF else "\ufffd"
    return _PLAIN.get(escape[4], escape[4])


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_TOKENS, re.DOTALL)


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile(_ESCAPES, re.DOTALL)

"""Strings that can be written: JSON can hold halves of characters (lone surrogates), which no encoding of Unicode can."""

from __future__ import annotations

import re
from functools import cache
from operator import is_

from provenance.errors import InputError


@cache
def _halves() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


def sound(text: str) -> str:
    r"""*text* with U+FFFD in the place of every lone surrogate; as long as before, so that offsets hold.

    >>> sound("a\ud800b") == "a\ufffdb"
    True
    """
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _halves().sub("\ufffd", text)
    return text


def sound_value(value: object) -> object:
    """A JSON value with every string in it sound; the value itself where it is so already.

    Raises:
        InputError: it is nested too deeply to be looked through.
    """
    if isinstance(value, list):
        try:
            if "".join(value).isascii():  # a list of plain addresses, as most are
                return value
        except TypeError:
            pass
    try:
        return _sound(value)
    except RecursionError:
        raise InputError("nested too deeply") from None


def _sound(value: object) -> object:
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, list):
        items = [_sound(item) for item in value]
        return value if all(map(is_, items, value)) else items
    if isinstance(value, dict):
        pairs = {_sound(key): _sound(item) for key, item in value.items()}
        is_same = all(map(is_, pairs, value)) and all(map(is_, pairs.values(), value.values()))
        return value if is_same else pairs
    return value

"""Character references such as `&amp;`, read as a browser does, however long the number in one is."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TOO_LARGE: Final = re.compile(r"&#[0-9]{8,}+;?")
"""Numbers that no character has: the largest is 1114111. Python refuses to read those of more than 4300 digits."""


def unescaped(text: str) -> str:
    """*text* with its character references read; U+FFFD for those that stand for no character.

    >>> unescaped("caf&eacute; &#38; &#99999999;")
    'café & \ufffd'
    """
    if "&" not in text:
        return text
    return unescape(_TOO_LARGE.sub("\ufffd", text) if "&#" in text else text)

"""One pattern for many words, made so that a search for it is cheap.

An alternation of hundreds of words tries each of them at each place. Written as a trie it takes one step for each letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias


def here(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of one of *words*, to be matched at a place; the word is group 1."""
    return re.compile(f"({_branches(_trie(words)) or _NOTHING}){_WORD_END}")


def alternatives(words: Iterable[str]) -> str:
    """The pattern of one of *words*, to be built into another one; without any it matches nothing."""
    return f"(?:{_branches(_trie(words)) or _NOTHING})"


_WORD_END: Final = r"(?![\w'’])"
_NOTHING: Final = "(?!)"
"""What matches nowhere, where the empty pattern of no words would match everywhere."""


_Trie: TypeAlias = dict[str, "_Trie"]
_END: Final = ""


def _trie(words: Iterable[str]) -> _Trie:
    root: _Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return root


def _branches(node: _Trie) -> str:
    """The pattern of what can follow; longer words come first."""
    options = [re.escape(letter) + _branches(rest) for letter, rest in sorted(node.items()) if letter != _END]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return f"(?:{body})?" if _END in node else body

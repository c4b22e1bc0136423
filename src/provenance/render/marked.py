"""A text with what was read in it: who speaks in brackets, the words that say so between bars, each claim with its support."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any, Final

from provenance.render.words import plain

_WIDTH: Final = 80
_SUPPORT: Final = {"inline": "(+)", "reference": "(+)", "weak": "(~)", "none": "(?)"}
LEGEND: Final = (
    "[who speaks]  |says|  {again: occurs earlier}  (+) a source  (~) one without a name  (?) none found"
)
Json = Mapping[str, Any]


def marked_text(shown: Json, text: str) -> str:
    """*text* with its outermost attributions, checkable claims and repeated passages marked, wrapped at 80 characters."""
    marks: dict[int, set[tuple[int, str]]] = {}

    def mark(start: int, end: int, opening: str, closing: str) -> None:
        """Longer passages open first and close last, so that marks nest."""
        marks.setdefault(start, set()).add((start - end, opening))
        marks.setdefault(end, set()).add((end - start - len(text), closing))

    for statement in shown["attributions"]:
        if not statement["depth"] and not statement.get("repeated"):
            for part, opening, closing in (("source", "[", "]"), ("cue", "|", "|")):
                if statement[part]:
                    mark(statement[part]["start"], statement[part]["end"], opening, closing)
    for claim in shown["claims"]:
        if claim["support"] in _SUPPORT and not claim.get("repeated"):
            mark(claim["start"], claim["end"], "", " " + _SUPPORT[claim["support"]])
    for copy in shown["repetition"]["spans"]:
        mark(copy["start"], copy["end"], "{again: ", "}")
    pieces, done = [], 0
    for place in sorted(marks):
        pieces += [text[done:place], *(sign for _, sign in sorted(marks[place]))]
        done = place
    return _wrapped("".join([*pieces, text[done:]]))


def _wrapped(text: str) -> str:
    lines = (textwrap.fill(plain(line), _WIDTH, break_on_hyphens=False) for line in text.splitlines())
    return "\n".join(lines) + "\n"

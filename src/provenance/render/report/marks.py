"""A text cut where something in it begins or ends, so that every piece can say all that it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, NamedTuple, TypeVar

from provenance.render.passages import SUPPORT, span_of
from provenance.render.words import plain

Json = Mapping[str, Any]
T = TypeVar("T")

_SIGNS: Final = {"inline": "✓", "reference": "✓", "weak": "~", "none": "?"}
"""How a claim is supported, at a glance; the words stand beside it for whoever cannot tell the signs."""


class Effect(NamedTuple):
    """What a passage does to the score: the signal that it counts most for, or against, and all of them in words."""

    sign: str  # + or −
    signal: str
    says: str


class Mark(NamedTuple):
    """A passage that something was read in: `look` names its looks, `sign` and `says` stand after it."""

    start: int
    end: int
    look: str
    sign: str = ""
    says: str = ""


class Piece(NamedTuple):
    """A run of text with one set of marks: where it begins, its words, its looks, and what ends with it."""

    at: int
    anchors: tuple[str, ...]  # the places (``start-end``) that begin here
    words: str
    looks: str
    ends: tuple[Mark, ...]
    effects: tuple[Effect, ...]


def marks_in(document: Json) -> Iterator[Mark]:
    """What was read in the words of a document, passage by passage."""
    for statement in document.get("attributions", ()):
        if statement["depth"] or statement.get("repeated"):
            continue
        source, cue = statement["source"], statement["cue"]
        if source:
            yield Mark(source["start"], source["end"], "source")
        if cue:
            yield Mark(cue["start"], cue["end"], "cue")
    for claim in document.get("claims", ()):
        if claim["support"] in SUPPORT and not claim.get("repeated"):
            support = claim["support"]
            yield Mark(claim["start"], claim["end"], f"claim {support}", _SIGNS[support], SUPPORT[support])
    for copy in document.get("repetition", {}).get("spans", ()):
        yield Mark(copy["start"], copy["end"], "repeated", "↻", "occurs earlier in this text")
    for left in document.get("residue", ()):
        yield Mark(left["start"], left["end"], "residue", "▯", f"left over from a template: {left['why']}")


def pieces_of(text: str, document: Json, effects: Mapping[str, tuple[Effect, ...]]) -> list[Piece]:
    """*text* in pieces; *effects* says what each place that a finding rests on counts for."""
    marks = [mark for mark in marks_in(document) if 0 <= mark.start < mark.end <= len(text)]
    places = {p: span for p in effects if (span := span_of(p)) and span[0] < span[1] <= len(text)}
    ends = [(mark.start, mark.end) for mark in marks] + [*places.values()]
    bounds = sorted({0, len(text), *(bound for span in ends for bound in span)})
    opening = _gathered((mark.start, mark) for mark in marks)
    closing = _gathered((mark.end, mark) for mark in marks)
    begun = _gathered((span[0], place) for place, span in places.items())
    ended = _gathered((span[1], place) for place, span in places.items())
    pieces, active = [], dict[str, int]()
    for start, end in pairwise(bounds):
        for mark in opening.get(start, ()):
            active[mark.look] = active.get(mark.look, 0) + 1
        pieces.append(
            Piece(
                start,
                tuple(begun.get(start, ())),
                shown(text[start:end]),
                " ".join(look for look, count in active.items() if count),
                tuple(mark for mark in closing.get(end, ()) if mark.sign),
                tuple(dict.fromkeys(effect for place in ended.get(end, ()) for effect in effects[place])),
            )
        )
        for mark in closing.get(end, ()):
            active[mark.look] -= 1
    return pieces


def shown(text: str) -> str:
    """*text* with nothing in it that turns the reading direction, or that nobody would see."""
    return "\n".join(plain(line.replace("\t", "    ")) for line in text.split("\n"))


def _gathered(items: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for at, item in items:
        found.setdefault(at, []).append(item)
    return found

"""The very words that a finding rests on, found again by the place that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from provenance.signal import SignalSpec

Json = Mapping[str, Any]

SUPPORT: Final = {
    "inline": "a named source in the sentence",
    "reference": "a reference in the sentence",
    "weak": "only a source without a name",
    "none": "no source found in this sentence",
}
"""How a claim is supported, in words."""
_LONGEST: Final = 40
"""Characters of a place that is two offsets."""


class Passages:
    """The passages of a document by place: ``start-end`` in the text, or the pointer of an observation."""

    def __init__(self, document: Json, text: str | None) -> None:
        self._text = text
        self._by_place = dict(self._all(document))
        self._claims = dict(_claims(document))

    def at(self, place: str, *, is_of_claims: bool = False) -> str:
        """What stands at *place*, with line and column where they are known; empty if nothing is known of it.

        One sentence can be a claim and, say, a note of correction: how a claim is supported is told only of claims.
        """
        words, support = self._claims.get(place, ("", ""))
        if is_of_claims and words:
            return f"{words} – {support}"
        return self._by_place.get(place) or words or self._words(place)

    def _all(self, document: Json) -> Iterator[tuple[str, str]]:
        for field in document["fields"].values():
            for observation in field.get("observations", ()):
                if observation.get("value") not in (None, ""):
                    yield (
                        observation["at"],
                        f"{observation['at']}: {observation['value']} ({observation['channel']})",
                    )
        for residue in document.get("residue", ()):
            yield f"{residue['start']}-{residue['end']}", f"“{residue['text']}” ({residue['why']})"
        for notice in document.get("notices", ()):
            yield f"{notice['start']}-{notice['end']}", f"“{notice['text']}”"
        for statement in document.get("attributions", ()):
            yield _place(statement), self._statement(statement)

    def _statement(self, statement: Json) -> str:
        source, cue = statement["source"], statement["cue"]
        by = f"by {source['text']} ({_kind(source)})" if source else ""
        if cue:
            said = f"“{cue['text']}” – {by or 'no source given'}"
        else:
            said = f"a quotation, {by}" if by else "a quotation without a speaker"
        flags = "".join(f", {flag.replace('_', ' ')}" for flag in statement["flags"])
        return f"{_where(statement)}{said}{flags}{self._around(statement)}"

    def _around(self, statement: Json) -> str:
        content = statement["content"]
        if not self._text or not content:
            return ""
        return f": {self._text[content['start'] : content['end']]}"

    def _words(self, place: str) -> str:
        span = span_of(place)
        if span is None:
            return place
        return f"“{self._text[slice(*span)]}”" if self._text else f"characters {place}"


def _claims(document: Json) -> Iterator[tuple[str, tuple[str, str]]]:
    """The claims by place: their words, and how they are supported."""
    for claim in document.get("claims", ()):
        words = f"{_where(claim)}“{claim.get('text', '')}”"
        yield f"{claim['start']}-{claim['end']}", (words, SUPPORT.get(claim["support"], claim["support"]))


def judges_claims(spec: SignalSpec | None) -> bool:
    """Whether a signal is about the claims of a text."""
    return spec is not None and "claims" in spec.reads


def named_against(spec: SignalSpec | None) -> bool:
    """Whether what a signal is called after speaks against the document: it has one title for better and for worse."""
    return spec is not None and spec.title == spec.problem


def span_of(place: str) -> tuple[int, int] | None:
    """Where the passage begins and ends that *place* names as ``start-end``; None for the pointer of an observation."""
    start, dash, end = place.partition("-")
    is_span = dash and start.isdecimal() and end.isdecimal() and place.isascii() and len(place) <= _LONGEST
    return (int(start), int(end)) if is_span else None


def deciding(row: Json, *, against: bool) -> Sequence[str]:
    """Of what a finding rests on, the part that speaks against the document, or for it: the former stands first."""
    basis: Sequence[str] = row.get("basis", ())
    if row["of"] == 1 or len(basis) != row["good"] + row["bad"]:
        return basis
    return basis[: row["bad"]] if against else basis[row["bad"] :]


def _kind(source: Json) -> str:
    resolved = source.get("resolved")
    return f"taken to be {resolved['text']}" if resolved else source["kind"]


def _where(item: Json) -> str:
    return f"line {item['line']}, column {item['column']}: " if "line" in item else ""


def _place(statement: Json) -> str:
    span = statement["cue"] or statement["content"] or statement["source"] or {"start": 0, "end": 0}
    return f"{span['start']}-{span['end']}"

"""Attributions inside a quotation: what those who are quoted say that others said, or say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from provenance.text.contents import INDIRECT, Content
from provenance.text.facts import AUTHOR, PRONOUN, Attribution, Cue, Resolution, Source, Span
from provenance.text.found import Found
from provenance.text.mentions import mention_of
from provenance.text.quotations import Quotation
from provenance.text.words import Words

SPEAKER: Final = "speaker"
"""The rule by which "I" in a quotation means whoever is quoted."""


def in_quotation(
    words: Words,
    number: int,
    found: Found,
    content: Content,
    quotation: Quotation,
    outer: Iterable[Attribution],
    *,
    repeated: bool,
) -> Attribution:
    """The attribution *found* inside *quotation*, one deeper than it is there.

    Nobody outside resolves a pronoun inside: only the first person is known, where *outer*, the attributions of the
    sentence, say whose the quotation is. Nobody outside is resolved by it either, and it earns no flags.
    """
    span, _, depth = content
    start, end = words.span(found.first, found.last)
    source = None
    if found.source is not None:
        mention = mention_of(words, found.source, number)
        source = _of_speaker(mention.source, quotation, outer)
    return Attribution(
        INDIRECT,
        found.mode,
        depth + 1,
        found.rule,
        source,
        Cue(start, end, words.text[start:end]),
        _inside(span, quotation),
        repeated=repeated,
        quoted=True,
    )


def _of_speaker(source: Source, quotation: Quotation, outer: Iterable[Attribution]) -> Source:
    """*source*, or where it is the first person, a pronoun for whoever is quoted."""
    if source.kind is not AUTHOR:
        return source
    for attribution in outer:
        said, speaker = attribution.content, attribution.source
        if said and speaker and not attribution.quoted and _overlap(said, quotation):
            return as_speaker(source, speaker)
    return source._replace(kind=PRONOUN)


def as_speaker(source: Source, speaker: Source) -> Source:
    """*source*, or where it is the first person, a pronoun for *speaker*."""
    if source.kind is not AUTHOR:
        return source
    meant = speaker.resolved or Resolution(speaker.text.rstrip(","), SPEAKER, speaker.kind)
    resolved = meant._replace(rule=SPEAKER)
    return source._replace(kind=PRONOUN, identity=speaker.identity, resolved=resolved)


def _overlap(said: Span, quotation: Quotation) -> bool:
    return said.start < quotation.end and quotation.start < said.end


def _inside(span: Span | None, quotation: Quotation) -> Span | None:
    """*span* as far as it lies between the marks of *quotation*."""
    if span is None:
        return None
    start, end = max(span.start, quotation.inner_start), min(span.end, quotation.inner_end)
    return Span(start, end) if start < end else None

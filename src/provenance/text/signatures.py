"""Quotations that are signed with a dash and a name: “It rained.” – Ines Vale, mayor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from provenance.text import tags as t
from provenance.text.appositions import described
from provenance.text.facts import Cue
from provenance.text.phrases import Phrase
from provenance.text.quotations import Quotation, is_block
from provenance.text.sentences import Sentence, sentence_at
from provenance.text.words import Words, Written

SIGNATURE: Final = "signature"
_LONGEST: Final = 120
"""Characters of the longest signature."""
_NO_SIGNER: Final = t.TIME | t.PREPOSITION | t.PRONOUN | t.ADVERB
_NAMES_A_KIND: Final = t.ROLE | t.TITLE | t.BODY | t.DOCUMENT


class Signature(NamedTuple):
    """Who signs: the words, those that name the signer, the number of the sentence, and the dash as the cue."""

    words: Words
    phrase: Phrase
    sentence: int
    cue: Cue


def signature(written: Written, sentences: Sequence[Sentence], quotation: Quotation) -> Signature | None:
    """The signature of *quotation*, which is all that follows it in its sentence, or in the next line."""
    text = written.text
    is_whole = quotation.closed or is_block(text, quotation)
    dash = _dash().match(text, quotation.end) if is_whole else None
    if dash is None or not text[dash.end() : dash.end() + 1].isupper():
        return None
    number = sentence_at(sentences, dash.end())
    start, end = dash.end(), sentences[number].end
    quoted = sentence_at(sentences, quotation.start)
    if not 0 < end - start <= _LONGEST:
        return None
    if quoted != number and (sentences[quoted].is_isolated or sentences[number].is_isolated):
        return None  # a copy neither lends nor borrows
    words = written.words(number, (start, end), ())
    phrase = described(words, 0)
    if phrase is None or phrase.last + 1 < words.size or not _is_signer(words):
        return None
    return Signature(words, phrase, number, Cue(*dash.span(1), dash[1]))


@cache
def _dash() -> re.Pattern[str]:
    """A dash after a quotation, or at the head of the line after it, which may be one of a block quotation; a hyphen is one only between spaces."""
    return re.compile(
        r"[^\S\r\n]{0,9}(?:[\r\n]{1,4}[^\S\r\n]{0,9}>?[^\S\r\n]{0,9})?([—–―]|--?(?=\s))[^\S\r\n]{0,9}"
    )


def _is_signer(words: Words) -> bool:
    """Whether the words begin with a name of two words and more, or say what the signer is."""
    if words.tags[0] & _NO_SIGNER and not words.tags[0] & t.TITLE:
        return False
    return bool(words.tags[1] & t.CAPITAL and not words.gaps[0]) or any(
        tags & _NAMES_A_KIND for tags in words.tags
    )

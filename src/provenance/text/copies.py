"""Sentences whose words stand in a text more than once, and once where they state nothing: in a quotation, or in a note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from provenance.text.quotations import Quotation
from provenance.text.sentences import Copy, Sentence, key


def with_quoted_copies(
    text: str, sentences: list[Sentence], quotations: Sequence[Quotation]
) -> list[Sentence]:
    """*sentences*, where of those of which a copy begins inside a quotation none is the one that counts.

    What somebody says is no statement of the text, and to repeat it outside of the quotation would make it one: a
    copied line would raise a score (docs/explanation/laws.md).
    """
    copies = [number for number, each in enumerate(sentences) if each.copy]
    if not copies or not quotations:
        return sentences
    begins = [each.start for each in quotations]
    reaches = list(accumulate((each.end for each in quotations), max, initial=0))
    starts = [(number, sentences[number].start) for number in copies]
    said = [number for number, start in starts if reaches[bisect_left(begins, start)] > start]
    return _without_counted(text, sentences, copies, said)


def with_noted_copies(text: str, sentences: list[Sentence], notes: Collection[int]) -> list[Sentence]:
    """*sentences*, where of those of which a copy stands in *notes*, by their numbers, none is the one that counts."""
    copies = [number for number, each in enumerate(sentences) if each.copy]
    return _without_counted(text, sentences, copies, [number for number in copies if number in notes])


def _without_counted(
    text: str, sentences: list[Sentence], copies: Iterable[int], apart: Collection[int]
) -> list[Sentence]:
    """*sentences*, of which none counts whose words one of *apart* has; both are numbers of sentences with copies."""
    if not apart:
        return sentences
    said = {key(text[sentences[number].start : sentences[number].end]) for number in apart}
    settled = list(sentences)
    for number in copies:
        each = sentences[number]
        if each.copy == Copy.FIRST and key(text[each.start : each.end]) in said:
            settled[number] = each._replace(copy=Copy.LATER)
    return settled

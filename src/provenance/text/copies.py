"""Sentences whose words stand in a text more than once, and inside a quotation at that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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
    copies = [(number, each) for number, each in enumerate(sentences) if each.copy]
    if not copies or not quotations:
        return sentences
    begins = [each.start for each in quotations]
    reaches = list(accumulate((each.end for each in quotations), max, initial=0))
    said = {
        key(text[each.start : each.end])
        for _, each in copies
        if reaches[bisect_left(begins, each.start)] > each.start
    }
    settled = list(sentences)
    for number, each in copies:
        if each.copy == Copy.FIRST and key(text[each.start : each.end]) in said:
            settled[number] = each._replace(copy=Copy.LATER)
    return settled

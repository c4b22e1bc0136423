"""Quotations that nobody is said to say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from provenance.text.contents import DIRECT, INDIRECT
from provenance.text.facts import Attribution, Span
from provenance.text.quotations import Quotation, is_speech
from provenance.text.sentences import Copy, Sentence, sentence_at
from provenance.text.silences import after_silence
from provenance.text.titles import is_item, is_title
from provenance.text.words import Written

UNATTRIBUTED: Final = "unattributed_quotation"


def unattributed(
    written: Written,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
    skip: Sequence[tuple[int, int]],
) -> Iterator[tuple[Attribution, Quotation]]:
    """The quotations of speech that no attribution speaks for."""
    attributed = _Attributed(sentences, quotations, found)
    for at, quotation in enumerate(quotations):
        if (
            attributed.covers(quotation)
            or not is_speech(written.text, quotation)
            or is_title(written, quotation)
            or (at and is_item(written, quotations[at - 1], quotation))
        ):
            continue
        if after_silence(skip, quotation.start) > quotation.start:
            continue
        span = Span(quotation.start, quotation.end)
        is_copy = attributed.is_copy(quotation)
        yield Attribution(DIRECT, "assert", 0, UNATTRIBUTED, None, None, span, (), is_copy), quotation


def is_isolated(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether the sentence at *place* stands more than once."""
    number = sentence_at(sentences, place)
    return number >= 0 and sentences[number].is_isolated


class _Attributed:
    """Which quotations somebody is said to say: by an attribution, or by another quotation of their paragraph."""

    def __init__(
        self, sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: Sequence[Attribution]
    ) -> None:
        self._sentences = sentences
        spans = sorted(each.content for each in found if each.content is not None and each.form != INDIRECT)
        self._begins = [span.start for span in spans]
        self._reaches = list(accumulate((span.end for span in spans), max))
        self._paragraphs = {q.paragraph for q in quotations if self._is_content(q)}
        for earlier, later in pairwise(quotations):
            if self._continues(earlier, later) and earlier.paragraph in self._paragraphs:
                self._paragraphs.add(later.paragraph)

    def _continues(self, earlier: Quotation, later: Quotation) -> bool:
        """Whether a quotation runs on from one paragraph to the next; copies lend nothing and borrow nothing."""
        if earlier.closed or not later.opens_line:
            return False
        return not (is_isolated(self._sentences, earlier.start) or is_isolated(self._sentences, later.start))

    def _is_content(self, quotation: Quotation) -> bool:
        before = bisect_left(self._begins, quotation.end)
        return before > 0 and self._reaches[before - 1] > quotation.start

    def covers(self, quotation: Quotation) -> bool:
        """Whether somebody is said to say *quotation*."""
        return quotation.paragraph in self._paragraphs

    def is_copy(self, quotation: Quotation) -> bool:
        """Whether the sentence that *quotation* begins in stands earlier in the text."""
        number = sentence_at(self._sentences, quotation.start)
        return number >= 0 and self._sentences[number].copy == Copy.LATER

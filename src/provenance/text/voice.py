"""Where the writer speaks in the first person, outside what others are quoted with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.text import tries
from provenance.text.facts import Span
from provenance.text.lexicon import Lexicon
from provenance.text.quotations import Quotation
from provenance.text.sentences import Sentence


def find(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], lexicon: Lexicon
) -> tuple[Span, ...]:
    """The words of the first person in *text* that stand in no quotation, in order."""
    starts = [quotation.start for quotation in quotations]
    return tuple(
        span
        for span in sorted(set(_words(text, sentences, lexicon)))
        if not _is_quoted(span, starts, quotations) and not _is_numeral(text, span, lexicon)
    )


def _words(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Span]:
    after_space, here = _patterns(lexicon)
    for match in after_space.finditer(text):
        yield Span(*match.span(1))
    for sentence in sentences:
        if opening := here.match(text, sentence.start):
            yield Span(*opening.span(1))


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.words("voice", "first_person")
    words |= {word.replace("'", "’") for word in words}
    return tries.after_space(sorted(words)), tries.here(sorted(words))


def _is_quoted(span: Span, starts: Sequence[int], quotations: Sequence[Quotation]) -> bool:
    before = bisect_right(starts, span.start) - 1
    return before >= 0 and span.end <= quotations[before].end


def _is_numeral(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the word counts what stands before it: "Phase I"."""
    not_after = _counted(lexicon)
    return text.endswith(not_after, max(0, span.start - max(map(len, not_after))), span.start)


@cache
def _counted(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(lexicon.words("voice", "not_after")))

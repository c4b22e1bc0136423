"""Where the writer speaks in the first person, outside what others are quoted with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from provenance.text import signs
from provenance.text.facts import Span
from provenance.text.lexicon import Lexicon
from provenance.text.quotations import Quotation
from provenance.text.words import Written


def find(written: Written, quotations: Sequence[Quotation], lexicon: Lexicon) -> tuple[Span, ...]:
    """The words of the first person in a text that stand in no quotation, in order."""
    starts = [quotation.start for quotation in quotations]
    return tuple(
        span
        for span in _words(written, lexicon)
        if not _is_quoted(span, starts, quotations) and not _is_numeral(written.text, span, lexicon)
    )


def _words(written: Written, lexicon: Lexicon) -> Iterator[Span]:
    pattern = signs.first_person(lexicon)
    for number, of_words in enumerate(written.signs):
        if of_words & signs.FIRST_PERSON:
            for place in written.places(number, signs.FIRST_PERSON):
                if found := pattern.match(written.text, place):
                    yield Span(*found.span(1))


def _is_quoted(span: Span, starts: Sequence[int], quotations: Sequence[Quotation]) -> bool:
    before = bisect_right(starts, span.start) - 1
    return before >= 0 and span.end <= quotations[before].end


def _is_numeral(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether the word counts what stands before it: "Phase I"."""
    not_after = _counted(lexicon)
    return text.endswith(not_after, max(0, span.start - max(map(len, not_after), default=0)), span.start)


@cache
def _counted(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(lexicon.words("voice", "not_after")))

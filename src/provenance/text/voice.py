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
        Span(start, end)
        for start, end in _words(written, lexicon)
        if not _is_quoted(start, end, starts, quotations) and not _is_numeral(written.text, start, lexicon)
    )


def _words(written: Written, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where each word of the first person begins and ends."""
    pattern = signs.first_person(lexicon)
    for number, of_words in enumerate(written.signs):
        if of_words & signs.FIRST_PERSON:
            for place in written.places(number, signs.FIRST_PERSON):
                if found := pattern.match(written.text, place):
                    yield found.span(1)


def _is_quoted(start: int, end: int, starts: Sequence[int], quotations: Sequence[Quotation]) -> bool:
    before = bisect_right(starts, start) - 1
    return before >= 0 and end <= quotations[before].end


def _is_numeral(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the word that begins at *start* counts what stands before it: "Phase I"."""
    return text.endswith(_counted(lexicon), 0, start)


@cache
def _counted(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(lexicon.words("voice", "not_after")))

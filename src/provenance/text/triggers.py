"""What makes a sentence checkable: a figure, a date, an accusation, a comparison, an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from provenance.text import tries
from provenance.text.facts import Span
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Sentence

STATISTIC: Final = "statistic"
DATE: Final = "date"
QUANTITY: Final = "quantity"
ACCUSATION: Final = "accusation"
COMPARISON: Final = "comparison"
EVENT: Final = "event"

ORDER: Final = (STATISTIC, DATE, QUANTITY, ACCUSATION, COMPARISON, EVENT)
_BITS: Final = {kind: 1 << at for at, kind in enumerate(ORDER)}
_KINDS: Final = tuple(tuple(kind for kind in ORDER if bits & _BITS[kind]) for bits in range(1 << len(ORDER)))
_STATISTIC, _DATE, _QUANTITY, _EVENT = (_BITS[kind] for kind in (STATISTIC, DATE, QUANTITY, EVENT))

_YEARS: Final = range(1800, 2100)


def find(
    text: str,
    sentences: Sequence[Sentence],
    figures: Iterable[Span],
    lexicon: Lexicon,
    skip: Sequence[Span] = (),
) -> list[tuple[str, ...]]:
    """The triggers of each sentence, in the order of `ORDER`; none for one without, or in a passage to *skip*."""
    hits = _of_words(text, lexicon)
    hits += _of_figures(text, figures, lexicon)
    hits.sort()
    hits.append((len(text), 0))
    deed = _deed(lexicon)
    next_hit = iter(hits).__next__
    place, kind = next_hit()
    found: list[tuple[str, ...]] = []
    for start, end, _, _ in sentences:
        kinds = 0
        while place < end:
            kinds |= kind
            place, kind = next_hit()
        if kinds == _EVENT and not deed.search(text, start, end):
            kinds = 0
        found.append(_KINDS[kinds])
    return _outside(skip, sentences, found) if skip else found


def _outside(
    skip: Sequence[Span], sentences: Sequence[Sentence], found: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """*found* with nothing for the sentences that lie in a passage to *skip*."""
    starts = [start for start, _ in skip]
    kept = []
    for sentence, kinds in zip(sentences, found, strict=True):
        before = bisect_right(starts, sentence.start) - 1
        kept.append(() if before >= 0 and sentence.end <= skip[before].end else kinds)
    return kept


# --- figures -------------------------------------------------------------------------------------------------------


def _of_figures(text: str, figures: Iterable[Span], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """What each figure counts or dates. One inside a word ("B12", "COVID-19") does neither."""
    percents = _percents(lexicon)
    for start, end in figures:
        if start and (
            text[start - 1].isalnum() or (text[start - 1] == "-" and text[start - 2 : start - 1].isalpha())
        ):
            continue
        if text.startswith(percents, end):
            yield start, _STATISTIC
        elif end - start == 4 and text[start:end].isdecimal() and int(text[start:end]) in _YEARS:
            yield start, _DATE
        else:
            yield start, _QUANTITY


@cache
def _percents(lexicon: Lexicon) -> tuple[str, ...]:
    signs = sorted(lexicon.words("claims", "percent_signs"))
    return tuple(f"{space}{sign.replace('-', ' ')}" for sign in signs for space in ("", " ", "\u00a0", "-"))


# --- words ---------------------------------------------------------------------------------------------------------


def _of_words(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    bits, pattern, endings = _words(lexicon)
    hits = [(match.start(), bits[match[1]]) for match in pattern.finditer(text)]
    for ending in endings:
        hits += [(match.start(), _EVENT) for match in ending.finditer(text)]
    return hits


@cache
def _words(lexicon: Lexicon) -> tuple[Mapping[str, int], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    bits = {word: _BITS[kind] for kind in reversed(ORDER) for word in sorted(lexicon.words("claims", kind))}
    endings = sorted(lexicon.words("claims", "past_endings"))
    return (
        bits,
        tries.after_space(bits),
        tuple(re.compile(rf"{re.escape(ending)}[ ,.;]") for ending in endings),
    )


@cache
def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """A name or the first word of a sentence, at most one word more, and a verb of the past: somebody did something."""
    verbs = tries.alternatives(sorted(lexicon.words("claims", "event")))
    endings = tries.alternatives(sorted(lexicon.words("claims", "past_endings")))
    return re.compile(rf"[A-Z][\w’'.-]{{0,30}} (?:[a-z]{{1,20}} )?(?:{verbs}|[a-z]{{1,20}}{endings})\b")

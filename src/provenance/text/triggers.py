"""What makes a sentence checkable: a figure, a date, an accusation, a comparison, an event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final

from provenance.text import signs, tries
from provenance.text.facts import Span
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Sentence
from provenance.text.words import Written

ACCUSATION: Final = "accusation"
COMPARISON: Final = "comparison"
EVENT: Final = "event"
DATE: Final = "date"

_FIRST: Final = min(signs.TRIGGERS.values())
_ALL: Final = sum(signs.TRIGGERS.values())
_KINDS: Final = {
    bits: tuple(kind for kind, sign in signs.TRIGGERS.items() if bits & sign)
    for bits in range(0, _ALL + 1, _FIRST)
}
"""The triggers for each set of their signs."""

_CAPITAL: Final = "[A-ZÀ-ÖØ-Þ]"
_SMALL: Final = "[a-zß-öø-ÿ]"
_YEARS: Final = range(1800, 2100)
_TIMES: Final = ("[]", "()")
"""What stands around the time at which somebody speaks in a transcript: "[00:12]"."""


def find(
    written: Written,
    sentences: Sequence[Sentence],
    figures: Iterable[tuple[int, int]],
    lexicon: Lexicon,
    skip: Sequence[Span] = (),
) -> list[tuple[str, ...]]:
    """The triggers of each sentence, in the order of `signs.TRIGGERS`; none for one without, or in a passage to *skip*."""
    text = written.text
    deed, done = _deed(lexicon).search, _done(lexicon).search
    next_figure = chain(_of_figures(text, figures, lexicon), [(len(text), 0)]).__next__
    place, kind = next_figure()
    found: list[tuple[str, ...]] = []
    for (start, end, _, _), of_words in zip(sentences, written.signs, strict=True):
        kinds = of_words & _ALL
        while place < end:
            kinds |= kind
            place, kind = next_figure()
        if kinds == signs.EVENT and not (deed(text, start, end) or done(text, start, end)):
            kinds = 0
        if not kinds and of_words & signs.MAYBE:
            kinds = _by_words_around(text, start, end, of_words, lexicon)
        found.append(_KINDS[kinds])
    return _outside(skip, sentences, found) if skip else found


def _by_words_around(text: str, start: int, end: int, of_words: int, lexicon: Lexicon) -> int:
    """The sign of what makes the sentence checkable that holds no word for it; 0 where nothing does."""
    for sign, kind, pattern in _maybe(lexicon):
        if of_words & sign and pattern.search(text, start, end):
            return kind
    return 0


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


def _of_figures(text: str, figures: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """What each figure counts or dates. One inside a word ("B12", "COVID-19") does neither."""
    percents, before_day, behind_day = _percents(lexicon), _before_day(lexicon), _behind_day(lexicon).match
    for start, end in figures:
        if start and (
            text[start - 1].isalnum() or (text[start - 1] == "-" and text[start - 2 : start - 1].isalpha())
        ):
            continue
        if ":" in text[start:end] and text[start - 1 : start] + text[end : end + 1] in _TIMES:
            continue
        if text.startswith(percents, end):
            yield start, signs.STATISTIC
        elif _is_year(text[start:end]) or (
            end - start <= _LONGEST_DAY and (text.endswith(before_day, 0, start) or behind_day(text, end))
        ):
            yield start, signs.DATE
        else:
            yield start, signs.QUANTITY


@cache
def _percents(lexicon: Lexicon) -> tuple[str, ...]:
    signs = sorted(lexicon.words("claims", "percent_signs"))
    return tuple(f"{space}{sign.replace('-', ' ')}" for sign in signs for space in ("", " ", "\u00a0", "-"))


def _is_year(figure: str) -> bool:
    return len(figure) == _DIGITS_OF_YEAR and figure.isdecimal() and int(figure) in _YEARS


_DIGITS_OF_YEAR: Final = 4
_LONGEST_DAY: Final = 2  # digits


@cache
def _before_day(lexicon: Lexicon) -> tuple[str, ...]:
    """What stands before a number that is a day: "May 4", "Sept. 4"."""
    return tuple(f"{month}{gap}" for month in sorted(lexicon.words("claims", "month")) for gap in (" ", ". "))


@cache
def _behind_day(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands behind a number that is a day: "4 May"."""
    return re.compile(rf" {tries.alternatives(sorted(lexicon.words('claims', 'month')))}\b")


@cache
def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """A name or the first word of a sentence, at most one word more, and a verb of the past: somebody did something."""
    return re.compile(rf"{_CAPITAL}[\w’'.-]{{0,30}} (?:{_SMALL}{{1,20}} )?{_past(lexicon)}")


@cache
def _done(lexicon: Lexicon) -> re.Pattern[str]:
    """What else tells it: something was done, or whoever a clause begins with did it."""
    auxiliary, subject, clauses = (_of(lexicon, key) for key in ("past_auxiliary", "subjects", "clauses"))
    noun = rf"{_of(lexicon, 'determiners')} {_SMALL}{{1,20}}"
    was = rf"{auxiliary} (?:{_SMALL}{{1,20}} ){{0,2}}[“\"]?"
    who = rf"(?:(?<=, )|{clauses} )(?:{subject}|{noun}) (?:{_SMALL}{{1,20}} )?"
    return re.compile(rf" (?:{was}|{who}){_past(lexicon)}")


@cache
def _past(lexicon: Lexicon) -> str:
    """The pattern of a verb of the past."""
    guessed = rf"(?!{_of(lexicon, 'past_not')}\b){_SMALL}{{1,20}}{_of(lexicon, 'past_endings')}"
    return rf"(?:{_of(lexicon, 'event')}|{guessed})\b"


@cache
def _maybe(lexicon: Lexicon) -> tuple[tuple[int, int, re.Pattern[str]], ...]:
    """For each sign of which the words around it tell: the trigger that it can be, and what tells."""
    auxiliary, determiner = _of(lexicon, "ongoing_auxiliary"), _of(lexicon, "determiners")
    verb = rf"(?!{_of(lexicon, 'ongoing_not')}\b){_SMALL}{{2,20}}{_of(lexicon, 'ongoing_endings')}\b"
    was = rf"{_of(lexicon, 'past_auxiliary')} "
    is_at = rf"{auxiliary} [^.;:]{{1,80}} {_of(lexicon, 'places')} {_CAPITAL}"
    unique = rf"{_of(lexicon, 'only_after')} {_of(lexicon, 'only')} (?!{_of(lexicon, 'only_not')}\b){_SMALL}"
    return (
        # an auxiliary, at most one word more that is no article, and a verb: something goes on, or did
        (
            signs.ONGOING,
            signs.EVENT,
            re.compile(rf" {auxiliary} (?!{determiner} )(?:{_SMALL}{{1,20}} )?{verb}"),
        ),
        # something was there, or is at a place that is named
        (signs.EXISTENCE, signs.EVENT, re.compile(rf"\b{_of(lexicon, 'existence')} (?:{was}|{is_at})")),
        (signs.ONLY, signs.COMPARISON, re.compile(rf"\b{unique}")),
    )


def _of(lexicon: Lexicon, key: str) -> str:
    """The pattern of one of the words that the lexicon gives under *key*."""
    return tries.alternatives(sorted(lexicon.words("claims", key)))

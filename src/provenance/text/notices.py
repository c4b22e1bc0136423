"""Where a text speaks of itself or of those it asked: corrections, updates, replies, and why a name is withheld."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Any, Final

from attrs import frozen

from provenance.text import tags as t
from provenance.text import tries
from provenance.text.facts import Notice
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Copy, Sentence, key, sentence_at
from provenance.text.signs import COLON, NOTICE
from provenance.text.words import Written


@frozen
class Phrase:
    """What makes a notice: `hint`, right after one of `before` and right before one of `after`, if there are any.

    One of `led` must stand near before it and one of `followed` near behind it, if there are any, and no word of `unless`
    in its sentence. With `who`, the word before `before` must be of somebody who can be asked: a name, "she", "the owner".
    """

    kind: str
    hint: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    who: bool = False

    def stands(self, written: Written, start: int, end: int) -> bool:
        """Whether it stands between *start* and *end*."""
        text = written.text
        at = text.find(self.hint, start, end)
        while at >= 0:
            after = at + len(self.hint)
            if (
                (not self.after or text.startswith(self.after, after))
                and (not self.before or self._is_led(written, start, at))
                and (not self.led or _holds(text[max(start, at - _NEAR) : at], self.led))
                and (not self.followed or _holds(text[after : min(end, after + _NEAR)], self.followed))
                and (not self.unless or self.unless.isdisjoint(key(text[start:end]).split()))
            ):
                return True
            at = text.find(self.hint, after, end)
        return False

    def _is_led(self, written: Written, start: int, at: int) -> bool:
        """Whether one of `before` ends at *at*, behind somebody, if that is asked."""
        before = _plain(written.text[max(start, at - _NEAR) : at])
        if not before.endswith(self.before):
            return False
        if not self.who:
            return True
        led = max(len(phrase) for phrase in self.before if before.endswith(phrase))
        asked = before[:-led].split()
        return bool(asked) and written.word(asked[-1]).tags & _CAN_BE_ASKED > 0


_NEAR: Final = 60
"""Characters on either side of a hint in which what leads to it or follows it stands: a handful of words."""
_CAN_BE_ASKED: Final = t.HE | t.THEY | t.ROLE | t.GROUP | t.ORGANISATION | t.CAPITAL


def _holds(passage: str, words: Iterable[str]) -> bool:
    """Whether one of *words*, or a word that begins so, stands in the *passage*."""
    low = f" {passage.lower()}"
    return any(f" {word}" in low for word in words)


def find(written: Written, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Notice, ...]:
    """The sentences of a text that are notices, once for each kind, in order."""
    labels = _labels(written, sentences, lexicon)
    noted = {number for number, signs in enumerate(written.signs) if signs & NOTICE}
    found: list[Notice] = []
    for number in sorted(noted.union(labels)):
        start, end, _, _ = sentences[number]
        kinds = _kinds(written, start, end, lexicon) | labels.get(number, set())
        found += [Notice(start, end, kind) for kind in sorted(kinds)]
    return tuple(found)


def of_changes(
    text: str, sentences: Sequence[Sentence], notices: Iterable[Notice], lexicon: Lexicon
) -> frozenset[int]:
    """The numbers of the sentences in which a text says what was changed in it: to the end of the line that begins so.

    The note must speak of this very text: "The council's report has been updated" does not. News under the label of an
    update is none.
    """
    found: set[int] = set()
    for notice in notices:
        if notice.kind in _CHANGES and _is_of_itself(text, notice, lexicon):
            first = sentence_at(sentences, notice.start)
            found.add(first)
            if not first or sentences[first - 1].paragraph != sentences[first].paragraph:
                found.update(_line_from(sentences, first))
    return frozenset(found)


def _line_from(sentences: Sequence[Sentence], first: int) -> Iterable[int]:
    """The numbers of the sentences of a line that begins with the one numbered *first*."""
    line = sentences[first].paragraph
    return takewhile(lambda at: sentences[at].paragraph == line, range(first, len(sentences)))


SPONSORED: Final = "sponsored"
"""The kind of notice that labels the text below it."""
_CORRECTION: Final = "correction"
_CHANGES: Final = (_CORRECTION, "update")


def _is_of_itself(text: str, notice: Notice, lexicon: Lexicon) -> bool:
    """Whether the notice is of the text that it stands in: by its label, or since it says "this"."""
    labels = (opens for kind, _, opens in _openings(lexicon) if kind == notice.kind == _CORRECTION)
    if any(opens(text, notice.start, notice.end) for opens in labels):
        return True
    itself = lexicon.words("claims", "itself")
    return not itself.isdisjoint(text[notice.start : notice.end].split())


def once(text: str, notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """*notices*, with those as repeated that say what an earlier one has said, whether in a quotation or not."""
    said: set[tuple[str, str]] = set()
    found: list[Notice] = []
    for notice in notices:
        words = notice.kind, key(text[notice.start : notice.end])
        found.append(notice._replace(repeated=words in said))
        said.add(words)
    return tuple(found)


def _kinds(written: Written, start: int, end: int, lexicon: Lexicon) -> set[str]:
    """What the sentence from *start* to *end* is a notice of."""
    text = written.text
    opened = {
        kind
        for kind, heads, opens in _openings(lexicon)
        if text.startswith(heads, start) and opens(text, start, end)
    }
    hints, by_hint = _phrases(lexicon)
    for hint in set(hints(text, start, end)):
        opened.update(phrase.kind for phrase in by_hint[hint] if phrase.stands(written, start, end))
    return opened


# --- lines above the text that label it ----------------------------------------------------------------------------

_LONGEST_HEAD: Final = 6
"""Lines before the first one of prose in which a label is looked for: kicker, title, what stands under it, byline, date."""
_LONGEST_LABEL: Final = 100
_AROUND_LABELS: Final = " \t.:*•·|#–—-[]()"


def _labels(
    written: Written, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Mapping[int, frozenset[str]]:
    """What the lines before the text proper label it as, by the numbers of their sentences.

    Further down the same words label an advertisement that stands there, and not the text; even at its head such a word
    is none of those where it stands twice.
    """
    found: dict[int, frozenset[str]] = {}
    text = written.text
    for number, (start, end, line, copy) in enumerate(sentences[:_LONGEST_HEAD]):
        if end - start <= _LONGEST_LABEL:
            words = text[start:end].strip(_AROUND_LABELS).casefold()
            kinds = frozenset(
                row.kind
                for row in _headings(lexicon)
                if (words in row.lines and copy == Copy.UNIQUE)
                or (not number and words in row.first and copy == Copy.UNIQUE)
                or (words.startswith(row.named) and _names(written, text[start:end], row.named))
            )
            if kinds:
                found[number] = kinds
                continue
        if text[start:end].endswith(_PROSE_ENDS) or (number and sentences[number - 1].paragraph == line):
            break
    return found


_PROSE_ENDS: Final = (".", "!", "?", ".”", '."', ".’", ".'")
_NAMING: Final = t.CAPITAL | t.ACRONYM | t.DIGIT
_IN_NAMES: Final = _NAMING | t.ARTICLE | t.CONJUNCTION | t.PREPOSITION


def _names(written: Written, line: str, beginnings: tuple[str, ...]) -> bool:
    """Whether the *line* holds nothing but names behind one of the *beginnings*: "Paid for by the Harbour Trust"."""
    begun = next(each for each in beginnings if line.casefold().startswith(each))
    words = list(map(written.word, line[len(begun) :].split()))
    return any(word.tags & _NAMING for word in words) and all(
        word.tags & _IN_NAMES or not word.core for word in words
    )


@frozen
class _Heading:
    """Labels of one kind, in small letters: lines, lines that must be the very first, and what names follow."""

    kind: str
    lines: frozenset[str]
    first: frozenset[str]
    named: tuple[str, ...]


@cache
def _headings(lexicon: Lexicon) -> tuple[_Heading, ...]:
    return tuple(
        _Heading(row["kind"], frozenset(row["lines"]), frozenset(row["first"]), tuple(row["named"]))
        for row in lexicon.tables["notices"]["heading"]
    )


# --- what a sentence opens with, or holds --------------------------------------------------------------------------


def _plain(passage: str) -> str:
    """The *passage* with the curly apostrophe as the straight one."""
    return passage.replace("’", "'")


@cache
def _openings(
    lexicon: Lexicon,
) -> tuple[tuple[str, tuple[str, ...], Callable[[str, int, int], object]], ...]:
    """For each kind of notice, what a sentence of it begins with, and what tells whether it opens so.

    A date may stand before the colon of a label.
    """
    return tuple(
        (
            row["kind"],
            tuple(phrase.removesuffix(COLON) for phrase in row["phrases"]),
            re.compile("|".join(map(_opening, row["phrases"])) or _NOTHING).match,
        )
        for row in lexicon.tables["notices"]["opening"]
    )


def _opening(phrase: str) -> str:
    """The pattern of a *phrase*: "Correction:", and "Correction, 6 October 2019:"."""
    if not phrase.endswith(COLON):
        return re.escape(phrase)
    return rf"{re.escape(phrase[: -len(COLON)])}(?:{_DATE})?{COLON}"


_NOTHING: Final = "(?!)"
_DATE: Final = r"(?:[ ,(–—-]{1,3}(?:\d[\d:.]{0,9}[a-z]{0,2}|[A-Z][a-z]{2,11}\.?)){1,5}\)?"
"""A date as it stands behind a label, nothing but figures and names: ", 6 October 2019", " (May 6, 3pm)"."""


@cache
def _phrases(
    lexicon: Lexicon,
) -> tuple[Callable[[str, int, int], list[str]], Mapping[str, tuple[Phrase, ...]]]:
    """What finds the hints of a sentence, the longest at each place, and the phrases that each may be the hint of."""
    phrases = list(map(_phrase, lexicon.tables["notices"]["holding"]))
    hints = {phrase.hint.rstrip() for phrase in phrases}  # so that what follows may begin with the space
    by_hint = {
        hint: tuple(phrase for phrase in phrases if hint.startswith(phrase.hint.rstrip())) for hint in hints
    }
    return re.compile(tries.alternatives(sorted(hints))).findall, by_hint


def _phrase(row: Mapping[str, Any]) -> Phrase:
    lists = {name: tuple(row.get(name, ())) for name in ("before", "after", "led", "followed")}
    unless = frozenset(row.get("unless", "").split())
    return Phrase(row["kind"], row["hint"], **lists, unless=unless, who=row.get("who", False))

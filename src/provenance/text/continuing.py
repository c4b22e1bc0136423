"""Quotations whose speaker is the one before: by convention nobody is named again while the same person goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from provenance.text.contents import INDIRECT
from provenance.text.facts import Attribution, Resolution, Source, SourceKind
from provenance.text.quotations import Quotation
from provenance.text.sentences import Sentence, sentence_at

CONTINUED: Final = "continued"
"""The rule by which a quotation is whoever spoke before it."""
_BLANK: Final = 40
"""Characters after a quotation, as in `leads`, behind which whatever else its line holds is no part of it."""


class _Turn(NamedTuple):
    """Who spoke last somewhere in a paragraph, and whether nobody else did before in it."""

    place: int
    said: Attribution
    is_only: bool


class Continuing:
    """Who speaks where, of the attributions that were found in a text."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        found: Iterable[Attribution],
        reaches: Callable[[int, int], bool],
    ) -> None:
        """*reaches* tells whether no sentence from the first to the second given stands more than once."""
        self._text = text
        self._sentences = sentences
        self._reaches = reaches
        self._turns: defaultdict[int, list[_Turn]] = defaultdict(list)  # by paragraph, in order
        self._quoted: dict[int, Attribution] = {}  # the last by paragraph
        for each in found:
            if not each.depth and not each.quoted and each.cue is not None:
                paragraph = sentences[sentence_at(sentences, each.cue.start)].paragraph
                turns = self._turns[paragraph]
                is_only = not turns or (turns[-1].is_only and _is_same(turns[-1].said, each))
                turns.append(_Turn(each.cue.start, each, is_only))
                if each.form != INDIRECT:
                    self._quoted[paragraph] = each

    def by_speaker(self, alone: Attribution, quotation: Quotation) -> Attribution:
        """*alone*, which is all of *quotation*, with who goes on in it, if somebody does; asked in order."""
        last = None if alone.source is not None or alone.repeated else self._last_before(quotation)
        who = None if last is None or not self._is_within_reach(last, quotation.start) else _going_on(last)
        if who is not None:
            alone = alone._replace(rule=CONTINUED, source=who)
        self._quoted[quotation.paragraph] = alone
        return alone

    def _last_before(self, quotation: Quotation) -> Attribution | None:
        """The last to speak before *quotation*, in its paragraph or, where it is all of one, in that before it."""
        here = self._turns.get(quotation.paragraph, [])
        before = bisect_left(here, quotation.start, key=itemgetter(0))
        if before:
            return here[before - 1].said if here[before - 1].is_only else None
        behind = self._text[quotation.end : quotation.end + _BLANK].lstrip(" \t")
        if not quotation.opens_line or not (behind or "\n").startswith(("\n", "\r")):
            return None
        quoted = self._quoted.get(quotation.paragraph - 1)
        turns = self._turns.get(quotation.paragraph - 1)
        return quoted if quoted and (not turns or _is_same(quoted, turns[-1].said)) else None

    def _is_within_reach(self, last: Attribution, place: int) -> bool:
        part = last.cue or last.content
        return part is not None and self._reaches(
            sentence_at(self._sentences, part.start), sentence_at(self._sentences, place)
        )


def _is_same(one: Attribution, other: Attribution) -> bool:
    """Whether one source speaks in both."""
    if one.source is None or other.source is None:
        return False
    return one.source.identity == other.source.identity


def _going_on(said: Attribution) -> Source | None:
    """Its source, once more; None for nobody, and for the writer of the text, whose words stand without marks."""
    source = said.source
    if source is None or source.kind is SourceKind.AUTHOR:
        return None
    meant = source.resolved or Resolution(source.text.rstrip(","), CONTINUED, source.kind)
    return source._replace(resolved=meant._replace(rule=CONTINUED))

"""Quotations whose speaker is the one before: by convention nobody is named again while the same person goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from provenance.text.contents import INDIRECT
from provenance.text.facts import Attribution, Resolution, Source, SourceKind
from provenance.text.quotations import Quotation
from provenance.text.sentences import Sentence, sentence_at

CONTINUED: Final = "continued"
"""The rule by which a quotation is whoever spoke before it."""
_BLANK: Final = 40
"""Characters after a quotation, as in `leads`, behind which whatever else its line holds is no part of it."""


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
        self._said: defaultdict[int, list[Attribution]] = defaultdict(list)  # by paragraph, in order
        for each in found:
            if not each.depth and not each.quoted and each.cue is not None:
                self._remember(each, each.cue.start)

    def by_speaker(self, alone: Attribution, quotation: Quotation) -> Attribution:
        """*alone*, which is all of *quotation*, with who goes on in it, if somebody does."""
        last = None if alone.source is not None or alone.repeated else self._last_before(quotation)
        if last is not None and last.source is not None and self._is_within_reach(last, quotation.start):
            alone = alone._replace(rule=CONTINUED, source=_going_on(last.source))
        self._remember(alone, quotation.start)
        return alone

    def _remember(self, said: Attribution, place: int) -> None:
        self._said[self._sentences[sentence_at(self._sentences, place)].paragraph].append(said)

    def _last_before(self, quotation: Quotation) -> Attribution | None:
        """The last to speak before *quotation*, where all that speak between its paragraph's head and it are one."""
        here = [each for each in self._said.get(quotation.paragraph, []) if _place(each) < quotation.start]
        if here:
            return here[-1] if _is_one(here) else None
        behind = self._text[quotation.end : quotation.end + _BLANK].lstrip(" \t")
        if not quotation.opens_line or not (behind or "\n").startswith(("\n", "\r")):
            return None
        earlier = self._said.get(quotation.paragraph - 1, [])
        quoting = [each for each in earlier if each.form != INDIRECT]
        return earlier[-1] if quoting and _is_one((quoting[-1], earlier[-1])) else None

    def _is_within_reach(self, last: Attribution, place: int) -> bool:
        return self._reaches(sentence_at(self._sentences, _place(last)), sentence_at(self._sentences, place))


def _place(said: Attribution) -> int:
    part = said.cue or said.content
    return 0 if part is None else part.start


def _is_one(said: Sequence[Attribution]) -> bool:
    """Whether one and the same source speaks in all of *said*, and it is not the writer of the text."""
    first = said[0].source
    return (
        first is not None
        and first.kind is not SourceKind.AUTHOR
        and all(each.source is not None and each.source.identity == first.identity for each in said)
    )


def _going_on(source: Source) -> Source:
    meant = source.resolved or Resolution(source.text.rstrip(","), CONTINUED, source.kind)
    return source._replace(resolved=meant._replace(rule=CONTINUED))

"""Whom "he" and "she" can mean: the people who spoke, each with the pronoun that is known to be meant for them."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from provenance.text import tags as t
from provenance.text.facts import Source
from provenance.text.lexicon import Lexicon
from provenance.text.names import Name
from provenance.text.vocabulary import Word

_RECALLED: Final = 8
"""The last mentions of people among which somebody is looked for who can be meant."""
_LOOKED_AT: Final = 12
"""Words of a phrase that are looked at, so that no long one is looked through again and again."""
_ENDS_NOUN: Final = t.PREPOSITION | t.RELATIVE


class People:
    """The people who spoke in one text, in order.

    A pronoun means nobody for whom another was used before, or whose title or role is another's: "she" is not Mr Vale.
    """

    def __init__(self, word: Callable[[str], Word], lexicon: Lexicon) -> None:
        self._word = word
        self._genders = _genders(lexicon)
        self._shown: dict[str, int] = {}
        self._spoke: deque[tuple[int, Source]] = deque(maxlen=_RECALLED)
        self._used: defaultdict[str, Counter[int]] = defaultdict(
            Counter
        )  # for whom which gender, and how often

    def spoke(self, sentence: int, source: Source) -> None:
        """Remember that *source*, one person, spoke in *sentence*."""
        self._spoke.append((sentence, source))

    def last(self, pronoun: str) -> tuple[Source | None, int]:
        """The last who spoke and can be meant by *pronoun*, and in which sentence."""
        for sentence, source in reversed(self._spoke):
            if self._fits(pronoun, source.text, source.identity, lead=0):
                return source, sentence
        return None, -1

    def can_be(self, pronoun: str, name: Name) -> bool:
        """Whether *pronoun* can mean the bearer of *name*, of whom the text speaks right before it."""
        return self._fits(pronoun, name.shown, name.identity, lead=1)

    def meant(self, pronoun: str, source: Source) -> None:
        """Remember that *pronoun* was used for *source*, who spoke right before it."""
        self._used[source.identity][self._gender(pronoun)] += 1

    def _fits(self, pronoun: str, phrase: str, identity: str, *, lead: int) -> bool:
        """Whether nothing in *phrase* speaks against it, nor another pronoun that was used more often by more than *lead*."""
        gender, shown = self._gender(pronoun), self._gender(phrase)
        if not gender or shown:
            return gender in (0, shown)
        used = self._used.get(identity)
        return used is None or max(used.values()) <= used[gender] + lead

    def _gender(self, phrase: str) -> int:
        """The gender that the *phrase* shows, as a number; 0 where it shows none."""
        if phrase not in self._shown:
            self._shown[phrase] = self._look_at(phrase)
        return self._shown[phrase]

    def _look_at(self, phrase: str) -> int:
        """The gender that the words of *phrase* show: "Mr Vale's wife" is of hers."""
        parts = phrase.split(maxsplit=_LOOKED_AT)[:_LOOKED_AT]
        found = 0
        for part in parts:
            word = self._word(part)
            if found and word.tags & _ENDS_NOUN:
                break
            if word.tags & t.OWNER:
                found = 0
            elif len(parts) == 1 or not word.tags & t.POSSESSIVE:
                found = found or self._genders.get(word.low, 0)
        return found


@cache
def _genders(lexicon: Lexicon) -> Mapping[str, int]:
    rows = enumerate(lexicon.tables["gender"], 1)
    return {word: number for number, row in rows for word in row["words"].split()}

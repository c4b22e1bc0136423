"""What a text is labelled as in a language without a lexicon: that somebody paid for it, that a machine had a part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from provenance.text.facts import Notice
from provenance.text.sentences import Sentence
from provenance.text.tables import table

KINDS: Final = ("ai_statement", "sponsored")
"""The kinds of notice that need no lexicon; that none was found does not say that there is none."""

_HEAD: Final = 4
"""Characters by which the rows that a sentence may begin with are looked up."""


class _Row(NamedTuple):
    """A label in parts, one of each behind one of the part before; in each, the longer ones come first."""

    kind: str
    parts: tuple[tuple[str, ...], ...]

    def begins(self, sentence: str) -> bool:
        """Whether *sentence* begins with the label."""
        at = 0
        for part in self.parts:
            found = next((words for words in part if sentence.startswith(words, at)), None)
            if found is None:
                return False
            at += len(found)
        return True


def find(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Notice, ...]:
    """The sentences of a text in *language* that begin with a label, in order; none where no labels are known in it."""
    by_head = _rows(language)
    return tuple(
        Notice(start, end, kind)
        for start, end, _, _ in (sentences if by_head else ())
        if text[start : start + _HEAD].replace("’", "'") in by_head
        for kind in _kinds(text[start:end].replace("’", "'"), by_head)
    )


def _kinds(sentence: str, by_head: Mapping[str, tuple[_Row, ...]]) -> list[str]:
    return sorted({row.kind for row in by_head.get(sentence[:_HEAD], ()) if row.begins(sentence)})


@cache
def _rows(language: str) -> Mapping[str, tuple[_Row, ...]]:
    """The labels in *language*, by the heads of their first parts."""
    found: dict[str, dict[_Row, None]] = {}
    for listed in table("disclosures").get(language, ()):
        parts = (tuple(sorted(part, key=len, reverse=True)) for part in listed["parts"])
        row = _Row(listed["kind"], tuple(parts))
        for words in row.parts[0]:
            found.setdefault(words[:_HEAD], {})[row] = None
    return {head: tuple(rows) for head, rows in found.items()}

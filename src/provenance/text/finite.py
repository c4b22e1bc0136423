"""Whether a word is a verb of a clause of its own, told without a parser."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.words import Words

_MODIFIES: Final = t.DETERMINER | t.PREPOSITION | t.ADJECTIVE
"""Before a participle these make it an adjective: "the proposed"."""


def is_finite_verb(words: Words, at: int) -> bool:
    """Whether the word is, as far as can be told, a finite verb rather than a noun or an adjective."""
    tags = words.tags[at]
    if tags & t.AUXILIARY:
        return True
    if not tags & (t.VERB | t.OTHER_VERB | t.GUESSED_PAST) or (
        tags & t.CAPITAL and at and not words.headline
    ):
        return False
    before = words.tag(at - 1) if at and not words.gaps[at - 1] else 0
    if tags & t.VERB:
        return _is_finite_form(tags, words.items[at].forms, before)
    if tags & t.OTHER_VERB:
        return not before & (t.DETERMINER | t.ADJECTIVE | t.OWNER)
    return not before & (_MODIFIES | t.ADVERB | t.QUANTIFIER | t.OWNER)


def _is_finite_form(tags: int, forms: int, before: int) -> bool:
    if tags & (t.NOUNLIKE | t.SHY):
        return bool(before & (t.PERSONAL | t.AUXILIARY | t.TO))
    if forms & (t.THIRD | t.PAST):
        return not (forms & t.PARTICIPLE and before & _MODIFIES)
    return not forms & t.ING and not before & _MODIFIES

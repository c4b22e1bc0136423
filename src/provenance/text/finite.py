"""Whether a word is a verb of a clause of its own, told without a parser."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.words import Words

CAN_BE_FINITE: Final = t.AUXILIARY | t.VERB | t.OTHER_VERB | t.GUESSED_PAST
"""What a word without any of these is no finite verb, so that most words cost one test."""
_DETERMINER_OR_ADJECTIVE_OR_OWNER: Final = t.DETERMINER | t.ADJECTIVE | t.OWNER
_NOUNLIKE_OR_SHY: Final = t.NOUNLIKE | t.SHY
_PERSONAL_OR_AUXILIARY_OR_TO: Final = t.PERSONAL | t.AUXILIARY | t.TO
_THIRD_OR_PAST: Final = t.THIRD | t.PAST

_BEGINS_OBJECT: Final = t.ARTICLE | t.POSSESSIVE
_MODIFIES: Final = t.DETERMINER | t.PREPOSITION | t.ADJECTIVE
"""Before a participle these make it an adjective: "the proposed"."""


def is_finite_verb(words: Words, at: int) -> bool:
    """Whether the word is, as far as can be told, a finite verb rather than a noun or an adjective."""
    tags = words.tags[at]
    if not tags & CAN_BE_FINITE:
        return False
    if tags & t.AUXILIARY:
        return True
    if tags & t.CAPITAL and (at or _begins_name(words)) and not words.headline:
        return False
    before = words.tags[at - 1] if at and not words.gaps[at - 1] else 0
    if tags & t.VERB:
        if before & t.GROUP and words.tags[at + 1] & _BEGINS_OBJECT and not words.gaps[at]:
            return True  # "Officials thought the"
        return _is_finite_form(tags, words.items[at].forms, before)
    if tags & t.OTHER_VERB:
        return not before & _DETERMINER_OR_ADJECTIVE_OR_OWNER
    return not before & _STANDS_IN_PHRASE


def _begins_name(words: Words) -> bool:
    """Whether the first word of the sentence belongs to the name after it: "United Wells"."""
    return not words.gaps[0] and bool(words.tags[1] & t.CAPITAL)


def _is_finite_form(tags: int, forms: int, before: int) -> bool:
    if tags & _NOUNLIKE_OR_SHY:
        return bool(before & _PERSONAL_OR_AUXILIARY_OR_TO)
    if forms & _THIRD_OR_PAST:
        return not (forms & t.PARTICIPLE and before & _MODIFIES)
    return not forms & t.ING and not before & _MODIFIES


_STANDS_IN_PHRASE: Final = _MODIFIES | t.ADVERB | t.QUANTIFIER | t.DIGIT | t.OWNER

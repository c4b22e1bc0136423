"""What is said while the text does not say by whom: "allegedly", "rumour has it", "it is important to note"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from provenance.text import tags as t
from provenance.text.found import Found
from provenance.text.lexicon import Lexicon
from provenance.text.set_phrases import by_anchor, stands
from provenance.text.words import Words


@frozen
class Hearsay:
    """The lists of a lexicon that these rules look into."""

    adverbs: frozenset[str]
    phrases: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]  # by the word they are known by
    notable: frozenset[str]
    noted: frozenset[str]


@cache
def hearsay(lexicon: Lexicon) -> Hearsay:
    """The lists of *lexicon*."""
    return Hearsay(
        lexicon.words("agentless", "adverbs"),
        by_anchor(lexicon.phrases("agentless", "phrases")),
        lexicon.words("agentless", "notable"),
        lexicon.words("agentless", "noted"),
    )


def hedge(words: Words, at: int, lists: Hearsay) -> Found | None:
    """Find "reportedly", "rumour has it"; *at* is the adverb, or the word that a phrase is known by."""
    if words.items[at].low in lists.adverbs:
        return Found("hedge", "assert", at, at, None)
    for offset, phrase in lists.phrases.get(words.items[at].low, ()):
        first, last = at - offset, at - offset + len(phrase) - 1
        if first >= 0 and last < words.size and stands(words, first, phrase):
            last -= words.tags[last] & t.THAT > 0
            return Found("hedge", "assert", first, last, None)
    return None


def noted(words: Words, at: int, lists: Hearsay) -> Found | None:
    """Find "it is important to note"; *at* is the verb."""
    first = at - _BEFORE_NOTED
    if first < 0 or words.items[at].low not in lists.noted or words.items[at - 2].low not in lists.notable:
        return None
    if any(words.gaps[first:at]) or not words.tags[at - 1] & t.TO:
        return None
    clitic = words.tags[first] & t.CLITIC  # "it's important"
    is_it = words.tags[first] & t.BE and first and words.tags[first - 1] & t.IT and not words.gaps[first - 1]
    return Found("impersonal", "assert", first, at, None) if clitic or is_it else None


_BEFORE_NOTED = 3  # words before "note" in "is important to note"

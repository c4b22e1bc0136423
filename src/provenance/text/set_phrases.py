"""Cues that are not verbs: "according to", "reportedly", "Vale's claim that", "is convinced that", "made a proposal"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from provenance.text import tags as t
from provenance.text.appositions import described
from provenance.text.complements import has_clause
from provenance.text.finite import is_finite_verb
from provenance.text.following import owns
from provenance.text.found import Found
from provenance.text.kinds import head_of
from provenance.text.lexicon import Lexicon
from provenance.text.phrases import Phrase, opens
from provenance.text.preceding import before
from provenance.text.subjects import subject_of_form
from provenance.text.vocabulary import anchor
from provenance.text.words import Words

_OWNER_OR_POSSESSIVE: Final = t.OWNER | t.POSSESSIVE
_BE_OR_HAVE: Final = t.BE | t.HAVE
_THAT_OR_TO: Final = t.THAT | t.TO
_BEFORE_NOUN: Final = t.ARTICLE | t.ADJECTIVE | t.QUANTIFIER | t.DIGIT
_ADVERB_OR_AUXILIARY_OR_NEGATION: Final = t.ADVERB | t.AUXILIARY | t.NEGATION
_ENDS_OBJECT: Final = t.AUXILIARY | t.TO | t.THAT | t.PREPOSITION
_FOLLOWS_NOUN: Final = t.PREPOSITION | t.THAT | t.TO | t.ADVERB | t.AUXILIARY
_PREPOSITION_OR_AUXILIARY: Final = t.PREPOSITION | t.AUXILIARY
_CAPITAL_OR_DOCUMENT: Final = t.CAPITAL | t.DOCUMENT
_SPEAKS: Final = t.PERSONAL | t.CAPITAL | t.ROLE | t.GROUP | t.BODY | t.DOCUMENT
_ADVERB_OR_NEGATION: Final = t.ADVERB | t.NEGATION

_LIGHT_WINDOW: Final = 7
_OPINION_WINDOW: Final = 5
_POLL_WINDOW: Final = 8
POLL: Final = "poll"
"""A rule that is believed only where its sentence holds no other cue: "in a poll of May, half said …"."""


@frozen
class SetPhrases:
    """The lists of a lexicon that these rules look into."""

    prepositional: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]  # by the word they are known by
    per: frozenset[str]
    opinion_before: frozenset[str]
    reckoned: frozenset[str]
    reckoned_before: frozenset[str]
    polls: frozenset[str]
    raised: frozenset[str]
    light_nouns: frozenset[str]
    bare_after: frozenset[str]
    nouns: frozenset[str]
    told: frozenset[str]
    noun_follows: frozenset[str]
    ownerless_follows: frozenset[str]
    noun_holder: frozenset[str]
    voiced: frozenset[str]
    voiced_follows: frozenset[str]
    adjective_follows: frozenset[str]
    adjective_before: frozenset[str]
    adjective_alone: frozenset[str]
    linking: frozenset[str]
    initial: frozenset[str]
    seeming_follows: frozenset[str]
    seeming_any: frozenset[str]


@cache
def set_phrases(lexicon: Lexicon) -> SetPhrases:
    """The lists of *lexicon*."""
    return SetPhrases(
        by_anchor(lexicon.phrases("prepositional", "phrases")),
        lexicon.words("prepositional", "per"),
        lexicon.words("opinion", "before"),
        lexicon.words("opinion", "reckoned"),
        lexicon.words("opinion", "reckoned_before"),
        lexicon.words("opinion", "polls"),
        lexicon.words("agentless", "raised"),
        lexicon.words("light", "nouns"),
        lexicon.words("light", "bare_after"),
        lexicon.words("noun_cue", "words"),
        lexicon.words("noun_cue", "told"),
        lexicon.words("noun_cue", "follows"),
        lexicon.words("noun_cue", "ownerless"),
        lexicon.words("noun_cue", "holder"),
        lexicon.words("noun_cue", "voiced"),
        lexicon.words("noun_cue", "voiced_follows"),
        lexicon.words("adjective", "follows"),
        lexicon.words("adjective", "before"),
        lexicon.words("adjective", "alone"),
        lexicon.words("adjective", "linking"),
        lexicon.words("agentless", "initial"),
        lexicon.words("seeming", "follows"),
        lexicon.words("seeming", "any"),
    )


def by_anchor(phrases: Sequence[str]) -> Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """The phrases by the word that each is known by, with the place of that word in it."""
    found: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        known_by = anchor(phrase)
        found[known_by] = (*found.get(known_by, ()), (words.index(known_by), words))
    return found


def prepositional(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "according to Vale", "in the words of Vale", "per Vale"; *at* is the word that a phrase is known by."""
    for offset, phrase in lists.prepositional.get(words.items[at].low, ()):
        first, last = at - offset, at - offset + len(phrase) - 1
        if first >= 0 and last + 1 < words.size and stands(words, first, phrase):
            leads = opens(words, first)
            source = _after_preposition(words, last + 1, leads=leads)
            if source is None:
                return None
            after = leads or not any(is_finite_verb(words, place) for place in range(first))
            return Found("prepositional", "assert", first, last, source, after)
    if words.items[at].low not in lists.per:
        return None
    source = described(words, at + 1)
    if source is None:
        return None
    head = head_of(words, source.first, source.last)
    if not (words.tags[source.last] | words.tags[head]) & _CAPITAL_OR_DOCUMENT:
        return None
    return Found("prepositional", "assert", at, at, source)


def _after_preposition(words: Words, at: int, *, leads: bool) -> Phrase | None:
    """The phrase that begins with the word *at*, which may be "him" here."""
    is_object = words.tags[at] & t.OBJECT_PRONOUN and not owns(words, at)
    return Phrase(at, at) if is_object else described(words, at, leads=leads)


def stands(words: Words, first: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of *phrase* stand from the word *first* on, with nothing between them."""
    return all(words.items[first + n].low == word for n, word in enumerate(phrase)) and not any(
        words.gaps[first + n] for n in range(len(phrase) - 1)
    )


def opinion(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "in Vale's view", "by his own account", "in a new poll"; *at* is the view or the poll."""
    if words.items[at].low in lists.polls:
        return _poll(words, at, lists)
    owner = at - 1
    while owner > 0 and words.tags[owner] & t.ADJECTIVE and not words.gaps[owner]:
        owner -= 1  # "in her own view"
    if owner < 1 or words.gaps[owner] or not words.tags[owner] & _OWNER_OR_POSSESSIVE:
        return None
    leads = lists.reckoned_before if words.items[at].low in lists.reckoned else lists.opinion_before
    for place in range(owner - 1, max(owner - _OPINION_WINDOW, -1), -1):
        if words.gaps[place]:
            return None
        if words.items[place].low in leads:
            return Found("opinion", "assert", place, at, Phrase(place + 1, owner))
    return None


def _poll(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "in a new poll"; the preposition is the cue, and what is said stands around it."""
    for place in range(at - 1, max(at - _POLL_WINDOW, -1), -1):
        if words.gaps[place]:
            return None
        if words.items[place].low in lists.opinion_before:
            if place + 1 == at or words.tags[place] & t.TO:
                return None  # "in polls", "to the polls"
            return Found(POLL, "assert", place, place, Phrase(place + 1, at), after=False)
    return None


def seeming(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "The letter seems to": somebody infers, and the text does not say who."""
    if words.gaps[at] or at == 0:
        return None
    if words.items[at + 1].low not in lists.seeming_follows and words.items[at].low not in lists.seeming_any:
        return None
    if words.tags[at - 1] & t.TO:
        return None
    return Found("seeming", "stance", at, at, None)


def initial(words: Words, at: int) -> Found | None:
    """Find "Asked about it, she …", "when asked", where such a verb stands at *at*: nobody is said to ask."""
    alone = at == 0 or (words.tags[at - 1] & t.SUBORDINATOR and not words.gaps[at - 1])
    if not alone or words.tags[at + 1] & t.PRONOUN:
        return None
    return Found("initial", "assert", at, at, None)


def raised(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "Questions were raised": a noun of saying with a passive and nobody behind it."""
    if words.items[at].low not in lists.light_nouns or words.gaps[at] or not words.tags[at + 1] & _BE_OR_HAVE:
        return None
    for place in range(at + 2, min(at + 6, words.size)):
        if words.items[place].low in lists.raised:
            return Found("raised", "assert", at, place, None)
        if words.gaps[place - 1] or not words.tags[place] & _ADVERB_OR_AUXILIARY_OR_NEGATION:
            return None
    return None


def light_verb(words: Words, at: int, lists: SetPhrases, earlier: list[Found]) -> Found | None:
    """Find "Expressed the opinion", "made a proposal", "made it clear": a light verb and a noun that says what is done."""
    if not words.gaps[at] and words.tags[at + 1] & t.OTHER_VERB:
        return None  # "the press release contains claims"
    noun = _light_noun(words, at, lists)
    if noun is None or _has_holder(words, noun, lists):
        return None
    first, source = subject_of_form(words, at, earlier)
    if source is None or words.tags[source.first] & t.NEGATION:
        return None  # "no court has registered a complaint"
    return Found("light_verb", "assert", first, noun, source)


def _light_noun(words: Words, at: int, lists: SetPhrases) -> int | None:
    for place in range(at + 1, min(at + _LIGHT_WINDOW, words.size)):
        if words.gaps[place - 1]:
            return None
        low, tags = words.items[place].low, words.tags[place]
        if (
            low in lists.light_nouns
            and (words.headline or not tags & t.CAPITAL)
            and _not_modifier(words, place)
        ):
            return place
        if low in lists.bare_after and not words.tags[at] & t.HAVE:
            return place
        if (tags & _ENDS_OBJECT or (tags & t.IT and place > at + 1)) and not (
            tags & t.BE and _is_let_be(words, place, lists)
        ):
            return None
    return None


def _is_let_be(words: Words, place: int, lists: SetPhrases) -> bool:
    """Whether the word is the auxiliary of "let it be known"."""
    return bool(words.tags[place - 1] & t.IT) and words.items[place + 1].low in lists.bare_after


def _not_modifier(words: Words, place: int) -> bool:
    """Whether the noun is not followed straight by another noun that it only describes."""
    return words.gaps[place] or bool(words.tags[place + 1] & _FOLLOWS_NOUN)


def noun(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "Vale's claim that", "his support for": a noun of saying that belongs to somebody."""
    if at and words.tags[at] & t.CAPITAL:
        return None
    low = words.items[at].low
    if low in lists.told or (words.gaps[at] and low in lists.nouns):
        return _told(words, at)
    return _owned(words, at, lists) if low in lists.nouns else None


def _owned(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "Vale's claim that" or "fears that", where a noun of saying stands at *at*."""
    if _has_holder(words, at, lists):
        holder = described(words, at + 2)
        return None if holder is None else Found("noun", "assert", at, at, holder)
    if words.items[at + 1].low not in lists.noun_follows and not _is_told(words, at):
        return None
    for place in range(at - 1, max(at - 4, -1), -1):
        if words.gaps[place]:
            return None
        tags = words.tags[place]
        if tags & t.POSSESSIVE:
            if _says_where(words, place, at, lists.opinion_before):
                return None
            return Found("noun", "assert", at, at, Phrase(place, place))
        if tags & t.OWNER:
            owner = before(words, place)
            if owner is None or _says_where(words, owner.first, at, lists.opinion_before):
                return None
            return Found("noun", "assert", at, at, owner)
        if tags & _PREPOSITION_OR_AUXILIARY:
            break
    return _holder(words, at) or _ownerless(words, at, lists)


def _told(words: Words, at: int) -> Found | None:
    """Find "Vale's verdict: it rained", "Vale's verdict was that", where the sentence begins with whose it is."""
    if not (_leads(words, at) or (not words.gaps[at] and _is_told(words, at))) or at + 1 >= words.size:
        return None
    for place in range(at - 1, max(at - 4, -1), -1):
        if words.gaps[place]:
            return None
        owner = before(words, place) if words.tags[place] & t.OWNER else None
        if words.tags[place] & t.POSSESSIVE and not words.tags[place] & t.OWNER:
            owner = Phrase(place, place)
        if owner is not None:
            return Found("noun", "assert", at, at, owner) if owner.first == 0 else None
    return None


def _is_told(words: Words, at: int) -> bool:
    """Whether it is said what the noun at *at* is: "her view is that", "his advice was to"."""
    return bool(words.tags[at + 1] & t.BE and words.tags[at + 2] & _THAT_OR_TO) and not words.gaps[at + 1]


def _says_where(words: Words, owner: int, at: int, places: frozenset[str]) -> bool:
    """Whether the phrase only says where something else is said: "in his comments on the report, Vale praised"."""
    return words.items[owner - 1].low in places and not words.tags[at + 1] & t.THAT


def _has_holder(words: Words, at: int, lists: SetPhrases) -> bool:
    """Whether who says it follows the noun: "drew criticism from teachers"."""
    return (
        words.items[at + 1].low in lists.noun_holder
        and words.items[at].low in lists.voiced
        and not words.gaps[at]
    )


def _holder(words: Words, at: int) -> Found | None:
    """Find "Vale is of the opinion that"; *at* is the opinion."""
    be = at - 3
    is_held = (
        be > 0 and words.tags[at - 1] & t.ARTICLE and words.tags[at - 2] & t.OF and words.tags[be] & t.BE
    )
    first, source = subject_of_form(words, be, ()) if is_held else (at, None)
    return None if source is None else Found("noun", "assert", first, at, source)


def _ownerless(words: Words, at: int, lists: SetPhrases) -> Found | None:
    """Find "fears that", "concerns about": held by somebody, and the text does not say by whom."""
    follows = words.items[at + 1].low
    if follows not in lists.ownerless_follows and not (
        follows in lists.voiced_follows and words.items[at].low in lists.voiced
    ):
        return None
    if words.tags[at + 1] & t.THAT and not has_clause(words, at + 2):
        return None  # "a concern that warrants attention"
    before = at - 1
    while before > 0 and words.tags[before] & _BEFORE_NOUN and not words.gaps[before]:
        before -= 1
    if before >= 0 and words.tags[before] & t.TO and not words.gaps[before]:
        return None  # "did not respond to three requests for comment"
    return Found("ownerless", "stance", at, at, None)


def _says_of_what(words: Words, at: int, lists: SetPhrases) -> bool:
    """Whether what follows the adjective *at* says of what, or whether that goes without saying: "is not convinced."."""
    if words.gaps[at]:
        return _leads(words, at) or words.items[at].low in lists.adjective_alone
    return words.items[at + 1].low in lists.adjective_follows


def _leads(words: Words, at: int) -> bool:
    """Whether a colon stands behind the word *at*, and so what is said."""
    return words.gaps[at] and ":" in words.marks(at)


def adjective(words: Words, at: int, lists: SetPhrases, earlier: list[Found]) -> Found | None:
    """Find "Is convinced that", "are critical of", "is blunt: “No.”"."""
    if words.tags[at] & t.CAPITAL or not _says_of_what(words, at, lists):
        return None
    place = at - 1
    if words.items[place].low in lists.adjective_before and not words.gaps[place]:
        place -= 1
    while place >= 0 and not words.gaps[place] and words.tags[place] & _ADVERB_OR_NEGATION:
        place -= 1
    if place >= 0 and words.tags[place] & t.CLITIC and not words.gaps[place]:
        return Found("adjective", "stance", place + 1, at, Phrase(place, place))
    if place < 1 or words.gaps[place]:
        return None
    if not words.tags[place] & t.BE and words.items[place].low not in lists.linking:
        return None
    if words.tags[place] & t.OTHER_VERB and words.tags[place] & t.BE and not words.tags[place - 1] & t.BE:
        return None  # "reported being satisfied with it"
    first, source = subject_of_form(words, place, earlier)
    if source is None or words.tags[source.last] & t.IT:
        return None
    if not _leads(words, at):
        return Found("adjective", "stance", first, at, source)
    head = words.tags[head_of(words, source.first, source.last)]
    return Found("adjective", "assert", first, at, source) if head & _SPEAKS else None

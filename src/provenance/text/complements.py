"""What follows a verb, as far as the first words show it: a clause, a quotation, a thing, nothing."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.finite import CAN_BE_FINITE, is_finite_verb
from provenance.text.phrases import AFTER_PREPOSITION
from provenance.text.verbs import Verb
from provenance.text.words import Words

_QUOTE_OR_OBJECT_OR_CLAUSE: Final = t.QUOTE | t.OBJECT | t.CLAUSE
_ADVERB_OR_TIME: Final = t.ADVERB | t.TIME
_THAT_OR_WH: Final = t.THAT | t.WH
_SUBORDINATOR_OR_CONJUNCTION: Final = t.SUBORDINATOR | t.CONJUNCTION
_BEGINS_CLAUSE: Final = t.HE | t.THEY | t.AUTHOR | t.THERE
_WH_OR_SUBORDINATOR_OR_TO: Final = t.WH | t.SUBORDINATOR | t.TO
_TO_OR_RELATIVE_OR_WH: Final = t.TO | t.RELATIVE | t.WH

_NO_INFINITIVE: Final = AFTER_PREPOSITION | t.PLURAL | t.DIGIT | t.QUANTIFIER | t.PLACE
_NUMBER: Final = t.DIGIT | t.QUANTIFIER | t.APPROXIMATE
_NUMBER_OR_SUBORDINATOR: Final = _NUMBER | t.SUBORDINATOR
CLAUSE_WINDOW: Final = 9
"""Words among which the verb of a clause is looked for."""


_PREPOSITIONAL_WINDOW: Final = 12
_SAYS_HOW: Final = t.DEMONSTRATIVE | t.ADVERB
_LONGEST_OBJECT: Final = 5
"""Words from a verb to the end of a plain object: "to the far corner flag"."""
_BEHIND_OBJECT: Final = t.PREPOSITION | t.CONJUNCTION | t.SUBORDINATOR | t.TIME | t.ADVERB


_OPENING: Final = '"“„«`‘'


_DOUBLED: Final = "''"


def complement(words: Words, at: int, verb: Verb) -> int:
    """What follows the verb at *at*, as far as the first words show it."""
    if at + 1 >= words.size:
        return t.END | (t.TAKES_COLON if ":" in words.items[at].trail else 0)
    place, quoted, items = at, words.quoted, words.items
    while place + 1 < words.size:
        marks = items[place].trail + items[place + 1].lead
        if quoted[place + 1] != quoted[at] and quoted[place + 1]:
            return t.QUOTE if "," in marks or ":" in marks else _QUOTE_OR_OBJECT_OR_CLAUSE
        if marks and (marks[-1] in _OPENING or marks.endswith(_DOUBLED)):
            return _QUOTE_OR_OBJECT_OR_CLAUSE
        if words.gaps[place]:
            return (t.TAKES_COLON if ":" in marks else 0) | t.END
        place += 1
        tags = words.tags[place]
        if items[place].low in verb.particles:
            if not verb.closing or words.gaps[place] or _is_put_to_somebody(words, place + 1):
                return t.PARTICLE
            if _leads_so_to_colon(words, place + 1):
                return t.PARTICLE
            tags = t.IT
        if not tags & _ADVERB_OR_TIME or tags & _THAT_OR_WH:
            far = t.PARTICLE if verb.looks_far and _is_completed_later(words, place, verb) else 0
            return _by_first_word(words, place, tags) | far
    return t.END


def is_other_sense(words: Words, at: int, objects: frozenset[str]) -> bool:
    """Whether one of *objects* ends what stands right behind the verb at *at*: "answered the door", "claimed his third goal"."""
    for place in range(at + 1, min(at + 1 + _LONGEST_OBJECT, words.size)):
        if words.gaps[place - 1]:
            return False
        if words.items[place].low in objects:
            return words.gaps[place] or bool(words.tags[place + 1] & _BEHIND_OBJECT)
    return False


def _is_put_to_somebody(words: Words, to: int) -> bool:
    """Whether the word *to* leads to somebody and a clause: "put it to the clerk that"."""
    return bool(words.tags[to] & t.TO and _past_preposition(words, to) & t.TAKES_THAT)


def _leads_so_to_colon(words: Words, at: int) -> bool:
    """Whether the word *at* says that it follows how, and a colon is the next mark: "put it this way: …", "like this:"."""
    if not (words.tags[at] | words.tags[at + 1] & t.DEMONSTRATIVE) & _SAYS_HOW:
        return False
    mark = next((place for place in range(at, min(at + CLAUSE_WINDOW, words.size)) if words.gaps[place]), at)
    return ":" in words.marks(mark)


def _is_completed_later(words: Words, place: int, verb: Verb) -> bool:
    """Whether what the verb needs stands behind the object that begins at *place*."""
    return bool(
        (verb.far and _stands_later(words, place, verb.particles))
        or (verb.counting and _is_counted(words, place, verb.counting))
        or (verb.bidding and _is_bidden(words, place))
    )


def _stands_later(words: Words, place: int, particles: frozenset[str]) -> bool:
    """Whether a particle stands behind the object that begins at *place*: "sees it as"."""
    for at in range(place + 1, place + CLAUSE_WINDOW):
        if words.gaps[at - 1]:
            return False
        if words.items[at].low in particles:
            return True
    return False


def _is_counted(words: Words, place: int, before_number: frozenset[str]) -> bool:
    """Whether a number stands behind the object that begins at *place*: "puts the toll at 40"."""
    return any(
        words.items[at].low in before_number and _begins_number(words, at + 1)
        for at in range(place + 1, min(place + CLAUSE_WINDOW, words.size))
    )


def _begins_number(words: Words, at: int) -> bool:
    """Whether the word *at* is a number, or an adverb before one: "40", "nearly 40", "more than 40"."""
    if words.tags[at] & t.ADVERB:
        return bool(words.tags[at + 1] & _NUMBER_OR_SUBORDINATOR)
    return bool(words.tags[at] & _NUMBER)


def _is_bidden(words: Words, place: int) -> bool:
    """Whether an infinitive stands behind the object that begins at *place*: "directs the clerk to write"."""
    for at in range(place + 1, place + CLAUSE_WINDOW):
        if words.gaps[at - 1]:
            return False
        if words.tags[at] & t.TO:
            return not words.tags[at + 1] & _NO_INFINITIVE
    return False


def _by_first_word(words: Words, place: int, tags: int) -> int:
    if tags & t.THAT:
        return t.TAKES_THAT
    if tags & t.WH and not tags & t.PREPOSITION:
        return t.TAKES_THAT
    if tags & t.TO:
        is_preposition = bool(words.tags[place + 1] & AFTER_PREPOSITION)
        return _past_preposition(words, place) if is_preposition else t.TAKES_TO
    if tags & _SUBORDINATOR_OR_CONJUNCTION:
        return t.END
    if tags & _BEGINS_CLAUSE:
        return t.CLAUSE
    if tags & t.PREPOSITION:
        return _past_preposition(words, place)
    return t.OBJECT | (t.CLAUSE if has_clause(words, place) else 0)


def _past_preposition(words: Words, place: int) -> int:
    """What follows behind a prepositional phrase: "wrote in a letter that", "said on Sunday, “…"."""
    for at in range(place + 1, place + _PREPOSITIONAL_WINDOW):
        if words.quoted[at] != words.quoted[at - 1] and words.quoted[at]:
            return t.QUOTE
        if words.gaps[at - 1]:
            return t.END
        if words.tags[at] & t.THAT and not words.tags[at - 1] & t.PREPOSITION:
            return t.TAKES_THAT
        if words.tags[at] & _WH_OR_SUBORDINATOR_OR_TO:
            return t.END
    return t.END


def has_clause(words: Words, place: int) -> bool:
    """Whether a finite verb comes soon after *place*, before punctuation."""
    if words.gaps[place]:
        return False
    for at in range(place + 1, place + CLAUSE_WINDOW):
        tags = words.tags[at]
        if tags & _TO_OR_RELATIVE_OR_WH:
            return False
        if tags & CAN_BE_FINITE and is_finite_verb(words, at):
            return True
        if words.gaps[at]:
            return False
    return False

"""What hangs on a name: appositions, relative clauses and brackets, before a verb and after a name."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.finite import is_finite_verb
from provenance.text.following import after
from provenance.text.kinds import head_of, says_withheld
from provenance.text.phrases import Phrase, clause_end, is_object
from provenance.text.preceding import before
from provenance.text.words import Words

_ENDS_LIST: Final = t.TIME | t.DIGIT | t.ADVERB | t.PLACE
_CAPITAL_OR_PLACE: Final = t.CAPITAL | t.PLACE
_BEGINS_NO_DESCRIPTION: Final = (
    t.PREPOSITION | t.SUBORDINATOR | t.CONJUNCTION | t.ADVERB | t.VERB | t.GUESSED_PAST
)
_BEGINS_INSERTION: Final = t.ADVERB | t.PREPOSITION | t.SUBORDINATOR | t.TIME | t.TO
_GUESSED_PAST_OR_GUESSED_ING: Final = t.GUESSED_PAST | t.GUESSED_ING
_PLACE_OR_TIME: Final = t.PLACE | t.TIME
_PLACE_OR_POST_NOMINAL: Final = t.PLACE | t.POST_NOMINAL
_DIGIT_OR_CAPITAL: Final = t.DIGIT | t.CAPITAL
_GOES_ON: Final = t.VERB | t.PREPOSITION | t.CONJUNCTION | t.SUBORDINATOR | t.AUXILIARY
_ROLE_OR_TITLE: Final = t.ROLE | t.TITLE
_SUBORDINATOR_OR_AUXILIARY: Final = t.SUBORDINATOR | t.AUXILIARY

_OPENS_APPOSITION: Final = (
    t.ARTICLE
    | t.POSSESSIVE
    | t.ROLE
    | t.TITLE
    | t.GROUP
    | t.DIGIT
    | t.ORGANISATION
    | t.ADJECTIVE
    | t.QUANTIFIER
)


_DESCRIBES: Final = t.ROLE | t.TITLE | t.GROUP | t.ORGANISATION


_OPENS_BRACKET: Final = frozenset("([")
_CLOSES_BRACKET: Final = frozenset(")]")
_INSERTS: Final = frozenset(",—–-―") | _OPENS_BRACKET | _CLOSES_BRACKET
_BEFORE_VERB: Final = t.ADVERB | t.AUXILIARY
_ONE: Final = t.CAPITAL | t.ROLE | t.TITLE | t.ORGANISATION
_SEVERAL: Final = t.PLURAL | t.GROUP | t.QUANTIFIER
_LONGEST_BRACKET: Final = 16  # words


_OTHERS: Final = t.GROUP | t.ROLE | t.ANONYMOUS
"""Whose names are kept back, if such a noun follows: "the Ledger, citing unnamed officials, said"."""
_MOST_APPOSITIONS: Final = 6


def with_apposition(words: Words, comma: int) -> Phrase | None:
    """The phrase whose apposition ends with the comma after the word *comma*: "Ines Vale, the mayor,"."""
    edge = _previous_comma(words, comma)
    for _ in range(_MOST_APPOSITIONS):
        if edge is None:
            return None
        is_inside = _closes_bracket(words, edge) or _is_in_phrase(words, edge)
        found = None if is_inside else _interrupted(words, edge, comma)
        if found is not None:
            return found
        edge = _previous_comma(words, edge)
    return None


def _is_in_phrase(words: Words, edge: int) -> bool:
    """Whether the bracket behind the word *edge* is part of a name that goes on: "the Wells (W) Fund"."""
    if "(" not in words.marks(edge):
        return False
    end = _bracket_end(words, edge + 1)
    return words.marks(end).strip() == ")" and bool(words.tags[end + 1] & t.CAPITAL)


def _interrupted(words: Words, edge: int, comma: int) -> Phrase | None:
    """The phrase that ends with the word *edge*, if what stands between it and *comma* interrupts or describes it."""
    phrase = before(words, edge)
    if phrase is None or not _can_speak_before_comma(words, phrase) or is_object(words, phrase):
        return None
    is_described = words.tags[edge + 1] & t.RELATIVE or _is_apposition(words, edge + 1, comma)
    if not (is_described or _is_insertion(words, edge + 1) or _is_aside(words, edge)):
        return None
    if any(words.gaps[at - 1] and is_finite_verb(words, at) for at in range(edge + 2, comma + 1)):
        return None  # "The wells, meanwhile, are dry, said Vale."
    if is_described:
        return _widened(words, Phrase(phrase.first, comma, closed=True))
    withheld = any(
        words.tags[at] & t.WITHHELD and not words.tags[at + 1] & _OTHERS for at in range(edge + 1, comma + 1)
    )
    return Phrase(phrase.first, comma, closed=True) if withheld else phrase


def _can_speak_before_comma(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is more than the end of a list or of a date."""
    tags = words.tags[phrase.last]
    if tags & t.POST_NOMINAL and phrase.first == phrase.last:
        return False  # but "Ines Vale KC"
    if phrase.first < phrase.last or not tags & _ENDS_LIST or tags & t.PRONOUN:
        return True
    return bool(tags & t.PLACE) and phrase.first == 0  # "Norvik, however, denied it."


def _previous_comma(words: Words, at: int) -> int | None:
    """The last word before the word *at* behind which something is inserted; before the bracket that closes behind *at*."""
    if _closes_bracket(words, at):
        return _before_bracket(words, at)
    for place in range(at - 1, -1, -1):
        if words.gaps[place]:
            return place if words.is_marked(place, _INSERTS) else None
    return None


def _closes_bracket(words: Words, at: int) -> bool:
    return words.is_marked(at, _CLOSES_BRACKET)


def _before_bracket(words: Words, at: int) -> int | None:
    """The word before the bracket that the word *at* is the last of: "Norvik (OSE: NVB) announced"."""
    for place in range(at - 1, max(at - _LONGEST_BRACKET, -1), -1):
        if words.is_marked(place, _OPENS_BRACKET):
            return place
    return None


def _is_apposition(words: Words, first: int, last: int) -> bool:
    tags = words.tags[first]
    if tags & _CAPITAL_OR_PLACE and first == last:
        return True
    if not tags & _OPENS_APPOSITION_OR_CAPITAL and not _describes(words, first, last):
        return False
    return _has_relative(words, first, last) or not any(
        is_finite_verb(words, at) for at in range(first, last + 1) if at == last or not words.gaps[at]
    )


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the words hold a noun for a person or body, and do not begin as something else would."""
    if words.tags[first] & _BEGINS_NO_DESCRIPTION:
        return False
    return bool(words.together(first, last) & _DESCRIBES)


def _has_relative(words: Words, first: int, last: int) -> bool:
    return bool(words.together(first, last - 1) & t.RELATIVE)


def _is_insertion(words: Words, first: int) -> bool:
    """Whether something other than an apposition begins there: ", however,", ", in a statement,", ", speaking in"."""
    tags = words.tags[first]
    if tags & _BEGINS_INSERTION:
        return True
    return bool(words.items[first].forms & t.PARTICIPLE or tags & _GUESSED_PAST_OR_GUESSED_ING)


def _is_aside(words: Words, edge: int) -> bool:
    """Whether dashes or brackets set off what adds to the phrase: "Members – and some guests – said"."""
    return bool(words.tags[edge + 1] & t.CONJUNCTION) and "," not in words.marks(edge)


def _widened(words: Words, phrase: Phrase) -> Phrase:
    """The phrase with the name before it, where it is itself an apposition: "Vale, head of the club, a charity,"."""
    first = phrase.first
    if first < 2 or "," not in words.marks(first - 1) or not words.tags[first] & _OPENS_APPOSITION:
        return phrase
    if words.quoted[first - 1] != words.quoted[first]:
        return phrase
    if words.tags[first] & t.CAPITAL:
        return phrase
    name = before(words, first - 1)
    if name is None or not words.tags[name.first] & words.tags[name.last] & t.CAPITAL:
        return phrase
    if words.tags[name.last] & _PLACE_OR_TIME:
        return phrase
    return Phrase(name.first, phrase.last, phrase.closed, phrase.of_verb)


def described(words: Words, at: int, *, leads: bool = False) -> Phrase | None:
    """The phrase that begins with the word *at*, with its appositions: "Ines Vale, 30, who runs the clinic".

    Where it *leads* what is said, as in "According to Vale, the driver fled", what follows is that, if it may be.
    """
    phrase = after(words, at)
    if phrase is None or words.tags[at] & t.PRONOUN:
        return phrase
    last = phrase.last
    for _ in range(_MOST_APPOSITIONS):
        if last + 1 >= words.size or words.quoted[last + 1] != words.quoted[last]:
            break
        marks, tags = words.marks(last).strip(), words.tags[last + 1]
        if marks == "(":
            last = _bracket_end(words, last + 1)
        elif marks not in (",", "),"):
            break
        elif tags & t.RELATIVE and not tags & t.THAT:
            end = clause_end(words, last + 1)
            if _speaks(words, last + 2) and not says_withheld(words, last + 1, end):
                break  # "Ines Vale, who said that": the clause is a statement of its own
            last = end
        elif _hangs(words, last + 1) or _names(words, phrase, last + 1):
            end = _apposition_end(words, last + 1)
            if leads and not _is_inserted(words, phrase, last + 1, end):
                break
            last = end
        else:
            break
    return Phrase(phrase.first, last, phrase.closed, phrase.of_verb)


def _speaks(words: Words, at: int) -> bool:
    """Whether the verb *at*, behind a relative pronoun, says that something is said."""
    while words.tags[at] & _BEFORE_VERB and not words.gaps[at]:
        at += 1
    verb = words.items[at].verb
    return verb is not None and bool(verb.takes & t.ANY)


def _is_inserted(words: Words, phrase: Phrase, first: int, last: int) -> bool:
    """Whether the words describe one body or person before them, and something follows: ", the mayor, …"."""
    if last + 1 >= words.size or not words.gaps[last]:
        return False
    head = words.tags[head_of(words, phrase.first, phrase.last)]
    if not head & _ONE or head & t.GROUP:
        return False
    return bool(words.tags[first] & t.CAPITAL) or not words.tags[first] & _SEVERAL


def _bracket_end(words: Words, at: int) -> int:
    while at + 1 < words.size and ")" not in words.marks(at):
        at += 1
    return at


def _hangs(words: Words, first: int) -> bool:
    """Whether what begins after a comma says who was named before it: an age, a place, a description."""
    tags = words.tags[first]
    if tags & t.DIGIT:
        return words.gaps[first]
    if tags & t.ACRONYM and "." in words.items[first].core and words.gaps[first]:
        return True  # "Ines Vale, D.P.T."
    if tags & _PLACE_OR_POST_NOMINAL or (tags & t.OF and words.tags[first - 1] & _DIGIT_OR_CAPITAL):
        return True
    if tags & _GOES_ON and not tags & t.NOUNLIKE:
        return False
    last = _apposition_end(words, first)
    return bool(words.together(first, last) & _DESCRIBES) and not (
        tags & t.CAPITAL and not (tags | words.tags[first + 1]) & _DESCRIBES
    )


def _names(words: Words, phrase: Phrase, first: int) -> bool:
    """Whether a name after a comma says who the role before it is: "the head of the office, Ines Vale,"."""
    if not words.together(phrase.first, phrase.last) & _ROLE_OR_TITLE:
        return False
    last = _apposition_end(words, first)
    return last > first and all(words.tags[at] & t.CAPITAL for at in range(first, last + 1))


def _apposition_end(words: Words, first: int) -> int:
    last = first
    while last + 1 < words.size and not words.gaps[last]:
        if words.tags[last + 1] & t.RELATIVE and not words.tags[last + 1] & t.THAT:
            return clause_end(words, last + 1)
        if words.tags[last + 1] & _SUBORDINATOR_OR_AUXILIARY and not words.tags[last + 1] & t.PREPOSITION:
            break
        last += 1
    return last


_OPENS_APPOSITION_OR_CAPITAL: Final = _OPENS_APPOSITION | t.CAPITAL

"""Noun phrases beside a verb, without a parser: what stands before it or after it that could be who speaks."""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.text.vocabulary import (
    ADJECTIVE,
    ADVERB,
    ANY,
    ARTICLE,
    AUTHOR,
    AUXILIARY,
    BE,
    CAPITAL,
    CLAUSE,
    CONJUNCTION,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    DOCUMENT,
    GROUP,
    GUESSED_PAST,
    HE,
    INDEFINITE,
    ING,
    IT,
    LINKING,
    NEGATION,
    NOUNLIKE,
    OBJECT_PRONOUN,
    OF,
    ORGANISATION,
    ORGANISATION_PLURAL,
    OTHER_VERB,
    OWNER,
    PARTICIPLE,
    PAST,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    THAT,
    THERE,
    THEY,
    THIRD,
    TIME,
    TIME_MODIFIER,
    TITLE,
    TO,
    VERB,
    WH,
    YOU,
)
from provenance.text.words import Words

_SUBJECT_PRONOUN: Final = HE | THEY | AUTHOR | IT | YOU
_OPENS_PHRASE: Final = ARTICLE | POSSESSIVE | QUANTIFIER | DEMONSTRATIVE | TITLE
_STOPS: Final = SUBORDINATOR | AUXILIARY | WH | TO | THERE
_OPENS_APPOSITION: Final = ARTICLE | POSSESSIVE | ROLE | TITLE | GROUP | DIGIT | ORGANISATION | ADJECTIVE | QUANTIFIER
_INSERTS: Final = (",", "(", ")", "—", "–", "--", "―")
_NO_HEAD: Final = THERE | PREPOSITION | SUBORDINATOR | AUXILIARY | ARTICLE | CONJUNCTION | ADVERB | NEGATION
_MOST_APPOSITIONS: Final = 6


class Phrase(NamedTuple):
    """The words from `first` to `last`.

    `closed` where the comma that closes an apposition belongs to it; `of_verb` where a verb stands before it in its
    clause, so that it could be the object of that verb.
    """

    first: int
    last: int
    closed: bool = False
    of_verb: int | None = None


def is_finite_verb(words: Words, at: int) -> bool:
    """Whether the word is, as far as can be told, a verb in a clause of its own, rather than a noun or adjective."""
    tags = words.tags[at]
    if tags & AUXILIARY:
        return True
    before = words.tag(at - 1) if at and not words.gaps[at - 1] else 0
    if tags & CAPITAL and at and not words.headline:
        return False
    if tags & VERB:
        forms = words.items[at].forms
        if tags & NOUNLIKE:
            return bool(before & (HE | THEY | AUTHOR | MODAL_OR_TO))
        if forms & (THIRD | PAST):
            return not (forms & PARTICIPLE and before & (DETERMINER | PREPOSITION | ADJECTIVE))
        return not forms & ING and not before & (DETERMINER | PREPOSITION | ADJECTIVE)
    if tags & OTHER_VERB:
        return not before & (DETERMINER | ADJECTIVE) and not before & OWNER
    return bool(tags & GUESSED_PAST) and not before & (DETERMINER | PREPOSITION | ADJECTIVE | ADVERB | QUANTIFIER | OWNER)


MODAL_OR_TO: Final = AUXILIARY | TO


def before(words: Words, at: int) -> Phrase | None:
    """The subject phrase that ends with the word *at*, without what stands in its clause before it."""
    tags = words.tags[at]
    if tags & _SUBJECT_PRONOUN and not (tags & CAPITAL and at and not tags & AUTHOR and words.items[at].core.isupper()):
        return Phrase(at, at)
    if tags & _NO_HEAD and not tags & INDEFINITE:
        return None
    if tags & OBJECT_PRONOUN:
        return _with_relative(words, at, at)
    start, stopped_at_verb = _clause_start(words, at)
    if stopped_at_verb:
        postmodified = _with_relative(words, start, at)
        if postmodified is not None:
            return postmodified
    verb = start - 1 if stopped_at_verb else None
    if stopped_at_verb:
        start = _after_last_conjunction(words, start, at)
    first = _trimmed(words, start, at)
    if first is None:
        return None
    return Phrase(first if stopped_at_verb else _list_start(words, first, at), at, of_verb=verb)


def _list_start(words: Words, first: int, at: int) -> int:
    """Where the list begins of which the phrase is the end: "Vale, Rossi and Okafor"."""
    if not any(words.tags[place] & CONJUNCTION for place in range(first, at)):
        return first
    while first > 1 and words.between[first - 1] == ",":
        start = first - 1
        while start > 0 and not words.gaps[start - 1]:
            start -= 1
        if not all(words.tags[place] & CAPITAL for place in range(start, first)):
            return first
        first = start
    return first


def _with_relative(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the clause that ends it: "people who have met him", "a poll released by the bank"."""
    reduced = _with_reduced(words, start, at)
    if reduced is not None:
        return reduced
    place = start - 1
    while place > 0 and not words.gaps[place - 1]:
        tags = words.tags[place]
        if tags & RELATIVE and not tags & THAT and not words.tags[place - 1] & (PREPOSITION | CONJUNCTION):
            outer, stopped = _clause_start(words, place - 1)
            first = None if stopped else _trimmed(words, outer, place - 1)
            return None if first is None else Phrase(first, at)
        if tags & SUBORDINATOR and not tags & PREPOSITION:
            return None
        place -= 1
    return None


def _with_reduced(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the participle that ends it, if the verb before *start* can be one."""
    verb = start - 1
    if verb < 1 or words.gaps[verb - 1] or words.tags[verb] & (AUXILIARY | TO | OTHER_VERB):
        return None
    word = words.items[verb]
    if word.verb is not None and (not word.forms & PARTICIPLE or word.verb.takes & (ANY | CLAUSE)):
        return None
    if not words.tags[verb - 1] & (DOCUMENT | GROUP | ROLE | ORGANISATION | ORGANISATION_PLURAL | TIME):
        return None
    outer, stopped = _clause_start(words, verb - 1)
    first = None if stopped else _trimmed(words, outer, verb - 1)
    return None if first is None else Phrase(first, at)


def _clause_start(words: Words, at: int) -> tuple[int, bool]:
    """The first word of the clause that ends with the word *at*, and whether a verb stands before it."""
    start = at
    while start > 0 and not words.gaps[start - 1]:
        tags = words.tags[start - 1]
        if tags & THAT or (tags & _STOPS and not tags & PREPOSITION and (start == 1 or not tags & CAPITAL)):
            return start, bool(tags & (AUXILIARY | TO))
        if is_finite_verb(words, start - 1):
            return start, True
        start -= 1
    return start, False


def _after_last_conjunction(words: Words, start: int, at: int) -> int:
    for place in range(at - 1, start - 1, -1):
        if words.tags[place] & CONJUNCTION:
            return place + 1
    return start


def _trimmed(words: Words, start: int, at: int) -> int | None:
    """Where the phrase begins once leading conjunctions, adverbs, times and prepositional phrases are left out."""
    while start < at:
        tags = words.tags[start]
        if tags & (CONJUNCTION | NEGATION) or (tags & SUBORDINATOR and not tags & PREPOSITION) or (tags & ADVERB and not tags & (ADJECTIVE | QUANTIFIER)):
            start += 1
        elif tags & TIME_MODIFIER and words.tags[start + 1] & TIME:
            start += 2
        elif tags & TIME and not tags & OWNER and not words.tags[start + 1] & OWNER:
            start += 1
        elif tags & PREPOSITION:
            inner = _after_prepositional(words, start, at)
            if inner is None:
                return None
            start = inner
        else:
            break
    tags = words.tags[min(start, at)]
    if start > at or (tags & (PREPOSITION | CONJUNCTION) and not tags & CAPITAL):
        return None
    if start == at and tags & TIME and tags & (ADVERB | CAPITAL) and not tags & TITLE:
        return None
    return start


def _after_prepositional(words: Words, start: int, at: int) -> int | None:
    """Where the subject begins after a prepositional phrase that begins its clause: "In Ohio the mayor"."""
    for place in range(start + 2, at + 1):
        tags, previous = words.tags[place], words.tags[place - 1]
        if previous & (PREPOSITION | CONJUNCTION | DETERMINER | ADJECTIVE | TITLE | OWNER | QUANTIFIER):
            continue
        if tags & (ARTICLE | POSSESSIVE | HE | THEY | AUTHOR | DEMONSTRATIVE):
            return place
        if tags & CAPITAL and (not previous & CAPITAL or previous & (PLACE | TIME) or tags & TITLE):
            return place
    return None


def with_apposition(words: Words, comma: int) -> Phrase | None:
    """The phrase whose apposition ends with the comma after the word *comma*: "Ines Vale, the mayor,"."""
    edge = comma
    for _ in range(_MOST_APPOSITIONS):
        edge = _previous_comma(words, edge)
        if edge is None or edge < 0:
            return None
        if ")" in words.between[edge]:
            continue
        inserted = words.tags[edge + 1]
        phrase = before(words, edge)
        if phrase is None or not can_speak_before_comma(words, phrase):
            continue
        if inserted & RELATIVE or _is_apposition(words, edge + 1, comma):
            return _widened(words, Phrase(phrase.first, comma, closed=True))
        if _is_insertion(words, edge + 1):
            return phrase
    return None


def can_speak_before_comma(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is more than the end of a list or of a date."""
    tags = words.tags[phrase.last]
    return not tags & (TIME | DIGIT | ADVERB | PLACE) or bool(tags & _SUBJECT_PRONOUN) or phrase.first < phrase.last


def _previous_comma(words: Words, at: int) -> int | None:
    for place in range(at - 1, -1, -1):
        if words.gaps[place]:
            return place if any(mark in words.between[place] for mark in _INSERTS) else None
    return None


def _is_apposition(words: Words, first: int, last: int) -> bool:
    tags = words.tags[first]
    if tags & (CAPITAL | PLACE) and first == last:
        return True
    if not tags & (_OPENS_APPOSITION | CAPITAL) and not _describes(words, first, last):
        return False
    return not any(is_finite_verb(words, at) and not words.tags[at - 1] & RELATIVE for at in range(first, last + 1)
                   if not words.gaps[at] or at == last) or _has_relative(words, first, last)


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the words hold a noun for a person or body, and do not begin as something else would."""
    if words.tags[first] & (PREPOSITION | SUBORDINATOR | CONJUNCTION | ADVERB | VERB | GUESSED_PAST):
        return False
    return any(words.tags[at] & _DESCRIBES for at in range(first, last + 1))


def _has_relative(words: Words, first: int, last: int) -> bool:
    return any(words.tags[at] & RELATIVE for at in range(first, last))


def _is_insertion(words: Words, first: int) -> bool:
    """Whether something other than an apposition begins there: ", however,", ", in a statement,", ", speaking in"."""
    tags = words.tags[first]
    if tags & (ADVERB | PREPOSITION | SUBORDINATOR | TIME | TO):
        return True
    word = words.items[first]
    return bool(word.forms & (ING | PARTICIPLE) or tags & GUESSED_PAST or word.low.endswith("ing"))


def _widened(words: Words, phrase: Phrase) -> Phrase:
    """The phrase with the name before it, where it is itself an apposition: "Vale, head of the club, a charity,"."""
    first = phrase.first
    if first < 2 or "," not in words.between[first - 1] or not words.tags[first] & _OPENS_APPOSITION:
        return phrase
    if words.tags[first] & CAPITAL:
        return phrase
    name = before(words, first - 1)
    if name is None or not words.tags[name.last] & CAPITAL or words.tags[name.last] & (PLACE | TIME):
        return phrase
    return phrase._replace(first=name.first)


def after(words: Words, at: int) -> Phrase | None:
    """The phrase that begins with the word *at*, with what hangs on it: "Ines Vale, who runs the clinic"."""
    if at >= words.size:
        return None
    tags = words.tags[at]
    if tags & _SUBJECT_PRONOUN:
        return Phrase(at, at)
    if tags & (PREPOSITION | TO | THAT | WH | SUBORDINATOR | AUXILIARY | OBJECT_PRONOUN | TIME | CONJUNCTION) and not (
        tags & CAPITAL and tags & TITLE
    ):
        return None
    last = _phrase_end(words, at)
    return _with_what_hangs(words, Phrase(at, last))


def _phrase_end(words: Words, first: int) -> int:
    last = first
    while last + 1 < words.size and not words.gaps[last]:
        tags = words.tags[last + 1]
        if words.tags[last] & (ARTICLE | POSSESSIVE) and not tags & PREPOSITION:
            last += 1
            continue
        if tags & PREPOSITION:
            if not _links(words, first, last):
                break
        elif tags & CONJUNCTION:
            if last + 2 >= words.size or words.tags[last + 2] & (HE | THEY | VERB | AUXILIARY | ADVERB):
                break
        elif tags & RELATIVE and not tags & THAT:
            return _clause_end(words, last + 1)
        elif (tags & (SUBORDINATOR | ADVERB | THAT | WH | TO | AUXILIARY | HE | THEY) and not tags & CAPITAL) or (tags & TIME and not tags & OWNER) or (tags & ARTICLE and not words.tags[last] & (PREPOSITION | CONJUNCTION)) or is_finite_verb(words, last + 1):
            break
        last += 1
    while last > first and words.tags[last] & (PREPOSITION | ARTICLE | CONJUNCTION):
        last -= 1
    return last


def _links(words: Words, first: int, last: int) -> bool:
    """Whether the preposition after *last* hangs something on the phrase rather than says when or where."""
    following, then = words.tags[last + 1], words.tag(last + 2)
    if not following & LINKING or then & TIME:
        return False
    if following & OF:
        return True
    if words.tags[last] & CAPITAL and not words.tags[last] & (ROLE | TITLE | GROUP):
        return False
    if then & ARTICLE:
        then = words.tag(last + 3)
    return bool(then & CAPITAL) or bool(words.tags[last] & (ROLE | GROUP) and then & (ORGANISATION | POSSESSIVE))


def _clause_end(words: Words, at: int) -> int:
    while at + 1 < words.size and not words.gaps[at]:
        at += 1
    return at


def _with_what_hangs(words: Words, phrase: Phrase) -> Phrase:
    """The phrase with the brackets, appositions and relative clauses after it."""
    last = phrase.last
    for _ in range(_MOST_APPOSITIONS):
        if last + 1 >= words.size or words.quoted[last + 1] != words.quoted[last]:
            break
        marks, tags = words.between[last].strip(), words.tags[last + 1]
        if marks == "(":
            last = _bracket_end(words, last + 1)
        elif marks not in (",", "),"):
            break
        elif tags & RELATIVE and not tags & THAT:
            last = _clause_end(words, last + 1)
        elif _hangs(words, last + 1):
            last = _apposition_end(words, last + 1)
        else:
            break
    return phrase._replace(last=last)


def _bracket_end(words: Words, at: int) -> int:
    while at + 1 < words.size and ")" not in words.between[at]:
        at += 1
    return at


def _hangs(words: Words, first: int) -> bool:
    """Whether what begins after a comma says who was named before it: an age, a place, a description."""
    tags = words.tags[first]
    if tags & (DIGIT | PLACE) or (tags & OF and words.tag(first - 1) & (DIGIT | CAPITAL)):
        return True
    if tags & (VERB | PREPOSITION | CONJUNCTION | SUBORDINATOR) and not tags & NOUNLIKE:
        return False
    last = _apposition_end(words, first)
    if words.tags[first] & AUXILIARY:
        return False
    return any(words.tags[at] & _DESCRIBES for at in range(first, last + 1)) and not (
        tags & CAPITAL and not tags & _DESCRIBES
    )


_DESCRIBES: Final = ROLE | TITLE | GROUP | ORGANISATION


def _apposition_end(words: Words, first: int) -> int:
    last = first
    while last + 1 < words.size and not words.gaps[last]:
        if words.tags[last + 1] & RELATIVE and not words.tags[last + 1] & THAT:
            return _clause_end(words, last + 1)
        if words.tags[last + 1] & (SUBORDINATOR | AUXILIARY | BE) and not words.tags[last + 1] & PREPOSITION:
            break
        last += 1
    return last



"""Noun phrases beside a verb, without a parser: what stands before it or after it that could be who speaks."""

from __future__ import annotations

from typing import Final

from attrs import define

from provenance.text import tags as t
from provenance.text.finite import CAN_BE_FINITE, is_finite_verb
from provenance.text.words import Words

_PREPOSITION_OR_CONJUNCTION: Final = t.PREPOSITION | t.CONJUNCTION
_PREPOSITION_OR_CONJUNCTION_OR_TO: Final = _PREPOSITION_OR_CONJUNCTION | t.TO
_AUXILIARY_OR_TO_OR_OTHER_VERB: Final = t.AUXILIARY | t.TO | t.OTHER_VERB
_ANY_OR_CLAUSE: Final = t.ANY | t.CLAUSE
_AUXILIARY_OR_TO: Final = t.AUXILIARY | t.TO
_ADVERB_OR_CAPITAL: Final = t.ADVERB | t.CAPITAL
_CONJUNCTION_OR_NEGATION: Final = t.CONJUNCTION | t.NEGATION
_ADJECTIVE_OR_QUANTIFIER: Final = t.ADJECTIVE | t.QUANTIFIER
_GOES_BEFORE_NOUN: Final = (
    t.PREPOSITION | t.CONJUNCTION | t.DETERMINER | t.ADJECTIVE | t.TITLE | t.OWNER | t.QUANTIFIER
)
_BEGINS_SUBJECT: Final = t.ARTICLE | t.POSSESSIVE | t.HE | t.THEY | t.AUTHOR | t.DEMONSTRATIVE
_BEGINS_SUBJECT_OR_NAME: Final = _BEGINS_SUBJECT | t.CAPITAL | t.QUANTIFIER | t.DIGIT
_BEGINS_NUMBERED: Final = t.DETERMINER | t.CAPITAL
_QUANTIFIER_OR_DIGIT: Final = t.QUANTIFIER | t.DIGIT
_CAPITAL_OR_APPROXIMATE: Final = t.CAPITAL | t.APPROXIMATE
_PLACE_OR_TIME: Final = t.PLACE | t.TIME
_PREPOSITION_OR_ARTICLE_OR_CONJUNCTION: Final = t.PREPOSITION | t.ARTICLE | t.CONJUNCTION
_ARTICLE_OR_POSSESSIVE: Final = t.ARTICLE | t.POSSESSIVE
_ROLE_OR_TITLE_OR_GROUP: Final = t.ROLE | t.TITLE | t.GROUP
_SAYS: Final = t.DOCUMENT | t.NOUN_CUE | t.TIME | t.PSEUDONOUN
_HAS_PLACE: Final = t.ROLE | t.GROUP | t.DOCUMENT
_ORGANISATION_OR_POSSESSIVE: Final = t.ORGANISATION | t.POSSESSIVE

_SOMEBODY: Final = t.INDEFINITE | t.QUANTIFIER | t.GROUP | t.ROLE

_STOPS: Final = t.SUBORDINATOR | t.AUXILIARY | t.WH | t.TO | t.THERE
_MAY_BEGIN_CLAUSE: Final = _STOPS | t.THAT | CAN_BE_FINITE


_NO_HEAD: Final = (
    t.POST_NOMINAL
    | t.THERE
    | t.PREPOSITION
    | t.SUBORDINATOR
    | t.AUXILIARY
    | t.ARTICLE
    | t.CONJUNCTION
    | t.ADVERB
    | t.NEGATION
)


AFTER_PREPOSITION: Final = t.DETERMINER | t.CAPITAL | t.OBJECT_PRONOUN
"""Behind "to" these show that it begins no infinitive."""


@define  # not frozen, which costs four times as much to make; nothing changes one
class Phrase:
    """The words from `first` to `last`.

    `closed` where the comma that closes an apposition belongs to it; `of_verb` where a verb stands before it in its
    clause, so that it could be the object of that verb.
    """

    first: int
    last: int
    closed: bool = False
    of_verb: int | None = None


def before(words: Words, at: int) -> Phrase | None:
    """The subject phrase that ends with the word *at*, without what stands in its clause before it."""
    tags = words.tags[at]
    if tags & t.PRONOUN:
        return Phrase(at, at)
    if tags & _NO_HEAD and not tags & t.INDEFINITE:
        phrase = _with_suffix(words, at) if tags & t.POST_NOMINAL else None
        if phrase is not None or not tags & t.POST_NOMINAL:
            return phrase
    if is_finite_verb(words, at):
        return _with_participle(words, at) or _with_relative(words, at, at)
    if tags & t.OBJECT_PRONOUN and not (at and words.tags[at - 1] & t.PREPOSITION):
        return _with_relative(words, at, at)
    start, stopped_at_verb = _clause_start(words, at)
    if stopped_at_verb:
        return _with_relative(words, start, at) or _beside_verb(words, start, at)
    first = _trimmed(words, start, at)
    return None if first is None else Phrase(_list_start(words, first, at), at)


def is_object(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase can only be the object of the verb before it in its clause, and no subject behind it."""
    if phrase.of_verb is None:
        return False
    verb = words.items[phrase.of_verb].verb
    return verb is None or not verb.takes & _ANY_OR_CLAUSE


def _with_suffix(words: Words, at: int) -> Phrase | None:
    """The phrase that ends with what is set behind a name: "Ines Vale KC", "Ines Vale, Jr.", "Okoro Foods, Inc."."""
    name = before(words, at - 1) if at and (not words.gaps[at - 1] or words.marks(at - 1) == ",") else None
    return None if name is None else Phrase(name.first, at, name.closed, name.of_verb)


def _with_participle(words: Words, at: int) -> Phrase | None:
    """The phrase that ends with a participle: "students polled", "those interviewed"."""
    tags, is_participle = words.tags[at], words.items[at].forms & t.PARTICIPLE
    if not at or words.gaps[at - 1] or not (tags & t.GUESSED_PAST or is_participle):
        return None
    if not words.tags[at - 1] & _PEOPLE:
        return None
    phrase = before(words, at - 1)
    return None if phrase is None else Phrase(phrase.first, at, phrase.closed, phrase.of_verb)


def _beside_verb(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase that ends with the word *at*, where a verb stands before the word *start*."""
    first = _trimmed(words, _after_last_conjunction(words, start, at), at)
    return None if first is None else Phrase(first, at, of_verb=start - 1)


def _list_start(words: Words, first: int, at: int) -> int:
    """Where the list begins of which the phrase is the end: "Vale, Rossi and Okafor"."""
    if first == at or not [tags for tags in words.tags[first:at] if tags & t.CONJUNCTION]:
        return first
    while first > 0 and words.marks(first - 1) == ",":
        start = first - 1
        while start > 0 and not words.gaps[start - 1]:
            start -= 1
        while start < first - 1 and words.tags[start] & _BEFORE_LIST:
            start += 1  # "But Vale, Rossi and Okafor"
        if not all(words.tags[place] & t.CAPITAL for place in range(start, first)):
            body = _trimmed(words, start, first - 1)
            return first if body is None or not _is_body_of(words, body, first - 1) else body
        first = start
    return first


_BEFORE_LIST: Final = t.CONJUNCTION | t.SUBORDINATOR


def _is_body_of(words: Words, first: int, last: int) -> bool:
    """Whether the words name a body by the first of what it is for: "the Ministry of Trade", before ", Crafts and Fisheries"."""
    body = next((place for place in range(first, last) if words.tags[place] & t.BODY), last)
    is_named = words.tags[body] & t.CAPITAL and words.tags[body + 1] & t.LINKING
    return bool(is_named) and all(words.tags[place] & t.CAPITAL for place in range(body + 2, last + 1))


def _with_relative(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the clause that ends it: "people who have met him", "a poll released by the bank"."""
    reduced = _with_reduced(words, start, at) or _with_infinitive(words, start, at)
    if reduced is not None:
        return reduced
    place = start - 1
    while place > 0 and not words.gaps[place - 1]:
        tags = words.tags[place]
        if _opens_relative(words, place):
            outer, stopped = _clause_start(words, place - 1)
            first = None if stopped else _trimmed(words, outer, place - 1)
            return None if first is None else Phrase(first, at)
        if tags & t.SUBORDINATOR and not tags & t.PREPOSITION:
            return None
        place -= 1
    return None


def _opens_relative(words: Words, at: int) -> bool:
    """Whether the word begins a relative clause of which it is the subject: "who have", "that is"."""
    tags = words.tags[at]
    if not tags & t.RELATIVE or words.tags[at - 1] & _PREPOSITION_OR_CONJUNCTION:
        return False
    return not tags & t.THAT or is_finite_verb(words, at + 1)


def _with_reduced(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the participle that ends it, if the verb before *start* can be one."""
    verb = start - 1
    if verb < 1 or words.gaps[verb - 1]:
        return None
    if words.tags[verb] & _AUXILIARY_OR_TO_OR_OTHER_VERB and not words.tags[start] & t.BY:
        return None  # "a team led by Vale"
    word = words.items[verb]
    if word.verb is not None and (not word.forms & t.PARTICIPLE or word.verb.takes & _ANY_OR_CLAUSE):
        return None
    outer, stopped = _clause_start(words, verb - 1)
    first = None if stopped else _trimmed(words, outer, verb - 1)
    if first is None or not any(words.tags[place] & _DESCRIBED for place in range(first, verb)):
        return None
    return Phrase(first, at)


def _with_infinitive(words: Words, start: int, at: int) -> Phrase | None:
    """The phrase with the infinitive that ends it: "those who lead the push to close the well", "plans to build it"."""
    to = start - 1
    if to < 1 or not words.tags[to] & t.TO or words.gaps[to - 1]:
        return None
    outer, stopped = _clause_start(words, to - 1)
    first = None if stopped else _trimmed(words, outer, to - 1)
    if first is None or not any(words.tags[place] & _DESCRIBED for place in range(first, to)):
        return None
    return Phrase(first, at)


_PEOPLE: Final = t.GROUP | t.DEMONSTRATIVE


_DESCRIBED: Final = t.ANONYMOUS | t.DOCUMENT | t.GROUP | t.ROLE | t.BODY
"""A phrase that a participle can hang on."""


def _clause_start(words: Words, at: int) -> tuple[int, bool]:
    """The first word of the clause that ends with the word *at*, and whether a verb stands before it."""
    start, all_tags, gaps = at, words.tags, words.gaps
    while start > 0 and not gaps[start - 1]:
        tags = all_tags[start - 1]
        if not tags & _MAY_BEGIN_CLAUSE:
            start -= 1
            continue
        if tags & t.TO and all_tags[start] & AFTER_PREPOSITION:
            start -= 1
            continue
        if (
            tags & t.THAT
            or _opens_clause(words, start)
            or (tags & _STOPS and not tags & t.PREPOSITION and (start == 1 or not tags & t.CAPITAL))
        ):
            return start, bool(tags & _AUXILIARY_OR_TO)
        if is_finite_verb(words, start - 1):
            return start, True
        start -= 1
    return start, False


def _opens_clause(words: Words, start: int) -> bool:
    """Whether the word before *start* is a preposition only elsewhere: "after Vale" said something."""
    tags = words.tags[start - 1]
    return bool(
        tags & t.SUBORDINATOR and tags & t.PREPOSITION and words.tags[start] & _BEGINS_SUBJECT_OR_NAME
    )


def _after_last_conjunction(words: Words, start: int, at: int) -> int:
    for place in range(at - 1, start - 1, -1):
        if words.tags[place] & t.CONJUNCTION:
            return place + 1
    return start


def _trimmed(words: Words, start: int, at: int) -> int | None:
    """Where the phrase begins once leading conjunctions, adverbs, times and prepositional phrases are left out."""
    while start < at:
        step = _leading(words, start, at)
        if step is None:
            return None
        if step == start:
            break
        start = step
    if start > at:
        return None
    tags = words.tags[start]
    if tags & _PREPOSITION_OR_CONJUNCTION and not tags & _CAPITAL_OR_APPROXIMATE:
        return start if start < at and _is_bare_adjective(words, start) else None
    if start == at and tags & t.TIME and tags & _ADVERB_OR_CAPITAL and not tags & t.TITLE:
        return None
    return start


def _leading(words: Words, start: int, at: int) -> int | None:
    """The word after what leads the phrase at *start* without belonging to it; None where no phrase is left."""
    tags, following = words.tags[start], words.tags[start + 1]
    if tags & t.NEGATION and following & _SOMEBODY:
        return start  # "no one", "not all teachers"
    if tags & _CONJUNCTION_OR_NEGATION or (tags & t.SUBORDINATOR and not tags & t.PREPOSITION):
        return start + 1
    if tags & t.PREPOSITIONAL and following & t.TO:
        return start + 2  # "according to Vale"
    if tags & t.APPROXIMATE and following & _QUANTIFIER_OR_DIGIT:
        return start  # "about four in ten"
    if tags & t.ADVERB and not tags & _ADJECTIVE_OR_QUANTIFIER:
        return start + 1
    if tags & t.TIME_MODIFIER and following & t.TIME:
        return start + 2
    if tags & t.DIGIT and start == 0 and following & _BEGINS_NUMBERED and "." in words.items[0].core:
        return 1  # "2.3 The Committee"
    if tags & t.TIME and not (tags | following) & t.OWNER:
        return start + 1
    if not tags & t.PREPOSITION or _is_bare_adjective(words, start):
        return start
    return _after_prepositional(words, start, at)


def _is_bare_adjective(words: Words, at: int) -> bool:
    """Whether the preposition is an adjective here: "outside experts", but not "outside the court"."""
    return bool(
        words.tags[at] & t.PREPOSITION and words.tags[at] & t.ADJECTIVE and words.tags[at + 1] & t.GROUP
    )


def _after_prepositional(words: Words, start: int, at: int) -> int | None:
    """Where the subject begins after a prepositional phrase that begins its clause: "In Ohio the mayor"."""
    for place in range(start + 2, at + 1):
        tags, previous = words.tags[place], words.tags[place - 1]
        if previous & _GOES_BEFORE_NOUN:
            continue
        if tags & _BEGINS_SUBJECT:
            return place
        if tags & t.CAPITAL and (not previous & t.CAPITAL or previous & _PLACE_OR_TIME or tags & t.TITLE):
            return place
    return None


def after(words: Words, at: int) -> Phrase | None:
    """The phrase that begins with the word *at*, up to its first punctuation: "Ines Vale of the clinic"."""
    if at >= words.size:
        return None
    tags = words.tags[at]
    if tags & t.PRONOUN:
        return Phrase(at, at)
    is_name = tags & t.CAPITAL and (tags & t.TITLE or _is_april(words, at))
    if tags & _NO_BEGINNING and not is_name and not owns(words, at):
        return None
    last = _phrase_end(words, at)
    if (
        last > at
        and words.tags[last] & t.GUESSED_ING
        and not words.gaps[last]
        and words.tags[last + 1] & t.ARTICLE
    ):
        last -= 1  # "a group running the wells": what it runs is left out, and so is that it does
    last = _list_end(words, _with_makers(words, last))
    while last > at and words.tags[last] & _PREPOSITION_OR_ARTICLE_OR_CONJUNCTION:
        last -= 1
    return Phrase(at, last)


def _list_end(words: Words, last: int) -> int:
    """The end of the list of names of which the word *last* ends the first: "Vale, Rossi and Okafor"."""
    end, names = last, words.tags
    while names[end] & t.CAPITAL and words.marks(end) == "," and names[end + 1] & t.CAPITAL:
        end = _name_end(words, end + 1)
        if names[end + 1] & t.CONJUNCTION and names[end + 2] & t.CAPITAL and words.marks(end) in ("", ","):
            end = _name_end(words, end + 2)
            return end if words.gaps[end] else last
    return last


def _name_end(words: Words, at: int) -> int:
    """The last of the words with capitals from the word *at* on."""
    while not words.gaps[at] and words.tags[at + 1] & t.CAPITAL:
        at += 1
    return at


def owns(words: Words, at: int) -> bool:
    """Whether the word says whose what follows is: "her mother", but not "her" alone."""
    if not words.tags[at] & t.POSSESSIVE or words.gaps[at] or at + 1 >= words.size:
        return False
    return not words.tags[at + 1] & _NO_NOUN


def _with_makers(words: Words, last: int) -> int:
    """The end of a phrase that ends with the word *last*, with who made the document: "a review funded by the bank"."""
    if not words.tags[last] & t.DOCUMENT or words.gaps[last]:
        return last
    place = last + 1
    while not words.gaps[place]:
        tags, then = words.tags[place], words.tags[place + 1]
        if tags & t.BY or (tags & t.PREPOSITION and place > last + 1 and not then & t.TIME):
            return _phrase_end(words, place + 1) if tags & t.BY or then & _NAMED else last
        is_made = words.items[place].forms & t.PARTICIPLE or tags & _MADE
        if not is_made and not (tags & t.OTHER_VERB and then & t.BY):
            return last
        place += 1
    return last


_NO_NOUN: Final = (
    t.PREPOSITION
    | t.ADVERB
    | t.CONJUNCTION
    | t.AUXILIARY
    | t.TO
    | t.DETERMINER
    | t.TIME
    | t.WH
    | t.PRONOUN
    | t.THERE
)
_MADE: Final = t.GUESSED_PAST | t.ADVERB | t.TIME | t.PREPOSITION
_NAMED: Final = t.CAPITAL | t.ARTICLE


def _is_april(words: Words, at: int) -> bool:
    """Whether the time is a given name here: "April Jones", "Jun Mori"."""
    return bool(words.tags[at] & t.TIME) and not words.gaps[at] and bool(words.tags[at + 1] & t.CAPITAL)


_NO_BEGINNING: Final = (
    t.PREPOSITION
    | t.TO
    | t.THAT
    | t.WH
    | t.SUBORDINATOR
    | t.AUXILIARY
    | t.OBJECT_PRONOUN
    | t.TIME
    | t.CONJUNCTION
)


def _phrase_end(words: Words, first: int) -> int:
    last = first
    while last + 1 < words.size and (not words.gaps[last] or is_between_adjectives(words, last)):
        tags = words.tags[last + 1]
        if tags & t.RELATIVE and not tags & t.THAT:
            return clause_end(words, last + 1)
        if _ends_before(words, last + 1):
            return last
        last += 1
    return last


def is_between_adjectives(words: Words, at: int) -> bool:
    """Whether only a comma parts the adjective *at* from another: "a new, long-term study"."""
    if words.tags[at] & _ADJECTIVE_OR_CAPITAL != t.ADJECTIVE or words.marks(at) != ",":
        return False
    return bool(words.tags[at + 1] & t.ADJECTIVE) or "-" in words.items[at + 1].core


_ADJECTIVE_OR_CAPITAL: Final = t.ADJECTIVE | t.CAPITAL


def _ends_before(words: Words, at: int) -> bool:
    """Whether a phrase ends before the word *at*, which no punctuation parts from it."""
    tags, before_it = words.tags[at], words.tags[at - 1]
    if tags & t.PREPOSITION:
        return not _links(words, at)
    if tags & t.TO and before_it & _LEADS_TO and words.tags[at + 1] & AFTER_PREPOSITION:
        return False  # "a letter to the council", "people close to the mayor"
    if before_it & _ARTICLE_OR_POSSESSIVE:
        return False
    if tags & t.CONJUNCTION:
        return words.tags[at + 1] & _BEGINS_CLAUSE > 0 or at + 1 >= words.size
    if (tags & _FOLLOWS_PHRASE and not tags & t.CAPITAL) or (tags & t.TIME and not tags & t.OWNER):
        return True
    if tags & t.ARTICLE and not before_it & _PREPOSITION_OR_CONJUNCTION_OR_TO:
        return True
    return is_finite_verb(words, at)


_LEADS_TO: Final = t.DOCUMENT | t.SHY
_BEGINS_CLAUSE: Final = t.HE | t.THEY | t.VERB | t.AUXILIARY | t.ADVERB
_FOLLOWS_PHRASE: Final = t.SUBORDINATOR | t.ADVERB | t.THAT | t.WH | t.TO | t.AUXILIARY | t.HE | t.THEY


def _links(words: Words, at: int) -> bool:
    """Whether the preposition *at* hangs something on the phrase before it rather than says when or where."""
    tags, head, then = words.tags[at], words.tags[at - 1], words.tags[at + 1]
    if not tags & t.LINKING or then & t.TIME:
        return False
    if tags & t.OF or head & t.WITHHELD:
        return True  # "people familiar with the matter"
    if head & _QUANTIFIER_OR_DIGIT and then & _QUANTIFIER_OR_DIGIT:
        return True  # "one in ten teachers"
    if any(words.text.startswith(phrase, words.places[at + 1]) for phrase in words.written.withheld):
        return True  # "two people with knowledge of the matter"
    if head & t.CAPITAL and not head & _ROLE_OR_TITLE_OR_GROUP:
        return False
    if then & t.ARTICLE:
        is_definite, then = not then & t.INDEFINITE_ARTICLE, words.tags[at + 2]
        if head & t.GROUP and is_definite and not then & _SAYS:
            return True  # "people in the town", but not "officials in the statement"
    return bool(then & t.CAPITAL or (head & _HAS_PLACE and then & _ORGANISATION_OR_POSSESSIVE))


def clause_end(words: Words, at: int) -> int:
    """The last word before the next punctuation."""
    while at + 1 < words.size and not words.gaps[at]:
        at += 1
    return at


def opens(words: Words, first: int) -> bool:
    """Whether the word *first* opens its sentence, or only a word or phrase leads to it: "But Vale", "In May, Vale"."""
    if first == 0:
        return True
    if not words.tags[0] & _LEADS or any(words.gaps[: first - 1]):
        return False
    for at in range(1, first):
        if words.tags[0] & t.SUBORDINATOR or words.tags[at] & _SUBORDINATES:
            return True  # "While it rained, Vale"
        if is_finite_verb(words, at):
            return False  # "There it rained, Vale"
    return True


_SUBORDINATES: Final = t.SUBORDINATOR | t.RELATIVE | t.WH | t.THAT
_LEADS: Final = t.CONJUNCTION | t.ADVERB | t.PREPOSITION | t.SUBORDINATOR | t.TIME

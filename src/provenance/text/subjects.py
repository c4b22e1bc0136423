"""Who stands beside a verb as the one who says it: before it, after it, behind an apposition, or shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from provenance.text import tags as t
from provenance.text.appositions import described, with_apposition
from provenance.text.complements import CLAUSE_WINDOW
from provenance.text.finite import is_finite_verb
from provenance.text.following import after, owns
from provenance.text.found import Found
from provenance.text.kinds import head_of
from provenance.text.phrases import Phrase
from provenance.text.preceding import before
from provenance.text.verb_groups import past_adverbs
from provenance.text.verbs import Verb
from provenance.text.words import Words

_ADVERB_OR_QUANTIFIER: Final = t.ADVERB | t.QUANTIFIER
_AUXILIARY_OR_ADVERB_OR_NEGATION: Final = t.AUXILIARY | t.ADVERB | t.NEGATION
_TO_OR_PREPOSITION: Final = t.TO | t.PREPOSITION
_ANY_OR_QUOTE: Final = t.ANY | t.QUOTE
_PAST_OR_THIRD: Final = t.PAST | t.THIRD
_ADVERB_OR_NEGATION: Final = t.ADVERB | t.NEGATION
_THAT_OR_TO: Final = t.THAT | t.TO
_RELATIVE_OR_THAT: Final = t.RELATIVE | t.THAT
_CONJUNCTION_OR_ADVERB: Final = t.CONJUNCTION | t.ADVERB
_PREPOSITION_OR_TIME_MODIFIER: Final = t.PREPOSITION | t.TIME_MODIFIER
_PREPOSITION_OR_SUBORDINATOR: Final = t.PREPOSITION | t.SUBORDINATOR
_TIME_OR_DIGIT_OR_GUESSED_ING: Final = t.TIME | t.DIGIT | t.GUESSED_ING

_BEGINS_SPEAKER: Final = t.CAPITAL | t.ARTICLE | t.POSSESSIVE | t.HE | t.THEY | t.ROLE | t.GROUP
_NOMINAL: Final = t.GROUP | t.ROLE | t.BODY | t.DOCUMENT
_BEGINS_SPEAKER_OF_MANY: Final = t.INDEFINITE | t.GROUP | t.ROLE | t.ANONYMOUS
"""What heads a phrase of some who speak: "one of the people", "several residents"."""
_COUNTS: Final = t.INDEFINITE | t.QUANTIFIER | t.DIGIT | t.ANONYMOUS
_SPEAKS: Final = t.ORGANISATION | t.GROUP | t.ROLE
_CAPITAL_OR_NOMINAL: Final = _NOMINAL | t.CAPITAL
_PLACE_OR_TIME: Final = t.PLACE | t.TIME
_CAN_LEAD: Final = _CAPITAL_OR_NOMINAL | t.PERSONAL
_BEFORE_PARTICIPLE: Final = t.PREPOSITION | t.SUBORDINATOR | t.CONJUNCTION | t.ADVERB
_NAMED_IN_QUOTES: Final = t.BODY | t.TITLED | t.DOCUMENT
_ENDS_SPEECH: Final = frozenset(",.!?…")
_PARTING: Final = frozenset(";:")
_VERBAL: Final = t.VERB | t.OTHER_VERB | t.GUESSED_PAST
_LONGEST_TITLE: Final = 10
"""Words between quotation marks and commas that can be the title of the document before them: the report, "No Way Back","""


_MOST_WITHOUT_SUBJECT: Final = 4
"""Verbs behind punctuation, none of them with a subject, that are looked at for the one that leads a sentence."""


Subject: TypeAlias = tuple[str, Phrase]
"""By which rule it was found who says it, and who."""


def subject(words: Words, at: int, first: int, verb: Verb, earlier: Sequence[Found]) -> Subject | None:
    """Who stands beside the verb at *at*, whose group begins with the word *first*."""
    left = at_first = past_adverbs(words, first)
    if left < 0:
        return _inverted(words, at, verb) if words.follows_quotation else None
    tags = words.tags[left]
    if tags & t.TIME:
        left = _past_time(words, left)
        tags = words.tags[left]
    if words.gaps[left]:
        return _across_gap(words, at, left, verb, earlier)
    if tags & _RELATIVE_OR_THAT and _is_relative(words, left):
        return "relative", Phrase(left, left)
    if tags & t.CONJUNCTION:
        return _coordinated(words, left, earlier)
    phrase = before(words, left) or before(words, at_first)
    return None if phrase is None else ("subject", phrase)


def _past_time(words: Words, left: int) -> int:
    """The last word before the time *left* between subject and verb: "Vale on Friday denied", "Vale last week said"."""
    if left < 2 or words.gaps[left] or words.gaps[left - 1]:
        return left
    return left - 2 if words.tags[left - 1] & _PREPOSITION_OR_TIME_MODIFIER else left


def subject_of_form(words: Words, at: int, earlier: Sequence[Found]) -> tuple[int, Phrase | None]:
    """Where the verb group of the verb at *at* begins, and its subject; for verbs that are no cues by themselves."""
    first = at
    while (
        first > 0 and not words.gaps[first - 1] and words.tags[first - 1] & _AUXILIARY_OR_ADVERB_OR_NEGATION
    ):
        first -= 1
    left = first - 1
    if left < 0 or words.tags[left] & _TO_OR_PREPOSITION:
        return first, None
    if words.gaps[left]:
        named = quoted_name(words, left) if words.quoted[left] else None
        return first, named or with_apposition(words, left)
    if _is_relative(words, left):
        return first, Phrase(left, left)
    if words.tags[left] & t.CONJUNCTION:
        shared = _coordinated(words, left, earlier)
        return first, None if shared is None else shared[1]
    return first, before(words, left)


def _is_relative(words: Words, at: int) -> bool:
    """Whether the word is the subject of a relative clause: "who", or "that" behind a noun."""
    tags = words.tags[at]
    if not tags & t.THAT:
        return bool(tags & t.RELATIVE)
    return at > 0 and not words.gaps[at - 1] and not words.tags[at - 1] & _VERBAL


def _inverted(words: Words, at: int, verb: Verb) -> Subject | None:
    """The phrase after the verb: "…," said Vale."""
    if not verb.takes & _ANY_OR_QUOTE or words.gaps[at]:
        return None
    is_adverb = words.tags[at + 1] & _ADVERB_OR_QUANTIFIER == t.ADVERB
    if is_adverb and (words.gaps[at + 1] or not words.tags[at + 2] & t.MAKER):
        return None  # but "said first author Ines Vale", "said most teachers"
    forms = words.items[at].forms
    if words.tags[at] & t.NOUNLIKE and forms & t.BASE:
        return None
    if not forms & _PAST_OR_THIRD and not (
        forms & t.BASE and words.tags[at + 1] & t.GROUP | words.tags[at + 2] & t.GROUP
    ):
        return None
    phrase = described(words, at + 1)
    return None if phrase is None or _goes_on_as_clause(words, phrase) else ("inverted", phrase)


def _may_speak(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is rather who speaks than what is spoken of: not "the claim", as in ", denied the claim"."""
    first, head = words.tags[phrase.first], words.tags[head_of(words, phrase.first, phrase.last)]
    if first & t.DEMONSTRATIVE and phrase.first < phrase.last:
        return bool(words.tags[phrase.first + 1] & t.RELATIVE)  # "those who left"
    if first & t.ORGANISATION and not first & _BEGINS_SPEAKER:
        return bool(head & _SPEAKS)  # "police", "council officials"
    if not first & _BEGINS_SPEAKER:
        return bool(first & _COUNTS and head & _BEGINS_SPEAKER_OF_MANY)
    return not head & t.NOUN_CUE or bool(head & _CAPITAL_OR_NOMINAL)


def _goes_on_as_clause(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of a verb of its own: "said she regretted"."""
    if words.gaps[phrase.last]:
        return False
    place = phrase.last + 1
    while place + 1 < words.size and words.tags[place] & _ADVERB_OR_NEGATION and not words.gaps[place]:
        place += 1
    return is_finite_verb(words, place) or bool(words.tags[place] & _THAT_OR_TO)


def _across_gap(words: Words, at: int, left: int, verb: Verb, earlier: Sequence[Found]) -> Subject | None:
    """The subject of a verb straight after punctuation: behind an apposition, after the verb, or further left."""
    if words.quoted[left] != words.quoted[at]:
        named = quoted_name(words, left)
        return _inverted(words, at, verb) if named is None else ("subject", named)
    apposed = with_apposition(words, left)
    if apposed is not None:
        return "apposition" if apposed.closed else "insertion", apposed
    inverted = _inverted(words, at, verb)
    if inverted is not None and left and _may_speak(words, inverted[1]):
        return inverted
    if not words.items[at].forms & _PAST_OR_THIRD:
        return None
    if ";" in words.marks(left) and (shared := _last_source(words, at, earlier)) is not None:
        return "coordination", shared  # "It states that …; calls on …"
    leading = leading_subject(words, at)
    return None if leading is None else ("leading", leading)


def quoted_name(words: Words, last: int) -> Phrase | None:
    """The phrase with the name in quotation marks that ends with the word *last*: "the foundation “Open Wells”"."""
    first = last
    while first > 0 and words.quoted[first - 1] == words.quoted[last]:
        first -= 1
    is_apposition = first > 0 and "," in words.marks(first - 1) and last - first < _LONGEST_TITLE
    if not is_apposition and words.is_marked(last, _ENDS_SPEECH):
        return None
    if first == 0 or words.quoted[first - 1] or not words.tags[first - 1] & _NAMED_IN_QUOTES:
        return None
    phrase = before(words, first - 1) if words.tags[first] & t.CAPITAL else None
    return None if phrase is None else Phrase(phrase.first, last)


def _coordinated(words: Words, conjunction: int, earlier: Sequence[Found]) -> Subject | None:
    """The subject shared with the verb before a conjunction."""
    phrase = _last_source(words, conjunction, earlier) or leading_subject(words, conjunction, nearest=True)
    return None if phrase is None else ("coordination", phrase)


def _last_source(words: Words, at: int, earlier: Sequence[Found]) -> Phrase | None:
    """The source of the last cue before the word *at* that stands in the same quotation, or in none, as it does."""
    for found in reversed(earlier):
        if found.source is not None and words.quoted[found.last] == words.quoted[at]:
            return found.source
    return None


def leading_subject(words: Words, at: int, *, nearest: bool = False) -> Phrase | None:
    """The subject of the first verb before the word *at* in its part of the sentence, or of the *nearest*."""
    start = _clause_start(words, at)
    if words.tags[start] & t.CLITIC:
        return Phrase(start, start)
    places = range(start + 1, at)
    without = 0
    for place in reversed(places) if nearest else places:
        if words.quoted[place] != words.quoted[at] or words.tags[place - 1] & t.RELATIVE:
            continue
        if not is_finite_verb(words, place):
            continue
        if not words.gaps[place - 1]:
            last = past_adverbs(words, place, auxiliaries=True)
            if nearest and last > 0 and words.tags[last] & t.CONJUNCTION:
                continue  # it shares its own subject
            return before(words, last)
        found = with_apposition(words, place - 1)
        if found is not None:
            return found
        without += 1
        if without == _MOST_WITHOUT_SUBJECT:
            break
    return Phrase(start, start) if nearest and words.tags[start] & t.PERSONAL else None


def _clause_start(words: Words, at: int) -> int:
    start = at
    while start > 0:
        if words.quoted[start - 1] != words.quoted[at]:
            start = _before_name_in_quotes(words, start - 1, at)
            if words.quoted[start - 1] != words.quoted[at]:
                break
        if words.gaps[start - 1] and words.is_marked(start - 1, _PARTING):
            break
        start -= 1
    return start


def _before_name_in_quotes(words: Words, last: int, at: int) -> int:
    """Where a name in quotation marks begins that ends with the word *last*; the word after it where it is speech."""
    if words.quoted[at] or words.marks(last)[:1] in _ENDS_SPEECH:
        return last + 1
    first = last
    while first > 0 and words.quoted[first - 1] == words.quoted[last] and last - first < _LONGEST_TITLE:
        first -= 1
    return first if first and not words.quoted[first - 1] else last + 1


def participle_subject(words: Words, at: int, earlier: Sequence[Found]) -> Phrase | None:
    """Whose participle stands at *at*: of the noun right before it, or of the clause that it hangs on."""
    left = at - 1
    if left < 0:
        return _subject_behind(words, at)
    quoted = _object_of_quoting(words, left, earlier)
    if quoted is not None:
        return quoted
    beside = _noun_beside(words, left) if not words.gaps[left] else None
    return beside or _last_source(words, at, earlier) or leading_subject(words, at) or _first_phrase(words)


def _object_of_quoting(words: Words, left: int, earlier: Sequence[Found]) -> Phrase | None:
    """Whom the verb before the particle *left* quotes: "quoted Vale as saying", "Vale was quoted by the Herald as saying"."""
    verb = words.items[earlier[-1].last].verb if earlier else None
    if verb is None or not verb.far or words.items[left].low not in verb.particles:
        return None
    cue = earlier[-1]
    if cue.rule == "passive":
        subject_end = past_adverbs(words, cue.first)
        return before(words, subject_end) if subject_end >= 0 else None
    if left - 1 == cue.last + 1 and words.tags[left - 1] & t.OBJECT_PRONOUN:
        return Phrase(left - 1, left - 1)  # "quoted her as saying"
    return before(words, left - 1) if left - 1 > cue.last else None


def _subject_behind(words: Words, at: int) -> Phrase | None:
    """The subject of the clause that the participle *at* leads to: "Calling it a lie, Vale left"."""
    comma = next((place for place in range(at, words.size) if "," in words.marks(place)), words.size)
    phrase = after(words, comma + 1)
    if phrase is None or not words.tags[head_of(words, phrase.first, phrase.last)] & _CAN_LEAD:
        return None
    return phrase if words.gaps[phrase.last] or is_finite_verb(words, phrase.last + 1) else None


def _noun_beside(words: Words, left: int) -> Phrase | None:
    """The noun of which a participle says what it does: "groups backing her", "with Vale saying"."""
    tags = words.tags[left]
    if tags & _BEFORE_PARTICIPLE:
        return None
    phrase = before(words, left) or _absolute(words, left)
    if phrase is None or (tags & _NOMINAL and not tags & t.CAPITAL):
        return phrase
    return phrase if phrase.first and words.tags[phrase.first - 1] & t.PREPOSITION else None


def _absolute(words: Words, last: int) -> Phrase | None:
    """The phrase between a preposition that opens a clause and a participle: ", with officials conceding"."""
    first = last
    while first > 0 and not words.gaps[first - 1]:
        if words.tags[first - 1] & t.PREPOSITION:
            opens = first > 1 and words.gaps[first - 2]
            can_speak = words.tags[last] & _CAPITAL_OR_NOMINAL and not words.tags[last] & _PLACE_OR_TIME
            return Phrase(first, last) if opens and can_speak else None
        first -= 1
    return None


def _first_phrase(words: Words) -> Phrase | None:
    """The phrase that the sentence begins with, behind a phrase of time or place."""
    place = 0
    while place < words.size - 1 and words.tags[place] & _CONJUNCTION_OR_ADVERB and not words.gaps[place]:
        place += 1
    if words.tags[place] & _PREPOSITION_OR_SUBORDINATOR:
        place = next((at + 1 for at in range(place, words.size) if words.gaps[at]), words.size)
    if place >= words.size or words.quoted[place] or words.tags[place] & t.CLITIC:
        return None
    phrase = described(words, place)
    if phrase is None:
        return None
    last = next((at for at in range(phrase.first, phrase.last) if words.gaps[at]), phrase.last)
    return Phrase(phrase.first, last, phrase.closed, phrase.of_verb)


_BEARS_NAME: Final = t.CAPITAL | t.ROLE | t.GROUP | t.BODY | t.PLURAL | t.ANONYMOUS
_WHO: Final = (
    _BEARS_NAME | t.DETERMINER | t.PRONOUN | t.OBJECT_PRONOUN | t.QUANTIFIER | t.INDEFINITE | t.RELATIVE
)


def by_whom(words: Words, at: int) -> Phrase | None:
    """The phrase after "by" in the same clause as the participle at *at*."""
    for place in range(at + 1, min(at + CLAUSE_WINDOW, words.size - 1)):
        if words.gaps[place - 1] or words.tags[place] & t.AUXILIARY:
            return None
        if words.tags[place] & t.BY and not words.gaps[place]:
            following = words.tags[place + 1]
            if following & t.OBJECT_PRONOUN and not owns(words, place + 1):
                return Phrase(place + 1, place + 1)
            is_agent = not following & _TIME_OR_DIGIT_OR_GUESSED_ING and not is_means(words, place + 1)
            return described(words, place + 1) if is_agent else None
    return None


def is_means(words: Words, at: int) -> bool:
    """Whether a bare noun behind "by" says how: "said by email that", "said by telephone"."""
    return not words.tags[at] & _WHO and (words.gaps[at] or not words.tags[at + 1] & _BEARS_NAME)

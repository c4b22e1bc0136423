"""Verbs as cues: whether a verb says that something is said, given what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from provenance.text import tags as t
from provenance.text.complements import complement, is_other_sense
from provenance.text.finite import is_finite_verb
from provenance.text.found import Found
from provenance.text.kinds import head_of
from provenance.text.phrases import Phrase, is_object, opens
from provenance.text.subjects import Subject, by_whom, is_means, participle_subject, subject
from provenance.text.verb_groups import group_of, past_adverbs
from provenance.text.verbs import Verb
from provenance.text.words import Words

_ANY_OR_QUOTE_OR_END: Final = t.ANY | t.QUOTE | t.END
_SOMEBODY: Final = t.PERSONAL | t.CAPITAL | t.GROUP | t.ROLE
_PERSONAL_OR_IT: Final = t.PERSONAL | t.IT
_CONJUNCTION_OR_SUBORDINATOR: Final = t.CONJUNCTION | t.SUBORDINATOR
_SUBORDINATOR_OR_RELATIVE: Final = t.SUBORDINATOR | t.RELATIVE
_COMPARES: Final = t.QUANTIFIER | t.ADVERB | t.SUBORDINATOR
_PLURAL: Final = t.THEY | t.AUTHOR | t.YOU | t.GROUP | t.ORGANISATION_PLURAL | t.QUANTIFIER
_GROUP_OR_PLURAL: Final = t.GROUP | t.PLURAL
_DIGITS_OF_YEAR: Final = 4
_COMMON_NOUN: Final = t.ORGANISATION | t.DEMONSTRATIVE
_ANY_OR_OBJECT: Final = t.ANY | t.OBJECT
_AMONG_PARTICIPLES: Final = t.CONJUNCTION | t.ADVERB | t.NEGATION | t.GUESSED_PAST
_HE_OR_IT: Final = t.HE | t.IT
_ASKS_OR_THERE_OR_YOU: Final = t.THERE | t.YOU | t.WH
_BEFORE_NOUN: Final = t.ARTICLE | t.ADJECTIVE | t.QUANTIFIER | t.POSSESSIVE
_OPENS_NO_SPEECH: Final = t.PREPOSITION | t.SUBORDINATOR | t.CONJUNCTION
_BE_OR_HAVE: Final = t.BE | t.HAVE
_BY_OR_SUBORDINATOR: Final = t.BY | t.SUBORDINATOR
_TAKES_TO_OR_TAKES_THAT: Final = t.TAKES_TO | t.TAKES_THAT

ASSERT: Final = "assert"
_CLAUSAL: Final = t.TAKES_THAT | t.CLAUSE | t.QUOTE | t.TAKES_COLON | t.TAKES_TO


def verb_cue(words: Words, at: int, earlier: Sequence[Found]) -> Found | None:
    """The cue that the verb at *at* is, if it is one; *earlier* are the cues before it in the sentence."""
    word = words.items[at]
    verb, forms = word.verb, word.forms
    if verb is None:
        return None
    group = group_of(words, at)
    if group is None:
        return None
    first, is_passive, is_finite = group
    if is_passive:
        return _passive(words, at, first, verb)
    if not is_finite and forms & t.ING:
        return _participial(words, at, verb, earlier)
    is_bare_participle = first == at and forms & t.PARTICIPLE
    if is_bare_participle and _is_held_to_be(words, at, verb):
        return Found("agentless", verb.mode, at, at, None)
    if (
        is_bare_participle
        and not words.gaps[at]
        and words.tags[at + 1] & t.BY
        and not is_means(words, at + 2)
    ):
        return _reduced_passive(words, at, verb)
    found = _active(words, at, first, verb, earlier) if is_finite else None
    return _reduced_passive(words, at, verb) if found is None and is_bare_participle else found


def _active(words: Words, at: int, first: int, verb: Verb, earlier: Sequence[Found]) -> Found | None:
    found = subject(words, at, first, verb, earlier)
    if found is None:
        return None
    rule, source = found
    forms = words.items[at].forms
    is_present = first == at and not forms & t.PAST
    if (is_present and not _agrees(words, at, source)) or not _can_say(words, source, verb):
        return None
    if rule == "coordination" and _shares_passive(words, first, forms):
        return Found("agentless", verb.mode, first, at, None) if _is_said(verb) else None
    if rule == "subject" and (_is_object(words, at, first, source) or _is_asked(words, source)):
        return None
    if verb.naming and first == at and _names(words, at, rule, source):
        return None
    if verb.unless and is_other_sense(words, at, verb.unless):
        return None
    if words.tags[at] & t.GOVERNOR and words.tags[at + 1] & t.TO and words.tags[at + 2] & t.VERB:
        return None  # "would like to note": the note is the cue
    follows = complement(words, at, verb)
    if follows & t.END and earlier and _leads_to(earlier[-1], source):
        return None  # "According to Vale, the clerk agreed."
    if not _is_complete(words, at, verb, follows, found):
        return None
    if verb.listeners and _only_listens(words, verb, source):
        return Found("agentless", verb.mode, first, at, None, clausal=follows & _CLAUSAL > 0)
    after = rule != "inverted" and not _is_said_before(words, verb, follows, source)
    return Found(rule, verb.mode, first, at, source, after, follows & _CLAUSAL > 0)


def _only_listens(words: Words, verb: Verb, source: Phrase) -> bool:
    """Whether the phrase is a body to which others speak: "the court heard that"."""
    return words.items[head_of(words, source.first, source.last)].low in verb.listeners


def _is_said_before(words: Words, verb: Verb, follows: int, source: Phrase) -> bool:
    """Whether what is said stands before the subject: "It is late, Vale says.", "It is late, Vale told the Herald."."""
    if _has_relative_object(words, source):
        return follows & t.END > 0
    if not _is_postposed(words, source) or opens(words, source.first):
        return False
    if follows & t.END:
        return not follows & verb.takes & t.TAKES_COLON
    if follows != t.OBJECT or not verb.takes & t.ANY:
        return False
    leads = words.tags[0] & _OPENS_NO_SPEECH
    start = words.gaps.index(True) + 1 if leads else 0  # "If it rains, it floods, Vale told …"
    return _has_verb(words, start, source.first)


def _has_verb(words: Words, first: int, end: int) -> bool:
    """Whether a finite verb stands outside of quotations from the word *first* on, before the word *end*."""
    return any(is_finite_verb(words, at) for at in range(first, end) if not words.quoted[at])


def _leads_to(cue: Found, source: Phrase) -> bool:
    """Whether what the prepositional *cue* leads begins with the phrase, so that nothing said stands before it."""
    return cue.rule == "prepositional" and cue.source is not None and cue.source.last + 1 == source.first


def _shares_passive(words: Words, first: int, forms: int) -> bool:
    """Whether the participle before the word *first* is passive and shares its auxiliary: "be ignored or criticised"."""
    if not forms & t.PARTICIPLE:
        return False
    at = first - 1
    while at > 0 and (words.tags[at] & _AMONG_PARTICIPLES or words.items[at].forms & t.PARTICIPLE):
        at -= 1
    return bool(words.tags[at] & t.BE)


def _is_said(verb: Verb) -> bool:
    """Whether a passive of the verb without "by" says that something is said."""
    return verb.mode == ASSERT and bool(verb.takes & t.ANY) and not verb.evidence


def _is_complete(words: Words, at: int, verb: Verb, follows: int, found: Subject) -> bool:
    """Whether what the verb needs stands where it needs it."""
    rule, source = found
    if rule == "inverted":
        return bool(verb.takes & _ANY_OR_QUOTE_OR_END) and verb.mode == ASSERT
    if verb.evidence and follows & t.OBJECT and _shows(words, source):
        return True
    if verb.takes & t.ANY or follows & t.PARTICLE:
        return not words.tags[at] & t.NOUNLIKE or follows != t.END or _is_postposed(words, source)
    if follows & t.END and _has_relative_object(words, source):
        return bool(verb.takes & _ANY_OR_OBJECT or verb.takes & t.CLAUSE)
    if follows & t.END:
        leads = follows & verb.takes & t.TAKES_COLON
        return leads > 0 or _is_complete_alone(words, at, verb, source)
    return bool(verb.takes & follows)


def _is_inserted(words: Words, at: int, verb: Verb, source: Phrase) -> bool:
    """Whether somebody and the verb stand by themselves between commas: "He had, she went on, no choice"."""
    last = at + 1 if "" not in verb.aside or words.items[at + 1].low in verb.aside else at
    if last > at and (words.gaps[at] or words.items[last].low not in verb.aside):
        return False
    if source.first == 0 or last + 2 >= words.size or not words.tags[source.last] & _SOMEBODY:
        return False
    is_parted = words.marks(source.first - 1) == "," and words.marks(last) == ","
    return is_parted and not words.tags[last + 1] & _CONJUNCTION_OR_SUBORDINATOR


def _is_complete_alone(words: Words, at: int, verb: Verb, source: Phrase) -> bool:
    """Whether a verb with nothing after it has what is said before it, or is an aside."""
    if _opens_as_aside(words, source):
        return bool(verb.takes & t.END)
    if verb.aside and _is_inserted(words, at, verb, source):
        return True
    speaks = _is_somebody(words, source) or (verb.evidence and _shows(words, source))
    if words.tags[at] & t.NOUNLIKE and not speaks:
        return False
    if not speaks and not words.together(source.first, source.last) & _CAN_BE_AGENT:
        return bool(verb.takes & t.QUOTE and _follows_quotation(words, source))
    if not _is_postposed(words, source):
        opens = source.first == 1 and words.tags[0] & t.CONJUNCTION  # "But Vale disagreed."
        return bool(opens and verb.takes & t.END) and not verb.takes & t.QUOTE
    return bool(verb.takes & t.END) or bool(verb.takes & t.QUOTE and _follows_quotation(words, source))


def _shows(words: Words, source: Phrase) -> bool:
    """Whether the subject is something that can be read off: a poll, a report."""
    head = head_of(words, source.first, source.last)
    if words.tags[head] & t.DOCUMENT:
        return True
    return bool(words.tags[head + 1] & t.OF and words.together(head, source.last) & t.DOCUMENT)


def _opens_as_aside(words: Words, source: Phrase) -> bool:
    """Whether it is an aside: "as Vale noted, …", but not "after the attacks in town"."""
    before = words.tags[source.first - 1]
    return bool(before & t.SUBORDINATOR) and not before & t.PREPOSITION


def _is_somebody(words: Words, source: Phrase) -> bool:
    """Whether the phrase is a pronoun or ends in a name or a noun for people."""
    return bool(words.tags[source.last] & _SOMEBODY)


def _follows_quotation(words: Words, source: Phrase) -> bool:
    if source.first:
        return bool(words.quoted[source.first - 1])
    return words.follows_quotation


def _is_object(words: Words, at: int, first: int, source: Phrase) -> bool:
    """Whether the phrase is rather the object of the verb before it: "gave a class called …"."""
    if source.of_verb is None or first < at or not words.items[at].forms & t.PARTICIPLE:
        return False
    return not words.tags[source.first] & _PERSONAL_OR_IT and is_object(words, source)


def _is_asked(words: Words, source: Phrase) -> bool:
    """Whether it is asked if or what the phrase says: "What did Vale say of it?"."""
    before = source.first - 1
    is_inverted = before >= 0 and words.tags[before] & t.DO and not words.gaps[before]
    return bool(is_inverted) and "?" in words.items[words.size - 1].trail


def _names(words: Words, at: int, rule: str, source: Phrase) -> bool:
    """Whether the participle *at* gives what stands before it a name: "a group called Open Wells", "a trial, called T,"."""
    if rule == "inverted":
        return not _follows_quotation(words, Phrase(at, at))
    if not words.items[at].forms & t.PARTICIPLE or words.gaps[at] or words.tags[at + 1] & t.PREPOSITION:
        return False
    head = words.tags[head_of(words, source.first, source.last)]
    if head & _BODY_OR_DOCUMENT:
        return bool(words.tags[source.first] & t.INDEFINITE_ARTICLE and words.tags[at + 1] & t.CAPITAL)
    return not head & _CAN_CALL


_BODY_OR_DOCUMENT: Final = t.BODY | t.DOCUMENT
_CAN_BE_AGENT: Final = (
    _SOMEBODY | _BODY_OR_DOCUMENT | t.PRONOUN | t.OBJECT_PRONOUN | t.INDEFINITE | t.QUANTIFIER | t.ANONYMOUS
)
"""What a phrase of somebody or something holds that can say something."""
_CAN_CALL: Final = (
    t.PRONOUN | t.CAPITAL | t.GROUP | t.ROLE | t.TITLE | t.INDEFINITE | t.RELATIVE | t.ANONYMOUS
)


def _is_postposed(words: Words, source: Phrase) -> bool:
    """Whether what is said stands before the subject: "It is late, Vale says."."""
    if words.tags[source.first] & t.RELATIVE and source.first == source.last:
        return False
    return source.first == 0 or words.gaps[source.first - 1] > 0


def _has_relative_object(words: Words, source: Phrase) -> bool:
    """Whether the object stands before the subject: "a plan which Vale supports"."""
    if source.first == 0 or words.gaps[source.first - 1]:
        return False
    before = words.tags[source.first - 1]
    if before & t.WH and not before & _SUBORDINATOR_OR_RELATIVE:
        return bool(words.tags[source.first - 2] & _COMPARES)  # "twice what Vale estimated"
    return bool(before & t.RELATIVE) and not before & t.THAT


def _agrees(words: Words, at: int, source: Phrase) -> bool:
    """Whether the present form at *at* agrees in number with its subject."""
    if words.tags[source.last] & t.RELATIVE:
        return True
    forms, plural = words.items[at].forms, _is_plural(words, source)
    if plural is None:
        return bool(forms & t.THIRD) or source.last == at - 1 or not words.tags[at - 1] & t.CONJUNCTION
    return plural is not bool(forms & t.THIRD)


def _is_plural(words: Words, source: Phrase) -> bool | None:
    """Whether the phrase is plural; None where it cannot be told."""
    head = head_of(words, source.first, source.last)
    tags = words.tags[head]
    if source.first < head and words.tags[source.first] & t.INDEFINITE:
        return None  # "one of the engineers", "some of the engineers"
    if tags & _GROUP_OR_PLURAL == t.GROUP:
        return None  # "the family says", "people say"
    if tags & _PLURAL:
        return True
    if head == 0 and tags & _COMMON_NOUN:
        return None  # a capital that says nothing: "Police say"
    if tags & t.INDEFINITE or words.together(source.first, source.last - 1) & t.CONJUNCTION:
        return None
    if tags & _HE_OR_IT:
        return False
    if tags & t.PLURAL:
        return None if tags & t.CAPITAL else True
    is_count = words.tags[source.first] & t.DIGIT and len(words.items[source.first].core) < _DIGITS_OF_YEAR
    if is_count and source.first < head and words.headline:
        return True  # "7 New Reasons to": no verb
    if words.tags[source.first] & t.INDEFINITE_ARTICLE and not words.tags[head + 1] & t.OF:
        return False
    return False if tags & t.CAPITAL and not tags & t.DOCUMENT else None


def _can_say(words: Words, source: Phrase, verb: Verb) -> bool:
    """Whether such a phrase can be who says it: not "the move", "there", "this" or "you"."""
    tags = words.tags[head_of(words, source.first, source.last)]
    if words.tags[source.first] & t.NEGATION:
        return False  # "nobody", "no officials"
    if tags & t.THAT and source.first == source.last == 0 and words.gaps[1]:
        return False  # "That said,"
    if tags & _ASKS_OR_THERE_OR_YOU and not tags & t.RELATIVE:
        return False  # "What reasons?"
    if tags & t.PSEUDONOUN and not verb.evidence:
        return False
    return not tags & t.DEMONSTRATIVE or bool(tags & t.RELATIVE) or source.first < source.last


def _participial(words: Words, at: int, verb: Verb, earlier: Sequence[Found]) -> Found | None:
    """A participle that shares its subject: ", adding that", "by saying that"."""
    if words.tags[at] & t.PREPOSITION:
        return None  # "regarding"
    if words.tags[at + 1] & t.AUXILIARY and not words.gaps[at]:
        return None  # "a hearing will be held"
    follows = complement(words, at, verb)
    if follows & t.END and not _is_quoted_as(words, at):
        return None
    if not (verb.takes & (t.ANY | follows) or follows & t.PARTICLE):
        return None
    if words.tags[at] & t.NOUNLIKE and not follows & _CLAUSAL_OR_PARTICLE:
        return None
    if not words.gaps[at - 1] and _is_gerund(words, at):
        return None
    if at == 0 and not follows & (_CLAUSAL | t.OBJECT):
        return None
    source = participle_subject(words, at, earlier)
    if source is None:
        return None
    if words.tags[source.last] & t.IT:  # "it is worth noting"
        return Found("impersonal", verb.mode, at, at, None)
    return Found("participle", verb.mode, at, at, source)


def _is_quoted_as(words: Words, at: int) -> bool:
    """Whether the participle ends the passive of what somebody is quoted with: "It rained," Vale was quoted as saying."""
    return bool(words.tags[at - 1] & t.SUBORDINATOR and words.tags[at - 2] & t.VERB and at > 1)


def _is_gerund(words: Words, at: int) -> bool:
    """Whether the -ing form is the object of a verb or of a preposition that says nothing of when or how."""
    before = words.tags[at - 1]
    if before & t.PREPOSITION:
        return not before & _BY_OR_SUBORDINATOR
    if before & _BEFORE_NOUN and not before & t.GROUP:
        return True  # "some hearing experts", "the main finding that"
    return bool(before & t.VERB) and not before & t.NOUNLIKE


def _passive(words: Words, at: int, first: int, verb: Verb) -> Found | None:
    """A passive: said by somebody who is named after "by", or by nobody."""
    if (
        words.tags[at + 2] & t.VERB
        and words.tags[at + 1] & t.SUBORDINATOR
        and words.items[at + 2].forms & t.ING
    ):
        return None  # "was quoted as saying": the saying is the cue
    whom = by_whom(words, at)
    left = past_adverbs(words, first)
    if left >= 0 and words.tags[left] & t.IT and words.tags[at] & t.IMPERSONAL:
        return Found("impersonal", verb.mode, first, at, whom)
    follows = complement(words, at, verb)
    if whom is not None and _has_object(verb, follows):
        says = (
            not words.tags[at] & t.ADJECTIVE_CUE
            or words.tags[head_of(words, whom.first, whom.last)] & _CAN_BE_AGENT
        )
        return Found("passive", verb.mode, first, at, whom) if says else None  # "is convinced by the plan"
    if _passive_says(verb, follows, impersonal=bool(words.tags[at] & t.IMPERSONAL)):
        return Found("agentless", verb.mode, first, at, None, clausal=bool(follows & _CLAUSAL))
    return None


def _has_object(verb: Verb, follows: int) -> bool:
    """Whether what is said or judged can be the subject of the passive: not "was seen by", but "was seen by Vale as"."""
    return bool(verb.takes & _ANY_OR_OBJECT or follows & t.PARTICLE)


def _is_held_to_be(words: Words, at: int, verb: Verb) -> bool:
    """Whether the participle at *at* tells what is said of what stands before it: "a man believed to be"."""
    if not words.tags[at] & t.IMPERSONAL or verb.takes & t.TAKES_TO:
        return False
    return bool(words.tags[at + 1] & t.TO and words.tags[at + 2] & _BE_OR_HAVE)


def _passive_says(verb: Verb, follows: int, *, impersonal: bool) -> bool:
    """Whether a passive without "by" still says that something is said."""
    if impersonal and follows & _TAKES_TO_OR_TAKES_THAT:
        return True
    if verb.particles and follows & t.PARTICLE and verb.takes & t.CLAUSE:
        return True
    if verb.clausal and not follows & _CLAUSAL:
        return False
    return _is_said(verb) and not follows & t.TAKES_TO


def _reduced_passive(words: Words, at: int, verb: Verb) -> Found | None:
    """A participle that somebody is named after: "a plan criticised by teachers"."""
    speaks = verb.mode == ASSERT and _has_object(verb, complement(words, at, verb))
    whom = by_whom(words, at) if speaks else None
    return None if whom is None else Found("passive", verb.mode, at, at, whom)


_CLAUSAL_OR_PARTICLE: Final = _CLAUSAL | t.PARTICLE

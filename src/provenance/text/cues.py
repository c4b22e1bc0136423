"""Verbs as cues: whether a verb says that something is said, and who stands beside it as the one who says it."""

from __future__ import annotations

from typing import Final, NamedTuple

from provenance.text import phrases
from provenance.text.phrases import Phrase
from provenance.text.vocabulary import (
    ADJECTIVE,
    ADVERB,
    ANY,
    ARTICLE,
    AUTHOR,
    AUXILIARY,
    BASE,
    BE,
    BY,
    CAPITAL,
    CLAUSE,
    CLITIC,
    CONJUNCTION,
    DEMONSTRATIVE,
    DETERMINER,
    DIGIT,
    DO,
    DOCUMENT,
    END,
    GOVERNOR,
    GROUP,
    HAVE,
    HE,
    IMPERSONAL,
    INDEFINITE,
    INDEFINITE_ARTICLE,
    ING,
    IT,
    MODAL,
    NEGATION,
    NOUNLIKE,
    OBJECT,
    OBJECT_PRONOUN,
    ORGANISATION,
    ORGANISATION_PLURAL,
    OWNER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PSEUDONOUN,
    QUANTIFIER,
    QUOTE,
    RELATIVE,
    ROLE,
    SHY,
    SUBORDINATOR,
    TAKES_COLON,
    TAKES_THAT,
    TAKES_TO,
    THAT,
    THERE,
    THEY,
    THIRD,
    TIME,
    TO,
    VERB,
    WH,
    YOU,
    Verb,
)
from provenance.text.words import Words

_LONGEST_GROUP: Final = 7
_CLAUSE_WINDOW: Final = 9
_PREPOSITIONAL_WINDOW: Final = 12
PARTICLE: Final = 1 << 10
"""Among complements: a word that the verb wants straight after it."""


class Found(NamedTuple):
    """A cue in a sentence: its words, who says it, and by which rule it was found."""

    rule: str
    mode: str
    first: int
    last: int
    source: Phrase | None
    after: bool = True  # the content follows the cue, as far as the cue alone shows
    clausal: bool = True  # the content is a clause or a quotation rather than a thing


class Group(NamedTuple):
    """A verb with its auxiliaries: where it begins, and how it is used."""

    first: int
    passive: bool
    finite: bool
    infinitive: bool


def verb_cue(words: Words, at: int, earlier: list[Found]) -> Found | None:
    """The cue that the verb at *at* is, if it is one; *earlier* are the cues before it in the sentence."""
    verb = words.items[at].verb
    assert verb is not None
    if _is_name_part(words, at) or _reads_as_noun(words, at):
        return None
    group = _group(words, at)
    if group is None:
        return None
    if group.passive:
        return _passive(words, at, group, verb)
    if not group.finite:
        return _participial(words, at, verb, earlier)
    return _active(words, at, group, verb, earlier)


def _is_name_part(words: Words, at: int) -> bool:
    """Whether a capital shows that the word is part of a name ("Sing", "Department of State")."""
    if not words.tags[at] & CAPITAL or at == 0 or words.parted(at - 1):
        return False
    return not words.headline or not words.items[at].forms & (THIRD | PAST)


def _reads_as_noun(words: Words, at: int) -> bool:
    """Whether what stands straight before it makes the form a noun or an adjective."""
    if words.parted(at - 1):
        return False
    before, tags, forms = words.tags[at - 1], words.tags[at], words.items[at].forms
    if before & (ARTICLE | POSSESSIVE):
        return True
    if before & (PREPOSITION | ADJECTIVE | OWNER) and not before & _NO_ADJECTIVE:
        return not forms & ING
    if tags & SHY and not before & (HE | THEY | AUTHOR | AUXILIARY | CLITIC | ADVERB | RELATIVE | TO | NEGATION):
        return True
    if not tags & NOUNLIKE or forms & (PAST | ING):
        return False
    if before & (QUANTIFIER | DEMONSTRATIVE | DIGIT) and not before & RELATIVE:
        return True
    return not words.parted(at) and not before & (AUXILIARY | TO | HE | THEY | AUTHOR | IT) and (
        bool(words.tags[at + 1] & AUXILIARY) or phrases.is_finite_verb(words, at + 1)
    )


_NO_ADJECTIVE: Final = ADVERB | INDEFINITE | ROLE | GROUP | ORGANISATION | SUBORDINATOR


def _group(words: Words, at: int) -> Group | None:
    """The verb at *at* with the auxiliaries before it; None if its form does not fit them."""
    forms = words.items[at].forms
    first, nearest, infinitive = at, 0, False
    place = at - 1
    while place >= 0 and at - place <= _LONGEST_GROUP and not words.gaps[place]:
        tags = words.tags[place]
        if tags & TO:
            if not infinitive and not nearest & ~(BE | HAVE) and place and words.tags[place - 1] & GOVERNOR:
                first, infinitive = place - 1, True
                nearest = nearest or TO
                forms = words.items[at].forms
                place -= 1
            else:
                return None
        elif tags & AUXILIARY:
            nearest = nearest or tags & AUXILIARY
            first = place
        elif tags & GOVERNOR and forms & ING and at - place == 1 and not tags & AUXILIARY:
            nearest, first = GOVERNOR, place
        elif tags & CLITIC:
            nearest = nearest or _clitic(words, place, forms)
            break
        elif not tags & (ADVERB | NEGATION) and not (tags & SUBORDINATOR and words.tag(place - 1) & HAVE):
            break
        place -= 1
    return _fitting(words, at, Group(first, passive=False, finite=True, infinitive=infinitive), nearest)


def _clitic(words: Words, place: int, forms: int) -> int:
    """What an auxiliary that hangs on a pronoun stands for, given the form of the verb after it."""
    if forms & ING:
        return BE
    return MODAL if forms & BASE and not forms & PARTICIPLE else HAVE


def _fitting(words: Words, at: int, group: Group, nearest: int) -> Group | None:
    forms = words.items[at].forms
    if nearest & GOVERNOR:
        return group
    if nearest & BE:
        if forms & PARTICIPLE:
            return group._replace(passive=True)
        return group if forms & ING else None
    if nearest & HAVE:
        return group if forms & PARTICIPLE else None
    if nearest & (MODAL | DO | TO):
        return group if forms & BASE else None
    return group._replace(finite=bool(forms & (BASE | THIRD | PAST)))


def complement(words: Words, at: int, verb: Verb) -> int:
    """What follows the verb at *at*, as far as the first words show it."""
    if at + 1 >= words.size:
        return END
    place = at
    while place + 1 < words.size:
        marks = words.between[place]
        if words.quoted[place + 1] != words.quoted[at] and words.quoted[place + 1]:
            return QUOTE if any(mark in marks for mark in ",:") else QUOTE | OBJECT | CLAUSE
        if marks and marks[-1] in _OPENING:
            return QUOTE | OBJECT | CLAUSE
        if words.gaps[place]:
            return (TAKES_COLON if ":" in marks else 0) | END
        place += 1
        tags = words.tags[place]
        if words.low(place) in verb.particles:
            return PARTICLE
        if not tags & (ADVERB | TIME) or tags & (THAT | WH):
            far = PARTICLE if verb.far and _stands_later(words, place, verb.particles) else 0
            return _by_first_word(words, place, tags) | far
    return END


def _stands_later(words: Words, place: int, particles: frozenset[str]) -> bool:
    """Whether a particle stands behind the object that begins at *place*: "sees it as"."""
    for at in range(place + 1, min(place + _CLAUSE_WINDOW, words.size)):
        if words.gaps[at - 1]:
            return False
        if words.low(at) in particles:
            return True
    return False


def _by_first_word(words: Words, place: int, tags: int) -> int:
    if tags & THAT:
        return TAKES_THAT
    if tags & WH and not tags & PREPOSITION:
        return TAKES_THAT
    if tags & TO:
        return TAKES_TO
    if tags & (SUBORDINATOR | CONJUNCTION):
        return END
    if tags & (HE | THEY | AUTHOR | THERE):
        return CLAUSE
    if tags & PREPOSITION:
        return _past_preposition(words, place)
    return OBJECT | (CLAUSE if _has_clause(words, place) else 0)


def _past_preposition(words: Words, place: int) -> int:
    """What follows behind a prepositional phrase: "wrote in a letter that", "said on Sunday, “…"."""
    for at in range(place + 1, min(place + _PREPOSITIONAL_WINDOW, words.size)):
        if words.quoted[at] != words.quoted[at - 1] and words.quoted[at]:
            return QUOTE
        if words.gaps[at - 1]:
            return END
        if words.tags[at] & THAT and not words.tags[at - 1] & PREPOSITION:
            return TAKES_THAT
        if words.tags[at] & (WH | SUBORDINATOR | TO):
            return END
    return END


def _has_clause(words: Words, place: int) -> bool:
    """Whether a finite verb comes soon after *place*, before punctuation."""
    for at in range(place, min(place + _CLAUSE_WINDOW, words.size)):
        tags = words.tags[at]
        if at > place and tags & (TO | RELATIVE | WH):
            return False
        if at > place and phrases.is_finite_verb(words, at):
            return True
        if words.gaps[at]:
            return False
    return False


def _active(words: Words, at: int, group: Group, verb: Verb, earlier: list[Found]) -> Found | None:
    follows = complement(words, at, verb)
    rule, source = _subject(words, at, group, verb, earlier)
    if rule is None or (source is not None and not _agrees(words, at, group, source)):
        return None
    if source is not None and not _can_say(words, source, verb):
        return None
    if not _is_complete(words, at, verb, follows, rule, source):
        return None
    if rule == "subject" and source is not None and _is_object(words, at, group, source):
        return None
    clausal = bool(follows & (TAKES_THAT | CLAUSE | QUOTE | TAKES_COLON | TAKES_TO))
    return Found(rule, verb.mode, group.first, at, source, after=not follows & END, clausal=clausal)


def _is_complete(words: Words, at: int, verb: Verb, follows: int, rule: str, source: Phrase | None) -> bool:
    """Whether what the verb needs stands where it needs it."""
    if rule == "inverted":
        return bool(verb.takes & (ANY | QUOTE | END)) and verb.mode == "assert"
    if verb.evidence and source is not None and follows & OBJECT and _shows(words, source):
        return True
    if verb.takes & ANY or follows & PARTICLE:
        return not (words.tags[at] & NOUNLIKE and follows == END and not _is_postposed(words, source))
    if follows & END and _opens_as_aside(words, source):
        return bool(verb.takes & END)
    if follows & END and _is_postposed(words, source):
        return bool(verb.takes & END) or bool(verb.takes & QUOTE and _follows_quotation(words, source))
    return bool(verb.takes & follows & ~END)


def _shows(words: Words, source: Phrase) -> bool:
    """Whether the subject is something that can be read off: a poll, a report."""
    return bool(words.tags[kinds_head(words, source)] & DOCUMENT)


def _opens_as_aside(words: Words, source: Phrase | None) -> bool:
    """Whether it is an aside: "as Vale noted, …"."""
    return source is not None and source.first > 0 and bool(words.tags[source.first - 1] & SUBORDINATOR)


def _follows_quotation(words: Words, source: Phrase | None) -> bool:
    first = source.first if source is not None else 0
    if first:
        return bool(words.quoted[first - 1])
    return words.text[: words.start].rstrip()[-1:] in _CLOSING


_OPENING: Final = '"“„«`‘'
_CLOSING: Final = ('"', "”", "'", "’", "»", "“")


def _is_object(words: Words, at: int, group: Group, source: Phrase) -> bool:
    """Whether the phrase is rather the object of a verb before it: "gave a class called …"."""
    if source.of_verb is None or group.first < at or not words.items[at].forms & PARTICIPLE:
        return False
    if words.tags[source.first] & (HE | THEY | AUTHOR | IT):
        return False
    verb = words.items[source.of_verb].verb
    return verb is None or not verb.takes & (ANY | CLAUSE)


def _is_postposed(words: Words, source: Phrase | None) -> bool:
    """Whether what is said stands before the subject: "It is late, Vale says."."""
    if source is None:
        return False
    if words.tags[source.first] & RELATIVE and source.first == source.last:
        return False
    return source.first == 0 or (source.first > 1 and words.gaps[source.first - 1])


def _subject(
    words: Words, at: int, group: Group, verb: Verb, earlier: list[Found]
) -> tuple[str | None, Phrase | None]:
    """Who stands beside the verb group, and how that was found."""
    left = _past_adverbs(words, group.first)
    if left < 0:
        return _inverted(words, at, verb)
    tags = words.tags[left]
    if words.gaps[left]:
        return _across_gap(words, at, left, verb, earlier)
    if tags & RELATIVE and not tags & DEMONSTRATIVE:
        return "relative", Phrase(left, left)
    if tags & THAT and left and not words.gaps[left - 1] and not words.tags[left - 1] & VERB:
        return "relative", Phrase(left, left)
    if tags & CONJUNCTION:
        return _coordinated(words, left, earlier)
    phrase = phrases.before(words, left)
    return ("subject", phrase) if phrase is not None else (None, None)


def _past_adverbs(words: Words, first: int) -> int:
    """The last word before the verb group that is no adverb: "she then" leads to "she"."""
    left = first - 1
    while left > 0 and words.tags[left] & (ADVERB | NEGATION) and not words.gaps[left]:
        left -= 1
    return left


def _inverted(words: Words, at: int, verb: Verb) -> tuple[str | None, Phrase | None]:
    """The phrase after the verb: "…," said Vale."""
    if not verb.takes & (ANY | QUOTE) or words.parted(at):
        return None, None
    if not words.items[at].forms & (PAST | THIRD) or (words.tags[at] & NOUNLIKE and words.items[at].forms & BASE):
        return None, None
    if words.tags[at + 1] & ADVERB:
        return None, None
    phrase = phrases.after(words, at + 1)
    if phrase is None or _goes_on_as_clause(words, phrase):
        return None, None
    return "inverted", phrase


def _goes_on_as_clause(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of a verb of its own: "said she regretted"."""
    if words.parted(phrase.last):
        return False
    place = phrase.last + 1
    while place + 1 < words.size and words.tags[place] & (ADVERB | NEGATION) and not words.gaps[place]:
        place += 1
    return phrases.is_finite_verb(words, place) or bool(words.tags[place] & (THAT | TO))


def _across_gap(
    words: Words, at: int, left: int, verb: Verb, earlier: list[Found]
) -> tuple[str | None, Phrase | None]:
    """The subject of a verb straight after punctuation: behind an apposition, or after the verb."""
    if words.quoted[left] != words.quoted[at]:
        rule, phrase = _inverted(words, at, verb)
        if rule is not None:
            return rule, phrase
        if words.quoted[left] and words.between[left].strip("\"'”’ "):
            return None, None
    apposed = phrases.with_apposition(words, left) if not words.quoted[left] else None
    if apposed is not None:
        return "apposition" if apposed.closed else "insertion", apposed
    rule, phrase = _inverted(words, at, verb)
    if rule is not None and left:
        return rule, phrase
    leading = leading_subject(words, at) if words.items[at].forms & (PAST | THIRD) and not words.quoted[left] else None
    return ("leading", leading) if leading is not None else (None, None)


def _coordinated(words: Words, conjunction: int, earlier: list[Found]) -> tuple[str | None, Phrase | None]:
    """The subject shared with the verb before a conjunction."""
    for found in reversed(earlier):
        if found.source is not None and words.quoted[found.last] == words.quoted[conjunction]:
            return "coordination", found.source
    phrase = leading_subject(words, conjunction)
    return ("coordination", phrase) if phrase is not None else (None, None)


def leading_subject(words: Words, before: int) -> Phrase | None:
    """The subject of the first verb of the clause that the word *before* stands in."""
    start = before
    while start > 0 and words.quoted[start - 1] == words.quoted[before] and not (
        words.gaps[start - 1] and _parts_clauses(words.between[start - 1])
    ):
        start -= 1
    if words.tags[start] & CLITIC:
        return Phrase(start, start)
    for at in range(start + 1, before):
        if phrases.is_finite_verb(words, at) and not words.gaps[at - 1]:
            tags = words.tags[at - 1]
            if tags & RELATIVE:
                continue
            left = at - 1
            while left > start and words.tags[left] & (ADVERB | NEGATION | AUXILIARY) and not words.gaps[left]:
                left -= 1
            return phrases.before(words, left)
        if phrases.is_finite_verb(words, at) and words.gaps[at - 1]:
            found = phrases.with_apposition(words, at - 1)
            if found is not None:
                return found
    return None


def _parts_clauses(marks: str) -> bool:
    return any(mark in marks for mark in ";:")


def _agrees(words: Words, at: int, group: Group, source: Phrase) -> bool:
    """Whether a present form agrees in number with its subject."""
    forms = words.items[at].forms
    if group.first < at or forms & PAST or words.tags[source.last] & RELATIVE:
        return True
    plural = is_plural(words, source)
    return plural is None or plural is not bool(forms & THIRD)


def is_plural(words: Words, source: Phrase) -> bool | None:
    """Whether the phrase is plural; None where it cannot be told."""
    head = source.last if source.first == source.last else kinds_head(words, source)
    tags = words.tags[head]
    if tags & (THEY | AUTHOR | YOU | GROUP | ORGANISATION_PLURAL | QUANTIFIER | INDEFINITE):
        return True if not tags & INDEFINITE or tags & QUANTIFIER else None
    if any(words.tags[at] & CONJUNCTION for at in range(source.first, source.last)):
        return None
    if tags & (HE | IT):
        return False
    if words.low(head).endswith("s"):
        return None if tags & CAPITAL else True
    if tags & CAPITAL or words.tags[source.first] & INDEFINITE_ARTICLE:
        return False
    return None


def kinds_head(words: Words, source: Phrase) -> int:
    """The head word of the phrase."""
    from provenance.text.kinds import head_of

    return head_of(words, source.first, source.last)


def _can_say(words: Words, source: Phrase, verb: Verb) -> bool:
    """Whether such a phrase can be who says it: not "the move", nor "it" except of what shows something."""
    head = kinds_head(words, source)
    tags = words.tags[head]
    if tags & (PSEUDONOUN | THERE):
        return False
    return not tags & YOU and (not tags & DEMONSTRATIVE or bool(tags & RELATIVE))


def _participial(words: Words, at: int, verb: Verb, earlier: list[Found]) -> Found | None:
    """A participle that shares its subject: ", adding that"; "in saying that"; or a passive without "is"."""
    forms = words.items[at].forms
    if not forms & ING:
        return _reduced_passive(words, at, verb)
    follows = complement(words, at, verb)
    if follows & END or not (verb.takes & ANY or verb.takes & follows or follows & PARTICLE):
        return None
    if words.tags[at] & NOUNLIKE and not follows & (TAKES_THAT | QUOTE | PARTICLE | TAKES_TO | CLAUSE):
        return None
    if at and not words.gaps[at - 1] and _is_gerund(words, at):
        return None
    source = _participle_subject(words, at, earlier)
    return Found("participle", verb.mode, at, at, source) if source is not None else None


def _is_gerund(words: Words, at: int) -> bool:
    """Whether the -ing form is the object of a verb or of a preposition that says nothing of when or how."""
    before = words.tags[at - 1]
    if before & PREPOSITION:
        return not before & (BY | SUBORDINATOR)
    return bool(before & VERB) and not before & NOUNLIKE


def _participle_subject(words: Words, at: int, earlier: list[Found]) -> Phrase | None:
    left = at - 1
    if left < 0:
        return None
    if not words.gaps[left] and not words.tags[left] & (PREPOSITION | SUBORDINATOR | CONJUNCTION | ADVERB):
        phrase = phrases.before(words, left)
        if phrase is not None and phrase.first and words.tags[phrase.first - 1] & PREPOSITION:
            return phrase
    if left and not words.gaps[left] and words.tags[left] & _NOMINAL and _is_bare_noun(words, left):
        return phrases.before(words, left)
    for found in reversed(earlier):
        if found.source is not None and words.quoted[found.last] == words.quoted[at]:
            return found.source
    return leading_subject(words, at) or first_phrase(words)


def _is_bare_noun(words: Words, at: int) -> bool:
    """Whether a participle after the noun at *at* says what it does: "groups backing her"."""
    return not words.tags[at] & CAPITAL


def first_phrase(words: Words) -> Phrase | None:
    """The phrase that the sentence begins with."""
    place = 0
    while place < words.size - 1 and words.tags[place] & (CONJUNCTION | ADVERB) and not words.gaps[place]:
        place += 1
    if words.tags[place] & (PREPOSITION | SUBORDINATOR):
        while place < words.size - 1 and not words.gaps[place]:
            place += 1
        place += 1
    if place >= words.size or words.quoted[place]:
        return None
    phrase = phrases.after(words, place)
    return None if phrase is None or words.tags[place] & CLITIC else phrase._replace(last=kinds_end(words, phrase))


def kinds_end(words: Words, phrase: Phrase) -> int:
    """The last word of the phrase before its first comma."""
    return next((at for at in range(phrase.first, phrase.last) if words.gaps[at]), phrase.last)


_NOMINAL: Final = GROUP | ROLE | ORGANISATION | ORGANISATION_PLURAL | DOCUMENT


def _by_whom(words: Words, at: int) -> Phrase | None:
    """The phrase after "by" in the same clause as the participle at *at*."""
    for place in range(at + 1, min(at + _CLAUSE_WINDOW, words.size - 1)):
        if words.gaps[place - 1]:
            return None
        tags = words.tags[place]
        if tags & BY and not words.gaps[place]:
            following = words.tags[place + 1]
            if following & TIME or words.items[place + 1].forms & ING or following & DIGIT:
                return None
            return phrases.after(words, place + 1)
        if phrases.is_finite_verb(words, place) and tags & AUXILIARY:
            return None
    return None


def _passive(words: Words, at: int, group: Group, verb: Verb) -> Found | None:
    """A passive: said by somebody who is named after "by", or by nobody."""
    left = _past_adverbs(words, group.first)
    if left >= 0 and words.tags[left] & IT and words.tags[at] & IMPERSONAL:
        return Found("impersonal", verb.mode, group.first, at, _by_whom(words, at))
    whom = _by_whom(words, at)
    if whom is not None:
        return Found("passive", verb.mode, group.first, at, whom)
    follows = complement(words, at, verb)
    if not _passive_says(verb, follows, bool(words.tags[at] & IMPERSONAL)):
        return None
    return Found("agentless", verb.mode, group.first, at, None)


def _passive_says(verb: Verb, follows: int, impersonal: bool) -> bool:
    if impersonal and follows & (TAKES_TO | TAKES_THAT):
        return True
    if verb.particles and follows & PARTICLE and verb.takes & CLAUSE:
        return True
    return verb.mode == "assert" and bool(verb.takes & ANY) and not verb.evidence and not follows & TAKES_TO


def _reduced_passive(words: Words, at: int, verb: Verb) -> Found | None:
    whom = _by_whom(words, at)
    if whom is None or verb.mode != "assert":
        return None
    return Found("passive", verb.mode, at, at, whom)


def subject_of_form(words: Words, at: int, earlier: list[Found]) -> tuple[int, Phrase | None]:
    """Where the verb group of the verb at *at* begins, and its subject; for verbs that are not cues by themselves."""
    first = at
    while first > 0 and not words.gaps[first - 1] and words.tags[first - 1] & (AUXILIARY | ADVERB | NEGATION):
        first -= 1
    left = first - 1
    if left < 0:
        return first, None
    tags = words.tags[left]
    if words.gaps[left]:
        return first, phrases.with_apposition(words, left)
    if tags & RELATIVE and not tags & DEMONSTRATIVE:
        return first, Phrase(left, left)
    if tags & CONJUNCTION:
        return first, _coordinated(words, left, earlier)[1]
    if tags & (TO | PREPOSITION):
        return first, None
    return first, phrases.before(words, left)


def is_quantified_base(words: Words, at: int) -> bool:
    """Whether the word counts people by itself: "many say"."""
    return bool(words.tags[at] & QUANTIFIER) and not words.tags[at] & (OBJECT_PRONOUN | DOCUMENT)


_ = (DETERMINER, OBJECT)

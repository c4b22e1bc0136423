"""Who a phrase names: a person, an organisation, a document, a role, many people, or someone withheld."""

from __future__ import annotations

from typing import Final

from provenance.text import signs as sign
from provenance.text import tags as t
from provenance.text.facts import (
    ANONYMOUS,
    AUTHOR,
    COLLECTIVE,
    DOCUMENT,
    ORGANISATION,
    PERSON,
    PRONOUN,
    ROLE,
    SourceKind,
)
from provenance.text.identification import identified_to
from provenance.text.phrases import is_between_adjectives
from provenance.text.vocabulary import JOINS
from provenance.text.words import Words

_PLURAL_OR_OWNER: Final = t.PLURAL | t.OWNER
_BASE_OR_PAST: Final = t.BASE | t.PAST
_ROLE_OR_TITLE: Final = t.ROLE | t.TITLE
_QUANTIFIER_OR_INDEFINITE: Final = t.QUANTIFIER | t.INDEFINITE
_NO_GIVEN_NAME: Final = (
    t.PLACE | t.ORGANISATION | t.ORGANISATION_PLURAL | t.GROUP | t.DOCUMENT | t.ADJECTIVE | t.PORTFOLIO
)
_RELATIVE_OR_DEMONSTRATIVE: Final = t.RELATIVE | t.DEMONSTRATIVE
_QUANTIFIER_OR_INDEFINITE_OR_DIGIT: Final = t.QUANTIFIER | t.INDEFINITE | t.DIGIT
_TITLE_OR_ROLE: Final = t.TITLE | t.ROLE
_BODY_OR_ORGANISATION_NAME: Final = t.BODY | t.ORGANISATION_NAME
_BODY_OR_DOCUMENT: Final = t.BODY | t.DOCUMENT
_NO_BEARER: Final = _BODY_OR_DOCUMENT | t.DIGIT
_OPENING: Final = frozenset('“"«„')
"""Marks of quotation that set a name off: the newspaper “Open Water”."""
_PLACE_OR_TIME: Final = t.PLACE | t.TIME
_ACRONYM_OR_PLACE: Final = t.ACRONYM | t.PLACE
_ROLE_OR_GROUP: Final = t.ROLE | t.GROUP
_MANY: Final = t.ORGANISATION_PLURAL | t.INDEFINITE | t.QUANTIFIER | t.DIGIT | t.DEMONSTRATIVE
_ROLE_OR_ORGANISATION: Final = t.ROLE | t.ORGANISATION
_MAY_NAME: Final = t.CAPITAL | t.ACRONYM | t.ROLE | t.GROUP | t.BODY | t.ADJECTIVE | t.PLACE | t.TIME
"""What a single word after a role may be, of which it must be no more than the first to be a name."""

_PRONOUNS: Final = t.HE | t.THEY | t.IT | t.YOU | t.OBJECT_PRONOUN
_DEFINITE: Final = t.ARTICLE | t.DEMONSTRATIVE | t.POSSESSIVE


def kind_of(words: Words, first: int, last: int) -> SourceKind:
    """The kind of source that the words from *first* to *last* name."""
    tags = words.tags
    if (first == last or _is_we_all(words, first, last)) and (pronoun := _pronoun(words, first)) is not None:
        return pronoun
    if tags[last] & t.OF_THEY and tags[last] & t.OBJECT_PRONOUN:
        return PRONOUN  # "one of them"
    head = head_of(words, first, last)
    if _is_withheld(words, first, last):
        is_named = tags[head] & t.CAPITAL and head and _named(words, first, last, head) is PERSON
        return PERSON if is_named else ANONYMOUS
    if words.items[head].core.startswith("@"):
        return PERSON  # an account, which can be asked
    if tags[head] & _ROLE_OR_TITLE and head < last and _ends_in_name(words, first, head, last):
        return PERSON
    if tags[head] & t.ANONYMOUS and not tags[head] & t.CAPITAL:
        return ANONYMOUS
    if tags[head] & t.COLON and head == first and (tags[head] & t.ROLE or len(words.items[head].core) == 1):
        return ROLE  # "Interviewer:", "Q:"
    if tags[head] & t.CAPITAL and not (head == 0 and _is_common(words)):
        kind = _named(words, first, last, head)
    else:
        kind = _unnamed(words, first, head, last)
    return _as_a_whole(words, first, last) if kind is ROLE else kind


def _is_common(words: Words) -> bool:
    """Whether the first word of the sentence has its capital only from that."""
    tags = words.tags[0]
    if tags & _COMMON_NOUN:
        return True
    is_subject = tags & _PLURAL_OR_OWNER == t.PLURAL and not words.gaps[0]
    if is_subject and words.items[1].forms & _BASE_OR_PAST == t.BASE:
        return True  # "Cats prefer": one of that name would be said to prefer with an ending
    return not tags & t.ACRONYM and tags & t.PLURAL > 0 and words.written.holds(words.items[0].low)


def _as_a_whole(words: Words, first: int, last: int) -> SourceKind:
    """The kind of what its head calls a role: "this author" is the writer, "the coast guard" a body."""
    wholes = words.written.wholes
    for begin in (first, max(first, last - 1)):
        start, end = words.span(begin, last)
        if end - start <= _LONGEST_WHOLE and words.text[start:end].casefold() in wholes:
            return SourceKind(wholes[words.text[start:end].casefold()])
    return ROLE


_LONGEST_WHOLE: Final = 40
"""Characters of the longest phrase of which the whole is listed."""


def _is_we_all(words: Words, first: int, last: int) -> bool:
    """Whether a pronoun is followed by nothing but how many it means: "we all", "they both"."""
    return last == first + 1 and bool(words.tags[first] & t.PERSONAL and words.tags[last] & t.INDEFINITE)


def _is_withheld(words: Words, first: int, last: int) -> bool:
    """Whether the phrase says that a name is kept back: by a word, "anonymous", or by several, "asked not to be named"."""
    if words.signs & sign.WITHHELD and words.together(first, last) & t.WITHHELD:
        return True
    return last - first >= _LEAST_WITHHELD and says_withheld(words, first, last)


def says_withheld(words: Words, first: int, last: int) -> bool:
    """Whether several of the words say together that a name is kept back: "asked not to be named"."""
    start, end = words.span(first, last)
    return words.written.withheld.search(words.text[start:end].casefold()) is not None


def _is_named_before(words: Words, at: int) -> bool:
    """Whether a name stands before the word *at*: not "The MD"."""
    return words.tags[at - 1] & _CAPITAL_OR_ARTICLE == t.CAPITAL


_CAPITAL_OR_ARTICLE: Final = t.CAPITAL | t.ARTICLE
_SUFFIX: Final = t.POST_NOMINAL | t.ORGANISATION


def head_of(words: Words, first: int, last: int) -> int:
    """The word that says what the phrase is: the last one before what hangs on it."""
    if first == last:
        return first
    head = words.heads.get((first, last))
    if head is None:
        head = _head_of(words, first, last)
        while head > first and words.tags[head] & _SUFFIX == t.POST_NOMINAL and _is_named_before(words, head):
            head -= 1  # "Ines Vale KC", but not "Okoro Inc"
        words.heads[first, last] = head
    return head


def _head_of(words: Words, first: int, last: int) -> int:
    tags = words.tags
    for at in range(first, last):
        if words.gaps[at]:
            if is_between_adjectives(words, at) or tags[at + 1] & _SUFFIX == _SUFFIX:
                continue  # "Okoro, Inc."
            return at
        after = tags[at + 1]
        if tags[at] & _MEMBERS and after & t.GUESSED_ING:
            return at  # "the NGOs conducting the work"
        if at + 2 <= last and tags[at + 2] & _AFTER_ADJECTIVE.get(after & _BEHIND_NOUN, 0):
            return at  # "people close to the mayor", "a person familiar with the matter"
        is_participle = after & t.OTHER_VERB or words.items[at + 1].forms & t.PARTICIPLE
        if is_participle and at + 2 <= last and tags[at + 2] & t.BY and tags[at] & _MADE_BY:
            return at  # "a team led by Vale", "a memo seen by Vale"
        if at + 1 > first and after & _HANGS and (not tags[at] & _BEFORE_NOUN or tags[at] & t.ROLE):
            if tags[at] & _QUANTIFIER_OR_INDEFINITE and at + 2 <= last and after & t.OF:
                continue
            return at
    return last


_COMMON_NOUN: Final = t.ROLE | t.GROUP | t.DOCUMENT | t.ORGANISATION_PLURAL | t.DEMONSTRATIVE
"""At the head of a sentence these have their capital from that."""
_MEMBERS: Final = t.GROUP | t.ORGANISATION_PLURAL
_MADE_BY: Final = t.DOCUMENT | t.ORGANISATION
_BEHIND_NOUN: Final = t.SHY | t.WITHHELD
_AFTER_ADJECTIVE: Final = {t.SHY: t.TO, t.WITHHELD: t.PREPOSITION}
"""What stands behind an adjective that stands behind its noun."""
_HANGS: Final = t.PREPOSITION | t.RELATIVE | t.TO | t.GUESSED_PAST | t.PERSONAL
_BEFORE_NOUN: Final = t.PREPOSITION | t.ARTICLE | t.ADVERB | t.ADJECTIVE


def _ends_in_name(words: Words, first: int, head: int, last: int) -> bool:
    """Whether a name follows a role and what hangs on it: "head of the Office of Trade Ines Vale"."""
    if any(words.gaps[at] for at in range(head, last)) or (
        words.tags[first] & t.INDEFINITE_ARTICLE and words.tags[head + 1] & t.PREPOSITION
    ):
        return False  # "a spokeswoman for Mayor Ines Vale"
    begin = last + 1
    while begin - 1 > head and words.tags[begin - 1] & t.CAPITAL:
        begin -= 1
    start = begin
    while start <= last and (_is_no_given_name(words, start) or words.tags[start] & t.ORGANISATION_NAME):
        start += 1
    if last - start + 1 < _LEAST_NAME or any(_is_no_given_name(words, at) for at in range(start, last + 1)):
        return False
    if start > begin or any(words.items[at].core.endswith(".") for at in range(start, last)):
        return True
    return not words.tags[begin - 1] & _BEFORE_NAME


def _is_no_given_name(words: Words, at: int) -> bool:
    """Whether the word is a place or a body, or stands in small letters elsewhere in the text."""
    if words.tags[at] & _NO_GIVEN_NAME:
        return True
    return not words.items[at].core.endswith(".") and words.written.holds(words.items[at].low)


_LEAST_NAME: Final = 2
_LEAST_WITHHELD: Final = 3
"""Words before the last in the shortest phrase that says so in several: "a friend, name withheld"."""


def _pronoun(words: Words, at: int) -> SourceKind | None:
    tags = words.tags[at]
    if tags & t.AUTHOR:
        return AUTHOR
    if tags & _PRONOUNS and not tags & t.ACRONYM:
        return PRONOUN
    if tags & _RELATIVE_OR_DEMONSTRATIVE and not tags & t.ACRONYM:
        return PRONOUN
    if tags & t.POSSESSIVE:
        return AUTHOR if tags & t.OF_AUTHOR else PRONOUN
    if tags & t.INDEFINITE:
        return COLLECTIVE
    return None


def _is_called_body(words: Words, head: int, last: int) -> bool:
    """Whether an apposition says that the name is that of a body: "Zero Gravity, an agency,"."""
    if head == last or not words.gaps[head] or not words.tags[head + 1] & t.ARTICLE:
        return False
    noun = head + 2
    while noun < last and not words.gaps[noun] and not words.tags[noun + 1] & _HANGS:
        noun += 1
    return noun <= last and bool(words.tags[noun] & t.BODY) and not words.tags[noun] & _ROLE_OR_GROUP


def _named(words: Words, first: int, last: int, head: int) -> SourceKind:
    """The kind of a phrase whose head has a capital."""
    tags, head_tags = words.tags, words.tags[head]
    begin = _run_start(words, first, head)
    before = tags[begin - 1] if begin > first else 0
    if before & _BODY_OR_DOCUMENT and words.is_marked(begin - 1, _OPENING):
        return ORGANISATION if before & t.BODY else DOCUMENT
    of_kind = 0 if before & t.OWNER else before  # "the newspaper El Pozo", but not "the party's Vale"
    run = words.together(begin, head - 1)
    if _names_many(words, first, begin, head):
        return COLLECTIVE
    if head_tags & t.ROLE and _is_followed_by_name(words, head, last):
        return PERSON  # "the Police Press Officer, Ines Vale"
    if (before | tags[begin]) & _DEFINITE and head_tags & t.ROLE:
        return ROLE  # "the Prime Minister", "the Chief Executive of the bank"
    if (run | before) & _TITLE_OR_ROLE and not head_tags & t.BODY:
        return PERSON
    if head_tags & _BODY_OR_ORGANISATION_NAME or (run | of_kind) & t.ORGANISATION:
        is_bare = first == last and words.items[head].low in words.written.bare_bodies
        return COLLECTIVE if is_bare else ORGANISATION  # "Police said"
    if head_tags & t.DOCUMENT and (begin < head or before & _DEFINITE):
        return DOCUMENT
    if head_tags & t.COLON and head_tags & t.ACRONYM and (begin < head or _is_shouted(words, head)):
        return PERSON  # "INES VALE: It rained."
    if head_tags & _ACRONYM_OR_PLACE:
        return ORGANISATION
    if head_tags & t.ROLE and head > first:
        return ROLE
    is_body = (
        (before | tags[begin]) & t.ARTICLE
        or (begin < head and tags[begin] & t.ADJECTIVE)  # "Human Rights Observatory"
        or _is_called_body(words, head, last)
        or (begin < head and _is_joined(words, begin, head))
    )
    return ORGANISATION if is_body else PERSON


def _is_joined(words: Words, first: int, last: int) -> bool:
    """Whether a mark stands for a word between two of the words: "Wells & Pumps"."""
    return any(JOINS in words.marks(at) for at in range(first, last))


def _names_many(words: Words, first: int, begin: int, head: int) -> bool:
    """Whether the words with capitals from *begin* to *head* are many: "Democrats", "some of the European NGOs"."""
    tags, head_tags = words.tags, words.tags[head]
    if head_tags & _QUANTIFIER_OR_INDEFINITE_OR_DIGIT and not head_tags & t.ACRONYM:
        return True
    if head_tags & t.GROUP and not tags[begin] & t.TITLE:
        is_had = begin > first and tags[begin - 1] & t.OWNER
        return not (head_tags & t.ORGANISATION and (begin < head or is_had))
    is_part = (
        first < begin == head
        or tags[first] & _QUANTIFIER_OR_INDEFINITE
        or (begin == head and head_tags & t.PLURAL)
    )
    return bool(head_tags & t.ORGANISATION_PLURAL and is_part)


def _is_shouted(words: Words, at: int) -> bool:
    """Whether the text writes the word elsewhere as names are written: "VALE", but "Vale"; or it is who takes turns."""
    if len(words.items[at].core) >= _LEAST_SHOUTED and words.items[at].core in words.written.conversation:
        return True
    name = words.items[at].core.capitalize()
    return any(words.written.holds(name + ending) for ending in ("", ",", "."))


_LEAST_SHOUTED: Final = 4
"""Letters of the shortest surname that is no abbreviation of a body, where somebody takes turns by it: "VALE", but "BBC"."""


def _run_start(words: Words, first: int, head: int) -> int:
    """Where the run of capitalised words begins that ends with the head: behind what it belongs to."""
    begin = head
    while begin > first and words.tags[begin - 1] & t.CAPITAL:
        if words.tags[begin - 1] & t.OWNER or words.gaps[begin - 1]:
            break
        begin -= 1
    return begin


def _unnamed(words: Words, first: int, head: int, last: int) -> SourceKind:
    """The kind of a phrase whose head is a common noun."""
    tags = words.tags[head]
    if tags & t.OBJECT_PRONOUN and not tags & t.POSSESSIVE:
        return PRONOUN  # "let us at least hope"
    if not tags & _NO_BEARER and _is_followed_by_name(words, head, last):
        return PERSON
    if tags & t.GROUP:
        return COLLECTIVE
    if tags & t.ROLE:
        return ROLE
    if tags & t.DOCUMENT:
        is_known = (
            _is_definite(words, first, head, last)
            or identified_to(words, head) is not None
            or identified_to(words, last) is not None
        )
        return DOCUMENT if is_known else COLLECTIVE
    if tags & t.ORGANISATION:
        return ORGANISATION if _is_definite(words, first, head, last) else COLLECTIVE
    if tags & _MANY:
        return COLLECTIVE
    if words.items[head].low in words.written.sides and any(
        words.tags[at] & t.CAPITAL for at in range(first or 1, head)
    ):
        return ORGANISATION  # "the Norwegian side", but not "the other side"
    if tags & t.PLURAL and not words.tags[first] & t.INDEFINITE_ARTICLE:
        return COLLECTIVE
    return ROLE


def _is_followed_by_name(words: Words, head: int, last: int) -> bool:
    """Whether a name is set beside the noun: "her lawyer, Ines Vale"."""
    after = next((at + 1 for at in range(head, last) if words.gaps[at]), last)
    if after < last and words.tags[after] & t.TITLE and words.tags[after + 1] & t.CAPITAL:
        after += 1  # "the head of the bloc, Senator Vale"
        return not words.tags[after] & _ROLE_OR_ORGANISATION
    if words.tags[after] & t.ARTICLE:
        after = _behind_role(words, after, last)  # "her neighbour, the retired teacher Jonas Vale"
    elif after == last and after > head and words.gaps[after - 1]:  # "their son, Tomas"
        return bool(words.tags[head] & t.ROLE and words.tags[after] & _MAY_NAME == t.CAPITAL)
    if after >= last or not words.tags[after] & words.tags[after + 1] & t.CAPITAL:
        return False
    return not words.tags[after] & _ROLE_OR_ORGANISATION


def _behind_role(words: Words, article: int, last: int) -> int:
    """The word behind a role that the *article* begins, where that has a capital; otherwise *last*."""
    at = article + 1
    while at < last and not words.tags[at] & t.CAPITAL and not words.gaps[at]:
        at += 1
    return at if words.tags[at - 1] & t.ROLE else last


def _is_definite(words: Words, first: int, head: int, last: int) -> bool:
    """Whether the phrase says which one: by its article, by whose it is, or by a name in it."""
    tags = words.tags
    if tags[first] & _DEFINITE and not tags[first] & t.INDEFINITE_ARTICLE:
        return True
    if any(tags[at] & t.CAPITAL for at in range(first or 1, head + 1)) or any(
        tags[at] & t.CAPITAL and not tags[at] & _PLACE_OR_TIME for at in range(head + 1, last + 1)
    ):
        return True  # "a Lowmere study", but not "a study in Denmark", nor "a study last May"
    return any(
        tags[at] & t.OWNER
        or _is_year(words.items[at].core)
        or words.items[at].low in words.written.sole_bodies
        for at in range(first, head)
    )  # "the council's report", "a 2019 study", "government figures"


def _is_year(core: str) -> bool:
    return len(core) == _DIGITS_OF_YEAR and core.isdecimal()


_DIGITS_OF_YEAR: Final = 4


_BEFORE_NAME: Final = _BEFORE_NOUN | t.CONJUNCTION | t.POSSESSIVE | t.OWNER

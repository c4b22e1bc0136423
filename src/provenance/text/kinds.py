"""Who a phrase names: a person, an organisation, a document, a role, many people, or someone withheld."""

from __future__ import annotations

from typing import Final

from provenance.text.facts import SourceKind
from provenance.text.vocabulary import (
    ACRONYM,
    ANONYMOUS,
    ARTICLE,
    AUTHOR,
    CAPITAL,
    DEMONSTRATIVE,
    DIGIT,
    DOCUMENT,
    GROUP,
    HE,
    INDEFINITE,
    INDEFINITE_ARTICLE,
    IT,
    OBJECT_PRONOUN,
    OF,
    ORGANISATION,
    ORGANISATION_PLURAL,
    OWNER,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    ROLE,
    THEY,
    TITLE,
    TO,
    YOU,
)
from provenance.text.words import Words

_PRONOUNS: Final = HE | THEY | IT | YOU | OBJECT_PRONOUN
_DEFINITE: Final = ARTICLE | DEMONSTRATIVE | POSSESSIVE


def kind_of(words: Words, first: int, last: int, withheld: tuple[str, ...]) -> SourceKind:
    """The kind of source that the words from *first* to *last* name."""
    tags = words.tags
    if first == last and (pronoun := _pronoun(words, first)) is not None:
        return pronoun
    begin, end = words.span(first, last)
    phrase = words.text[begin:end].lower()
    if any(each in phrase for each in withheld):
        return SourceKind.ANONYMOUS
    head = head_of(words, first, last)
    if tags[head] & ANONYMOUS and not tags[head] & CAPITAL:
        return SourceKind.ANONYMOUS
    if tags[head] & CAPITAL:
        return _named(words, first, head)
    return _unnamed(words, first, head, last)


def head_of(words: Words, first: int, last: int) -> int:
    """The word that says what the phrase is: the last one before what hangs on it."""
    tags = words.tags
    for at in range(first, last):
        if words.gaps[at]:
            return at
        after = tags[at + 1]
        if at + 1 > first and after & (PREPOSITION | RELATIVE | TO) and not tags[at] & (PREPOSITION | ARTICLE):
            if tags[at] & (QUANTIFIER | INDEFINITE) and at + 2 <= last and after & OF:
                continue
            return at
    return last


def _pronoun(words: Words, at: int) -> SourceKind | None:
    tags = words.tags[at]
    if tags & AUTHOR:
        return SourceKind.AUTHOR
    if tags & _PRONOUNS and not tags & ACRONYM:
        return SourceKind.PRONOUN
    if tags & (RELATIVE | DEMONSTRATIVE) and not tags & ACRONYM:
        return SourceKind.PRONOUN
    if tags & INDEFINITE:
        return SourceKind.COLLECTIVE
    return None


def _named(words: Words, first: int, head: int) -> SourceKind:
    """The kind of a phrase whose head has a capital."""
    tags = words.tags
    begin = head
    while begin > first and tags[begin - 1] & CAPITAL and not tags[begin - 1] & OWNER and not words.gaps[begin - 1]:
        begin -= 1
    before = tags[begin - 1] if begin > first else 0
    if tags[head] & ORGANISATION or any(tags[at] & ORGANISATION and not tags[at] & TITLE for at in range(begin, head)):
        return SourceKind.ORGANISATION
    if tags[head] & GROUP and not tags[begin] & TITLE:
        return SourceKind.COLLECTIVE
    if tags[head] & ORGANISATION_PLURAL:
        return SourceKind.ORGANISATION
    if any(tags[at] & (TITLE | ROLE) for at in range(begin, head)) or before & (TITLE | ROLE):
        return SourceKind.PERSON
    if tags[head] & DOCUMENT and (begin < head or before & _DEFINITE):
        return SourceKind.DOCUMENT
    if tags[head] & (ACRONYM | PLACE):
        return SourceKind.ORGANISATION
    if tags[head] & ROLE and head > first:
        return SourceKind.ROLE
    if before & ARTICLE or words.tags[begin] & ARTICLE:
        return SourceKind.ORGANISATION
    return SourceKind.PERSON


def _unnamed(words: Words, first: int, head: int, last: int) -> SourceKind:
    """The kind of a phrase whose head is a common noun."""
    tags = words.tags
    head_tags = tags[head]
    named = any(tags[at] & CAPITAL for at in range(first + 1, last + 1))
    definite = bool(tags[first] & _DEFINITE and not tags[first] & INDEFINITE_ARTICLE) or named or any(
        tags[at] & OWNER for at in range(first, head)
    )
    if head_tags & ROLE and not head_tags & GROUP:
        after = head + 1
        if after <= last and words.gaps[head] and tags[after] & CAPITAL and not tags[after] & (ROLE | ORGANISATION):
            return SourceKind.PERSON
        return SourceKind.ROLE
    if head_tags & GROUP:
        return SourceKind.COLLECTIVE
    if head_tags & DOCUMENT:
        return SourceKind.DOCUMENT if definite else SourceKind.COLLECTIVE
    if head_tags & ORGANISATION:
        return SourceKind.ORGANISATION if definite else SourceKind.COLLECTIVE
    if head_tags & (ORGANISATION_PLURAL | INDEFINITE | QUANTIFIER | DIGIT):
        return SourceKind.COLLECTIVE
    if words.low(head).endswith("s") and not tags[first] & INDEFINITE_ARTICLE:
        return SourceKind.COLLECTIVE
    return SourceKind.ROLE

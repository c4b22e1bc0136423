"""Sources as they are found in a sentence: where they stand, what kind they are, and what is to be guessed of them."""

from __future__ import annotations

from typing import Final

from provenance.text import tags as t
from provenance.text.facts import AUTHOR, COLLECTIVE, ORGANISATION, PERSON, PRONOUN, ROLE, Source, SourceKind
from provenance.text.kinds import head_of, kind_of
from provenance.text.phrases import Phrase
from provenance.text.preceding import before
from provenance.text.resolution import INITIALS, MAKERS, STUDY, TITLED, Mention
from provenance.text.words import Words

_HE_OR_OF_HE: Final = t.HE | t.OF_HE
_THEY_OR_OF_THEY: Final = t.THEY | t.OF_THEY
_IT_OR_OF_IT: Final = t.IT | t.OF_IT
_OPENING: Final = frozenset('“"«„')
_CLOSING: Final = '”"»“'
_BRACKETS: Final = (("(", ")"), ("[", "]"))
_TITLE_OR_ROLE: Final = t.TITLE | t.ROLE
_MAKERS: Final = frozenset({PERSON, ORGANISATION})
_SAYS_WHICH: Final = t.ARTICLE | t.DEMONSTRATIVE | t.STUDY
_OF_STUDY: Final = t.STUDY | t.MAKER | t.ADJECTIVE
"""What may stand between "the" and "researchers": "the senior study authors"."""


def mention_of(words: Words, phrase: Phrase, number: int) -> Mention:
    """The source that the phrase names, and what is to be guessed of it."""
    source = _source(words, phrase)
    tags = words.tags[phrase.first]
    if source.kind is PRONOUN:
        if tags & t.RELATIVE and phrase.first:
            antecedent = before(words, phrase.first - 1)
            if tags & t.WHO:
                antecedent = _somebody_in(words, antecedent, phrase.first - 1)
            named = None if antecedent is None else _source(words, antecedent)
            return Mention(source, "relative", number, named)
        return Mention(source, _sort_of_pronoun(tags | words.tags[phrase.last]), number)
    if words.tags[phrase.last] & t.MAKER and source.kind is not AUTHOR and _is_makers(words, phrase):
        return Mention(source, MAKERS, number)
    if source.kind is COLLECTIVE and words.tags[head_of(words, phrase.first, phrase.last)] & t.STUDY:
        return Mention(source, STUDY, number)
    if source.kind is PERSON and source.text[0] != "@" and _is_one_word(words, phrase):
        return Mention(source, "surname", number, surname=_bare(words, phrase.first))
    if source.kind is PERSON and _is_titled_surname(words, phrase):
        return Mention(source, TITLED, number, surname=_bare(words, phrase.first + 1))
    if source.kind is PERSON and _is_bare_name(words, phrase):
        return Mention(source, "name", number)
    if source.kind is ORGANISATION and _is_initials(words, phrase):
        return Mention(source, INITIALS, number)
    if source.kind is ROLE:
        head = words.tags[head_of(words, phrase.first, phrase.last)]
        return Mention(source, "", number, is_somebody=bool(head & _TITLE_OR_ROLE))
    return Mention(source, "", number, is_maker=source.kind in _MAKERS and _names_maker(words, phrase))


def _somebody_in(words: Words, phrase: Phrase | None, last: int) -> Phrase | None:
    """Whom "who" behind the *phrase*, which ends with the word *last*, means: in "a letter by Ines Vale, who", Ines Vale."""
    if phrase is None:
        first = last + 1
        while first and words.tags[first - 1] & t.CAPITAL and (first > last or not words.gaps[first - 1]):
            first -= 1
        return Phrase(first, last) if first <= last else None
    by = next((at for at in range(phrase.last, phrase.first, -1) if words.tags[at] & t.BY), phrase.first - 1)
    return Phrase(by + 1, phrase.last)


def _is_one_word(words: Words, phrase: Phrase) -> bool:
    """Whether a single word names the source, whatever is added to it: "Vale", "Vale, who was late,"."""
    return phrase.first == phrase.last or words.gaps[phrase.first]


def _is_titled_surname(words: Words, phrase: Phrase) -> bool:
    """Whether a title and one more word name the source, whatever is added to them: "Ms. Vale", "Mayor Vale, who was late,"."""
    first, last = phrase.first, phrase.last
    if first == last or not words.tags[first] & t.TITLE or words.gaps[first]:
        return False
    named = words.tags[first + 1]
    is_all = last == first + 1 or words.gaps[first + 1]
    return is_all and bool(named & t.CAPITAL) and not named & _TITLE_OR_ROLE


def _is_initials(words: Words, phrase: Phrase) -> bool:
    """Whether it may be the initials of who speaks next, as in an interview: "AB: It rained."."""
    tags = words.tags[phrase.first]
    return phrase.first == phrase.last and bool(tags & t.ACRONYM) and bool(tags & t.COLON)


def _names_maker(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase says that somebody did a study: "lead author Ines Vale", "a team led by Ines Vale"."""
    return bool(words.together(phrase.first, phrase.last) & t.MAKER)


def _is_makers(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase names those who did a study, and nothing else of them: "the study authors", "the team"."""
    first, last, tags = phrase.first, phrase.last, words.tags
    if tags[last] & t.ROLE or words.gaps[first:last].count(True):
        return False
    if tags[first] & t.INDEFINITE_ARTICLE or not tags[first] & _SAYS_WHICH or first == last:
        return False
    return all(tags[at] & _OF_STUDY for at in range(first + 1, last))


def _is_bare_name(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase is nothing but words with capitals, none of which says what is named."""
    for tags in words.tags[phrase.first : phrase.last + 1]:
        if tags & _TITLE_OR_ROLE or not tags & t.CAPITAL:
            return False
    return True


def _bare(words: Words, at: int) -> str:
    """The word without a possessive ending, as it is written."""
    return words.items[at].core[: len(words.items[at].low)]


def _sort_of_pronoun(tags: int) -> str:
    """Whom a pronoun can mean: one person, several, a thing; empty where nothing is to be guessed."""
    if tags & _HE_OR_OF_HE:
        return "he"
    if tags & _THEY_OR_OF_THEY:
        return "they"
    return "it" if tags & _IT_OR_OF_IT else ""


def _source(words: Words, phrase: Phrase) -> Source:
    start, end = words.span(phrase.first, phrase.last)
    if words.tags[phrase.first] & t.CLITIC and phrase.first == phrase.last:
        end = start + len(words.items[phrase.first].low)
    else:
        end = _closed(words, phrase, end)
    kind = kind_of(words, phrase.first, phrase.last)
    return Source(start, end, words.text[start:end], kind, _identity(words, phrase, kind))


def _closed(words: Words, phrase: Phrase, end: int) -> int:
    """The end of the phrase with the bracket or quotation mark that it opened, and the comma that closes it."""
    text, start = words.text, words.places[phrase.first]
    if text[end : end + 1] == " ":
        return end  # as most phrases do
    is_quoted = False
    if end < words.end and text[end] in _CLOSING and not _OPENING.isdisjoint(text[start:end]):
        end, is_quoted = end + 1, True
    for opening, closing in _BRACKETS:
        bracket = text.find(closing, end, end + 2)
        if bracket >= 0 and text.find(opening, start, end) >= 0:
            return _with_comma(text, phrase, bracket + 1)
    return end if is_quoted else _with_comma(text, phrase, end)


def _with_comma(text: str, phrase: Phrase, end: int) -> int:
    """The end of the phrase with the comma that closes it, if one does."""
    return end + 1 if phrase.closed and text[end : end + 1] == "," else end


def _identity(words: Words, phrase: Phrase, kind: SourceKind) -> str:
    """A person goes by the surname, in full names and bare; anything else by its words."""
    if phrase.first == phrase.last:
        return words.items[phrase.first].low
    if kind is PERSON:
        return words.items[_surname(words, phrase)].low
    return " ".join([word.low for word in words.items[phrase.first : phrase.last + 1]])


def _surname(words: Words, phrase: Phrase) -> int:
    """The word that a person goes by: the last of the name, which may stand behind a role."""
    head = head_of(words, phrase.first, phrase.last)
    if not words.tags[head] & t.CAPITAL:
        head = next((at for at in range(head, phrase.last + 1) if words.tags[at] & t.CAPITAL), head)
    if words.tags[head] & _TITLE_OR_ROLE and words.tags[phrase.last] & t.CAPITAL:
        return phrase.last
    while head < phrase.last and words.tags[head + 1] & t.CAPITAL and not words.gaps[head]:
        head += 1
    return head

"""The names that a text gives: who is introduced in full, and with what role. Looked up only where a rule asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile
from typing import Final, NamedTuple

from provenance.text import tags as t
from provenance.text.lexicon import Lexicon
from provenance.text.sentences import Sentence
from provenance.text.words import Written

_BODIES: Final = t.ORGANISATION | t.ORGANISATION_PLURAL
_TITLE_OR_ROLE: Final = t.TITLE | t.ROLE

_FUNCTION: Final = (
    t.CONJUNCTION | t.SUBORDINATOR | t.ADVERB | t.ARTICLE | t.WH | t.DEMONSTRATIVE | t.INDEFINITE | t.NEGATION
)
"""Words that have a capital only where they begin a sentence: "But Vale"."""
_NO_PART: Final = _FUNCTION | t.PORTFOLIO
_NO_GIVEN_NAME: Final = (
    _FUNCTION
    | t.TITLE
    | t.ORGANISATION
    | t.ORGANISATION_PLURAL
    | t.PLACE
    | t.TIME
    | t.GROUP
    | t.PREPOSITION
    | t.PREPOSITIONAL
    | t.TO
    | t.PRONOUN
    | t.ADJECTIVE
    | t.PORTFOLIO
)
_BEFORE_SUBJECT: Final = t.TITLE | t.ROLE | t.ADJECTIVE | t.ARTICLE | t.CAPITAL | t.ADVERB | t.CONJUNCTION
"""What can stand before the name of the person that a sentence is about: "The Lowmere mayor Ines Vale"."""
_BEFORE_SURNAME: Final = t.TITLE | t.ROLE | t.ADVERB | t.CONJUNCTION
_BEFORE_GIVEN_NAMES: Final = t.TITLE | t.TO
"""What stands before a name and in none: "Air Force Gen. Ines Vale", "A Letter To Ines Vale"."""
_NO_SURNAME: Final = _NO_GIVEN_NAME | t.ROLE | t.OWNER | t.ACRONYM
_APOSTROPHES: Final = ("’", "'")
_NO_SUBJECT: Final = (*_APOSTROPHES, ":")
"""What stands behind a name that is not what its sentence is about: behind an owner's, or a speaker's before what is said."""
_OF_PEOPLE: Final = t.WHO | t.POSSESSIVE | t.THAT
"""What a relative pronoun is that can be of a person: "who", "whose"."""
_ENDS_BODY: Final = t.ORGANISATION | t.ORGANISATION_PLURAL | t.ORGANISATION_NAME
_PARTING: Final = ',;:!?)”’"'
_MOST_SURNAMES: Final = 500
"""Surnames looked up in one text; each costs a search of the whole, so a text that is all names must not."""
_SENTENCES_BACK: Final = 4
_LOOKED_BACK: Final = 1000
"""Characters of a sentence in which a name before a pronoun is looked for."""
_LONGEST_PARTICLE: Final = 3
_LEAST_NAME: Final = 2
_MOST_GIVEN_NAMES: Final = 4
_WORDS_OF_ACCORDING: Final = 2
_WINDOW: Final = 60
"""Characters before or after a surname in which its given name or role is looked for."""


class Name(NamedTuple):
    """A full name as it stands in the text."""

    text: str
    identity: str
    shown: str  # the name as it was met, with the titles before it


def _name(text: str) -> Name:
    return Name(text, text.rsplit(maxsplit=1)[-1].casefold(), text)


class Names:
    """The names of one text. What stands in an isolated sentence introduces nobody."""

    def __init__(self, written: Written, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self._written = written
        self._text = written.text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._full: dict[str, Name | None] = {}
        self._shared: dict[str, bool] = {}
        self._roles: dict[str, bool] = {}
        self._bodies: dict[str, bool] = {}
        self._had = _had_by_bodies(lexicon)
        self._full_name = _full_name(lexicon)

    def full(self, surname: str) -> Name | None:
        """The full name that ends in *surname*, if the text gives one."""
        if surname not in self._full:
            self._full[surname] = self._find_full(surname) if len(self._full) < _MOST_SURNAMES else None
        return self._full[surname]

    def is_shared(self, surname: str) -> bool:
        """Whether the text gives full names of several people that end in *surname*."""
        if surname not in self._shared:
            given = (self._given_names(at) for at in self._occurrences(surname))
            self._shared[surname] = (
                len(self._shared) >= _MOST_SURNAMES or len({each[0] for each in given if each}) > 1
            )
        return self._shared[surname]

    def has_role(self, surname: str) -> bool:
        """Whether the text says what the bearer of *surname* is."""
        if surname not in self._roles:
            self._roles[surname] = len(self._full) >= _MOST_SURNAMES or any(
                self._has_role_at(at, surname) for at in self._occurrences(surname)
            )
        return self._roles[surname]

    def is_body(self, name: str) -> bool:
        """Whether the text says anywhere that *name* is not a person but a body."""
        if name not in self._bodies:
            self._bodies[name] = len(self._bodies) < _MOST_SURNAMES and self._find_body(name)
        return self._bodies[name]

    def _find_body(self, name: str) -> bool:
        at = self._text.find(name)
        while at >= 0:
            end = at + len(name)
            if self._is_body_at(at, end) and self._is_word(at, end) and not self._is_isolated(at):
                return True
            at = self._text.find(name, end)
        return False

    def _is_body_at(self, at: int, end: int) -> bool:
        """Whether what follows the name from *at* to *end* is had by bodies only, ends its name, or says what it is."""
        text = self._text
        if text[end : end + 1] in _APOSTROPHES:
            end = text.find(" ", end, end + _WINDOW)
        follows = self._after(end)
        if follows[:1] == " " and follows[1:2].isalnum():
            word = self._written.word(follows.split(maxsplit=1)[0])
            if word.core.istitle():
                return bool(word.tags & _ENDS_BODY) and not self._is_after_article(at)
            return word.low in self._had
        if not follows.startswith(", "):
            return False
        apposed = follows[2:].partition(",")[0].split()
        words = [self._written.word(each).tags for each in apposed]
        if words and words[0] & t.RELATIVE and not words[0] & _OF_PEOPLE and self._leads(at):
            return True  # "Northgrid, which supplies the town, said"
        if words and words[0] & t.CAPITAL and words[0] & t.ORGANISATION:
            return True  # ", Inc."
        if not words or not words[0] & t.ARTICLE or any(tags & _TITLE_OR_ROLE for tags in words):
            return False
        return any(tags & t.ORGANISATION for tags in words)

    def _leads(self, at: int) -> bool:
        """Whether a sentence begins at *at*, or right behind "According to": "which" is then of the name, and of no clause."""
        before = self._before(at).split()
        return not before or (
            len(before) == _WORDS_OF_ACCORDING and bool(self._written.word(before[-1]).tags & t.TO)
        )

    def _is_after_article(self, at: int) -> bool:
        """Whether an article stands before *at*: "the Vale Foundation" is not Vale."""
        before = self._before(at).split()
        return bool(before) and bool(self._written.word(before[-1]).tags & t.ARTICLE)

    def before(self, place: int) -> tuple[Name | None, int]:
        """The last full name of a person before *place*, nearest sentence first, and its sentence."""
        last = bisect_right(self._starts, place) - 1
        for number in range(last, max(-1, last - _SENTENCES_BACK), -1):
            sentence = self._sentences[number]
            end = min(sentence.end, place)
            for match in self._full_name.finditer(self._text, max(sentence.start, end - _LOOKED_BACK), end):
                if self._is_person(match):
                    return self._named(match[0]), number
        return None, -1

    def opening(self, place: int, *, alone: bool) -> tuple[Name | None, int]:
        """The full name of the person that the sentence of *place*, or unless *alone* the one before, begins with; and which."""
        last = bisect_right(self._starts, place) - 1
        for number in range(last, max(-1, last - (1 if alone else 2)), -1):
            name = self._subject(self._sentences[number], place)
            if name is not None:
                return name, number
        return None, -1

    def _subject(self, sentence: Sentence, place: int) -> Name | None:
        """The full name of the person that *sentence* begins with before *place*, as its subject does."""
        text = self._text
        end = min(sentence.end, place, sentence.start + _WINDOW)
        match = self._full_name.search(text, sentence.start, end)
        if match is None or not self._is_person(match):
            return self._bare_subject(text[sentence.start : end])
        if text[match.end() : match.end() + 1] in _NO_SUBJECT:
            return None
        before = text[sentence.start : match.start()].split()
        leads = all(self._written.word(word).tags & _BEFORE_SUBJECT for word in before)
        return self._named(match[0])._replace(shown=text[sentence.start : match.end()]) if leads else None

    def _bare_subject(self, opening: str) -> Name | None:
        """The full name of the person with whose surname alone the *opening* of a sentence begins."""
        for part in opening.split():
            word = self._written.word(part)
            if word.tags & t.CAPITAL and not word.tags & _NO_SURNAME:
                name = self.full(word.core)
                return None if name is None else name._replace(shown=opening.partition(part)[0] or name.text)
            if not word.tags & _BEFORE_SURNAME:
                return None
        return None

    def untitled(self, name: str) -> list[str]:
        """The words of *name* behind the titles that it begins with."""
        return list(dropwhile(lambda part: self._written.word(part).tags & _TITLE_OR_ROLE, name.split()))

    def _named(self, found: str) -> Name:
        """The name *found* without what only begins its sentence or ends an office: "Secretary of State E. Vale"."""
        first, _, rest = found.partition(" ")
        text = rest if " " in rest and self._written.word(first).tags & _NO_PART else found
        return _name(text)

    def _is_person(self, match: re.Match[str]) -> bool:
        words = [self._written.word(part) for part in match[0].split()]
        *_, given, surname = 0, *(word.tags for word in words)
        if surname & _NO_GIVEN_NAME_OR_ACRONYM or len(words) < _LEAST_NAME:
            return False
        if given & _NO_GIVEN_NAME_OR_ACRONYM and not given & t.TITLE:
            return False
        if any(word.tags & _BODIES and not word.tags & t.PORTFOLIO for word in words):
            return False
        bracket = self._after(match.end()).lstrip().partition(")")[0]
        initials = "".join(word.core[0] for word in words)
        return not (bracket.startswith("(") and initials in bracket)

    def _find_full(self, surname: str) -> Name | None:
        for at in self._occurrences(surname):
            parts = self._given_names(at)
            if parts and not any(self._written.word(part).tags & _NO_GIVEN_NAME for part in parts):
                name = _name(f"{' '.join(parts)} {surname}")
                before = self._before(at).split()[: -len(parts)][-1:]  # "Mr. Ivo Ekman", "wife Ines Vale"
                return name._replace(shown=" ".join([*before, name.text]))
        return None

    def _given_names(self, at: int) -> list[str]:
        """The words straight before a surname that could be its given names, initials and particles."""
        parts: list[str] = []
        for word in reversed(self._before(at).rsplit(maxsplit=_MOST_GIVEN_NAMES)):
            if self._written.word(word).tags & _BEFORE_GIVEN_NAMES:
                break
            is_name = word[0].isupper() and word[-1] not in _PARTING
            if not is_name and not (word.isalpha() and len(word) <= _LONGEST_PARTICLE):
                break
            parts.insert(0, word)
            if len(parts) == _MOST_GIVEN_NAMES:
                break
        while parts and (parts[0].islower() or self._is_no_given_name(parts[0])):
            parts.pop(0)
        return parts

    def _before(self, at: int) -> str:
        """What stands in its sentence before *at*, as far as a name or a role may reach."""
        number = bisect_right(self._starts, at) - 1
        start = self._starts[number] if number >= 0 else 0
        return self._text[max(start, at - _WINDOW) : at]

    def _after(self, end: int) -> str:
        """What stands in its line behind *end*, as far as a role may reach."""
        return self._text[end : end + _WINDOW].partition("\n")[0]

    def _is_no_given_name(self, part: str) -> bool:
        """Whether the word is a title or the like, a form like "Asked" of a verb, or stands in small letters elsewhere."""
        word = self._written.word(part)
        is_form = word.forms and not word.forms & t.BASE  # "Mark" and "Grant" are names, too
        return bool(word.tags & _NO_GIVEN_NAME or is_form) or self._written.holds(word.low)

    def _has_role_at(self, at: int, surname: str) -> bool:
        before = self._before(at).split()
        if before and self._written.word(before[-1]).tags & _TITLE_OR_ROLE:
            return True
        after = self._after(at + len(surname))
        if not after.startswith(","):
            return False
        return any(self._written.word(word).tags & t.ROLE for word in after[1:].split(",")[0].split())

    def _occurrences(self, surname: str) -> Iterator[int]:
        """Where the surname stands with a capital, outside isolated sentences."""
        at = self._text.find(surname)
        while at >= 0:
            end = at + len(surname)
            if self._is_word(at, end) and not self._is_isolated(at):
                yield at
            at = self._text.find(surname, end)

    def _is_word(self, start: int, end: int) -> bool:
        return not (self._text[start - 1 : start].isalnum() or self._text[end : end + 1].isalnum())

    def _is_isolated(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and self._sentences[number].is_isolated


@cache
def _had_by_bodies(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("body", "has")


@cache
def _full_name(lexicon: Lexicon) -> re.Pattern[str]:
    capital, particle = r"[^\W\d_a-zß-öø-ÿ]", "|".join(sorted(lexicon.words("names", "particles")))
    name = rf"{capital}[^\W\d_]+"
    given = rf"(?<![\w.]){capital}(?:[^\W\d_]+|\.)"  # "Ines", "I."
    return re.compile(rf"{given}(?:\s{capital}\.)?(?:(?:\s(?:{particle})\b){{0,2}}[\s-]{name}){{1,3}}")


_NO_GIVEN_NAME_OR_ACRONYM: Final = _NO_GIVEN_NAME | t.ACRONYM

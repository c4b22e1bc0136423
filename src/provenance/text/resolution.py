"""Whom a pronoun or a surname means, bare or with a title: guesses, each marked with the rule that made it.

A sentence that stands more than once is isolated (docs/explanation/laws.md): nothing in it is guessed from its neighbours, nothing
outside is guessed from it, and no pronoun is resolved across it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Final

from attrs import define

from provenance.text.facts import Resolution, Source, SourceKind
from provenance.text.names import Name, Names
from provenance.text.people import People
from provenance.text.studies import Studies, Study

UNRESOLVABLE: Final = "unresolvable_pronoun"
NEVER_INTRODUCED: Final = "never_introduced"
STUDY: Final = "study"
"""The sort of a new study that the text may say more of later, and the rule by which it is that one."""
INITIALS: Final = "initials"
"""The sort of a label that may be somebody's initials, "AB: …", and the rule by which it is theirs."""
TITLED: Final = "titled"
"""The sort of a surname behind a title: "Ms. Vale"."""
MAKERS: Final = "makers"
"""The sort of a source that goes by what it does, "the researchers", and the rule by which it is who did the study."""

_PEOPLE: Final = frozenset({SourceKind.PERSON, SourceKind.ROLE})
_THINGS: Final = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})
_MANY: Final = frozenset({SourceKind.COLLECTIVE, SourceKind.ORGANISATION, SourceKind.ANONYMOUS})
_OF_MANY: Final = (MAKERS, "they")
_IT_REACHES: Final = 4
"""Sentences back for which "it" can still mean a body or document that spoke: people are taken up again later than things."""
_MEANT: Final = {"it": _THINGS, "they": _MANY}
"""The kinds of source that a pronoun can mean that is for no one person."""


@define  # not frozen, as in `Phrase`
class Mention:
    """A source as it was found, before anybody asks whom it means."""

    source: Source
    sort: str  # he, they, it, relative, surname, titled, name, initials, study, makers, or empty where nothing is to be guessed
    sentence: int
    antecedent: Source | None = None  # of a relative pronoun: the phrase before it
    surname: str = ""  # as it is written, where that is all there is
    is_somebody: bool = True  # whether it can be a person, as "the clerk" and unlike "the bridge"
    is_maker: bool = False  # whether it says that somebody did a study: "lead author Ines Vale"


class Resolver:
    """Takes mentions in order and remembers who has spoken."""

    def __init__(
        self,
        names: Names,
        people: People,
        studies: Studies,
        isolated: Sequence[bool],
        barriers: Sequence[int],
        quoted_from: Callable[[int], tuple[int, int] | None],
    ) -> None:
        """Nobody is meant across the sentences *barriers*.

        *quoted_from* gives the place and sentence at which the quotation begins in which a sentence does.
        """
        self._names = names
        self._people = people
        self._studies = studies
        self._quoted_from = quoted_from
        self._isolated = isolated
        self._last: dict[SourceKind, tuple[int, int, Source]] = {}  # by kind: how manieth, where, who
        self._leading: tuple[SourceKind, tuple[int, int, Source]] | None = None
        self._spoken = 0
        self._by_given_name: dict[str, tuple[int, Source]] = {}
        self._by_initials: dict[str, tuple[int, Source]] = {}
        self._introduced: set[str] = set()  # the identities of those in both
        self._maker: tuple[int, Source] | None = None  # the last who did a study: where, who
        self._barriers = barriers

    def resolve(self, mention: Mention, *, leads: bool = False) -> tuple[Source, tuple[str, ...]]:
        """The source with what it resolves to, and the flags it earns.

        One that *leads*, "Vale: …", goes by no "she" in its own words, which stand in the rest of the sentence.
        """
        if self._leading is not None and self._leading[1][1] != mention.sentence:
            kind, spoken = self._leading
            if kind in _PEOPLE:
                self._people.spoke(*spoken[1:])
            else:
                self._last[kind] = spoken
            self._leading = None
        source, flags = self._resolved(mention) if mention.sort else (mention.source, ())
        self._spoken += 1
        kind = _recalled_as(mention.sort, source) if mention.sort in _OF_MANY else source.effective_kind
        if leads:
            self._leading = kind, (self._spoken, mention.sentence, source)
        elif kind not in _PEOPLE:
            self._last[kind] = self._spoken, mention.sentence, source
        elif mention.is_somebody:
            self._people.spoke(mention.sentence, source)
        if kind is SourceKind.PERSON and source.identity not in self._introduced:
            names = self._names.untitled((source.resolved or source).text.partition(",")[0])
            if len(names) > 1 and names[1][0].isupper():
                self._introduced.add(source.identity)
                self._by_given_name.setdefault(names[0], (mention.sentence, source))
                self._by_initials.setdefault("".join(name[0] for name in names), (mention.sentence, source))
        if mention.is_maker:
            self._maker = mention.sentence, source
        return source, flags

    def _resolved(self, mention: Mention) -> tuple[Source, tuple[str, ...]]:
        if mention.sort == "relative":
            return _to(mention.source, mention.antecedent, "relative"), ()
        if mention.sort == "surname":
            return self._surname(mention)
        if mention.sort == TITLED:
            return self._titled(mention) or mention.source, ()
        if mention.sort == "name":
            return self._as_body(mention) or mention.source, ()
        if mention.sort == INITIALS:
            known = self._spoken_before(self._by_initials, mention, INITIALS)
            return known._replace(kind=SourceKind.PERSON) if known else mention.source, ()
        if mention.sort == MAKERS:
            return self._of_study(mention), ()
        if mention.sort == STUDY:
            study, place = self._studies.between(mention.source.start, mention.source.end)
            return self._as_study(mention, study, place, STUDY) or mention.source, ()
        if mention.sort != "he":
            return self._antecedent(mention) or mention.source, ()
        person = self._person(mention)
        if person is None:
            return mention.source, (UNRESOLVABLE,)
        return person, ()

    def _antecedent(self, mention: Mention) -> Source | None:
        """The pronoun with what or which many it means; None where nothing is found, or where a copy stands in between.

        A copy never makes another candidate the better one: the search is the same as if no sentence were isolated.
        """
        source, place = self._last_source(_MEANT[mention.sort])
        is_near = mention.sort != "it" or mention.sentence - place <= _IT_REACHES
        if source is None or not is_near or not self.reaches(place, mention.sentence):
            return None
        return _to(mention.source, source, "last_source")

    def _person(self, mention: Mention) -> Source | None:
        """The pronoun with the person whom it means; None as in `_antecedent`."""
        pronoun = mention.source.text
        source, place = self._people.last(pronoun)
        begin, sentence = self._quoted_from(mention.sentence) or (mention.source.start, mention.sentence)
        if place < sentence:  # a sentence speaks of whom it begins with, and so does the one after it
            name, opened = self._names.opening(begin, alone=place == sentence - 1)
            if name is not None and self._people.can_be(pronoun, name):
                return self._as_name(mention, name, opened)
        if source is not None:
            if place >= sentence - 1:
                self._people.meant(pronoun, source)
            reaches = self.reaches(place, mention.sentence)
            return _to(mention.source, source, "last_source") if reaches else None
        name, place = self._names.before(begin)
        if name is None or not self._people.can_be(pronoun, name):
            return None
        return self._as_name(mention, name, place)

    def _as_name(self, mention: Mention, name: Name, place: int) -> Source | None:
        """The pronoun as the person whose *name* stands in the sentence *place*; None where a copy stands in between."""
        return _named(mention.source, name, "last_name") if self.reaches(place, mention.sentence) else None

    def _of_study(self, mention: Mention) -> Source:
        """The makers with the study that they made: the last that is identified before them, or else who did it."""
        source, number = mention.source, mention.sentence
        study, place = self._studies.before(source.start)
        found = self._as_study(mention, study, place, MAKERS)
        if study is None and self._maker is not None and self.reaches(self._maker[0], number):
            return _to(source, self._maker[1], MAKERS)
        return found or source

    def _as_study(self, mention: Mention, study: Study | None, place: int, rule: str) -> Source | None:
        """The source as the *study* of the sentence *place*; None where there is none, or a copy stands in between."""
        if study is None or self._isolated[study.sentence]:
            return None
        ends = sorted((place, mention.sentence, study.sentence))
        if not self.reaches(ends[0], ends[-1]):
            return None
        return _resolved(mention.source, study.identity, Resolution(study.text, rule, SourceKind.DOCUMENT))

    def reaches(self, first: int, last: int) -> bool:
        """Whether neither *first* nor what is said from there to *last* stands more than once; any sentence reaches itself."""
        if first == last:
            return True
        if self._isolated[first]:
            return False
        after = bisect_left(self._barriers, first)
        return after == len(self._barriers) or self._barriers[after] > last

    def _last_source(self, kinds: frozenset[SourceKind]) -> tuple[Source | None, int]:
        """The last source of one of *kinds*, and its sentence."""
        spoken = [self._last[kind] for kind in kinds if kind in self._last]  # no two are equally late
        _, place, source = max(spoken, key=itemgetter(0), default=(0, -1, None))
        return source, place

    def _surname(self, mention: Mention) -> tuple[Source, tuple[str, ...]]:
        name = self._names.full(mention.surname)
        if name is not None and not self._isolated[mention.sentence]:
            return _named(mention.source, name, "surname"), ()
        if name is not None:
            return mention.source, ()
        has_role = self._names.has_role(mention.surname)
        known = None if has_role else self._as_body(mention)
        known = known or self._spoken_before(self._by_given_name, mention, "given_name")
        return known or mention.source, () if known or has_role else (NEVER_INTRODUCED,)

    def _titled(self, mention: Mention) -> Source | None:
        """The title and surname as the full name that has it; None where several do, or the title is not of their bearer."""
        name = self._names.full(mention.surname)
        if name is None or self._isolated[mention.sentence] or self._names.is_shared(mention.surname):
            return None
        is_theirs = self._people.can_be(mention.source.text, name)
        return _named(mention.source, name, "surname") if is_theirs else None

    def _spoken_before(
        self, people: Mapping[str, tuple[int, Source]], mention: Mention, rule: str
    ) -> Source | None:
        """The source as the one of *people* that goes by its name; None where nobody does, or a copy stands in between."""
        place, person = people.get(mention.surname or mention.source.text, (0, None))
        if person is None or not self.reaches(place, mention.sentence):
            return None
        return _to(mention.source, person, rule)

    def _as_body(self, mention: Mention) -> Source | None:
        """The source as an organisation, where the text says elsewhere that its name is that of one."""
        source = mention.source
        name = mention.surname or source.text
        if self._isolated[mention.sentence] or not self._names.is_body(name):
            return None
        return source._replace(kind=SourceKind.ORGANISATION, identity=name.casefold())


def _recalled_as(sort: str, source: Source) -> SourceKind:
    """The kind by which a later pronoun finds the source: makers stay many, whatever they made."""
    if sort == MAKERS:
        return source.kind
    kind = source.effective_kind
    return SourceKind.COLLECTIVE if source.resolved and kind not in _MANY else kind


def _to(source: Source, found: Source | None, rule: str) -> Source:
    if found is None:
        return source
    if found.resolved is not None:
        text, kind = found.resolved.text, found.resolved.kind
    else:
        text, kind = found.text.rstrip(","), found.kind
    return _resolved(source, found.identity, Resolution(text, rule, kind))


def _named(source: Source, name: Name, rule: str) -> Source:
    return _resolved(source, name.identity, Resolution(name.text, rule, SourceKind.PERSON))


def _resolved(source: Source, identity: str, resolution: Resolution) -> Source:
    return Source(source.start, source.end, source.text, source.kind, identity, resolution)

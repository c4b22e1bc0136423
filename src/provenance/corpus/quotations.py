"""The same quotation in several documents: who has it first, who is said to have said it, and whether its words changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple, TypeVar

from provenance.corpus.chronology import is_before
from provenance.corpus.comparing import QUOTATION
from provenance.corpus.entry import Entry
from provenance.corpus.reading import quoted_spans
from provenance.corpus.words import shingles, words_of
from provenance.defects import spared
from provenance.errors import InputError
from provenance.text.facts import NAMED_KINDS, Attribution
from provenance.values.dates import Date

S = TypeVar("S")

ALIKE: Final = 0.75
"""Words of a quotation that stand in another version of it: so many are left if one in four was changed."""


class Occurrence(NamedTuple):
    """A quotation in one document; `speaker` is who is named as its source there, empty if nobody is."""

    document: str
    start: int
    end: int
    words: tuple[str, ...]
    speaker: str = ""

    def said_by(self, attributions: Iterable[Attribution]) -> Occurrence:
        """The same with the person, organisation or document to whom its document attributes it."""
        for attribution in attributions:
            source, content = attribution.source, attribution.content
            if source is None or content is None or source.effective_kind not in NAMED_KINDS:
                continue
            if content.start < self.end and self.start < content.end:
                return self._replace(speaker=(source.resolved or source).text)
        return self


class SharedQuotation(NamedTuple):
    """One quotation, wherever it stands, in the order of ids and places.

    `earliest` is the document whose date is before those of all others, empty where dates do not decide. `speakers`
    are those to whom it is attributed, one name for each person: more than one is a finding. `wordings` counts the
    different ones; a shortened quotation is no other wording.
    """

    occurrences: tuple[Occurrence, ...]
    earliest: str
    speakers: tuple[str, ...]
    wordings: int

    @property
    def findings(self) -> tuple[str, ...]:
        """What is wrong with it."""
        wrong = {"different_speakers": len(self.speakers) > 1, "changed_wording": self.wordings > 1}
        return tuple(name for name, holds in wrong.items() if holds)

    def to_line(self, written: Callable[[Occurrence], str]) -> dict[str, Any]:
        """The line of ``trace --show quotations`` that says this, given each quotation as it is written."""
        return {
            "schema": "provenance.quotation/1",
            "earliest": self.earliest or None,
            "speakers": self.speakers,
            "wordings": self.wordings,
            "findings": self.findings,
            "occurrences": [
                {
                    "document": each.document,
                    "start": each.start,
                    "end": each.end,
                    "text": written(each),
                    "speaker": each.speaker or None,
                }
                for each in self.occurrences
            ],
        }


def shared_quotations(
    entries: Iterable[Entry], entry: Callable[[str], Entry], stumbled: list[InputError]
) -> list[SharedQuotation]:
    """Every quotation of at least eight words that stands in more than one of *entries*, in whichever order.

    Two are the same if they share a run of five words, and three quarters of the words of the shorter one. *entry* is
    asked once more, by its id, for each document that shares any. Those over which this library stumbles are *stumbled*
    over: they share nothing, or nobody knows who speaks in them.
    """

    def of(work: Callable[[Entry], Sequence[S]], given: Entry) -> Sequence[S]:
        made = spared(work, given, given.id)
        if isinstance(made, InputError):
            stumbled.append(made)
            return ()
        return made

    groups = list(shared_groups(each for one in entries for each in of(_listed, one)))
    dates: dict[str, tuple[Date, ...]] = {}
    said: dict[Occurrence, Occurrence] = {}
    shared = sorted(each for group in groups for each in group)
    for name, own in groupby(shared, key=lambda each: each.document):
        document = entry(name)
        dates[name], facts = document.published, of(_attributions, document)
        said.update((each, each.said_by(facts)) for each in own)
    return [shared_by([said[each] for each in group], dates) for group in groups]


def _listed(entry: Entry) -> Sequence[Occurrence]:
    return list(occurrences(entry))


def _attributions(entry: Entry) -> Sequence[Attribution]:
    return attributions_in(entry.text)


def shared_groups(found: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """The occurrences of each quotation that stands in more than one document, whatever order they are *found* in."""
    return (group for group in _same(found) if len({each.document for each in group}) > 1)


def occurrences(entry: Entry) -> Iterator[Occurrence]:
    """The quotations in *entry* that are long enough to be known again; who speaks is not looked at yet."""
    for start, end in quoted_spans(entry.text):
        words = tuple(words_of(entry.text[start:end]))
        if len(words) >= QUOTATION:
            yield Occurrence(entry.id, start, end, words)


def attributions_in(text: str) -> tuple[Attribution, ...]:
    """Who says what in *text*; this is what costs, so it is for documents only that share a quotation."""
    from provenance.text.reader import read  # the lexicon is only loaded where it is needed

    return read(text).attributions


def _same(found: Iterable[Occurrence]) -> Iterator[list[Occurrence]]:
    """The occurrences of each quotation: each is put to the first of the longer ones that it is the same as."""
    groups: list[list[Occurrence]] = []
    holding: dict[int, list[int]] = defaultdict(list)
    for occurrence in sorted(found, key=lambda each: (-len(each.words), each.words, each)):
        known = sorted(set(shingles(list(occurrence.words))))
        near = {group for shingle in known for group in holding.get(shingle, ())}
        same = next((group for group in sorted(near) if _is_version(occurrence, groups[group][0])), None)
        if same is None:
            for shingle in known:
                holding[shingle].append(len(groups))
            groups.append([occurrence])
        else:
            groups[same].append(occurrence)
    return map(sorted, groups)


def _is_version(one: Occurrence, longer: Occurrence) -> bool:
    words = set(one.words)
    return len(words.intersection(longer.words)) >= ALIKE * len(words)


def shared_by(group: Sequence[Occurrence], dates: Mapping[str, Sequence[Date]]) -> SharedQuotation:
    """What there is to say of the *group* of occurrences of one quotation, given the dates of each document."""
    names = sorted({each.document for each in group})
    return SharedQuotation(
        tuple(group), _first(names, dates), tuple(_persons(each.speaker for each in group)), _wordings(group)
    )


def _first(names: Sequence[str], dates: Mapping[str, Sequence[Date]]) -> str:
    """The one of *names* that is before all others; empty if there is none."""
    first, *others = names
    for name in others:
        if not is_before(dates[first], dates[name]):
            first = name
    return first if all(is_before(dates[first], dates[name]) for name in names if name != first) else ""


def _persons(speakers: Iterable[str]) -> list[str]:
    """One name for each person among *speakers*: of "Ann Vale" and "Vale", the fuller."""
    persons: list[str] = []
    for name in sorted(filter(None, set(speakers)), key=lambda each: (-len(each.split()), each)):
        words = set(words_of(name))
        if not any(words <= set(words_of(person)) for person in persons):
            persons.append(name)
    return sorted(persons)


def _wordings(group: Iterable[Occurrence]) -> int:
    """How many different wordings there are, those left out that only leave off a beginning or an end."""
    kept: list[str] = []
    for words in sorted({f" {' '.join(each.words)} " for each in group}, key=lambda each: (-len(each), each)):
        if not any(words in longer for longer in kept):
            kept.append(words)
    return len(kept)

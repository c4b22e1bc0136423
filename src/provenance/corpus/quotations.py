"""The same quotation in several documents: who has it first, who is said to have said it, and whether its words changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from provenance.corpus.chronology import is_before
from provenance.corpus.comparing import QUOTATION
from provenance.corpus.reading import quoted_spans
from provenance.corpus.words import shingles, words_of
from provenance.document import Document
from provenance.text.facts import NAMED_KINDS, Attribution, TextFacts
from provenance.values.dates import Date

_ALIKE: Final = 0.75
"""Words of a quotation that stand in another version of it: so many are left if one in four was changed."""


class Occurrence(NamedTuple):
    """A quotation in one document; `speaker` is who is named as its source there, empty if nobody is."""

    document: str
    start: int
    end: int
    words: tuple[str, ...]
    speaker: str


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


def shared_quotations(documents: Iterable[Document]) -> list[SharedQuotation]:
    """Every quotation of at least eight words that stands in more than one of *documents*, in whichever order.

    Two are the same if they share a run of five words, and three quarters of the words of the shorter one.
    """
    dates: dict[str, tuple[Date, ...]] = {}
    found: list[Occurrence] = []
    for document in documents:
        dates[document.id] = document.published.values
        found += occurrences(document)
    found.sort()
    groups = (group for group in _same(found) if len({each.document for each in group}) > 1)
    return [_shared(group, dates) for group in groups]


def occurrences(document: Document) -> Iterator[Occurrence]:
    """The quotations in *document* that are long enough to be known again."""
    text = document.text.first or ""
    spans = [(start, end, tuple(words_of(text[start:end]))) for start, end in quoted_spans(text)]
    long = [span for span in spans if len(span[2]) >= QUOTATION]
    facts = document.facts if long else None
    for start, end, words in long:
        yield Occurrence(document.id, start, end, words, "" if facts is None else _speaker(facts, start, end))


def _speaker(facts: TextFacts, start: int, end: int) -> str:
    """The person, organisation or document to whom the passage is attributed."""
    for attribution in facts.attributions:
        source, content = attribution.source, attribution.content
        if source is None or content is None or not (content.start < end and start < content.end):
            continue
        if source.effective_kind in NAMED_KINDS:
            return _name(attribution)
    return ""


def _name(attribution: Attribution) -> str:
    source = attribution.source
    assert source is not None
    return source.resolved.text if source.resolved is not None else source.text


def _same(found: Sequence[Occurrence]) -> Iterator[list[Occurrence]]:
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
    return len(words.intersection(longer.words)) >= _ALIKE * len(words)


def _shared(group: Sequence[Occurrence], dates: dict[str, tuple[Date, ...]]) -> SharedQuotation:
    names = sorted({each.document for each in group})
    first = (
        name
        for name in names
        if all(is_before(dates[name], dates[other]) for other in names if other != name)
    )
    return SharedQuotation(
        tuple(group), next(first, ""), tuple(_persons(each.speaker for each in group)), _wordings(group)
    )


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

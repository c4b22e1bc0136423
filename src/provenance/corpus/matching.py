"""What comparing the texts of two documents says about them, for every pair that is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from provenance.corpus.boilerplate import Boilerplate, Trimming
from provenance.corpus.comparing import Comparison, Run, compare
from provenance.corpus.credit import known_names
from provenance.corpus.derivations import Line, Relation, Witness, line_of, with_origins
from provenance.corpus.entry import Entry
from provenance.corpus.reading import Places, Reading
from provenance.corpus.store import Store

_READ_AT_ONCE: Final = 256
"""Texts that are kept ready to be compared, at some 100 kB each."""

_TRIMMED_AT_ONCE: Final = 1 << 16


class Match(NamedTuple):
    """Two documents that share text: who derives from whom, how much is shared, and where it stands on both sides."""

    relation: Relation
    comparison: Comparison
    shared: list[dict[str, int]]


class Matching:
    """The comparison of the documents of one store with one another, by their numbers."""

    def __init__(self, store: Store, boilerplate: Boilerplate, *, at_once: int = _READ_AT_ONCE) -> None:
        self._store = store
        self.boilerplate = boilerplate
        self._witness = Witness(known_names(store.publishers()), store.dated)
        self.trimming = lru_cache(_TRIMMED_AT_ONCE)(self._trimming)
        self.trimmed = lru_cache(at_once)(self._trimmed)
        self._untrimmed = lru_cache(at_once)(self._read)

    def match(self, one: int, other: int, min_containment: float | None = None) -> Match | None:
        """What the documents numbered *one* and *other* have to do with one another; None if nothing worth a line."""
        if (
            self.trimming(one).is_notice or self.trimming(other).is_notice
        ):  # little else than boilerplate: compared whole
            readings = self._untrimmed(one), self._untrimmed(other)
        else:
            readings = self.trimmed(one), self.trimmed(other)
        return self._matched((self._store.entry(one), self._store.entry(other)), readings, min_containment)

    def match_new(self, entry: Entry, other: int) -> Match | None:
        """What *entry*, which is not in the store, has to do with the document numbered *other*."""
        trimming = self.boilerplate.trim(entry.text)
        if trimming.is_notice or self.trimming(other).is_notice:
            readings = Reading(entry.text), self._untrimmed(other)
        else:
            readings = Reading(entry.text, trimming.spans), self.trimmed(other)
        return self._matched((entry, self._store.entry(other)), readings, None)

    def _matched(
        self, entries: tuple[Entry, Entry], readings: tuple[Reading, Reading], least: float | None
    ) -> Match | None:
        if entries[0].id > entries[1].id:  # compared in one order, so that the passages do not hang on it
            entries, readings = entries[::-1], readings[::-1]
        comparison = compare(*readings, least)
        if comparison is None:
            return None
        relation = self._witness.relate(*entries)
        runs = comparison.runs
        if relation.document != entries[0].id:
            readings, runs = readings[::-1], tuple(run.turned() for run in runs)
        document, source = (reading.places for reading in readings)
        return Match(relation, comparison, [_span(run, document, source) for run in runs])

    def _trimming(self, number: int) -> Trimming:
        return self.boilerplate.trim(self._store.text(number))

    def _trimmed(self, number: int) -> Reading:
        return Reading(self._store.text(number), self.trimming(number).spans)

    def _read(self, number: int) -> Reading:
        return Reading(self._store.text(number))


def lines_of(matches: Iterable[Match], known: Iterable[Relation] = ()) -> Iterator[Line]:
    """One line for each of *matches*, which are all that there are among their documents, save what is *known* already."""
    found = list(matches)
    relations = with_origins([*(match.relation for match in found), *known])
    for match, relation in zip(found, relations, strict=False):
        yield line_of(relation, match.comparison, match.shared)


def _span(run: Run, document: Places, source: Places) -> dict[str, int]:
    """The passage of *run*, in characters on both sides."""
    return {
        "start": document.starts[run.first],
        "end": document.ends[run.first + run.length - 1],
        "source_start": source.starts[run.source_first],
        "source_end": source.ends[run.source_first + run.length - 1],
    }

"""What comparing the texts of two documents says about them, for every pair that is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from provenance.corpus.boilerplate import Boilerplate, Trimming
from provenance.corpus.comparing import Comparison, Run, compare
from provenance.corpus.credit import known_names
from provenance.corpus.derivations import Line, Relation, Witness, line_of, with_origins
from provenance.corpus.entry import Entry
from provenance.corpus.reading import Places, Reading
from provenance.values.dates import Date

_READ_AT_ONCE: Final = 256
"""Texts that are kept ready to be compared, at some 100 kB each."""

_TRIMMED_AT_ONCE: Final = 1 << 16
_ADDRESSES_AT_ONCE: Final = 1 << 14


class Match(NamedTuple):
    """Two documents that share text: who derives from whom, how much is shared, and where it stands on both sides."""

    relation: Relation
    comparison: Comparison
    shared: list[dict[str, int]]


class Documents(Protocol):
    """What it takes to compare documents, wherever they are kept: a database, or the rows of a table."""

    def text(self, number: int) -> str:
        """The words of the document *number*."""

    def entry(self, number: int) -> Entry:
        """What is kept of the document *number*."""

    def publishers(self) -> Iterable[str]:
        """The names of all publishers."""

    def dated(self, address: str) -> Iterable[Date]:
        """When the documents at *address* say that they were published."""


class Matching:
    """The comparison of documents with one another, by their numbers."""

    def __init__(
        self, documents: Documents, boilerplate: Boilerplate, *, at_once: int = _READ_AT_ONCE
    ) -> None:
        self._documents = documents
        self.boilerplate = boilerplate
        self._witness = Witness(
            known_names(documents.publishers()), lru_cache(_ADDRESSES_AT_ONCE)(documents.dated)
        )
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
        return self._matched(
            (self._documents.entry(one), self._documents.entry(other)), readings, min_containment
        )

    def match_new(self, entry: Entry, other: int) -> Match | None:
        """What *entry*, which is not in the store, has to do with the document numbered *other*."""
        trimming = self.boilerplate.trim(entry.text)
        if trimming.is_notice or self.trimming(other).is_notice:
            readings = Reading(entry.text), self._untrimmed(other)
        else:
            readings = Reading(entry.text, trimming.spans), self.trimmed(other)
        return self._matched((entry, self._documents.entry(other)), readings, None)

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
        return self.boilerplate.trim_known(number, self._documents.text(number))

    def _trimmed(self, number: int) -> Reading:
        return Reading(self._documents.text(number), self.trimming(number).spans)

    def _read(self, number: int) -> Reading:
        return Reading(self._documents.text(number))


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

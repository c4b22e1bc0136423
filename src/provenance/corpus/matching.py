"""What comparing the texts of two documents says about them, for every pair that is proposed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from provenance.corpus.at_hand import AtHand
from provenance.corpus.boilerplate import Boilerplate, Trimming
from provenance.corpus.comparing import Comparison, Run, compare, passages
from provenance.corpus.credit import known_names
from provenance.corpus.derivations import Line, Relation, Witness, line_of
from provenance.corpus.derivations import with_origins as origins
from provenance.corpus.entry import Entry
from provenance.corpus.reading import Places, Reading
from provenance.values.dates import Date

_READ_AT_ONCE: Final = 1 << 20
"""Characters of the texts that are kept ready to be compared, at some 25 bytes each."""

_TRIMMED_AT_ONCE: Final = 1 << 16


class Match(NamedTuple):
    """Two documents that share text, by their numbers: who derives from whom, and how much is shared."""

    document: int
    source: int
    relation: Relation
    comparison: Comparison


class _Words(NamedTuple):
    """What is read; `owner` is 0 where nothing is taken out, so that there is one reading for all copies of a text.

    Two readings without the same passages must be two: the gaps of one are like those of no other.
    """

    text: str
    without: tuple[tuple[int, int], ...]
    owner: int


class Documents(Protocol):
    """What it takes to compare documents, wherever they are kept: a database, or the rows of a table."""

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
        self._witness = Witness(known_names(documents.publishers()), documents.dated)
        self.trimming = lru_cache(_TRIMMED_AT_ONCE)(self._trimming)
        self._reading = AtHand(_read, len, at_once)

    def match(self, one: int, other: int, min_containment: float | None = None) -> Match | None:
        """What the documents numbered *one* and *other* have to do with one another; None if nothing worth a line."""
        one, other = self._in_order(one, other)
        comparison = compare(*self._readings(one, other), min_containment)
        if comparison is None:
            return None
        entry = self._documents.entry(one)
        relation = self._witness.relate(entry, self._documents.entry(other))
        document, source = (one, other) if relation.document == entry.id else (other, one)
        return Match(document, source, relation, comparison)

    def gives_credit(self, one: int, other: int) -> bool:
        """Whether the document numbered *one* credits that numbered *other*, if they share text."""
        return self._witness.gives_credit(self._documents.entry(one), self._documents.entry(other))

    def line(self, match: Match) -> Line:
        """The line that says what there is to *match*, with the passages that are shared."""
        return line_of(match.relation, match.comparison, self._passages(match))

    def _passages(self, match: Match) -> list[dict[str, int]]:
        """The passages that the two documents share, in characters on both sides."""
        numbers = self._in_order(match.document, match.source)
        readings = self._readings(*numbers)
        runs = passages(*readings, match.comparison.kind)
        if numbers[0] != match.document:
            readings, runs = readings[::-1], tuple(run.turned() for run in runs)
        document, source = (reading.places for reading in readings)
        return [_span(run, document, source) for run in runs]

    def _in_order(self, one: int, other: int) -> tuple[int, int]:
        """The two numbers in the order of the ids: they are compared in one order, so that the passages do not hang on it."""
        is_so = self._documents.entry(one).id < self._documents.entry(other).id
        return (one, other) if is_so else (other, one)

    def _readings(self, one: int, other: int) -> tuple[Reading, Reading]:
        """Their words as they are compared; where one is little else than boilerplate, with it."""
        is_notice = self.trimming(one).is_notice or self.trimming(other).is_notice
        read = self._untrimmed if is_notice else self.trimmed
        return read(one), read(other)

    def trimmed(self, number: int) -> Reading:
        """The words of the document *number* without boilerplate."""
        without = self.trimming(number).spans
        return self._reading(_Words(self._documents.entry(number).text, without, number if without else 0))

    def _untrimmed(self, number: int) -> Reading:
        return self._reading(_Words(self._documents.entry(number).text, (), 0))

    def _trimming(self, number: int) -> Trimming:
        return self.boilerplate.trim(number, self._documents.entry(number).text)


def _read(words: _Words) -> Reading:
    return Reading(words.text, words.without)


def with_origins(matches: Collection[Match], known: Iterable[Relation]) -> Iterator[Match]:
    """*matches* with credit given by way of a third document (`derivations.with_origins`), of which also *known* may tell."""
    relations = origins([*(match.relation for match in matches), *known])
    return (
        match if relation is match.relation else match._replace(relation=relation)
        for match, relation in zip(matches, relations, strict=False)
    )


def _span(run: Run, document: Places, source: Places) -> dict[str, int]:
    """The passage of *run*, in characters on both sides."""
    return {
        "start": document.starts[run.first],
        "end": document.ends[run.first + run.length - 1],
        "source_start": source.starts[run.source_first],
        "source_end": source.ends[run.source_first + run.length - 1],
    }

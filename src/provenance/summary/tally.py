"""The table by domain that a summary of training content needs, and how a whole corpus is documented.

The columns and the cut are those of the European Commission's template for the public summary of training content
(24 July 2025, under Article 53(1)(d) of Regulation (EU) 2024/1689, section 2.3): domain names by the size of what was
taken from them, the top tenth of which are listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from provenance.policycheck import FULL
from provenance.summary.entry import Entry

STATES: Final = ("present", "absent", "unknown")
BINS: Final = 10
"""Tenths: of the points that apply for a score, of what could be judged for coverage."""
_TOP: Final = 10
"""One domain in so many is in the top tenth."""


class Domain:
    """What is known of all documents of one domain."""

    __slots__ = ("bands", "characters", "disclosed", "documents", "first", "last", "name", "size", "unsized")

    def __init__(self, name: str) -> None:
        self.name = name
        self.documents = self.size = self.characters = self.unsized = 0
        self.first = self.last = ""
        self.bands: Counter[str] = Counter()
        self.disclosed: Counter[tuple[str, str]] = Counter()

    def add(self, entry: Entry) -> None:
        """Count a document."""
        self.documents += 1
        self.size += entry.size or 0
        self.unsized += entry.size is None
        self.characters += entry.characters or 0
        if entry.published:
            self.first = min(self.first or entry.published, entry.published)
            self.last = max(self.last, entry.published)
        self.bands[entry.band] += 1
        self.disclosed.update(entry.disclosed.items())

    def states(self, disclosure: str) -> dict[str, int]:
        """In how many documents a disclosure is present, absent, unknown."""
        return {state: self.disclosed[disclosure, state] for state in STATES}


class Summary:
    """A corpus; add every document, then look."""

    def __init__(self) -> None:
        self.whole = Domain("")
        self.scores = [0] * BINS
        self.coverages = [0] * BINS
        self.unjudged: Counter[str] = Counter()
        self.unjudged_points: Counter[str] = Counter()
        self._domains: dict[str, Domain] = {}

    def add(self, entry: Entry) -> None:
        """Count a document."""
        for domain in (self.whole, self._domains.setdefault(entry.domain, Domain(entry.domain))):
            domain.add(entry)
        self.scores[_bin(entry.score, entry.points)] += 1
        self.coverages[_bin(entry.coverage, FULL)] += 1
        self.unjudged.update(entry.unjudged.keys())
        self.unjudged_points.update(entry.unjudged)

    @property
    def measure(self) -> str:
        """What domains are ranked by: bytes, if the size of every document is known; else characters; else documents."""
        if self.whole.documents and not self.whole.unsized:
            return "size"
        return "characters" if self.whole.characters else "documents"

    def domains(self) -> Iterator[tuple[Domain, bool]]:
        """Every domain with whether it is in the top tenth, the largest first; documents without an address come last."""
        measure = self.measure
        known = sorted(
            (domain for domain in self._domains.values() if domain.name),
            key=lambda domain: (-getattr(domain, measure), -domain.documents, domain.name),
        )
        top = -(-len(known) // _TOP)
        yield from ((domain, n < top) for n, domain in enumerate(known))
        if "" in self._domains:
            yield self._domains[""], False

    @property
    def disclosures(self) -> list[str]:
        """The disclosures that were asked about, in order."""
        return sorted({name for name, _ in self.whole.disclosed})

    @property
    def count(self) -> int:
        """How many domains are known."""
        return len(self._domains.keys() - {""})


def _bin(part: int, whole: int) -> int:
    """In which tenth *part* of *whole* lies; all of it is in the last."""
    return min(part * BINS // whole, BINS - 1) if whole else 0

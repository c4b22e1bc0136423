"""The overview of many documents, gathered while they pass: what is kept of each is small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from provenance.policycheck import FULL
from provenance.reasons import UNSEEN, WHY
from provenance.registry import Registry
from provenance.render.report.bars import WIDTH, Bar, bar, histogram
from provenance.render.words import counted, in_order, one_line, percent, points

_BINS: Final = 10
_MOST_LOSSES: Final = 3
_NAME: Final = 120
_MOST_SIGNALS: Final = 12
Json = Mapping[str, Any]

ORDERS: Final = ("given", "score", "ceiling", "coverage", "lost", "name")
"""The orders in which the overview can be shown."""


class Loss(NamedTuple):
    """A signal that cost points, and how many."""

    says: str
    lost: str


class Entry(NamedTuple):
    """One document in the overview."""

    anchor: str
    id: str
    title: str
    score: int
    ceiling: int
    applicable: int
    coverage: int
    letter: str
    axes: tuple[tuple[str, str], ...]
    losses: tuple[Loss, ...]
    flags: tuple[str, ...]
    warning: str
    is_whole: bool  # its own section stands in this report

    @property
    def shown(self) -> str:
        """The points shown."""
        return points(self.score)

    @property
    def open(self) -> str:
        """The points still open."""
        return points(self.ceiling - self.score)

    @property
    def lost(self) -> str:
        """The points lost."""
        return points(self.applicable - self.ceiling)

    @property
    def judged(self) -> str:
        """The share of points that could be judged."""
        return percent(self.coverage)

    @property
    def bar(self) -> Bar:
        """How its points stand."""
        return bar(self.score, self.ceiling - self.score, self.applicable)


class Tally(NamedTuple):
    """A line of a distribution: a label, how many, and how long its bar is."""

    label: str
    amount: str
    length: int


class Copy(NamedTuple):
    """A document that shares text with another: how much alike, which way, and whether it says so."""

    id: str
    kind: str
    direction: str
    credit: str


class Overview(NamedTuple):
    """Everything that the page of a corpus shows."""

    documents: int
    median: str
    entries: tuple[Entry, ...]
    ranks: tuple[tuple[int, ...], ...]  # for every entry its place in each of `ORDERS`
    scores: tuple[Tally, ...]
    coverages: tuple[Tally, ...]
    bands: tuple[tuple[str, tuple[Tally, ...]], ...]  # whole and axes
    losses: tuple[Tally, ...]
    unjudged: tuple[Tally, ...]
    copies: tuple[tuple[str, tuple[Copy, ...]], ...]  # by source
    policies: tuple[str, ...]


class Corpus:
    """Documents in passing; `overview` says what they come to."""

    def __init__(self) -> None:
        self._specs = {signal.spec.id: signal.spec for signal in Registry.core()}
        self._entries: list[Entry] = []
        self._lost: Counter[str] = Counter()
        self._losing: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self._copies: dict[str, dict[str, Copy]] = {}
        self._policies: dict[str, None] = {}

    def add(self, record: Json, *, anchor: str, warning: str, is_whole: bool) -> None:
        """Take in the document of an audit record."""
        result = record["result"]
        lost = sorted(
            (row for row in record["signals"] if row.get("lost")), key=lambda r: (-r["lost"], r["id"])
        )
        for row in record["signals"]:
            if row.get("lost"):
                self._lost[row["id"]] += row["lost"]
                self._losing[row["id"]] += 1
            if row.get("open"):
                self._open[WHY[row.get("why", UNSEEN)]] += row["open"]
        self._entries.append(
            Entry(
                anchor,
                one_line(record["document"]["id"] or "(no id)", _NAME),
                one_line(_title(record["document"]), _NAME),
                result["score"],
                result["ceiling"],
                result["applicable"],
                result["coverage"],
                result["band"],
                tuple((name, axis["band"]) for name, axis in in_order(result["axes"])),
                tuple(Loss(self._problem(row["id"]), points(row["lost"])) for row in lost[:_MOST_LOSSES]),
                tuple(result["flags"]),
                warning,
                is_whole,
            )
        )
        self._policies[record["run"]["policy"]["id"]] = None
        for pair in record["document"]["fields"].get("derivations", {}).get("observations", ()):
            if pair["kind"] != "overlap":
                copy = Copy(
                    one_line(pair["document"], _NAME), pair["kind"], pair["direction"], pair["credit"]
                )
                self._copies.setdefault(one_line(pair["source"], _NAME), {})[pair["document"]] = copy

    def overview(self) -> Overview:
        """What the documents come to."""
        entries, scores = self._entries, sorted(entry.score for entry in self._entries)
        return Overview(
            documents=len(entries),
            median=points(scores[(len(scores) - 1) // 2]) if scores else "–",
            entries=tuple(entries),
            ranks=_ranks(entries),
            scores=_binned([(e.score, e.applicable) for e in entries], "{}–{}"),
            coverages=_binned([(e.coverage, FULL) for e in entries], "{}–{} %"),
            bands=tuple(
                (name, _counted(letters))
                for name, letters in (
                    ("whole", [entry.letter for entry in entries]),
                    *(
                        (axis, [dict(e.axes)[axis] for e in entries if axis in dict(e.axes)])
                        for axis in dict.fromkeys(name for entry in entries for name, _ in entry.axes)
                    ),
                )
                if letters
            ),
            losses=_longest(
                [
                    (f"{self._problem(name)} ({counted(self._losing[name], 'document')})", amount)
                    for name, amount in self._lost.items()
                ]
            ),
            unjudged=_longest([(f"because {reason}", amount) for reason, amount in self._open.items()]),
            copies=tuple(
                (source, tuple(sorted(found.values()))) for source, found in sorted(self._copies.items())
            ),
            policies=tuple(self._policies),
        )

    def _problem(self, name: str) -> str:
        return self._specs[name].problem if name in self._specs else name


def _title(document: Json) -> str:
    observations = document["fields"].get("title", {}).get("observations", ())
    return str(observations[0]["value"]) if observations else ""


def _ranks(entries: Sequence[Entry]) -> tuple[tuple[int, ...], ...]:
    """For every entry its place in each of the orders; those that are equal keep the order in which they came."""
    keys: tuple[Any, ...] = (
        lambda n: n,
        lambda n: -entries[n].score,
        lambda n: -entries[n].ceiling,
        lambda n: -entries[n].coverage,
        lambda n: entries[n].ceiling - entries[n].applicable,
        lambda n: entries[n].title or entries[n].id,
    )
    places = []
    for key in keys:
        order = sorted(range(len(entries)), key=key)
        place = [0] * len(entries)
        for rank, n in enumerate(order):
            place[n] = rank
        places.append(place)
    return tuple(zip(*places, strict=True))


def _binned(values: Sequence[tuple[int, int]], label: str) -> tuple[Tally, ...]:
    """How many of (part, whole) fall into each tenth."""
    counts = histogram([FULL * part // whole for part, whole in values if whole], bins=_BINS, most=FULL)
    step = 100 // _BINS
    return _tallies([(label.format(n * step, (n + 1) * step), count) for n, count in enumerate(counts)])


def _counted(letters: Sequence[str]) -> tuple[Tally, ...]:
    return _tallies(sorted(Counter(letters).items()))


def _tallies(counts: Sequence[tuple[str, int]]) -> tuple[Tally, ...]:
    most = max((count for _, count in counts), default=0) or 1
    return tuple(Tally(label, f"{count:,}", WIDTH * count // most) for label, count in counts)


def _longest(amounts: Sequence[tuple[str, int]]) -> tuple[Tally, ...]:
    """The biggest amounts of millipoints, in points."""
    ordered = sorted(amounts, key=lambda item: (-item[1], item[0]))[:_MOST_SIGNALS]
    most = ordered[0][1] if ordered else 1
    return tuple(Tally(label, points(amount), WIDTH * amount // most) for label, amount in ordered)

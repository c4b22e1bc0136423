"""What a signal is: a question put to a document, and the finding that answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from provenance.document import Document
from provenance.evidence import State, Why, made
from provenance.values.dates import Date
from provenance.values.hosts import Host
from provenance.values.lookalikes import Suspicion, suspicion

UNSEEN: Final = 2
"""How many more items a share counts that nobody has seen: the imprecise Dirichlet model with s = 2 (Walley 1996)."""


class Finding(NamedTuple):
    """A signal's answer. `good` speaks for the document and `bad` against it, of `of`; the rest is open.

    `share` is what the feature shows: how many of how many, before points and unseen items; None if unknown.
    `basis` names the observations it rests on: JSON pointers, or ``start-end`` spans of the text.
    `note` is the particular reason, in words, where there is more to say than `why` does.
    """

    good: int
    bad: int
    of: int
    share: tuple[int, int] | None
    why: Why | None = None
    basis: tuple[str, ...] = ()
    note: str = ""

    @property
    def state(self) -> State:
        """Present where something speaks for it, absent where only something speaks against, unknown else."""
        if self.good:
            return State.PRESENT
        return State.ABSENT if self.bad else State.UNKNOWN

    @property
    def items_against(self) -> tuple[int, int] | None:
        """How many of how many things speak against the document; None where none do, or the answer is no share of things."""
        is_share = self.share is not None and self.of == self.share[1] + UNSEEN
        return (self.bad, self.of - UNSEEN) if is_share and self.bad else None


def yes(basis: tuple[str, ...] = (), note: str = "") -> Finding:
    """The question is answered yes."""
    return made(Finding, (1, 0, 1, (1, 1), None, basis, note))


def no(basis: tuple[str, ...] = (), note: str = "") -> Finding:
    """The question is answered no."""
    return Finding(0, 1, 1, (0, 1), None, basis, note)


def unknown(
    why: Why, basis: tuple[str, ...] = (), note: str = "", share: tuple[int, int] | None = None
) -> Finding:
    """The question cannot be answered. `share` is what was said of it without settling it."""
    return Finding(0, 0, 1, share, why, basis, note)


def share_of(good: int, bad: int, of: int, basis: tuple[str, ...] = (), why: Why | None = None) -> Finding:
    """*good* and *bad* of *of* distinct items, and two more that nobody has seen (docs/explanation/how-a-score-is-made.md)."""
    if not of:
        return Finding(0, 0, UNSEEN, None, why or Why.NOTHING_TO_JUDGE, basis)
    return made(Finding, (good, bad, of + UNSEEN, (good, of), why, basis, ""))


def count_up_to(
    cap: int, counted: int, possible: int, basis: tuple[str, ...] = (), why: Why | None = None
) -> Finding:
    """*counted* distinct things of *cap* that are enough; *possible* is how many there can be at most."""
    good = min(counted, cap)
    bad = cap - max(possible, good) if possible < cap else 0
    share = (good, cap) if good or possible < cap else None
    return made(Finding, (good, bad, cap, share, why, basis, ""))


class Direction(StrEnum):
    """Whether the presence of what a signal asks for speaks for the document, against it, or neither."""

    RAISES = "raises"
    LOWERS = "lowers"
    FLAG = "flag"  # disqualifies evidence, never subtracts
    REPORTED = "reported"


class Lifecycle(StrEnum):
    """How settled a signal is."""

    EXPERIMENTAL = "experimental"
    STABLE = "stable"
    DEPRECATED = "deprecated"


@frozen(kw_only=True)
class Standard:
    """The published text that a signal rests on."""

    name: str
    clause: str
    url: str


@frozen(kw_only=True)
class SignalSpec:
    """What a signal asks, why, on whose authority, how it can be fooled, and what would remedy a loss."""

    id: str
    version: int
    title: str  # said where it speaks for the document
    problem: str  # said where it speaks against it
    question: str
    rationale: str
    method: str
    weaknesses: tuple[str, ...]
    standard: Standard
    direction: Direction
    reads: frozenset[str]
    remediation: str
    good_example: str
    problem_example: str
    lifecycle: Lifecycle = Lifecycle.STABLE
    counts: bool = False  # whether the answer is a share or a count of things, and not yes or no
    implies: tuple[str, ...] = ()  # signals that are answered yes wherever this one is

    @property
    def family(self) -> str:
        """The family: the part of the id before the dot."""
        return self.id.partition(".")[0]


class Context(NamedTuple):
    """What is held fixed while documents are scored: the day, the protected domains, the affiliates."""

    as_of: Date | None = None
    protected: tuple[str, ...] = ()
    affiliates: frozenset[str] = frozenset()
    suspect: Callable[[Host, Sequence[str]], Suspicion | None] = suspicion

    def suspicion_of(self, host: Host) -> Suspicion | None:
        """Why *host* looks like a name that is not its own; None if it does not."""
        return self.suspect(host, self.protected)


Assess: TypeAlias = Callable[[Document, Context], Finding]
"""A pure, total function of the document and of what is held fixed."""


class Signal(NamedTuple):
    """A question with its answer."""

    spec: SignalSpec
    assess: Assess

"""The fewest changes that reach a score or a band, and of those the least points: all of them, up to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Final, NamedTuple

from provenance.counterfactual.changes import Change, Options
from provenance.errors import InvalidArgumentError, expect, near, shown
from provenance.policy import Policy
from provenance.policycheck import FULL, MILLIPOINTS
from provenance.scoring import Scorecard

MOST_WAYS: Final = 5
"""Ways that are told, of those with the fewest changes."""


class Goal(NamedTuple):
    """What is to be reached: millipoints earned, and judged (earned or lost); `name` says it for people."""

    name: str
    earned: int
    judged: int = 0

    @classmethod
    def of_score(cls, points: object) -> Goal:
        """A score of at least *points*.

        Raises:
            ConfigurationError: nobody can have it.
        """
        if not isinstance(points, (int, float)) or not 0 <= points <= 100:
            raise InvalidArgumentError("score", f"expected points from 0 to 100, found {shown(points)}")
        return cls(f"a score of {points:g}", round(points * MILLIPOINTS))

    @classmethod
    def of_band(cls, letter: str, policy: Policy, applicable: int) -> Goal:
        """The band *letter*, or a better one.

        Raises:
            ConfigurationError: the policy has no such band.
        """
        bands = {band.letter: band for band in policy.bands}
        expect("band", letter, str, f"one of {', '.join(bands)}")
        if letter not in bands:
            known = ", ".join(bands)
            raise InvalidArgumentError(
                "band", f"expected one of {known}, found {letter!r}{near(str(letter).upper(), bands)}"
            )
        return cls(
            f"band {letter}",
            -(-bands[letter].least * applicable // FULL),
            -(-policy.unjudged.least * applicable // FULL),
        )

    @classmethod
    def next_band(cls, card: Scorecard) -> Goal:
        """The band after that of *card*; its own, where there is none better."""
        policy, whole = card.plan.policy, card.plan.applicable
        goals = [cls.of_band(band.letter, policy, whole) for band in policy.bands]
        return next((goal for goal in reversed(goals) if not goal.is_met(card)), goals[0])

    def is_met(self, card: Scorecard) -> bool:
        """Whether *card* reaches it."""
        return card.earned >= self.earned and card.earned + card.lost >= self.judged


class Step(NamedTuple):
    """A change on a way, and the millipoints that it adds to those before it."""

    change: Change
    points: int


class Way(NamedTuple):
    """Changes that reach a goal together, and where they lead, in millipoints."""

    steps: tuple[Step, ...]
    score: int
    ceiling: int
    band: str


class WhatIf(NamedTuple):
    """What is to be reached, the ways with the fewest changes, every change there is, and where all of them lead.

    No ways: it cannot be reached by these changes. One way without steps: it is reached already.
    """

    goal: Goal
    ways: tuple[Way, ...]
    changes: tuple[Change, ...]
    furthest: Way


class _Offer(NamedTuple):
    """Signals to change together, and what that adds to the points earned, and to those judged."""

    chosen: tuple[str, ...]
    earned: int
    judged: int


_NOTHING: Final = _Offer((), 0, 0)


def what_if(card: Scorecard, goal: Goal, *, supplied: bool = False, most: int = MOST_WAYS) -> WhatIf:
    """The ways to *goal* with the fewest changes, those with the least points first, at most *most*.

    Only changes that a publisher can make count; with *supplied*, also facts that whoever scores would have to bring,
    at their best.
    """
    options = Options(card, supplied=supplied)
    names = [change.signal for change in options.changes]
    flags = [name for name in names if options.is_flag(name)]
    found: list[tuple[str, ...]] = []
    for cleared in chain.from_iterable(combinations(flags, n) for n in range(len(flags) + 1)):
        others = [name for name in names if name not in flags]
        found += [(*cleared, *chosen) for chosen in _Search(options, cleared, others, goal, most).sets()]
    least = min(map(len, found), default=0)
    told = sorted(
        (_way(options, chosen) for chosen in found if len(chosen) == least),
        key=lambda way: (way.score, [step.change.signal for step in way.steps]),
    )
    every = tuple(change for change in options.changes if change.points or options.is_flag(change.signal))
    return WhatIf(goal, tuple(told[:most]), every, _way(options, names))


def _way(options: Options, names: Sequence[str]) -> Way:
    """The changes *names* as steps, each with what it adds."""
    known = {change.signal: change for change in options.changes}
    steps, before = [], options.card.earned
    for n, name in enumerate(names, 1):
        earned = options.after(names[:n]).earned
        steps.append(Step(known[name], earned - before))
        before = earned
    card = options.after(names)
    return Way(tuple(steps), card.earned, card.ceiling, card.band.letter)


class _Search:
    """The fewest of some changes that reach a goal, once flags are cleared: a knapsack over groups of changes.

    Changes that answer one another's signals are one group, and every sensible choice among them one offer; between
    groups points add up.
    """

    def __init__(
        self, options: Options, cleared: tuple[str, ...], names: Sequence[str], goal: Goal, most: int
    ) -> None:
        base = options.after(cleared)
        self._most = most
        self._earned = goal.earned - base.earned
        self._judged = goal.judged - base.earned - base.lost
        self._groups = [
            [
                _Offer(
                    chosen, after.earned - base.earned, after.earned + after.lost - base.earned - base.lost
                )
                for chosen in _choices(group)
                if (after := options.after((*cleared, *chosen))).earned > base.earned
            ]
            for group in _groups(options, names)
        ]
        self._longest = sum(max((len(o.chosen) for o in group), default=0) for group in self._groups)

    def sets(self) -> list[tuple[str, ...]]:
        """The sets with the fewest changes, those with the least points first."""
        for count in range(self._longest + 1):
            found = self._sets_of(count)
            if found:
                return found
        return []

    def _sets_of(self, count: int) -> list[tuple[str, ...]]:
        """The sets of *count* changes that reach the goal."""
        could_earn = self._reach(count, lambda offer: offer.earned)
        could_judge = self._reach(count, lambda offer: offer.judged)
        if could_earn[0][count] < self._earned or could_judge[0][count] < self._judged:
            return []
        states: dict[tuple[int, int, int], list[tuple[str, ...]]] = {(0, 0, 0): [()]}
        for n, offers in enumerate(self._groups, 1):
            grown: dict[tuple[int, int, int], list[tuple[str, ...]]] = {}
            for (used, gain, judged), sets in states.items():
                for chosen, more, known in (_NOTHING, *offers):
                    left = count - used - len(chosen)
                    if (
                        left < 0
                        or gain + more + could_earn[n][left] < self._earned
                        or judged + known + could_judge[n][left] < self._judged
                    ):
                        continue
                    kept = grown.setdefault(
                        (used + len(chosen), gain + more, min(judged + known, max(self._judged, 0))), []
                    )
                    kept += [(*before, *chosen) for before in sets[: self._most - len(kept)]]
            states = grown
        return [
            chosen
            for (used, _, _), sets in sorted(states.items(), key=lambda item: item[0][1])
            if used == count
            for chosen in sets
        ][: self._most]

    def _reach(self, count: int, amount: Callable[[_Offer], int]) -> list[list[int]]:
        """The most that the groups from the nth on can add with so many changes at most."""
        table = [[0] * (count + 1)]
        for offers in reversed(self._groups):
            last = table[0]
            row = [
                max(
                    [
                        last[left],
                        *(amount(o) + last[left - len(o.chosen)] for o in offers if len(o.chosen) <= left),
                    ]
                )
                for left in range(count + 1)
            ]
            table.insert(0, row)
        return table


def _groups(options: Options, names: Sequence[str]) -> list[list[tuple[str, frozenset[str]]]]:
    """The changes in groups that share no signal, each with all that it answers."""
    closures = {c.signal: frozenset({c.signal, *c.also}) for c in options.changes if c.signal in names}
    groups: list[list[tuple[str, frozenset[str]]]] = []
    for name, answered in closures.items():
        touching = [g for g in groups if any(answered & other for _, other in g)]
        groups = [g for g in groups if g not in touching]
        groups.append([*chain.from_iterable(touching), (name, answered)])
    return groups


def _choices(group: Iterable[tuple[str, frozenset[str]]]) -> Iterator[tuple[str, ...]]:
    """The sets of changes of a *group* in which none is answered by the others already."""
    members = list(group)
    for size in range(1, len(members) + 1):
        for chosen in combinations(members, size):
            if not any(one != other and one[0] in other[1] for one in chosen for other in chosen):
                yield tuple(name for name, _ in chosen)

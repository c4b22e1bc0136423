"""Layer 6: findings and a policy in, points out: the only place where the two meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from provenance.document import Document
from provenance.evidence import Why
from provenance.policy import Policy
from provenance.policycheck import Band
from provenance.registry import Registry
from provenance.signal import Assess, Context, Direction, Finding

FAMILIES: Final = ("publisher", "author", "date", "attribution", "citation", "originality")
"""The families that earn points, in the order in which they are shown."""


class Contribution(NamedTuple):
    """What one signal adds to a score, in millipoints; earned, lost and open add up to its points."""

    signal: str
    points: int
    earned: int
    lost: int
    why: Why | None  # why something is open, or what disqualified the evidence
    guarded: str = ""  # the flag that keeps this signal from earning, or that could

    @property
    def open(self) -> int:
        """What could not be judged."""
        return self.points - self.earned - self.lost


class Part(NamedTuple):
    """The points of an axis, a family or the whole, in millipoints."""

    earned: int
    lost: int
    points: int

    @property
    def ceiling(self) -> int:
        """What is shown plus what is still open."""
        return self.points - self.lost


class Stake(NamedTuple):
    """What one signal can earn under a plan: where it stands in the registry, its points, and the flags that guard it."""

    place: int
    signal: str
    family: str
    points: int
    guards: tuple[int, ...]  # places of the flags


class Plan(NamedTuple):
    """A policy laid out over a registry, once, so that scoring a document is one pass over tuples."""

    registry: Registry
    policy: Policy
    assess: tuple[Assess, ...]  # every signal, in the order of the registry
    stakes: tuple[Stake, ...]
    flags: tuple[tuple[int, str], ...]
    applicable: int
    families: tuple[
        tuple[str, int, int, int], ...
    ]  # the name of each, which stakes are its own, and their points
    stake_of: tuple[int, ...]  # for every signal, which stake is its own; -1 for what is only reported
    left_out: frozenset[str]  # signals that do not apply under the profile
    codes: dict[tuple[object, ...], tuple[str, ...]]  # `reasons.principal_codes`, remembered


def plan(registry: Registry, policy: Policy) -> Plan:
    """*policy* laid out over *registry*.

    Raises:
        InvalidPolicyError: the policy names a signal that the registry does not hold.
    """
    policy.check(registry)
    places = {name: n for n, name in enumerate(registry.ids)}
    guards = policy.guards(registry)
    applicable = policy.applicable()
    staked = (
        Stake(
            place,
            name,
            name.partition(".")[0],
            applicable[name],
            tuple(places[flag] for flag in guards.get(name, ())),
        )
        for name, place in places.items()
        if applicable.get(name)
    )
    stakes = tuple(sorted(staked, key=lambda stake: (_family_place(stake.family), stake.place)))
    flags = tuple((n, s.spec.id) for n, s in enumerate(registry) if s.spec.direction is Direction.FLAG)
    own = {stake.place: n for n, stake in enumerate(stakes)}
    stake_of = tuple(own.get(place, -1) for place in range(len(registry)))
    points = sum(stake.points for stake in stakes)
    left_out = frozenset(policy.points) - frozenset(applicable)
    return Plan(
        registry,
        policy,
        tuple(s.assess for s in registry),
        stakes,
        flags,
        points,
        _families(stakes),
        stake_of,
        left_out,
        {},
    )


def _families(stakes: tuple[Stake, ...]) -> tuple[tuple[str, int, int, int], ...]:
    """Each family with the range of stakes that is its own: they stand side by side."""
    names = [stake.family for stake in stakes]
    return tuple(
        (
            name,
            names.index(name),
            names.index(name) + names.count(name),
            sum(s.points for s in stakes if s.family == name),
        )
        for name in dict.fromkeys(names)
    )


def contribute(points: int, finding: Finding) -> tuple[int, int]:
    """The millipoints that a finding earns and loses; each is rounded down, once, and the rest is open.

    >>> from provenance.signal import share_of
    >>> contribute(10_000, share_of(3, 4, 7))
    (3333, 4444)
    """
    return points * finding.good // finding.of, points * finding.bad // finding.of


class Scorecard:
    """The findings of one document and the points that they make under one policy; all numbers are millipoints."""

    __slots__ = ("_earned", "_lost", "document", "earned", "findings", "lost", "plan")

    def __init__(
        self, document: Document, context: Context, laid_out: Plan, *, findings: list[Finding] | None = None
    ) -> None:
        """The scorecard of *document*; of *findings*, where they are known already."""
        self.document = document
        self.plan = laid_out
        if findings is None:
            findings = [assess(document, context) for assess in laid_out.assess]
        self.findings = findings
        self._earned: list[int] = []
        self._lost: list[int] = []
        for place, _, _, points, guards in laid_out.stakes:
            finding = findings[place]
            # `contribute`, written out: this runs for every signal of every document
            earned = points * finding.good // finding.of if finding.good else 0
            lost = points * finding.bad // finding.of if finding.bad else 0
            for flag in guards:
                share = findings[flag].share
                if share is None:  # while a flag cannot be judged, what it guards stays open
                    earned = 0
                elif share[0]:  # what a raised flag guards cannot earn
                    earned, lost = 0, points
            self._earned.append(earned)
            self._lost.append(lost)
        self.earned = sum(self._earned)
        self.lost = sum(self._lost)

    def with_findings(self, findings: list[Finding]) -> Scorecard:
        """The scorecard of the same document if *findings* were found, one for each signal."""
        return Scorecard(self.document, Context(), self.plan, findings=findings)

    @property
    def contributions(self) -> list[Contribution]:
        """What each signal adds, family by family."""
        return [self._contribution(n) for n in range(len(self._earned))]

    def standing(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Why | None, ...]]:
        """What each signal earned and lost, and why findings are open."""
        return tuple(self._earned), tuple(self._lost), tuple([finding.why for finding in self.findings])

    def contribution(self, place: int) -> Contribution | None:
        """What the signal at *place* of the registry adds; None if it is only reported."""
        n = self.plan.stake_of[place]
        return None if n < 0 else self._contribution(n)

    def standings(self) -> list[tuple[object, ...]]:
        """For every signal its finding, its points and how its guards stand: equal only for equal contributions."""
        stakes, findings = self.plan.stakes, self.findings
        found: list[tuple[object, ...]] = []
        for n, finding in zip(self.plan.stake_of, findings, strict=True):
            if n < 0:
                found.append((finding,))
                continue
            flags = [findings[flag] for flag in stakes[n].guards]
            found.append(
                (finding, self._earned[n], self._lost[n], *((flag.share, flag.why) for flag in flags))
            )
        return found

    def _contribution(self, n: int) -> Contribution:
        stake, earned, lost = self.plan.stakes[n], self._earned[n], self._lost[n]
        why = self.findings[stake.place].why
        for flag in stake.guards:
            share = self.findings[flag].share
            if share is None or share[0]:
                name = self.plan.registry.ids[flag]
                return Contribution(
                    stake.signal, stake.points, earned, lost, self.findings[flag].why or why, name
                )
        return Contribution(stake.signal, stake.points, earned, lost, why)

    @property
    def whole(self) -> Part:
        """All points together."""
        return Part(self.earned, self.lost, self.plan.applicable)

    @property
    def ceiling(self) -> int:
        """What is shown plus what is still open."""
        return self.plan.applicable - self.lost

    @property
    def band(self) -> Band:
        """The band of the whole."""
        return self.plan.policy.band_of(self.earned, self.lost, self.plan.applicable)

    def families(self) -> dict[str, Part]:
        """The points of each family that applies, in the order in which they are shown."""
        earned, lost = self._earned, self._lost
        return {
            family: Part(sum(earned[first:last]), sum(lost[first:last]), points)
            for family, first, last, points in self.plan.families
        }

    def axes(self, families: Mapping[str, Part]) -> dict[str, tuple[Part, Band]]:
        """The points and the band of each axis, added up from the families."""
        found = {}
        for axis, names in self.plan.policy.axes.items():
            parts = [families[name] for name in names if name in families]
            part = Part(
                sum(p.earned for p in parts), sum(p.lost for p in parts), sum(p.points for p in parts)
            )
            found[axis] = (part, self.plan.policy.band_of(*part))
        return found

    def flags(self) -> tuple[str, ...]:
        """The flags that are raised."""
        findings = self.findings
        return tuple(
            name for n, name in self.plan.flags if (share := findings[n].share) is not None and share[0]
        )

    def features(self) -> dict[str, float | None]:
        """The share that each applicable signal shows, 0 to 1, or None for unknown, in the order of the registry."""
        left_out, found = self.plan.left_out, {}
        for name, finding in zip(self.plan.registry.ids, self.findings, strict=True):
            if name not in left_out:
                share = finding.share
                found[name] = None if share is None else share[0] / share[1]
        return found


def _family_place(family: str) -> tuple[int, str]:
    return (FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), family)

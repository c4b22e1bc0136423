"""Findings and a policy in, points out: the only place where the two meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeVar

from provenance.asking import Asked
from provenance.document import Document
from provenance.evidence import Why
from provenance.policy import Policy
from provenance.policycheck import Band
from provenance.registry import Registry
from provenance.signal import Context, Direction, Finding

FAMILIES: Final = ("publisher", "author", "date", "attribution", "citation", "originality")
"""The families that earn points, in the order in which they are shown."""
_MOST_STANDINGS: Final = 512
"""Standings that are remembered at most, each some 30 kB once lines and audit records were written of it."""
_ALIKE: Final = 5
"""Of a finding, what it comes to, and not where it stands: all before basis and note."""
T = TypeVar("T")


class Contribution(NamedTuple):
    """What one signal adds to a score, in millipoints; earned, lost and open add up to its points."""

    signal: str
    points: int
    earned: int
    lost: int
    why: Why | None  # why something is open, or what disqualified the evidence
    guarded: str = ""  # the flag that keeps this signal from earning what it would

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
    stakes: tuple[Stake, ...]
    flags: tuple[tuple[int, str], ...]
    applicable: int
    families: tuple[tuple[str, int, int, int], ...]  # a name, which stakes are its own, and their points
    stake_of: tuple[int, ...]  # for every signal, which stake is its own; -1 for what is only reported
    left_out: frozenset[str]  # signals that do not apply under the profile
    standings: Standings


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
    families = _families(stakes)
    return Plan(registry, policy, stakes, flags, points, families, stake_of, left_out, Standings())


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


class Standing:
    """The points that findings make under a plan, with all that follows from them; all numbers are millipoints.

    Most documents of a corpus stand in one of a few ways, so that a standing is shared by all whose findings are alike,
    in whatever place of the document they rest on.
    """

    __slots__ = ("_derived", "_first", "_plan", "earned", "earned_by", "findings", "lost", "lost_by")

    def __init__(self, laid_out: Plan, findings: tuple[Finding, ...], first: Asked | None = None) -> None:
        self._plan = laid_out
        self._first = first
        self.findings = findings
        self._derived: dict[object, Any] = {}
        earned_by, lost_by = [], []
        for place, _, _, points, guards in laid_out.stakes:
            finding = findings[place]
            earned, lost = contribute(points, finding)
            for flag in guards:
                share = findings[flag].share
                if share is None:  # while a flag cannot be judged, what it guards stays open
                    earned = 0
                elif share[0]:  # what a raised flag guards cannot earn
                    earned, lost = 0, points
            earned_by.append(earned)
            lost_by.append(lost)
        self.earned_by, self.lost_by = tuple(earned_by), tuple(lost_by)
        self.earned, self.lost = sum(earned_by), sum(lost_by)

    def findings_of(self, asked: Asked) -> tuple[Finding, ...]:
        """What was found where *asked* makes this standing: nearly always the same as in the first that did."""
        return self.findings if self._first is not None and asked.is_as(self._first) else asked.together()

    def derived(self, make: Callable[[Standing], T]) -> T:
        """What *make* works out from this standing, worked out once; whoever takes it changes nothing in it."""
        try:
            known: T = self._derived[make]
        except KeyError:
            known = self._derived[make] = make(self)
        return known

    @property
    def plan(self) -> Plan:
        """The policy laid out over the registry."""
        return self._plan

    @property
    def contributions(self) -> list[Contribution]:
        """What each signal adds, family by family."""
        return [self._contribution(n) for n in range(len(self.earned_by))]

    def contribution(self, place: int) -> Contribution | None:
        """What the signal at *place* of the registry adds; None if it is only reported."""
        n = self._plan.stake_of[place]
        return None if n < 0 else self._contribution(n)

    def _contribution(self, n: int) -> Contribution:
        stake, earned, lost = self._plan.stakes[n], self.earned_by[n], self.lost_by[n]
        finding = self.findings[stake.place]
        for flag in stake.guards:
            share = self.findings[flag].share
            if share[0] if share is not None else finding.good:  # else it would earn no more without the flag
                name, why = self._plan.registry.ids[flag], self.findings[flag].why or finding.why
                return Contribution(stake.signal, stake.points, earned, lost, why, name)
        return Contribution(stake.signal, stake.points, earned, lost, finding.why)

    @property
    def whole(self) -> Part:
        """All points together."""
        return Part(self.earned, self.lost, self._plan.applicable)

    @property
    def ceiling(self) -> int:
        """What is shown plus what is still open."""
        return self._plan.applicable - self.lost

    @property
    def band(self) -> Band:
        """The band of the whole."""
        return self._plan.policy.band_of(self.earned, self.lost, self._plan.applicable)

    def families(self) -> dict[str, Part]:
        """The points of each family that applies, in the order in which they are shown."""
        earned, lost = self.earned_by, self.lost_by
        return {
            family: Part(sum(earned[first:last]), sum(lost[first:last]), points)
            for family, first, last, points in self._plan.families
        }

    def axes(self) -> dict[str, tuple[Part, Band]]:
        """The points and the band of each axis, added up from the families."""
        found, families = {}, self.families()
        for axis, names in self._plan.policy.axes.items():
            parts = [families[name] for name in names if name in families]
            part = Part(
                sum(p.earned for p in parts), sum(p.lost for p in parts), sum(p.points for p in parts)
            )
            found[axis] = (part, self._plan.policy.band_of(*part))
        return found

    def flags(self) -> tuple[str, ...]:
        """The flags that are raised."""
        findings = self.findings
        return tuple(
            name for n, name in self._plan.flags if (share := findings[n].share) is not None and share[0]
        )

    def features(self) -> dict[str, float | None]:
        """The share that each applicable signal shows, 0 to 1, or None for unknown, in the order of the registry."""
        left_out, found = self._plan.left_out, {}
        for name, finding in zip(self._plan.registry.ids, self.findings, strict=True):
            if name not in left_out:
                share = finding.share
                found[name] = None if share is None else share[0] / share[1]
        return found


class Standings(dict[tuple[object, ...], Standing]):
    """The standings that documents had under a plan; they stay behind where the plan travels."""

    def __reduce__(self) -> tuple[type[Standings], tuple[()]]:
        return Standings, ()


class Scorecard:
    """The findings of one document and how it stands with them under one policy."""

    __slots__ = ("_findings", "document", "plan", "standing")

    def __init__(self, document: Document, laid_out: Plan, findings: tuple[Finding, ...] | Asked) -> None:
        """The scorecard of *document*, in which *findings* were found, one for each signal of the plan."""
        self.document = document
        self.plan = laid_out
        if isinstance(findings, Asked):
            alike = findings.alike
            self.standing = laid_out.standings.get(alike) or _standing(
                laid_out, alike, findings.together(), findings
            )
        else:  # as workers send them
            alike = tuple([finding[:_ALIKE] for finding in findings])
            self.standing = laid_out.standings.get(alike) or _standing(laid_out, alike, findings)
        self._findings = findings

    @classmethod
    def of(cls, document: Document, context: Context, laid_out: Plan) -> Scorecard:
        """The scorecard of *document*, of which every signal of the plan is asked."""
        return cls(document, laid_out, tuple([s.assess(document, context) for s in laid_out.registry]))

    def with_findings(self, findings: Iterable[Finding]) -> Scorecard:
        """The scorecard of the same document if *findings* were found, one for each signal."""
        return Scorecard(self.document, self.plan, tuple(findings))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every signal answers, in the order of the registry."""
        if isinstance(self._findings, Asked):
            self._findings = self.standing.findings_of(self._findings)
        return self._findings

    @property
    def earned(self) -> int:
        """The points shown."""
        return self.standing.earned

    @property
    def lost(self) -> int:
        """The points that cannot be shown any more."""
        return self.standing.lost

    @property
    def ceiling(self) -> int:
        """What is shown plus what is still open."""
        return self.standing.ceiling

    @property
    def band(self) -> Band:
        """The band of the whole."""
        return self.standing.band

    @property
    def contributions(self) -> list[Contribution]:
        """What each signal adds, family by family."""
        return self.standing.contributions

    def families(self) -> dict[str, Part]:
        """The points of each family that applies, in the order in which they are shown."""
        return self.standing.families()

    def axes(self) -> dict[str, tuple[Part, Band]]:
        """The points and the band of each axis."""
        return self.standing.axes()

    def flags(self) -> tuple[str, ...]:
        """The flags that are raised."""
        return self.standing.derived(Standing.flags)

    def features(self) -> dict[str, float | None]:
        """The share that each applicable signal shows, 0 to 1, or None for unknown, in the order of the registry."""
        return self.standing.derived(Standing.features).copy()


def _standing(
    laid_out: Plan, alike: tuple[object, ...], findings: tuple[Finding, ...], first: Asked | None = None
) -> Standing:
    """The standing of the first of all whose findings are *alike*; the others share it."""
    if len(laid_out.standings) >= _MOST_STANDINGS:
        laid_out.standings.clear()
    standing = laid_out.standings[alike] = Standing(laid_out, findings, first)
    return standing


def _family_place(family: str) -> tuple[int, str]:
    return (FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), family)

"""Layer 6: findings and a policy in, points out: the only place where the two meet."""

from __future__ import annotations

from collections.abc import Sequence
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


class Guard(NamedTuple):
    """Where to find a signal's flags, and what they are called."""

    places: tuple[int, ...]
    names: tuple[str, ...]


class Plan(NamedTuple):
    """A policy laid out over a registry, once, so that scoring a document is one pass over tuples."""

    registry: Registry
    policy: Policy
    assess: tuple[Assess, ...]  # every signal, in the order of the registry
    scored: tuple[tuple[int, str, int, Guard | None], ...]  # place, id, millipoints, guard
    flags: tuple[tuple[int, str], ...]
    applicable: int


def plan(registry: Registry, policy: Policy) -> Plan:
    """*policy* laid out over *registry*.

    Raises:
        InvalidPolicyError: the policy names a signal that the registry does not hold.
    """
    policy.check(registry)
    places = {name: n for n, name in enumerate(registry.ids)}
    guards = policy.guards(registry)
    applicable = policy.applicable()
    scored = tuple(
        (
            places[name],
            name,
            applicable[name],
            Guard(tuple(places[f] for f in guards[name]), guards[name]) if name in guards else None,
        )
        for name in registry.ids
        if applicable.get(name)
    )
    flags = tuple((n, s.spec.id) for n, s in enumerate(registry) if s.spec.direction is Direction.FLAG)
    return Plan(registry, policy, tuple(s.assess for s in registry), scored, flags, sum(points for _, _, points, _ in scored))


def contribute(name: str, points: int, finding: Finding) -> Contribution:
    """The points that a finding earns and loses; each is rounded down, once, and the rest is open.

    >>> from provenance.signal import share_of
    >>> contribute("citation.claims_supported", 10_000, share_of(3, 4, 7)).earned
    3333
    """
    earned = points * finding.good // finding.of
    lost = points * finding.bad // finding.of
    return Contribution(name, points, earned, lost, finding.why)


def guarded(contribution: Contribution, guard: Guard, findings: Sequence[Finding]) -> Contribution:
    """*contribution* as its flags leave it: a raised flag keeps everything from earning, an unjudged one keeps it open."""
    for place, name in zip(guard.places, guard.names, strict=True):
        share = findings[place].share
        if share is None:
            contribution = contribution._replace(earned=0, why=findings[place].why or contribution.why, guarded=name)
        elif share[0]:
            return contribution._replace(earned=0, lost=contribution.points, why=None, guarded=name)
    return contribution


class Scorecard:
    """The findings of one document and the points that they make under one policy; all numbers are millipoints."""

    __slots__ = ("contributions", "document", "earned", "findings", "lost", "plan")

    def __init__(self, document: Document, context: Context, laid_out: Plan) -> None:
        self.document = document
        self.plan = laid_out
        findings = self.findings = [assess(document, context) for assess in laid_out.assess]
        contributions: list[Contribution] = []
        self.contributions = contributions
        total_earned = total_lost = 0
        for place, name, points, guard in laid_out.scored:
            finding = findings[place]
            earned = points * finding.good // finding.of  # `contribute`, written out: this runs for every signal
            lost = points * finding.bad // finding.of
            contribution = Contribution(name, points, earned, lost, finding.why)
            if guard is not None:
                contribution = guarded(contribution, guard, findings)
            contributions.append(contribution)
            total_earned += contribution.earned
            total_lost += contribution.lost
        self.earned = total_earned
        self.lost = total_lost

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

    def part(self, families: Sequence[str]) -> Part:
        """The points of some families together."""
        earned = lost = points = 0
        for contribution in self.contributions:
            if contribution.signal.partition(".")[0] in families:
                earned += contribution.earned
                lost += contribution.lost
                points += contribution.points
        return Part(earned, lost, points)

    def families(self) -> dict[str, Part]:
        """The points of each family that applies."""
        named = dict.fromkeys(c.signal.partition(".")[0] for c in self.contributions)
        return {family: self.part((family,)) for family in sorted(named, key=_family_place)}

    def axes(self) -> dict[str, tuple[Part, Band]]:
        """The points and the band of each axis."""
        parts = {axis: self.part(families) for axis, families in self.plan.policy.axes.items()}
        return {axis: (part, self.plan.policy.band_of(*part)) for axis, part in parts.items()}

    def flags(self) -> tuple[str, ...]:
        """The flags that are raised."""
        findings = self.findings
        return tuple(name for n, name in self.plan.flags if (share := findings[n].share) is not None and share[0])

    def features(self) -> dict[str, float | None]:
        """The share that each applicable signal shows, 0 to 1, or None for unknown, in the order of the registry."""
        left_out = self._left_out()
        found: dict[str, float | None] = {}
        for name, finding in zip(self.plan.registry.ids, self.findings, strict=True):
            if name not in left_out:
                share = finding.share
                found[name] = None if share is None else share[0] / share[1] if share[1] else None
        return found

    def _left_out(self) -> frozenset[str]:
        """The signals that do not apply under the profile."""
        policy = self.plan.policy
        return frozenset(policy.points) - frozenset(policy.applicable()) if policy.profile else frozenset()


def _family_place(family: str) -> tuple[int, str]:
    return (FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), family)

"""What can be changed about a document, signal by signal, and what a score is after it: exact, since points add up.

A change is a remedy carried out: what speaks against the document in one finding speaks for it, and all else stays as
it was found. Of a share that is every item that was counted; what nobody has seen stays open, and nothing is promised
of a number that nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from provenance.answering.answers import CLEAR, YES
from provenance.evidence import Why
from provenance.scoring import Scorecard
from provenance.signal import Direction, Finding, SignalSpec

_TO_BE_SUPPLIED: Final = frozenset(
    {
        Why.NOT_SUPPLIED,
        Why.NOT_SHOWN,
        Why.HIDDEN,
        Why.NO_AS_OF,
        Why.URL_UNKNOWN,
        Why.TEXT_UNKNOWN,
        Why.LINKS_UNKNOWN,
        Why.LISTS_UNKNOWN,
    }
)
"""What no publisher can mend: whoever scores has to bring it, and only then shows what it says."""
_NOTHING_PROMISED: Final = frozenset({Why.NOTHING_TO_JUDGE, Why.NO_LANGUAGE, Why.NO_LEXICON})
"""What can be neither mended nor brought."""


class Change(NamedTuple):
    """One change, who can make it, and the millipoints that it brings by itself."""

    signal: str
    by: Literal["publisher", "supplier"]
    points: int
    says: str
    remedy: str
    also: tuple[str, ...] = ()  # signals that are answered by it, too


class Options:
    """The changes that are open to one document."""

    def __init__(self, card: Scorecard, *, supplied: bool = False) -> None:
        """The changes that the publisher of the document of *card* can make; with *supplied*, those of whoever scores, too."""
        self.card = card
        registry = card.plan.registry
        self._places = {name: place for place, name in enumerate(registry.ids)}
        self._mended = {
            place: better
            for place, (signal, finding) in enumerate(zip(registry, card.findings, strict=True))
            if (better := mended(finding, signal.spec)) is not None
        }
        self.changes = tuple(self._changes(supplied=supplied))

    def after(self, chosen: Iterable[str]) -> Scorecard:
        """The scorecard once the changes to the signals *chosen* are made."""
        findings = list(self.card.findings)
        for name in chosen:
            for place in (self._places[name], *map(self._places.__getitem__, self._also(name))):
                findings[place] = self._mended.get(place, findings[place])
        return self.card.with_findings(findings)

    def is_flag(self, name: str) -> bool:
        """Whether the signal is a flag: its change brings what others have earned already."""
        return self.card.plan.registry[name].spec.direction is Direction.FLAG

    def _changes(self, *, supplied: bool) -> Iterator[Change]:
        """The changes that points hang on, in the order of the registry."""
        answered: set[str] = set()
        for place in sorted(self._mended):
            change = self._change(place)
            if change is None or change.signal in answered or (change.by == "supplier" and not supplied):
                continue
            if self.is_flag(change.signal):
                answered.update(change.also)
            yield change

    def _change(self, place: int) -> Change | None:
        """The change of one signal; None where no points hang on it."""
        card, spec = self.card, self.card.plan.registry.signals[place].spec
        if card.plan.stake_of[place] < 0 and not any(place in stake.guards for stake in card.plan.stakes):
            return None
        finding = card.findings[place]
        is_known = not _is_to_be_supplied(finding, spec)
        return Change(
            spec.id,
            "publisher" if is_known else "supplier",
            self.after([spec.id]).earned - card.earned,
            _said(finding, spec) if is_known else spec.title,
            spec.remediation if is_known else _supply(spec),
            tuple(name for name in self._also(spec.id) if self._places[name] in self._mended),
        )

    def _also(self, name: str) -> tuple[str, ...]:
        """What else is answered by whatever answers this signal: all flags that wait for one fact are judged by it."""
        spec = self.card.plan.registry[name].spec
        if spec.direction is not Direction.FLAG:
            return tuple(other for other in spec.implies if other in self._places)
        if self.card.findings[self._places[name]].share is not None:
            return ()
        return tuple(
            other.spec.id
            for other, finding in zip(self.card.plan.registry, self.card.findings, strict=True)
            if other.spec.direction is Direction.FLAG
            and other.spec.reads == spec.reads
            and finding.share is None
            and other.spec.id != name
        )


def _said(finding: Finding, spec: SignalSpec) -> str:
    """What speaks against the document, and in how many of the things that were counted."""
    against = finding.items_against
    return spec.problem if against is None else f"{spec.problem} ({against[0]} of {against[1]})"


def _supply(spec: SignalSpec) -> str:
    """What whoever scores has to bring; a flag has nothing to mend beside it."""
    bring = f"Supply {', '.join(sorted(spec.reads))}."
    return bring if spec.direction is Direction.FLAG else f"{bring} {spec.remediation}"


def mended(finding: Finding, spec: SignalSpec) -> Finding | None:
    """*finding* with its remedy carried out; None where there is nothing to mend, or nothing can be promised."""
    if spec.direction is Direction.FLAG:
        return None if finding.share is not None and not finding.share[0] else CLEAR
    if finding.bad:
        return finding._replace(good=finding.good + finding.bad, bad=0, basis=(), note="")
    is_open = not finding.good and finding.why not in _NOTHING_PROMISED
    return YES if is_open and not spec.counts else None


def _is_to_be_supplied(finding: Finding, spec: SignalSpec) -> bool:
    if spec.direction is Direction.FLAG:
        return finding.share is None
    return not finding.bad and finding.why in _TO_BE_SUPPLIED

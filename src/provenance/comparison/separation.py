"""What moved a score, where several things differ: each is changed in turn, and the score worked out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from provenance.audit import recompute
from provenance.comparison.causes import CAUSES
from provenance.document import Document
from provenance.errors import AuditError, ConfigurationError
from provenance.evidence import NOT_SUPPLIED
from provenance.fields import SETTLED_BY_AN_INDEX
from provenance.registry import Registry
from provenance.scoring import Scorecard, plan
from provenance.signal import Context
from provenance.values.hosts import Host
from provenance.values.lookalikes import Suspicion

Json = Mapping[str, Any]
_EVIDENCE = ("library", "input", "extraction", "tables")


class Points(NamedTuple):
    """What a signal earned and lost of its points, in millipoints."""

    earned: int
    lost: int
    points: int


def separated(
    before: Json, after: Json, causes: tuple[str, ...], registry: Registry
) -> dict[str, dict[str, int]]:
    """For each of *causes* the millipoints by which it moved what each signal earned; they add up to the whole.

    Evidence is changed first, then what an index says, what is held fixed, and the points. What a record says and
    this library does not find again is the library's.

    Raises:
        AuditError: a record cannot be worked out again here: its signals are of other versions, or it is not whole.
    """
    found: dict[str, dict[str, int]] = {}
    last: dict[str, int] | None = None
    for cause, earned in _states(before, after, causes, registry):
        if last is not None:
            moved = found.setdefault(cause, {})
            for name in dict.fromkeys([*last, *earned]):
                moved[name] = moved.get(name, 0) + earned.get(name, 0) - last.get(name, 0)
        last = earned
    return {cause: found[cause] for cause in CAUSES if any(found.get(cause, {}).values())}


def _states(
    before: Json, after: Json, causes: tuple[str, ...], registry: Registry
) -> Iterator[tuple[str, dict[str, int]]]:
    """What each signal earns after each change, and the cause of that change; first and last as recorded."""
    (one, context), (other, later) = recompute(dict(before), registry), recompute(dict(after), registry)
    everything = Registry(
        signal for signal in registry if signal.spec.id in {*one.plan.registry.ids, *other.plan.registry.ids}
    )
    try:
        plans = plan(everything, one.plan.policy), plan(everything, other.plan.policy)
    except ConfigurationError as problem:
        raise AuditError(str(problem)) from None
    yield "", _recorded(before)
    yield "library", _earned(one)
    evidence = next((cause for cause in _EVIDENCE[1:] if cause in causes), "library")
    read = other.document
    if "index" in causes:
        read = _with_index_of(one.document, read)
    meeting = _meeting(context, later, frozenset(before["suspicions"]))
    yield evidence, _earned(Scorecard.of(read, meeting, plans[0]))
    yield "index" if "index" in causes else evidence, _earned(Scorecard.of(other.document, meeting, plans[0]))
    yield "settings", _earned(Scorecard.of(other.document, later, plans[0]))
    yield "policy", _earned(Scorecard.of(other.document, later, plans[1]))
    yield "registry", _earned(other)
    yield "library", _recorded(after)


def _meeting(context: Context, later: Context, known: frozenset[str]) -> Context:
    """*context*, with what is suspected of the hosts that only the later record knows."""

    def suspect(host: Host, protected: Sequence[str]) -> Suspicion | None:
        return (context if host.name in known else later).suspect(host, protected)

    return context._replace(suspect=suspect)


def _with_index_of(one: Document, other: Document) -> Document:
    """*other*, with what an index said of *one*."""
    for name in SETTLED_BY_AN_INDEX:
        field = one.field(name)
        if field is not NOT_SUPPLIED or name in other.fields:
            other = other.replacing(name, field)
    return other


def _earned(card: Scorecard) -> dict[str, int]:
    return {c.signal: c.earned for c in card.contributions}


def _recorded(record: Json) -> dict[str, int]:
    return {row["id"]: row["earned"] for row in record["signals"] if "points" in row}

"""The laws (docs/explanation/laws.md) as checks of one document: each raises `LawBrokenError` with what broke it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from provenance.assessment import Assessment, Scorer, verify
from provenance.codec import canonical, digest_of
from provenance.document import Document
from provenance.errors import AuditError


class LawBrokenError(AssertionError):
    """A law does not hold, or a signal is not what it must be; the message says which, and where."""


def check_bounds(assessment: Assessment) -> None:
    """0 ≤ score ≤ ceiling ≤ applicable ≤ 100, coverage and features from 0 to 1."""
    if not 0 <= assessment.score <= assessment.ceiling <= assessment.applicable <= 100:
        raise LawBrokenError(f"bounds: {assessment!r}")
    shares = [share for share in (*assessment.features.values(), assessment.coverage) if share is not None]
    if not all(0 <= share <= 1 for share in shares):
        raise LawBrokenError(f"bounds of features: {assessment.features}")


def check_sums(assessment: Assessment) -> None:
    """Earned, lost and open add up to the points of each signal; contributions, families and axes to the whole."""
    card = assessment.card
    for contribution in card.contributions:
        if min(contribution.earned, contribution.lost, contribution.open) < 0:
            raise LawBrokenError(f"sum: {contribution}")
    families = card.families()
    parts = [(card.standing.whole, (*families,)), *((part, (name,)) for name, part in families.items())]
    parts += [(part, card.plan.policy.axes[axis]) for axis, (part, _) in card.axes().items()]
    for part, names in parts:
        own = [c for c in card.contributions if c.signal.partition(".")[0] in names]
        if part != (sum(c.earned for c in own), sum(c.lost for c in own), sum(c.points for c in own)):
            raise LawBrokenError(f"sum: {', '.join(names)}: {part} of {assessment!r}")
    if (card.earned, card.ceiling) != (card.standing.whole.earned, card.standing.whole.ceiling):
        raise LawBrokenError(f"sum: {assessment!r}")


def check_recomputation(assessment: Assessment) -> None:
    """The audit record alone, also after a trip through JSON, gives the same assessment, byte for byte.

    Whoever changes a record that was handed out changes no other: neither the next one nor that of the recomputation.
    """
    record = assessment.to_record()
    sealed = canonical(record)
    again = verify(sealed)
    if canonical(again.to_record()) != sealed:
        raise LawBrokenError(f"recomputation: {assessment!r}")
    if json.loads(sealed) != record:
        raise LawBrokenError(f"round trip: {assessment!r}")
    for taken in (record, again.to_record()):
        _spoil(taken)
    if not canonical(assessment.to_record()) == canonical(again.to_record()) == sealed:
        raise LawBrokenError(f"shared state: {assessment!r}")


def _spoil(value: Any) -> None:
    """Empty every object and list in *value*."""
    if isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            _spoil(part)
        value.clear()


def resealed(record: dict[str, Any]) -> dict[str, Any]:
    """*record* as a forger seals it: with the digest of what it holds."""
    rest = {key: value for key, value in record.items() if key != "digest"}
    return {**rest, "digest": digest_of(canonical(rest))}


def check_forgery(record: dict[str, Any]) -> None:
    """A record that somebody changed and sealed again is refused, or is as whole as any: in its bounds and explainable."""
    try:
        found = verify(resealed(record))
    except AuditError:
        return
    check_bounds(found)
    check_sums(found)
    if not (found.explain() and found.to_line()):
        raise LawBrokenError(f"cannot be explained: {found!r}")


def check_hiding(scorer: Scorer, document: Document) -> None:
    """Whatever is hidden, no contribution earns or loses more, and no letter is better: hiding never pays, learning narrows."""
    full = scorer.score(document).card
    for what, hidden in hidings(document):
        card = scorer.score(hidden).card
        for less, more in zip(card.contributions, full.contributions, strict=True):
            if less.earned > more.earned or less.lost > more.lost:
                raise LawBrokenError(f"hiding {what}: {more} became {less}")
        if card.plan.policy.unjudged not in (card.band, full.band) and card.band.least > full.band.least:
            raise LawBrokenError(f"hiding {what}: {full.band.letter} became {card.band.letter}")


def hidings(document: Document) -> Iterator[tuple[str, Document]]:
    """The document without each of its fields, and without each single observation."""
    for name, field in document.fields.items():
        yield name, document.hiding(name)
        if len(field.observations) > 1:
            for place, observation in enumerate(field.observations):
                yield observation.at, document.hiding(name, place)

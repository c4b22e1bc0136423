"""What an audit record holds, and how it is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from provenance.codec import canonical, digest_of
from provenance.inspection import date_shown, written
from provenance.policycheck import FULL
from provenance.reasons import principal_codes
from provenance.scoring import Part, Plan, Scorecard
from provenance.signal import Context, Finding
from provenance.version import __version__

SCHEMA: Final = "provenance.audit/1"
_SEALED: Final = (
    b'{"document":%b,"result":%b,"run":%b,"schema":' + canonical(SCHEMA) + b',"signals":[%b],"suspicions":%b}'
)
"""A record as it is sealed: canonical bytes of parts that are written already, in the order of their keys."""
Json = dict[str, Any]


class Row(NamedTuple):
    """The row of a signal, its canonical bytes, and which of its values are lists."""

    content: Json
    sealed: bytes
    lists: tuple[str, ...]

    @classmethod
    def of(cls, content: Json) -> Row:
        """*content*, with its canonical bytes."""
        return cls(content, canonical(content), tuple(k for k, v in content.items() if isinstance(v, list)))

    def copy(self) -> Json:
        """The row; whoever changes it changes nobody else's."""
        row = dict(self.content)
        for key in self.lists:
            row[key] = row[key].copy()
        return row


class Held(NamedTuple):
    """What does not change from document to document, and as the bytes that are sealed.

    `rows` remembers rows with their bytes: most rows of most records are one of a few ("nobody supplied it"), and
    writing JSON is what a record costs.
    """

    run: Json
    sealed: bytes
    rows: dict[tuple[object, ...], Row]

    @classmethod
    def of(cls, run: Json) -> Held:
        """*run*, whatever its owner does with it later, with its canonical bytes."""
        return cls(_copied(run), canonical(run), {})


_REMEMBERED: Final = 4096
"""Rows that are remembered at most."""
_PARTICULAR: Final = 2
"""A row that rests on more observations than this is hardly met again."""


def record_of(card: Scorecard, context: Context, held: Held) -> Json:
    """The audit record of *card*: a JSON object of integers and strings that ends in a digest of itself."""
    document, suspicions, result = written(card.document), suspicions_of(card, context), conclusion(card)
    rows = [_remembered(card, held, place, standing) for place, standing in enumerate(card.standings())]
    seal = _SEALED % (
        document.sealed,
        canonical(result),
        held.sealed,
        b",".join([row.sealed for row in rows]),
        canonical(suspicions),
    )
    return {
        "schema": SCHEMA,
        "document": document.take(),
        "suspicions": suspicions,
        "run": _copied(held.run),
        "signals": [row.copy() for row in rows],
        "result": result,
        "digest": digest_of(seal),
    }


def _copied(value: Any) -> Any:
    """*value* with objects and lists of its own."""
    if isinstance(value, dict):
        return {key: _copied(part) if isinstance(part, (dict, list)) else part for key, part in value.items()}
    return [_copied(part) for part in value] if isinstance(value, list) else value


def _remembered(card: Scorecard, held: Held, place: int, standing: tuple[object, ...]) -> Row:
    """The row of a signal with its canonical bytes."""
    if len(card.findings[place].basis) > _PARTICULAR:
        return Row.of(row_of(card, place))
    key = (place, *standing)
    known = held.rows.get(key)
    if known is None:
        if len(held.rows) >= _REMEMBERED:
            held.rows.clear()
        known = held.rows[key] = Row.of(row_of(card, place))
    return known


def held_fixed(
    laid_out: Plan, context: Context, index: str | None = None, registries: Sequence[Json] = ()
) -> Held:
    """What is held fixed for a run: versions, tables, the day, the user's lists, the digest of the index, the policy."""
    from provenance.values.suffixes import suffix_list
    from provenance.values.tables import TABLES, table

    return Held.of(
        {
            "library": __version__,
            "suffix_list": suffix_list()._asdict(),
            "tables": {name: table(name).digest for name in TABLES},
            "as_of": None if context.as_of is None else date_shown(context.as_of),
            "protected": {
                "count": len(context.protected),
                "digest": digest_of(canonical(list(context.protected))),
            },
            "affiliates": sorted(context.affiliates),
            "index": index,
            "registries": list(registries),
            "policy": {**laid_out.policy.content(), "digest": laid_out.policy.digest},
        }
    )


def conclusion(card: Scorecard) -> Json:
    """The points of a scorecard: as a whole, by axis and by family."""
    band, families = card.band, card.families()
    return {
        "score": card.earned,
        "ceiling": card.ceiling,
        "applicable": card.plan.applicable,
        "coverage": coverage(card.whole),
        "band": band.letter,
        "says": band.says,
        "axes": {
            name: {**_part(part), "band": of.letter, "says": of.says}
            for name, (part, of) in card.axes(families).items()
        },
        "families": {name: _part(part) for name, part in families.items()},
        "flags": list(card.flags()),
        "reasons": list(principal_codes(card)),
    }


def coverage(part: Part) -> int:
    """The share of points that could be judged, in ten-thousandths, rounded down."""
    return (part.earned + part.lost) * FULL // part.points if part.points else 0


def _part(part: Part) -> Json:
    return {"score": part.earned, "ceiling": part.ceiling, "points": part.points, "coverage": coverage(part)}


def row_of(card: Scorecard, place: int) -> Json:
    """What an audit record says of the signal at *place* of the registry."""
    signal, finding, contribution = (
        card.plan.registry.signals[place],
        card.findings[place],
        card.contribution(place),
    )
    row: Json = {
        "id": signal.spec.id,
        "version": signal.spec.version,
        "outcome": _outcome(finding),
        "good": finding.good,
        "bad": finding.bad,
        "of": finding.of,
    }
    if finding.share is not None:
        row["share"] = list(finding.share)
    why = finding.why if contribution is None else contribution.why
    if why is not None:
        row["why"] = str(why)
    if finding.basis:
        row["basis"] = list(finding.basis)
    if finding.note:
        row["note"] = finding.note
    if contribution is not None:
        row["points"] = contribution.points
        row["earned"] = contribution.earned
        row["lost"] = contribution.lost
        row["open"] = contribution.open
        if contribution.guarded:
            row["guarded"] = contribution.guarded
    return row


def _outcome(finding: Finding) -> str:
    if finding.share is None:
        return "unknown"
    return "present" if finding.share[0] else "absent"


def suspicions_of(card: Scorecard, context: Context) -> Json:
    """What the user's list says of the document's hosts; the list itself stays with the user."""
    found = {url.host.name: context.suspicion_of(url.host) for url in card.document.url.values}
    return {name: None if s is None else [list(s.reasons), s.protected] for name, s in sorted(found.items())}

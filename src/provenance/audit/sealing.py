"""What an audit record holds, and how it is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from provenance.codec import canonical, digest_of
from provenance.inspection import date_shown, written
from provenance.policycheck import FULL
from provenance.reasons import codes_of
from provenance.scoring import Part, Plan, Scorecard, Standing
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

    finding: Finding
    content: Json
    sealed: bytes
    lists: tuple[str, ...]

    @classmethod
    def of(cls, standing: Standing, place: int, finding: Finding) -> Row:
        """The row of the signal at *place* of the registry."""
        content = _row(standing, place, finding)
        lists = tuple(key for key, value in content.items() if isinstance(value, list))
        return cls(finding, content, canonical(content), lists)

    def copy(self) -> Json:
        """The row; whoever changes it changes nobody else's."""
        row = self.content.copy()
        for key in self.lists:
            row[key] = row[key].copy()
        return row


class _Judged:
    """The rows and the conclusion of all documents that stand alike, with their bytes: writing JSON is what a record costs.

    A row is shared by the documents in which the finding rests on the same, as nearly all do.
    """

    __slots__ = ("_rows", "_standing", "result", "sealed")

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._rows: list[Row] = []
        self.result = conclusion_of(standing)
        self.sealed = canonical(self.result)

    def rows(self, findings: list[Finding]) -> list[Row]:
        """The row of each signal."""
        if not self._rows:
            self._rows = [Row.of(self._standing, place, finding) for place, finding in enumerate(findings)]
            return self._rows
        return [
            row
            if row.finding is finding or row.finding == finding
            else Row.of(self._standing, place, finding)
            for place, (row, finding) in enumerate(zip(self._rows, findings, strict=True))
        ]


class Held(NamedTuple):
    """What does not change from document to document, and as the bytes that are sealed."""

    run: Json
    sealed: bytes

    @classmethod
    def of(cls, run: Json) -> Held:
        """*run*, whatever its owner does with it later, with its canonical bytes."""
        return cls(_copied(run), canonical(run))


def record_of(card: Scorecard, context: Context, held: Held) -> Json:
    """The audit record of *card*: a JSON object of integers and strings that ends in a digest of itself."""
    document, suspicions = written(card.document), suspicions_of(card, context)
    judged = card.standing.derived(_Judged)
    rows = judged.rows(card.findings)
    seal = _SEALED % (
        document.sealed,
        judged.sealed,
        held.sealed,
        b",".join([row.sealed for row in rows]),
        canonical(suspicions),
    )
    return {
        "schema": SCHEMA,
        "document": document.take(),
        "suspicions": suspicions,
        "run": _copied(held.run),
        "signals": [row.copy() if row.lists else row.content.copy() for row in rows],
        "result": _copied(judged.result),
        "digest": digest_of(seal),
    }


def _copied(value: Any) -> Any:
    """*value* with objects and lists of its own."""
    if isinstance(value, dict):
        return {
            key: _copied(part) if part.__class__ is dict or part.__class__ is list else part
            for key, part in value.items()
        }
    return [_copied(part) for part in value] if isinstance(value, list) else value


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
    return conclusion_of(card.standing)


def conclusion_of(standing: Standing) -> Json:
    """The points of all documents that stand so: as a whole, by axis and by family."""
    band = standing.band
    return {
        "score": standing.earned,
        "ceiling": standing.ceiling,
        "applicable": standing.plan.applicable,
        "coverage": coverage(standing.whole),
        "band": band.letter,
        "says": band.says,
        "axes": {
            name: {**_part(part), "band": of.letter, "says": of.says}
            for name, (part, of) in standing.axes().items()
        },
        "families": {name: _part(part) for name, part in standing.families().items()},
        "flags": list(standing.flags()),
        "reasons": list(standing.derived(codes_of)),
    }


def coverage(part: Part) -> int:
    """The share of points that could be judged, in ten-thousandths, rounded down."""
    return (part.earned + part.lost) * FULL // part.points if part.points else 0


def _part(part: Part) -> Json:
    return {"score": part.earned, "ceiling": part.ceiling, "points": part.points, "coverage": coverage(part)}


def row_of(card: Scorecard, place: int) -> Json:
    """What an audit record says of the signal at *place* of the registry."""
    return _row(card.standing, place, card.findings[place])


def _row(standing: Standing, place: int, finding: Finding) -> Json:
    signal, contribution = standing.plan.registry.signals[place], standing.contribution(place)
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

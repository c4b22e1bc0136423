"""What an audit record holds, and how it is sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import ne
from typing import Any, Final, NamedTuple

from attrs import define

from provenance.audit.copies import Original
from provenance.codec import canonical, digest_of
from provenance.inspection import Written, date_shown, written
from provenance.policycheck import FULL
from provenance.reasons import principal_codes
from provenance.scoring import Part, Plan, Scorecard, Standing
from provenance.signal import Context, Finding
from provenance.version import __version__

SCHEMA: Final = "provenance.audit/1"
_SEALED: Final = (
    b'{"document":%b,"result":%b,"run":%b,"schema":' + canonical(SCHEMA) + b',"signals":[%b],"suspicions":%b}'
)
"""A record as it is sealed: canonical bytes of parts that are written already, in the order of their keys."""
Json = dict[str, Any]


class _Judged:
    """The rows and the conclusion of all documents that stand alike, with their bytes: writing JSON is what a record costs.

    The rows are those of the first of them. In nearly all others nearly every finding rests on the same; where one does
    not, the row is the document's own.
    """

    __slots__ = ("_all_sealed", "_findings", "_lists", "_rows", "_sealed", "result", "sealed", "standing")

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        result = conclusion(standing)
        self.result, self.sealed = Original.of(result), canonical(result)
        self._findings = standing.findings
        self._rows = rows_of(standing)
        self._lists = [
            (place, key, held)
            for place, row in enumerate(self._rows)
            for key, held in row.items()
            if isinstance(held, list)
        ]
        self._sealed = [canonical(row) for row in self._rows]
        self._all_sealed = b",".join(self._sealed)

    def own(self, findings: Sequence[Finding]) -> dict[int, Json]:
        """The rows that are those of *findings* alone, by the places of their signals."""
        if findings is self._findings:
            return {}
        differing = compress(count(), map(ne, findings, self._findings))
        return {place: _row(self.standing, place, findings[place]) for place in differing}

    def rows(self, own: Mapping[int, Json]) -> list[Json]:
        """All rows, of which nobody else has any, with those that are a document's *own*."""
        made = list(map(dict.copy, self._rows))
        for place, key, held in self._lists:
            made[place][key] = held.copy()
        for place, row in own.items():
            made[place] = row
        return made

    def sealed_rows(self, own: Mapping[int, Json]) -> bytes:
        """The canonical bytes of all rows, between their brackets."""
        if not own:
            return self._all_sealed
        sealed = self._sealed.copy()
        for place, row in own.items():
            sealed[place] = canonical(row)
        return b",".join(sealed)


class Held(NamedTuple):
    """What does not change from document to document, and as the bytes that are sealed."""

    run: Original
    sealed: bytes

    @classmethod
    def of(cls, run: Json) -> Held:
        """*run*, whatever its owner does with it later, with its canonical bytes."""
        return cls(Original.of(run), canonical(run))


@define
class Parts:
    """The parts of an audit record that differ from document to document."""

    document: Written
    suspicions: Json
    judged: _Judged
    own: dict[int, Json]  # rows that are the document's own

    @classmethod
    def of(cls, card: Scorecard, context: Context) -> Parts:
        """The parts of the record of *card*."""
        judged = card.standing.derived(_Judged)
        return cls(written(card.document), suspicions_of(card, context), judged, judged.own(card.findings))

    def sealed(self, held: Held) -> bytes:
        """What the digest is taken of: the canonical bytes of all the rest."""
        return _SEALED % (
            self.document.sealed,
            self.judged.sealed,
            held.sealed,
            self.judged.sealed_rows(self.own),
            _sealed_suspicions(self.suspicions),
        )


def record_of(card: Scorecard, context: Context, held: Held) -> Json:
    """The audit record of *card*: a JSON object of integers and strings that ends in a digest of itself."""
    parts = Parts.of(card, context)
    return {
        "schema": SCHEMA,
        "document": parts.document.take(),
        "suspicions": parts.suspicions,
        "run": held.run.copy(),
        "signals": parts.judged.rows(parts.own),
        "result": parts.judged.result.copy(),
        "digest": digest_of(parts.sealed(held)),
    }


def record_bytes(card: Scorecard, context: Context, held: Held) -> bytes:
    """The canonical bytes of `record_of`, without the objects that it would take to write them."""
    sealed = Parts.of(card, context).sealed(held)
    return b'{"digest":"%b",%b' % (digest_of(sealed).encode("ascii"), sealed[1:])


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


def conclusion(standing: Standing) -> Json:
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
        "reasons": list(standing.derived(principal_codes)),
    }


def coverage(part: Part) -> int:
    """The share of points that could be judged, in ten-thousandths, rounded down."""
    return (part.earned + part.lost) * FULL // part.points if part.points else 0


def _part(part: Part) -> Json:
    return {"score": part.earned, "ceiling": part.ceiling, "points": part.points, "coverage": coverage(part)}


def rows_of(standing: Standing) -> list[Json]:
    """What an audit record says of each signal."""
    return [_row(standing, place, finding) for place, finding in enumerate(standing.findings)]


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
    found: Json = {}
    for url, _, _ in card.document.url.observations:
        suspicion = context.suspicion_of(url.host)
        found[url.host.name] = None if suspicion is None else [list(suspicion.reasons), suspicion.protected]
    return dict(sorted(found.items()))


def _sealed_suspicions(suspicions: Json) -> bytes:
    """The canonical bytes of `suspicions_of`; nearly all hosts are above suspicion, and come again."""
    return canonical(suspicions) if any(suspicions.values()) else _unsuspected(tuple(suspicions))


@lru_cache(maxsize=1 << 12)
def _unsuspected(hosts: tuple[str, ...]) -> bytes:
    return canonical(dict.fromkeys(hosts))

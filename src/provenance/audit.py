"""Layer 7: the audit record: everything needed to recompute an assessment, sealed by a digest over its own bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from provenance.codec import canonical, canonical_object, digest_of, first_difference
from provenance.errors import AuditError, UnknownSignalError
from provenance.inspection import date_from, date_shown, document_from, evidence
from provenance.policy import Policy
from provenance.policycheck import FULL
from provenance.registry import Registry
from provenance.scoring import Part, Plan, Scorecard, plan
from provenance.signal import Context, Finding, Signal
from provenance.values.hosts import Host
from provenance.values.lookalikes import Suspicion
from provenance.version import __version__

SCHEMA: Final = "provenance.audit/1"
_SCHEMA: Final = canonical(SCHEMA)
Json = dict[str, Any]


class Held(NamedTuple):
    """What does not change from document to document, and as the bytes that are sealed.

    `rows` remembers rows with their bytes: most rows of most records are one of a few ("nobody supplied it"), and
    writing JSON is what a record costs.
    """

    run: Json
    sealed: bytes
    rows: dict[tuple[object, ...], tuple[Json, bytes]]

    @classmethod
    def of(cls, run: Json) -> Held:
        """*run*, with its canonical bytes."""
        return cls(run, canonical(run), {})


_REMEMBERED: Final = 4096
"""Rows that are remembered at most."""
_PARTICULAR: Final = 2
"""A row that rests on more observations than this is hardly met again."""


def record_of(card: Scorecard, context: Context, held: Held) -> Json:
    """The audit record of *card*: a JSON object of integers and strings that ends in a digest of itself."""
    document, suspicions, result = evidence(card.document), _suspicions(card, context), conclusion(card)
    rows, written = [], []
    for place, standing in enumerate(card.standings()):
        row, sealed = _remembered(card, held, place, standing)
        rows.append(row)
        written.append(sealed)
    seal = canonical_object(
        {
            "document": canonical(document),
            "result": canonical(result),
            "run": held.sealed,
            "schema": _SCHEMA,
            "signals": b"[" + b",".join(written) + b"]",
            "suspicions": canonical(suspicions),
        }
    )
    return {
        "schema": SCHEMA,
        "document": document,
        "suspicions": suspicions,
        "run": held.run,
        "signals": rows,
        "result": result,
        "digest": digest_of(seal),
    }


def _remembered(card: Scorecard, held: Held, place: int, standing: tuple[object, ...]) -> tuple[Json, bytes]:
    """The row of a signal with its canonical bytes; the row is the caller's own."""
    if len(card.findings[place].basis) > _PARTICULAR:
        row = _signal(card, place)
        return row, canonical(row)
    key = (place, *standing)
    known = held.rows.get(key)
    if known is None:
        row = _signal(card, place)
        if len(held.rows) >= _REMEMBERED:
            held.rows.clear()
        known = held.rows[key] = (row, canonical(row))
    return dict(known[0]), known[1]


def held_fixed(laid_out: Plan, context: Context, index: str | None = None) -> Held:
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
    }


def coverage(part: Part) -> int:
    """The share of points that could be judged, in ten-thousandths, rounded down."""
    return (part.earned + part.lost) * FULL // part.points if part.points else 0


def _part(part: Part) -> Json:
    return {"score": part.earned, "ceiling": part.ceiling, "points": part.points, "coverage": coverage(part)}


def _signal(card: Scorecard, place: int) -> Json:
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


def _suspicions(card: Scorecard, context: Context) -> Json:
    """What the user's list says of the document's hosts; the list itself stays with the user."""
    found = {url.host.name: context.suspicion_of(url.host) for url in card.document.url.values}
    return {name: None if s is None else [list(s.reasons), s.protected] for name, s in sorted(found.items())}


def recompute(record: Mapping[str, Any], registry: Registry) -> tuple[Scorecard, Context]:
    """The scorecard and its context, worked out again from *record* alone.

    Raises:
        AuditError: the record is of another schema, not whole, or made by signals of another version.
    """
    if record.get("schema") != SCHEMA:
        raise AuditError(f"expected an audit record of schema {SCHEMA!r}", "/schema")
    try:
        policy = Policy.from_content(
            {key: value for key, value in record["run"]["policy"].items() if key != "digest"}
        )
        rows = record["signals"]
        chosen = Registry(_same_version(registry, row["id"], row["version"], n) for n, row in enumerate(rows))
        context = _context(record)
        laid_out = plan(chosen, policy)
        return Scorecard(document_from(record["document"]), context, laid_out), context
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
        raise AuditError(f"the record is not whole: {type(problem).__name__}: {problem}") from None


def _same_version(registry: Registry, name: str, version: int, place: int) -> Signal:
    try:
        signal = registry[name]
    except UnknownSignalError as problem:
        raise AuditError(str(problem), f"/signals/{place}/id") from None
    if signal.spec.version != version:
        raise AuditError(
            f"made by version {version} of {name}; this library has version {signal.spec.version}",
            f"/signals/{place}/version",
        )
    return signal


def _context(record: Mapping[str, Any]) -> Context:
    """What was held fixed, with the answers of the user's list in the place of the list."""
    answers = {
        name: None if given is None else Suspicion(tuple(given[0]), given[1])
        for name, given in record["suspicions"].items()
    }

    def recorded(host: Host, _protected: object) -> Suspicion | None:
        return answers[host.name]

    run = record["run"]
    as_of = None if run["as_of"] is None else date_from(run["as_of"])
    return Context(as_of, (), frozenset(run["affiliates"]), recorded)


def check(record: Mapping[str, Any], registry: Registry) -> tuple[Scorecard, Context]:
    """The scorecard that *record* reproduces.

    Raises:
        AuditError: it does not reproduce; the pointer names the first difference, ``/digest`` if only the seal is broken.
    """
    card, context = recompute(record, registry)
    again = {
        "signals": [_signal(card, place) for place in range(len(card.findings))],
        "result": conclusion(card),
    }
    pointer = first_difference({key: record.get(key) for key in again}, again)
    if pointer is not None:
        raise AuditError("is not what follows from the evidence", pointer)
    if record["run"]["policy"].get("digest") != card.plan.policy.digest:
        raise AuditError("is not the digest of the policy", "/run/policy/digest")
    try:
        seal = digest_of(canonical({key: value for key, value in record.items() if key != "digest"}))
    except (TypeError, ValueError) as problem:
        raise AuditError(f"holds what an audit record cannot: {problem}") from None
    if record.get("digest") != seal:
        raise AuditError("the record was changed after it was sealed", "/digest")
    return card, context

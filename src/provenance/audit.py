"""Layer 7: the audit record: everything needed to recompute an assessment, sealed by a digest over its own bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from provenance.codec import canonical, digest_of, first_difference
from provenance.errors import AuditError, UnknownSignalError
from provenance.inspection import date_from, date_shown, document_from, evidence
from provenance.policy import Policy
from provenance.policycheck import FULL
from provenance.registry import Registry
from provenance.scoring import Contribution, Part, Plan, Scorecard, plan
from provenance.signal import Context, Finding, Signal
from provenance.values.hosts import Host
from provenance.values.lookalikes import Suspicion
from provenance.version import __version__

SCHEMA: Final = "provenance.audit/1"
Json = dict[str, Any]


def record_of(card: Scorecard, context: Context, held: Json) -> Json:
    """The audit record of *card*: a JSON object of integers and strings that ends in a digest of itself.

    *held* is what was held fixed for every document of the run (`held_fixed`).
    """
    record: Json = {
        "schema": SCHEMA,
        **held,
        "document": evidence(card.document),
        "suspicions": _suspicions(card, context),
        **computed(card),
    }
    record["digest"] = digest_of(canonical(record))
    return record


def held_fixed(laid_out: Plan, context: Context) -> Json:
    """What does not change from document to document: versions, tables, the day, the user's lists, the policy."""
    from provenance.values.suffixes import suffix_list
    from provenance.values.tables import TABLES, table

    return {
        "library": __version__,
        "suffix_list": suffix_list()._asdict(),
        "tables": {name: table(name).digest for name in TABLES},
        "as_of": None if context.as_of is None else date_shown(context.as_of),
        "protected": {"count": len(context.protected), "digest": digest_of(canonical(list(context.protected)))},
        "affiliates": sorted(context.affiliates),
        "policy": {**laid_out.policy.content(), "digest": laid_out.policy.digest},
    }


def computed(card: Scorecard) -> Json:
    """All that is concluded from the evidence; the part of a record that `verify` works out again."""
    contributions = {c.signal: c for c in card.contributions}
    rows = [_signal(s, f, contributions.get(s.spec.id)) for s, f in zip(card.plan.registry, card.findings, strict=True)]
    axes = {name: {**_part(part), "band": band.letter, "says": band.says} for name, (part, band) in card.axes().items()}
    return {
        "signals": rows,
        "score": card.earned,
        "ceiling": card.ceiling,
        "applicable": card.plan.applicable,
        "coverage": coverage(card.whole),
        "band": card.band.letter,
        "says": card.band.says,
        "axes": axes,
        "families": {name: _part(part) for name, part in card.families().items()},
        "flags": list(card.flags()),
    }


def coverage(part: Part) -> int:
    """The share of points that could be judged, in ten-thousandths, rounded down."""
    return (part.earned + part.lost) * FULL // part.points if part.points else 0


def _part(part: Part) -> Json:
    return {"score": part.earned, "ceiling": part.ceiling, "points": part.points, "coverage": coverage(part)}


def _signal(signal: Signal, finding: Finding, contribution: Contribution | None) -> Json:
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
        policy = Policy.from_content({key: value for key, value in record["policy"].items() if key != "digest"})
        rows = record["signals"]
        chosen = Registry(_same_version(registry, row["id"], row["version"], n) for n, row in enumerate(rows))
        context = _context(record)
        laid_out = plan(chosen, policy)
        document = document_from(record["document"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as problem:
        raise AuditError(f"the record is not whole: {type(problem).__name__}: {problem}") from None
    return Scorecard(document, context, laid_out), context


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
        name: None if given is None else Suspicion(tuple(given[0]), given[1]) for name, given in record["suspicions"].items()
    }

    def recorded(host: Host, _protected: object) -> Suspicion | None:
        return answers[host.name]

    as_of = record["as_of"]
    return Context(None if as_of is None else date_from(as_of), (), frozenset(record["affiliates"]), recorded)


def check(record: Mapping[str, Any], registry: Registry) -> tuple[Scorecard, Context]:
    """The scorecard that *record* reproduces.

    Raises:
        AuditError: it does not reproduce; the pointer names the first difference, ``/digest`` if only the seal is broken.
    """
    card, context = recompute(record, registry)
    again = computed(card)
    shown = {key: record.get(key) for key in again}
    pointer = first_difference(shown, again)
    if pointer is not None:
        raise AuditError("is not what follows from the evidence", pointer)
    if record["policy"].get("digest") != card.plan.policy.digest:
        raise AuditError("is not the digest of the policy", "/policy/digest")
    try:
        seal = digest_of(canonical({key: value for key, value in record.items() if key != "digest"}))
    except (TypeError, ValueError) as problem:
        raise AuditError(f"holds what an audit record cannot: {problem}") from None
    if record.get("digest") != seal:
        raise AuditError("the record was changed after it was sealed", "/digest")
    return card, context

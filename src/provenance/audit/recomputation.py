"""An audit record recomputed from itself alone, and refused by the place where it is not what it has to be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from provenance.audit.annotations import annotations_in
from provenance.audit.sealing import SCHEMA, Json, conclusion, rows_of, suspicions_of
from provenance.codec import canonical, digest_of
from provenance.errors import AuditError, InvalidPolicyError, near, shown
from provenance.inspection import date_from, date_shown, document_from
from provenance.inspection.pieces import DIGEST, Piece
from provenance.inspection.rereading import is_as_stated
from provenance.policy import Policy
from provenance.policycheck import LIMIT, MILLIPOINTS
from provenance.registries.entries import KINDS, OF_OTHERS
from provenance.registry import Registry
from provenance.scoring import Scorecard, plan
from provenance.signal import Context, Signal
from provenance.values.dates import Date
from provenance.values.hosts import Host
from provenance.values.lookalikes import REASONS, Suspicion, suspicion
from provenance.version import __version__

_KEYS: Final = ("schema", "document", "suspicions", "run", "signals", "result", "digest")
_RUN: Final = (
    "library",
    "suffix_list",
    "tables",
    "as_of",
    "protected",
    "affiliates",
    "index",
    "registries",
    "policy",
)
_VERSION: Final = re.compile(r"[0-9][0-9A-Za-z.+!-]*")


def check(record: Mapping[str, Any], registry: Registry) -> tuple[Scorecard, Context]:
    """The scorecard that *record* reproduces.

    Raises:
        AuditError: it does not reproduce; the pointer names the first difference, ``/digest`` if only the seal is broken.
    """
    whole = _own_copy(record)
    card, context = recompute(whole, registry)
    piece = Piece(whole)
    _check_bounds(card, piece["signals"])
    piece["result"].equal(conclusion(card.standing), "is not what follows from the evidence")
    piece["signals"].equal(rows_of(card.standing), "is not what follows from the evidence")
    _check_suspicions(card, context, piece)
    _check_run(card, piece["run"])
    annotations_in(whole)
    sealed_digest(whole)
    return card, context


def sealed_digest(record: Mapping[str, Any]) -> str:
    """The digest that *record* ends in, which is the digest of all the rest.

    Raises:
        AuditError: it is no audit record, or was changed after it was sealed.
    """
    _check_schema(record)
    seal = digest_of(_canonical({key: value for key, value in record.items() if key != "digest"}))
    Piece(record)["digest"].equal(seal, "the record was changed after it was sealed")
    return seal


def _check_schema(record: object) -> None:
    schema = record.get("schema") if isinstance(record, Mapping) else None
    if schema != SCHEMA:
        found = "" if schema is None else f", found {shown(schema)}"
        raise AuditError(f"expected an audit record of schema {SCHEMA!r}{found}", "/schema")


def _own_copy(record: Mapping[str, Any]) -> Json:
    """*record* as JSON holds it, whatever its owner does with it later."""
    found: Json = json.loads(_canonical(dict(record)))
    return found


def _canonical(record: Json) -> bytes:
    try:
        return canonical(record)
    except (TypeError, ValueError, RecursionError) as problem:
        raise AuditError(f"holds what an audit record cannot: {problem}") from None


def recompute(record: Json, registry: Registry) -> tuple[Scorecard, Context]:
    """The scorecard and its context, worked out again from *record* alone.

    Raises:
        AuditError: the record is of another schema, not whole, or made by signals of another version.
    """
    piece = Piece(record)
    _check_schema(record)
    piece.having(_KEYS, ("annotations",))
    policy = _policy(piece["run"].having(_RUN)["policy"])
    chosen = _registry(piece["signals"], registry)
    _check_whole(policy, chosen)
    context = _context(piece)
    document = document_from(piece["document"], same_tables=is_of_these_tables(record))
    known = {url.host.name for url in document.url.values}
    piece["suspicions"].having(tuple(sorted(known)))
    try:
        return Scorecard.of(document, context, plan(chosen, policy)), context
    except InvalidPolicyError as problem:
        piece["run"]["policy"].refuse(f"cannot be used: {problem}")
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as problem:
        raise AuditError(f"cannot be recomputed: {type(problem).__name__}: {problem}") from None


def _policy(piece: Piece) -> Policy:
    """The policy of a run."""
    content = {key: value.value for key, value in piece.items() if key != "digest"}
    try:
        return Policy.from_content(content)
    except InvalidPolicyError as problem:
        piece.refuse(f"is no policy: {problem}")


def _registry(rows: Piece, registry: Registry) -> Registry:
    """The signals of the rows: of the same version, each once, in the order of *registry*."""
    places = {name: place for place, name in enumerate(registry.ids)}
    chosen: list[Signal] = []
    last = -1
    for row in rows.each():
        name = row["id"].string()
        if name not in places:
            row["id"].refuse(f"there is no signal {name!r}{near(name, places)}")
        if places[name] <= last:
            row["id"].refuse("stands twice, or not in the order of the registry")
        last = places[name]
        chosen.append(_same_version(registry[name], row["version"]))
    return Registry(chosen)


def _same_version(signal: Signal, version: Piece) -> Signal:
    if version.value != signal.spec.version:
        version.refuse(
            f"made by version {version.value!r} of {signal.spec.id}; this library has version {signal.spec.version}"
        )
    return signal


def _check_whole(policy: Policy, chosen: Registry) -> None:
    """Every signal that the policy gives points to, or keeps a gate with, has its row."""
    for name in (*policy.points, *policy.gates):
        if name not in chosen:
            raise AuditError(f"there is no row of {name}, which the policy names", "/signals")


def _context(piece: Piece) -> Context:
    """What was held fixed, with the answers of the user's list in the place of the list."""
    answers = {name: given.or_null(_suspicion) for name, given in piece["suspicions"].items()}

    def recorded(host: Host, _protected: object) -> Suspicion | None:
        return answers.get(host.name)

    run = piece["run"]
    return Context(run["as_of"].or_null(_day), (), frozenset(run["affiliates"].strings()), recorded)


def _day(piece: Piece) -> Date:
    date = date_from(piece)
    if not is_as_stated(date):
        piece["value"].refuse("does not mean what is said of it")
    piece.equal(date_shown(date), "is not as a date is written")
    return date


def _suspicion(piece: Piece) -> Suspicion:
    found = tuple(piece.each())
    if len(found) != len(Suspicion._fields):
        piece.refuse("expected reasons, and the name that the host looks like")
    reasons = found[0].words(REASONS)
    if not reasons:
        found[0].refuse("a suspicion has its reasons")
    return Suspicion(reasons, found[1].string())


# --- what is checked beside the evidence ----------------------------------------------------------------------------


def is_of_these_tables(record: Json) -> bool:
    """Whether *record* was made with the suffix list and the tables that are installed here, so that hosts read alike."""
    from provenance.values.suffixes import suffix_list
    from provenance.values.tables import TABLES, table

    run = Piece(record)["run"]
    tables = {name: table(name).digest for name in TABLES}
    return (run["suffix_list"]["digest"].value, run["tables"].value) == (suffix_list().digest, tables)


def _check_bounds(card: Scorecard, rows: Piece) -> None:
    """0 ≤ score ≤ ceiling ≤ applicable ≤ 100, of the whole, of every contribution, and of every share."""
    for finding, row in zip(card.findings, rows.each(), strict=True):
        good, bad, of, share, *_ = finding
        if (
            min(good, bad) < 0
            or not 0 < of >= good + bad
            or not (share is None or 0 <= share[0] <= share[1] > 0)
        ):
            row.refuse("is out of bounds")
    if any(min(c.earned, c.lost, c.open) < 0 for c in card.contributions):
        rows.refuse("a contribution is out of bounds")
    if not 0 <= card.earned <= card.ceiling <= card.plan.applicable <= LIMIT * MILLIPOINTS:
        raise AuditError("is out of bounds", "/result")


def _check_suspicions(card: Scorecard, context: Context, piece: Piece) -> None:
    """The suspicions are written as they would be again; without a user's list they can be worked out again."""
    piece["suspicions"].equal(suspicions_of(card, context), "is not as a suspicion is written")
    if piece["run"]["protected"]["count"].value == 0 and is_of_these_tables(piece.value):
        plain = suspicions_of(card, context._replace(suspect=suspicion))
        piece["suspicions"].equal(plain, "is not what the host says")


def _check_run(card: Scorecard, run: Piece) -> None:
    """What was held fixed is such as a run holds fixed; where a digest is ours, so is what it is the digest of."""
    from provenance.values.suffixes import suffix_list
    from provenance.values.tables import TABLES

    run["library"].like(_VERSION)
    run["suffix_list"].having(("version", "digest"))["version"].string()
    if run["suffix_list"]["digest"].like(DIGEST) == suffix_list().digest:
        run["suffix_list"].equal(suffix_list()._asdict(), "is not the version of this list")
    digests = {name: digest.like(DIGEST) for name, digest in run["tables"].items()}
    if not digests or (run["library"].value == __version__ and {*digests} != {*TABLES}):
        run["tables"].refuse("are not the tables of this library")
    protected = run["protected"].having(("count", "digest"))
    is_empty = protected["digest"].like(DIGEST) == digest_of(canonical([]))
    if (protected["count"].integer(0) == 0) != is_empty:
        protected["count"].refuse("is not how many names the list holds")
    run["affiliates"].equal(sorted({*run["affiliates"].strings()}), "is not as affiliates are written")
    run["index"].or_null(lambda index: index.name())
    _check_registries(run["registries"], card)
    run["policy"].equal(
        {**card.plan.policy.content(), "digest": card.plan.policy.digest}, "is not as a policy is written"
    )


def _check_registries(registries: Piece, card: Scorecard) -> None:
    """The registries of a run are written as they would be again; without any, none is in the evidence."""
    found = []
    for each in registries.each():
        each.having(("name", "kind", "digest", "source", "date", "entries"))
        each["digest"].like(DIGEST)
        each["entries"].integer(0)
        for said in (each["source"], each["date"]):
            said.or_null(Piece.name)
        found.append((each["kind"].word(KINDS), each["name"].name(), each["digest"].value))
    if found != sorted({*found}):
        registries.refuse("are not as registries are written")
    for name, kinds in (("ratings", {"ratings"}), ("declarations", OF_OTHERS)):
        if name in card.document.fields and kinds.isdisjoint(kind for kind, _, _ in found):
            registries.refuse(f"there is none that {name} could come from")

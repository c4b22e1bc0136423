"""`provenance ledger`: append audit records to a ledger, verify it, take its head, and prove what it holds."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from typing import Any, Final

from provenance.audit import original_digest, sealed_digest
from provenance.cli.appending import Appending
from provenance.cli.objects import as_object, values_in
from provenance.cli.problems import Problems, add_all
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.defects import spared
from provenance.errors import AuditError, ConfigurationError, InputError
from provenance.ledger import Entry, Head, Ledger, Seal, check_proof, consistency, inclusions
from provenance.ledger.proofs import SCHEMA as PROOF
from provenance.render.words import counted

_TAKEN: Final = {
    "append": ("records", "all"),
    "verify": ("head", "find", "all"),
    "head": (),
    "prove": ("entry", "id", "since"),
    "check": ("head", "find", "all"),
}
"""What each action takes besides the ledger."""
Json = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``ledger``."""
    parser.add_argument(
        "action",
        choices=tuple(_TAKEN),
        help="append audit records; verify the whole ledger; print its head, to anchor elsewhere; "
        "prove what it holds; check such a proof",
    )
    parser.add_argument("ledger", metavar="LEDGER", help="the ledger; with check, the file of proofs")
    parser.add_argument(
        "records",
        nargs="*",
        default=[],  # else it counts as required
        metavar="RECORDS",
        help="with append: audit records as --audit writes them, one per line; - for standard input",
    )
    parser.add_argument(
        "--head",
        metavar="HEAD",
        action="append",
        default=[],
        help="with verify: an anchored head that the ledger must have grown from; "
        "with check: the head that the proof must be for; repeatable",
    )
    parser.add_argument(
        "--find",
        metavar="RECORDS",
        action="append",
        default=[],
        help="with verify and check: audit records that must be in it; repeatable",
    )
    parser.add_argument(
        "--entry", metavar="N", type=int, help="with prove: the entry with this number, from 1"
    )
    parser.add_argument("--id", metavar="ID", help="with prove: every entry of the document with this id")
    parser.add_argument(
        "--since", metavar="HEAD", help="with prove: that the ledger grew from this older head"
    )
    add_all(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Do what was asked of a ledger; 1 if it does not hold together."""
    _check_options(args)
    streams.quiet = args.quiet
    actions: dict[str, Callable[[argparse.Namespace, Streams], int]] = {
        "append": _append,
        "verify": _verify,
        "head": _head,
        "prove": _prove,
        "check": _check,
    }
    try:
        return actions[args.action](args, streams)
    except AuditError as problem:
        streams.say(f"{args.ledger}: {problem}")
        return 1


def _check_options(args: argparse.Namespace) -> None:
    for name in ("records", "head", "find", "all", "entry", "id", "since"):
        given = getattr(args, name)
        if not (given is None or given is False or given == []) and name not in _TAKEN[args.action]:
            what = args.records[0] if name == "records" else f"--{name}"
            raise ConfigurationError(f"{what}: `ledger {args.action}` takes no such thing")
    if args.action == "append" and not args.records:
        raise ConfigurationError("there is nothing to append: name audit records, or - for standard input")


def _append(args: argparse.Namespace, streams: Streams) -> int:
    found = values_in(args.records, streams.stdin)  # before anything is said of the ledger
    ledger, bad = Appending(args.ledger, streams), Problems.of(args, streams, "cannot be appended")
    for record, place in found:
        seal = spared(lambda value: Seal.of(as_object(value)), record, place)
        if isinstance(seal, InputError):
            bad.add(seal)
        else:
            ledger.add(seal)
    return 3 if bad.count else 0


def _verify(args: argparse.Namespace, streams: Streams) -> int:
    ledger, heads = Ledger(args.ledger), _heads(args)
    head = ledger.check(heads)
    if not args.quiet:
        grown = ", and grew from what was anchored" if heads else ""
        streams.write(f"{counted(head.size, 'entry holds', 'entries hold')} together{grown}\n")
    return _find(args, {entry.record for entry in ledger.entries()} if args.find else (), streams)


def _head(args: argparse.Namespace, streams: Streams) -> int:
    streams.write(f"{Ledger(args.ledger).check()}\n")
    return 0


def _prove(args: argparse.Namespace, streams: Streams) -> int:
    asked = [(name, given) for name in _TAKEN["prove"] if (given := getattr(args, name)) is not None]
    if len(asked) != 1:
        raise ConfigurationError("say what to prove: one of --entry, --id and --since")
    ledger = Ledger(args.ledger)
    if args.since is not None:
        proofs = [consistency(ledger, Head.parse(args.since))]
    else:
        proofs = list(inclusions(ledger, lambda entry: entry.n == args.entry or entry.id == args.id))
    for proof in proofs:
        streams.write(json_line(proof) + "\n")
    if not proofs:
        streams.say(f"{args.ledger}: holds no such entry")
    return 0 if proofs else 1


def _check(args: argparse.Namespace, streams: Streams) -> int:
    """Check proofs by themselves, and by the heads that are trusted."""
    heads, held, bad = _heads(args), set(), Problems.of(args, streams, "prove nothing")
    good = 0
    for proof, place in values_in([args.ledger], streams.stdin, kinds={PROOF: "proofs"}):
        proven = spared(lambda value: _proven(as_object(value), heads), proof, place)
        if isinstance(proven, InputError):
            bad.add(proven)
            continue
        head, what = proven
        good += 1
        if isinstance(what, Entry):
            held.add(what.record)
        if not args.quiet:
            holds = f"entry {what.n}, of {what.id}" if isinstance(what, Entry) else what
            streams.show(f"{head} holds {holds}\n")
    if not good and not bad.count:
        streams.say(f"{args.ledger}: there is no proof in it")
    elif not heads and not bad.count and not args.quiet:
        streams.say("a proof is worth as much as its head: compare it with one that was anchored (--head)")
    return 1 if _find(args, held, streams) or bad.count or not good else 0


def _proven(proof: Json, heads: Collection[Head]) -> tuple[Head, Entry | Head]:
    """What *proof* proves, for one of *heads* if there are any."""
    head, what = check_proof(proof)
    if heads and head not in heads:
        raise AuditError(f"is for another head, {head}", "/head")
    return head, what


# --- what comes in --------------------------------------------------------------------------------------------------


def _heads(args: argparse.Namespace) -> list[Head]:
    return [Head.parse(given) for given in args.head]


def _find(args: argparse.Namespace, held: Collection[str], streams: Streams) -> int:
    """1 if any record that was named is not among those that are *held*, as it is or before it was annotated; else 0."""
    missing = Problems.of(args, streams, f"are not in {args.ledger}")
    for record, place in values_in(args.find, streams.stdin):
        digests = spared(_digests, record, place)
        if isinstance(digests, InputError):
            missing.add(digests)
        elif digests.isdisjoint(held):
            missing.add(f"{place}: is not in {args.ledger}")
    return 1 if missing.count else 0


def _digests(record: object) -> set[str]:
    """The digest of an audit record, as it is and before it was annotated."""
    found = as_object(record)
    return {sealed_digest(found), original_digest(found)}

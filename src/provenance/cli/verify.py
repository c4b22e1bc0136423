"""`provenance verify`: recompute audit records from themselves alone, and against the documents that they are of."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from provenance.assessment import verify
from provenance.audit import is_of_these_tables
from provenance.cli.objects import values_in
from provenance.cli.problems import Problems, add_all
from provenance.cli.streams import Streams
from provenance.defects import spared
from provenance.errors import AuditError, ConfigurationError, InputError
from provenance.reading.sources import STDIN
from provenance.render.words import counted

if TYPE_CHECKING:
    from provenance.cli.originals import Originals

Json = Mapping[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``verify``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="audit records as --audit writes them, one per line; - for standard input",
    )
    parser.add_argument(
        "--document",
        metavar="FILE",
        action="append",
        default=[],
        help="read the documents in this file again, and compare them with the records; repeatable",
    )
    parser.add_argument(
        "--observed",
        metavar="FIELDS",
        action="append",
        default=[],
        help="with --document: the --observed that was used for scoring; repeatable",
    )
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="with --document: the --map that was used for scoring; repeatable",
    )
    parser.add_argument(
        "--key",
        metavar="FILE",
        help="the public key, in PEM, that every record must be signed with",
    )
    add_all(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Recompute audit records; 1 if any does not reproduce."""
    _check_options(args)
    originals = _originals(args, streams)
    open_envelope = None if args.key is None else _opener(args.key)
    good = elsewhere = 0
    bad = Problems.of(args, streams, "do not reproduce")

    def checked(value: Any) -> dict[str, Any]:
        record: dict[str, Any] = _record(value, open_envelope)
        verify(record)
        if originals is not None:
            originals.compare(record, says_where=bad.are_named)
        return record

    for value, place in values_in(args.paths, streams.stdin):
        record = spared(checked, value, place)
        if isinstance(record, InputError):
            bad.add(record)
            continue
        good += 1
        elsewhere += not is_of_these_tables(record)
        streams.progress(good)
    streams.end_progress()
    if not args.quiet:
        streams.write(f"{counted(good, 'record reproduces', 'records reproduce')}, {_do_not(bad.count)}\n")
    if elsewhere and not args.quiet:
        streams.say(
            f"{counted(elsewhere, 'was', 'were')} made with other tables than are installed here: whose host is whose was taken as recorded"
        )
    if not good and not bad.count:
        streams.say("provenance verify: there is no record in the input")
    return 1 if bad.count or not good else 0


def _do_not(count: int) -> str:
    return "1 does not" if count == 1 else f"{count:,} do not"


def _check_options(args: argparse.Namespace) -> None:
    """Refuse options that would have no effect, or none that is meant."""
    if STDIN in args.document:
        raise ConfigurationError(
            "--document: the documents may have to be read twice, which standard input cannot be: give a file"
        )
    for name in ("observed", "map"):
        if not args.document and getattr(args, name):
            raise ConfigurationError(f"--{name}: goes with --document")


def _opener(path: str) -> Callable[[Json], dict[str, Any]]:
    """What takes records out of envelopes that were signed with the key of which *path* is the public half."""
    from provenance.exports.dsse import opened, public_key_of

    key = public_key_of(path)
    return lambda envelope: opened(envelope, key)


def _originals(args: argparse.Namespace, streams: Streams) -> Originals | None:
    if not args.document:
        return None
    from provenance.cli.originals import Originals

    return Originals(args, streams)


def _record(found: Any, open_envelope: Callable[[Json], dict[str, Any]] | None) -> Any:
    """What was found in the place of a record, out of its envelope."""
    if isinstance(found, InputError):
        raise found
    is_signed = isinstance(found, dict) and "payloadType" in found
    if is_signed and open_envelope is None:
        raise AuditError("is a signed statement: give the public key that it is to be verified with (--key)")
    if open_envelope is None:
        return found
    if not is_signed:
        raise AuditError("is not signed")
    return open_envelope(found)

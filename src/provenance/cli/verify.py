"""`provenance verify`: recompute audit records from themselves alone, and against the documents that they are of."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from provenance.assessment import verify
from provenance.audit import is_of_these_tables
from provenance.cli.arguments import columns_of, observed_of
from provenance.cli.objects import values_in
from provenance.cli.problems import Problems, add_all
from provenance.cli.streams import Streams
from provenance.codec import canonical, digest_of, first_difference
from provenance.document import Document
from provenance.errors import AuditError, ConfigurationError, InputError
from provenance.fields import FOUND_IN_REGISTRIES, SETTLED_BY_AN_INDEX
from provenance.inspection import evidence
from provenance.reading.files import as_document, read_values
from provenance.reading.sources import STDIN
from provenance.render.words import counted

_MADE_BY: Final = ("library", "suffix_list", "tables")
"""What decides how a document is read."""
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
        help="read the documents in this file again, and compare them with the records",
    )
    parser.add_argument(
        "--observed",
        metavar="FIELDS",
        default="",
        help="with --document: the --observed that was used for scoring",
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
    originals = None if args.document is None else Originals(args, streams)
    open_envelope = None if args.key is None else _opener(args.key)
    good = elsewhere = 0
    bad = Problems.of(args, streams, "do not reproduce")
    for value, place in values_in(args.paths, streams.stdin):
        try:
            record = _record(value, open_envelope)
            verify(record)
            if originals is not None:
                originals.compare(record, says_where=bad.are_named)
        except (AuditError, InputError) as problem:
            bad.add(f"{place}: {problem}" if isinstance(problem, AuditError) else problem)
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
    if args.document == STDIN:
        raise ConfigurationError(
            "--document: the documents may have to be read twice, which standard input cannot be: give a file"
        )
    for name in ("observed", "map"):
        if args.document is None and getattr(args, name):
            raise ConfigurationError(f"--{name}: goes with --document")


def _opener(path: str) -> Callable[[Json], dict[str, Any]]:
    """What takes records out of envelopes that were signed with the key of which *path* is the public half."""
    from provenance.exports.dsse import opened, public_key_of

    key = public_key_of(path)
    return lambda envelope: opened(envelope, key)


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


class Originals:
    """The documents of a file, read again: of each is kept what it is and what was read of it, as digests."""

    def __init__(self, args: argparse.Namespace, streams: Streams) -> None:
        self.path: str = args.document
        self._observed, self._columns = observed_of(args), columns_of(args)
        self._known: dict[str, set[str]] = {}
        bad = Problems.of(args, streams, f"of {self.path} cannot be read")
        for found, place in self._documents():
            if isinstance(found, InputError):
                bad.add(f"--document: {found}")
                continue
            kept = self._known.setdefault(found.digest, set())
            kept.update(map(_fingerprint, _readings(found, place)))

    def _documents(self) -> Iterator[tuple[Document | InputError, str]]:
        """Each document, and the id that it has where it brings none; or why it cannot be read."""
        from provenance.record import looked_for_of

        observed = looked_for_of(self._observed, self._columns)
        for value in read_values(self.path):
            place = value.id if isinstance(value, Document) else value.place
            yield as_document(value, observed, self._columns), place

    def compare(self, record: Json, *, says_where: bool) -> None:
        """Refuse a record that keeps other evidence than its document shows.

        To find where the two differ the file is read again, which is not done unless somebody is told (*says_where*).

        Raises:
            AuditError: the pointer names the first difference, or the digest where the document is not in the file.
        """
        kept = record["document"]
        known = self._known.get(kept["digest"])
        if known is None:
            raise AuditError(f"is not the digest of any document in {self.path}", "/document/digest")
        kept = _of_document(kept, record["run"])
        if known.isdisjoint(map(_fingerprint, (kept, {**kept, "id": None}))):
            where = self._difference(kept, record["run"]) if says_where else ("is another", "/document")
            raise AuditError(*where)

    def _difference(self, kept: Json, run: Json) -> tuple[str, str]:
        """What to say of a record that keeps other evidence than the file shows, and where."""
        document, place = next(
            (found, place)
            for found, place in self._documents()
            if isinstance(found, Document) and found.digest == kept["digest"]
        )
        shown = _of_document(evidence(document), run)
        if document.id == place:
            shown["id"] = kept["id"]
        here = _made_here()
        made = "" if all(run[key] == here[key] for key in _MADE_BY) else f", by library {run['library']}"
        return (
            f"is not what is read in {self.path}{made}",
            first_difference(dict(kept), shown, "/document") or "/document",
        )


def _readings(document: Document, place: str) -> Iterator[Json]:
    """What a record of *document* can keep: with an index or without; an id that it does not bring may be any."""
    shown = evidence(document)
    if document.id == place:
        shown["id"] = None
    yield from (_of_document(shown, run) for run in ({"index": None}, {"index": "any"}))


def _of_document(shown: Json, run: Json) -> dict[str, Any]:
    """What the document itself has to show of *shown*: not what registries say, nor what an index settles if there is one."""
    others = FOUND_IN_REGISTRIES if run["index"] is None else (*FOUND_IN_REGISTRIES, *SETTLED_BY_AN_INDEX)
    fields = {name: field for name, field in shown["fields"].items() if name not in others}
    return {**shown, "fields": fields}


def _fingerprint(shown: Json) -> str:
    return digest_of(canonical(shown))


def _made_here() -> Json:
    from provenance.values.suffixes import suffix_list
    from provenance.values.tables import TABLES, table
    from provenance.version import __version__

    return {
        "library": __version__,
        "suffix_list": suffix_list()._asdict(),
        "tables": {name: table(name).digest for name in TABLES},
    }

"""`provenance verify`: recompute audit records from themselves alone."""

from __future__ import annotations

import argparse

from provenance.assessment import verify
from provenance.cli.streams import Streams
from provenance.document import Document
from provenance.errors import AuditError, InputError
from provenance.reading.files import read_values
from provenance.reading.lines import Placed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``verify``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="audit records, one a line, as --audit writes them; - for standard input",
    )
    parser.add_argument(
        "--document", metavar="FILE", help="also check that the records are of the documents in this file"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Recompute audit records; 1 if any does not reproduce."""
    digests = None if args.document is None else _digests(args.document)
    good = bad = 0
    for value in read_values(*args.paths, input_format="jsonl", stdin=streams.stdin):
        problem = _problem(value, digests, args.document)
        if problem:
            bad += 1
            streams.say(problem)
        else:
            good += 1
            streams.progress(good)
    streams.end_progress()
    if not args.quiet:
        streams.write(f"{good:,} records reproduce, {bad:,} do not\n")
    if not good and not bad:
        streams.say("provenance verify: there is no record in the input")
    return 1 if bad or not good else 0


def _problem(value: Document | InputError | Placed, digests: frozenset[str] | None, path: str) -> str:
    """Why a record does not hold; empty if it does."""
    assert not isinstance(value, Document)
    record = value.value if isinstance(value, Placed) else value
    if isinstance(record, InputError):
        return str(record)
    place = value.place
    try:
        assessment = verify(record)
    except AuditError as problem:
        return f"{place}: {problem}"
    if digests is not None and assessment.document.digest not in digests:
        return f"{place}: /document/digest: is not the digest of any document in {path}"
    return ""


def _digests(path: str) -> frozenset[str]:
    from provenance.reading import read_many

    return frozenset(document.digest for document in read_many(path) if isinstance(document, Document))

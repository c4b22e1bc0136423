"""`provenance annotate`: attach corrections, context and disputes to audit records, which are sealed again with them."""

from __future__ import annotations

import argparse
from typing import Final

from provenance.audit import ANNOTATION_KINDS, Annotation, annotated, sealed_digest
from provenance.cli.annotations import annotations_from
from provenance.cli.objects import as_object, values_in
from provenance.cli.outputs import check_outputs, writing
from provenance.cli.problems import MOST_PROBLEMS, Problems
from provenance.cli.streams import Streams
from provenance.cli.told import MOST_OTHERS
from provenance.codec import canonical_text
from provenance.defects import spared
from provenance.errors import AuditError, ConfigurationError, InputError, near
from provenance.inspection.pieces import Piece
from provenance.reading.sources import sources
from provenance.registry import Registry
from provenance.render.words import counted

_SAID: Final = ("kind", "by", "on", "note")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``annotate``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="audit records as --audit writes them, one per line; - for standard input",
    )
    parser.add_argument("--id", metavar="ID", help="the document that the note is about")
    parser.add_argument(
        "--signal", metavar="SIGNAL", help="the signal that the note is about, if it is about one"
    )
    parser.add_argument(
        "--kind", choices=ANNOTATION_KINDS, help="correction of a mistake, context, or dispute"
    )
    parser.add_argument("--by", metavar="WHO", help="who makes the note")
    parser.add_argument("--on", metavar="DAY", help="the day of the note, such as 2026-11-21")
    parser.add_argument("--note", metavar="TEXT", help="the text of the note")
    parser.add_argument(
        "--annotations",
        metavar="FILE",
        help="instead of one note, a file of them, one per line, each with the id or digest of its document",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write the records here instead of standard output"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    parser.set_defaults(input_format="jsonl")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Write the records with what is said of them; 1 if it is said of none, 3 if a record cannot be read."""
    said = _said(args)
    check_outputs(args, streams, sources(args.paths, args.input_format))
    found = values_in(args.paths, streams.stdin)
    write = writing(args.output, streams)
    others: list[str] = []
    bad = Problems(
        streams,
        f"more than {MOST_PROBLEMS} records cannot be annotated; `provenance verify --all` names them all",
    )
    count = whole = 0

    def noted(value: object) -> tuple[str, str, bool]:
        record = as_object(value)
        sealed_digest(record)
        document = Piece(record)["document"]
        names = [document[key].string() for key in ("id", "digest")]
        about = [annotation for name in names for annotation in said.get(name, ())]
        return names[0], canonical_text(annotated(record, about)), bool(about)

    for value, place in found:
        made = spared(noted, value, place)
        if isinstance(made, InputError):
            bad.add(made)
            continue
        name, text, is_about = made
        write(text + "\n")
        count += is_about
        whole += 1
        if len(others) < MOST_OTHERS:
            others.append(name)
    if not args.quiet:
        streams.say(f"{count:,} of {counted(whole, 'record')} annotated")
    if args.id is not None and not count:
        streams.say(f"provenance annotate: there is no record of the id {args.id!r}{near(args.id, others)}")
    return 1 if not count else 3 if bad.count else 0


def _said(args: argparse.Namespace) -> dict[str, list[Annotation]]:
    """What is said, by the document that it is said of."""
    signals = Registry.core().ids
    given = {
        name: getattr(args, name) for name in ("id", *_SAID, "signal") if getattr(args, name) is not None
    }
    if args.annotations is not None:
        if given:
            raise ConfigurationError(f"--{next(iter(given))}: stands in the file of --annotations already")
        return annotations_from(args.annotations, signals)
    missing = [f"--{name}" for name in ("id", *_SAID) if name not in given]
    if missing:
        raise ConfigurationError(f"{', '.join(missing)}: say this too, or give a file with --annotations")
    about = given.pop("id")
    try:
        return {about: [Annotation.read(Piece(given), signals)]}
    except AuditError as problem:
        raise ConfigurationError(f"--{problem.pointer.removeprefix('/')}: {problem.problem}") from None

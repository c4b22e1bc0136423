"""`provenance index`: build the index of a corpus, or change it."""

from __future__ import annotations

import argparse

from provenance.cli.arguments import add_input
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.corpus.index import Index
from provenance.errors import ConfigurationError, InputError
from provenance.render.words import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``index``."""
    add_input(parser, required=False)
    group = parser.add_argument_group("index")
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="the index to write; an existing one is replaced only when the new one is complete",
    )
    group.add_argument(
        "--add",
        action="store_true",
        help="add to the existing index; a document with a known id is replaced",
    )
    group.add_argument(
        "--refresh",
        action="store_true",
        help="bring the existing index in line with the documents: redo what changed, drop what is gone",
    )
    group.add_argument(
        "--remove",
        metavar="ID",
        action="append",
        default=[],
        help="take out the document with this id; implies --add; repeatable",
    )
    group.add_argument(
        "--merge",
        metavar="FILE",
        action="append",
        default=[],
        help="add the documents of another index; repeatable",
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Build or change an index and print its digest; the exit code."""
    if not (args.paths or args.remove or args.merge):
        raise ConfigurationError("nothing to do: name documents, --merge or --remove")
    intake = Intake(args, streams)
    if args.refresh and (args.add or args.remove or not args.paths):
        raise ConfigurationError("--refresh: takes all documents that there are, without --add and --remove")
    changes = bool(args.add or args.remove)
    with (Index.changing if changes or args.refresh else Index.build)(args.output) as index:
        if args.refresh:
            index.begin_again()
        elif len(index) and not changes and not args.quiet:
            streams.say(
                f"going on with a build that was interrupted: {counted(len(index), 'document is', 'documents are')} there"
            )
        _change(index, args)
        if args.paths:
            take_in(index, intake, replacing=changes)
        if not changes:
            _drop(index, streams, keeps_unmet=args.refresh and bool(intake.rejected))
        digest, count = index.freeze(), len(index)
        for problem in index.stumbled:
            intake.reject(problem)
    code = intake.finish()
    if not args.quiet:
        streams.say(f"{counted(count, 'document')} in {args.output}")
    streams.write(digest + "\n")
    return code


def _drop(index: Index, streams: Streams, *, keeps_unmet: bool) -> None:
    """Take out what was there and was not met again; what could not be read may be just that."""
    if keeps_unmet:
        streams.say("nothing is taken out of the index, as some records could not be read")
        return
    dropped = index.drop_what_was_not_met()
    if dropped and not streams.quiet:
        streams.say(f"{counted(dropped, 'document was', 'documents were')} not met again, and taken out")


def take_in(index: Index, intake: Intake, *, replacing: bool) -> None:
    """Add the documents of a run; unless *replacing*, a second document of one id is rejected."""
    for _ in intake.made(index.add if replacing else index.add_new):
        pass


def _change(index: Index, args: argparse.Namespace) -> None:
    for name in args.remove:
        if not index.remove(name):
            raise ConfigurationError(f"{args.output}: holds no document with the id {name!r}")
    for path in args.merge:
        other = Index.open(path)
        try:
            index.merge(other)
        except InputError as problem:
            raise ConfigurationError(f"{path}: {problem}") from None
        finally:
            other.close()

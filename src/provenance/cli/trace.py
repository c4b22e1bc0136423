"""`provenance trace`: which documents derive from which, which came first, and whether the copy gives credit."""

from __future__ import annotations

import argparse

from provenance.cli.arguments import add_input
from provenance.cli.index import documents_of, take_in
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.corpus.derivations import Line
from provenance.corpus.drawing import as_dot, as_mermaid
from provenance.corpus.index import Index
from provenance.corpus.telling import family_as_text, lines_as_text
from provenance.errors import ConfigurationError

FORMATS = ("text", "jsonl", "dot", "mermaid")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``trace``."""
    add_input(parser, required=False)
    group = parser.add_argument_group("corpus")
    group.add_argument(
        "--index", metavar="FILE", help="the documents of this index, instead of or beside those named"
    )
    group.add_argument(
        "--min-containment",
        metavar="X",
        type=float,
        help="list weaker overlaps too, from this share of the shorter text on",
    )
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=FORMATS, help="default: text on a terminal, jsonl elsewhere")
    output.add_argument(
        "--id",
        metavar="ID",
        help="one document only: its family, with the passages, and who stands behind it",
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Print derivations, one line a pair; the exit code."""
    least = args.min_containment
    if least is not None and not 0 < least <= 1:
        raise ConfigurationError(f"--min-containment: expected a share above 0 and up to 1, found {least}")
    if not (args.paths or args.index):
        raise ConfigurationError("nothing to trace: name documents, or an index with --index")
    intake = Intake(args, streams)
    index, lines = _traced(args, streams, intake)
    if args.id is not None:
        lines = _of_one(index, lines, args.id)
    form = args.format or ("text" if streams.is_terminal else "jsonl")
    if form == "jsonl":
        for line in lines:
            streams.write(json_line(line) + "\n")
    elif form == "text":
        streams.show(lines_as_text(lines) if args.id is None else family_as_text(index, lines, args.id))
    else:
        streams.show(as_dot(lines) if form == "dot" else as_mermaid(lines))
    return intake.finish()


def _traced(args: argparse.Namespace, streams: Streams, intake: Intake) -> tuple[Index, list[Line]]:
    """The corpus, and the derivations among the documents, in the index, or between the two."""
    if not args.index:
        index = Index.in_memory()
        take_in(index, intake, documents_of(args, streams, intake), replacing=False)
        return index, index.lines(args.min_containment)
    index = Index.open(args.index)
    if not args.paths:
        return index, index.lines(args.min_containment)
    if args.min_containment is not None:
        raise ConfigurationError("--min-containment: give documents or an index, not both")
    documents = documents_of(args, streams, intake)
    found = {
        (line["document"], line["source"]): line
        for document in documents
        for line in index.lines_of(document)
    }
    return index, [found[pair] for pair in sorted(found)]


def _of_one(index: Index, lines: list[Line], name: str) -> list[Line]:
    own = [line for line in lines if name in (line["document"], line["source"])]
    if not own and name not in index:
        raise ConfigurationError(f"--id: there is no document with the id {name!r}")
    return own

"""`provenance trace`: which documents derive from which, which came first, and whether the copy gives credit."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from provenance.cli.arguments import Intake, add_input
from provenance.cli.index import documents_of, take_in
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.corpus.derivations import Line
from provenance.corpus.index import Index
from provenance.errors import ConfigurationError

FORMATS = ("text", "jsonl")


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


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Print derivations, one line a pair; the exit code."""
    least = args.min_containment
    if least is not None and not 0 < least <= 1:
        raise ConfigurationError(f"--min-containment: expected a share above 0 and up to 1, found {least}")
    if not (args.paths or args.index):
        raise ConfigurationError("nothing to trace: name documents, or an index with --index")
    form = args.format or ("text" if streams.is_terminal else "jsonl")
    intake = Intake(args, streams)
    for line in _lines(args, streams, intake):
        streams.write((json_line(line) if form == "jsonl" else as_text(line)) + "\n")
    return intake.finish()


def _lines(args: argparse.Namespace, streams: Streams, intake: Intake) -> Iterator[Line]:
    """The derivations among the documents, in the index, or between the two."""
    if not args.index:
        index = Index.in_memory()
        take_in(index, intake, documents_of(args, streams, intake), replacing=False)
        yield from index.lines(args.min_containment)
    elif not args.paths:
        yield from Index.open(args.index).lines(args.min_containment)
    elif args.min_containment is not None:
        raise ConfigurationError("--min-containment: give documents or an index, not both")
    else:
        index = Index.open(args.index)
        for document in documents_of(args, streams, intake):
            yield from index.lines_of(document)


def as_text(line: Line) -> str:
    """One derivation for people: who has how much of what, from whom, how that is known, and whether it says so."""
    share = f"{100 * line['containment']:.0f} %"
    ground = {"dated": "by date", "credited": "by its credit", "undetermined": "either way round"}[
        line["direction"]
    ]
    credit = {
        "accurate": "credited",
        "inaccurate": "credited to another",
        "none": "not credited",
        "unclear": "credit unclear",
    }[line["credit"]]
    kind = line["kind"].replace("_", "-")
    return (
        f"{line['document']}  <-  {line['source']}: {kind}, {share} of the shorter text, {ground}, {credit}"
    )

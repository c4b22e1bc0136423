"""`provenance trace`: which documents derive from which, which came first, and whether the copy gives credit."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from provenance.cli.arguments import Intake, add_input
from provenance.cli.index import documents_of, take_in
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.corpus.clusters import Cluster, clusters
from provenance.corpus.derivations import Direction, Line
from provenance.corpus.drawing import as_dot, as_mermaid
from provenance.corpus.index import Index
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


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Print derivations, one line a pair; the exit code."""
    least = args.min_containment
    if least is not None and not 0 < least <= 1:
        raise ConfigurationError(f"--min-containment: expected a share above 0 and up to 1, found {least}")
    if not (args.paths or args.index):
        raise ConfigurationError("nothing to trace: name documents, or an index with --index")
    form = args.format or ("text" if streams.is_terminal else "jsonl")
    intake = Intake(args, streams)
    lines = _lines(args, streams, intake)
    if form == "jsonl":
        for line in lines:
            streams.write(json_line(line) + "\n")
    else:
        streams.write({"text": as_text, "dot": as_dot, "mermaid": as_mermaid}[form](list(lines)))
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


def as_text(lines: Sequence[Line]) -> str:
    """The derivations for people: cluster by cluster with the earliest source, then what belongs to none."""
    told: list[str] = []
    left = {(line["document"], line["source"]): line for line in lines}
    for cluster in clusters(lines):
        here = set(cluster.members)
        told.append(f"{len(here)} versions of one text; {_earliest(cluster)}")
        inside = [pair for pair in left if here.issuperset(pair)]
        told += [f"  {_told(left.pop(pair))}" for pair in inside]
        weakest = cluster.weakest
        told.append(
            f"  weakest link: {weakest.document} and {weakest.source}, {100 * weakest.containment:.0f} % of the shorter text\n"
        )
    if left and told:
        told.append("other links")
    told += [f"  {_told(line)}" for line in left.values()]
    return "".join(f"{each}\n" for each in told) or "no two documents share text\n"


def _earliest(cluster: Cluster) -> str:
    if len(cluster.earliest) == 1:
        return f"the earliest is {cluster.earliest[0]}"
    return "which is the earliest is undetermined: " + ", ".join(cluster.earliest)


def _told(line: Line) -> str:
    """One derivation: who has how much of what, from whom, how that is known, and whether it says so."""
    kind, share = line["kind"].replace("_", "-"), f"{100 * line['containment']:.0f} % of the shorter text"
    if line["direction"] == Direction.UNDETERMINED:
        return f"{line['document']} -- {line['source']}: {kind}, {share}, direction undetermined"
    ground = {"dated": "by date", "credited": "by its credit"}[line["direction"]]
    credit = {
        "accurate": "credited",
        "inaccurate": "credited to another",
        "none": "not credited",
        "unclear": "credit unclear",
    }[line["credit"]]
    return f"{line['document']} <- {line['source']}: {kind}, {share}, {ground}, {credit}"

"""`provenance trace`: which documents derive from which, which came first, and whether the copy gives credit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from provenance.cli.arguments import add_input
from provenance.cli.domains import domain_groups_in
from provenance.cli.index import take_in
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.corpus.clusters import Cluster, clusters
from provenance.corpus.corroboration import Corroborations, told
from provenance.corpus.derivations import Line
from provenance.corpus.drawing import as_dot, as_mermaid
from provenance.corpus.entry import Entry, entry_of
from provenance.corpus.exporting import as_prov
from provenance.corpus.family import family_as_text
from provenance.corpus.index import Index
from provenance.corpus.quotations import Occurrence, SharedQuotation, shared_quotations
from provenance.corpus.spool import Spool
from provenance.corpus.telling import in_parts, lines_as_text, news, quotations_as_text
from provenance.corpus.trace import PARTS
from provenance.document import Document
from provenance.errors import ConfigurationError, near

FORMATS = ("text", "jsonl", "dot", "mermaid", "prov")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``trace``."""
    add_input(parser, required=False)
    group = parser.add_argument_group("corpus")
    group.add_argument(
        "--index",
        metavar="FILE",
        help="compare with the documents of this index, instead of or as well as those named",
    )
    group.add_argument(
        "--min-containment",
        metavar="X",
        type=float,
        help="also list weaker overlaps, from this share of the shorter text upwards",
    )
    group.add_argument(
        "--affiliates",
        metavar="FILE",
        help="domains that belong together, one per line, with an empty line between groups",
    )
    output = parser.add_argument_group("output")
    output.add_argument("--format", choices=FORMATS, help="default: text on a terminal, jsonl elsewhere")
    output.add_argument(
        "--show",
        metavar="PARTS",
        help=f"what to print as text or jsonl: {', '.join(PARTS)} (default: derivations as jsonl, all as text)",
    )
    output.add_argument(
        "--id",
        metavar="ID",
        help="only one document: its family tree, with the shared passages, and the sources behind it",
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Print derivations, one line a pair; the exit code."""
    least = args.min_containment
    if least is not None and not 0 < least <= 1:
        raise ConfigurationError(f"--min-containment: expected a share above 0 and up to 1, found {least}")
    if not (args.paths or args.index):
        raise ConfigurationError("nothing to trace: name documents, or an index with --index")
    form = args.format or ("text" if streams.is_terminal else "jsonl")
    shown = _parts(args.show, form)
    affiliates = domain_groups_in(args.affiliates)
    intake = Intake(args, streams)
    guests: dict[str, Entry] = {}
    index, lines = _traced(args, intake, guests)
    if args.id is not None:
        lines.keep_family(args.id)
    traced = _Traced(index, lines, Corroborations(index, affiliates, guests), args.id)
    if not traced.is_there:
        streams.say(f"provenance trace: there is no document with the id {args.id!r}")
        return intake.finish(failed=True)
    if form == "jsonl":
        for line in traced.as_lines(shown):
            streams.write(json_line(line) + "\n")
    elif form == "text":
        for text in traced.as_text(shown):
            streams.show(text)
    else:
        streams.show(traced.drawn(form))
    for problem in index.stumbled:
        intake.reject(problem)
    return intake.finish()


def _parts(given: str | None, form: str) -> tuple[str, ...]:
    if given is None:
        return PARTS if form == "text" else PARTS[:1]
    names = [name.strip() for name in given.split(",")]
    for name in names:
        if name not in PARTS:
            raise ConfigurationError(
                f"--show: expected some of {', '.join(PARTS)}, found {name!r}{near(name, PARTS)}"
            )
    if form not in ("text", "jsonl"):
        raise ConfigurationError(f"--show: has no meaning for --format {form}, which draws derivations")
    return tuple(part for part in PARTS if part in names)


class _Traced:
    """What was found, to be printed: of the whole corpus, or of the one document *name*, with the *lines* of its family."""

    def __init__(self, index: Index, lines: Spool, known: Corroborations, name: str | None) -> None:
        self._index, self._lines, self._known, self._name = index, lines, known, name

    @property
    def is_there(self) -> bool:
        """Whether there is such a document."""
        return self._name is None or self._name in self._index or any(self._lines)

    @cached_property
    def _clusters(self) -> list[Cluster]:
        return clusters(self._lines)

    def as_lines(self, shown: Collection[str]) -> Iterator[dict[str, Any]]:
        """As JSON lines."""
        if "derivations" in shown:
            yield from (line for line in self._lines if self._is_asked(line["document"], line["source"]))
        if "clusters" in shown:
            yield from (self._known.line_of(each) for each in self._clusters if self._is_asked(*each.members))
        if "corroboration" in shown:
            yield from (found.to_line() for found in self._corroborations())
        if "quotations" in shown:
            yield from (found.to_line(self._written) for found in self._quotations())

    def as_text(self, shown: Collection[str]) -> Iterator[str]:
        """In words, a few lines at a time; clusters are told with the derivations in them."""
        parts = [part for part in shown if part != "clusters" or "derivations" not in shown]
        return in_parts(map(self._told, parts))

    def _told(self, part: str) -> Iterable[str]:
        if part == "corroboration":
            return map(told, self._corroborations())
        if part == "quotations":
            return quotations_as_text(news(self._quotations(), self._clusters), self._written)
        if self._name is None:
            return lines_as_text(self._lines, self._clusters, self._known)
        return [family_as_text(self._name, self._lines, self._entries())] if part == "derivations" else ()

    def drawn(self, form: str) -> str:
        """For another program."""
        if form == "prov":
            return json.dumps(as_prov(self._lines, self._entries()), ensure_ascii=False, indent=1) + "\n"
        draw: Callable[[Iterable[Line]], str] = as_dot if form == "dot" else as_mermaid
        return draw(self._lines)

    def _is_asked(self, *names: str) -> bool:
        return self._name is None or self._name in names

    def _corroborations(self) -> Iterator[Any]:
        if self._name is None:
            return self._known.all()
        found = self._known.of(self._name) if self._name in self._index else None
        return iter([] if found is None else [found])

    def _quotations(self) -> Iterator[SharedQuotation]:
        found = shared_quotations(self._index.entries(), self._index.entry, self._index.stumbled)
        return (each for each in found if self._is_asked(*(o.document for o in each.occurrences)))

    def _entries(self) -> dict[str, Entry]:
        names = sorted({*self._lines.names(), *filter(None, [self._name])})
        return {name: self._known.entry(name) for name in names}

    def _written(self, quotation: Occurrence) -> str:
        return self._index.entry(quotation.document).text[quotation.start : quotation.end]


def _traced(args: argparse.Namespace, intake: Intake, guests: dict[str, Entry]) -> tuple[Index, Spool]:
    """The corpus, and the derivations among the documents, in the index, or between the two; notes who is *guests* of it."""
    if not args.index:
        index = Index.in_memory()
        take_in(index, intake, replacing=False)
        return index, index.lines(args.min_containment, around=args.id)
    index = Index.open(args.index)
    if not args.paths:
        return index, index.lines(args.min_containment, around=args.id)
    if args.min_containment is not None:
        raise ConfigurationError("--min-containment: give documents or an index, not both")

    def lines_of(document: Document) -> list[Line]:
        entry = entry_of(document)
        lines = [*index.lines_of(entry)]
        name = index.name_of(entry)
        if name not in index:
            guests[name] = entry
        return lines

    return index, Spool(chain.from_iterable(intake.made(lines_of)))

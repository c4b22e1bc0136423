"""`provenance trace`: which documents derive from which, which came first, and whether the copy gives credit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from provenance.cli.arguments import add_input
from provenance.cli.domains import domain_groups_in
from provenance.cli.index import take_in
from provenance.cli.intake import Intake
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.corpus.clusters import clusters
from provenance.corpus.corroboration import Corroborations, told
from provenance.corpus.derivations import Line
from provenance.corpus.drawing import as_dot, as_mermaid
from provenance.corpus.entry import Entry
from provenance.corpus.exporting import as_prov
from provenance.corpus.family import family_as_text
from provenance.corpus.index import Index
from provenance.corpus.quotations import Occurrence, shared_quotations
from provenance.corpus.telling import is_news, lines_as_text, quotations_as_text
from provenance.corpus.trace import PARTS
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
    index, lines = _traced(args, intake)
    traced = _Traced(index, lines, Corroborations(index, affiliates), args.id)
    if not traced.is_there:
        streams.say(f"provenance trace: there is no document with the id {args.id!r}")
        return intake.finish(failed=True)
    if form == "jsonl":
        for line in traced.as_lines(shown):
            streams.write(json_line(line) + "\n")
    elif form == "text":
        streams.show(traced.as_text(shown))
    else:
        streams.show(traced.drawn(form))
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
    """What was found, to be printed: of the whole corpus, or of the one document *name*."""

    def __init__(self, index: Index, lines: list[Line], known: Corroborations, name: str | None) -> None:
        self._index, self._known, self._name = index, known, name
        self._lines = lines if name is None else _among_family(lines, name)

    @property
    def is_there(self) -> bool:
        """Whether there is such a document."""
        return self._name is None or bool(self._lines) or self._name in self._index

    def as_lines(self, shown: Iterable[str]) -> Iterator[dict[str, Any]]:
        """As JSON lines."""
        if "derivations" in shown:
            yield from (line for line in self._lines if self._is_asked(line["document"], line["source"]))
        if "clusters" in shown:
            yield from (
                self._known.line_of(each) for each in clusters(self._lines) if self._is_asked(*each.members)
            )
        if "corroboration" in shown:
            yield from (found.to_line() for found in self._corroborations())
        if "quotations" in shown:
            yield from (found.to_line(self._written) for found in self._quotations())

    def as_text(self, shown: Iterable[str]) -> str:
        """In words."""
        parts = []
        if self._name is None:
            if "derivations" in shown or "clusters" in shown:
                parts.append(lines_as_text(self._lines, self._known))
        elif "derivations" in shown:
            parts.append(family_as_text(self._name, self._lines, self._entries()))
        if "corroboration" in shown:
            parts.append("".join(map(told, self._corroborations())))
        if "quotations" in shown:
            groups = clusters(self._lines)
            news = [found for found in self._quotations() if is_news(found, groups)]
            parts.append(quotations_as_text(news, self._written))
        return "\n".join(filter(None, parts))

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

    def _quotations(self) -> Iterator[Any]:
        found = shared_quotations(self._index.entries())
        return (each for each in found if self._is_asked(*(o.document for o in each.occurrences)))

    def _entries(self) -> dict[str, Entry]:
        names = {line[side] for line in self._lines for side in ("document", "source")} | {self._name}
        return {name: self._index.entry(name) for name in names if name is not None and name in self._index}

    def _written(self, quotation: Occurrence) -> str:
        return self._index.entry(quotation.document).text[quotation.start : quotation.end]


def _traced(args: argparse.Namespace, intake: Intake) -> tuple[Index, list[Line]]:
    """The corpus, and the derivations among the documents, in the index, or between the two."""
    if not args.index:
        index = Index.in_memory()
        take_in(index, intake, replacing=False)
        return index, index.lines(args.min_containment)
    index = Index.open(args.index)
    if not args.paths:
        return index, index.lines(args.min_containment)
    if args.min_containment is not None:
        raise ConfigurationError("--min-containment: give documents or an index, not both")
    found = {
        (line["document"], line["source"]): line
        for document in intake.documents()
        for line in index.lines_of(document)
    }
    return index, [found[pair] for pair in sorted(found)]


def _among_family(lines: list[Line], name: str) -> list[Line]:
    """The lines among the document *name* and all that share text with it."""
    own = (line for line in lines if name in (line["document"], line["source"]))
    names = {name, *(line[side] for line in own for side in ("document", "source"))}
    return [line for line in lines if line["document"] in names and line["source"] in names]

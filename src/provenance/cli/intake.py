"""What goes in: the documents of a run, and what is said of those that cannot be read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from provenance.cli.arguments import columns_of, observed_of
from provenance.cli.noticed import Noticed
from provenance.cli.outputs import check_outputs, create
from provenance.cli.problems import MOST_PROBLEMS, Problems
from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.defects import spared
from provenance.document import Document
from provenance.errors import InputError
from provenance.reading.files import Value, as_document, place_of, values_of
from provenance.reading.lines import Placed
from provenance.reading.sources import STDIN, PassedOver, Source, sources
from provenance.record import looked_for_of
from provenance.render.words import counted

if TYPE_CHECKING:
    from provenance.cli.scored import Scored
    from provenance.cli.unfinished import Counts
R = TypeVar("R")

_NAMED: Final = 3
"""Files that were not read, and are named."""


class Intake:
    """The documents of a run, one after the other; what cannot be read is reported, counted and kept.

    Args:
        args: the options of the command.
        streams: where it runs.
        annotated: the ids and digests of documents of which people say something.
        kept: how many bytes of rejects an interrupted run has left, where this one goes on with it.
    """

    def __init__(
        self, args: argparse.Namespace, streams: Streams, annotated: Collection[str] = (), *, kept: int = 0
    ) -> None:
        self.streams = streams
        self.read = 0
        self._bad = Problems(
            streams, f"more than {MOST_PROBLEMS} records cannot be read; --rejects FILE names them all"
        )
        self._strict = args.strict
        self._over = PassedOver([], [])
        self._sources = sources(args.paths, args.input_format, self._over)  # before anything is written
        self._noticed = Noticed()
        self._columns = columns_of(args)
        self._observed = looked_for_of(observed_of(args), self._columns)
        self._annotated = annotated
        check_outputs(args, streams, self._sources)  # last: nothing is opened for a run that cannot be
        self.rejects = None if args.rejects is None else create(args.rejects, streams, kept)
        streams.quiet = args.quiet

    def made(
        self, work: Callable[[Document], R], *, others: Callable[[Placed], R | None] = lambda _: None
    ) -> Iterator[R]:
        """What *work* makes of each document, or *others* of a value that is something else: None says that it is not.

        Whatever either does with a document ends before the next is read, so that one which cannot be read, or over
        which this library stumbles, is one reject. A strict run ends there.
        """
        for value in values_of(self._sources, self.streams.stdin):
            found = spared(partial(self._made, work, others), value, place_of)
            if isinstance(found, InputError):
                self.reject(found)
                if self._strict:
                    return
            else:
                self.count()
                yield found

    def _made(
        self, work: Callable[[Document], R], others: Callable[[Placed], R | None], value: Value
    ) -> R | InputError:
        other = others(value) if isinstance(value, Placed) else None
        if other is not None:
            return other
        document = as_document(value, self._observed, self._columns)
        if isinstance(document, InputError):
            return document
        found = work(document)
        self._noticed.add(document, self._columns.values(), self._annotated)
        return found

    @property
    def rejected(self) -> int:
        """How many could not be read."""
        return self._bad.count

    def go_on(self, counts: Counts) -> None:
        """Count on from where an interrupted run stopped; which columns and documents it met, nobody knows any more."""
        self.read, self._bad.count = counts.read, counts.rejected
        self._noticed = Noticed(read=counts.read)
        self._columns, self._annotated = {}, ()

    def take_in(self, scored: Scored) -> None:
        """Count and report what was found in a piece of the input."""
        self.read += scored.noticed.read
        self._noticed.add_all(scored.noticed)
        for problem in scored.rejects:
            self.reject(problem)

    def count(self) -> None:
        """Count one that could be read."""
        self.read += 1
        self.streams.progress(self.read)

    def reject(self, problem: InputError) -> None:
        """Report a record that cannot be read."""
        self._bad.add(problem)
        if self.rejects is not None:
            entry = {
                "schema": "provenance.reject/1",
                "place": problem.place,
                "pointer": problem.pointer,
                "problem": problem.problem,
            }
            self.rejects.write_text(json_line(entry) + "\n")

    def finish(self, *, failed: bool = False) -> int:
        """Sum up the run; its exit code."""
        self.streams.end_progress()
        if self._sources and not self.read and not self.rejected:
            self.streams.say("no document was read: the input is empty")
        for line in () if self.streams.quiet else self._remarks():
            self.streams.say(line)
        return 1 if failed else 3 if self.rejected else 0

    def _remarks(self) -> Iterator[str]:
        """What should be known of the run besides its results: what it was given, and did not use."""
        yield from self._noticed.lines()
        yield from self._noticed.unmet(self._columns.values())
        if not (self._strict and self.rejected):  # which has not read them all
            yield from self._noticed.unheard(self._annotated)
        links, files = self._over
        if files:
            named = ", ".join(files[:_NAMED])
            more = f" and {len(files) - _NAMED:,} more" if files[_NAMED:] else ""
            yield f"{counted(len(files), 'file')} not read, since the name does not say what it holds: {named}{more}"
        if links:
            more = f", like {len(links) - 1:,} more" if links[1:] else ""
            yield f"{links[0]}: a link to a folder{more}, which is not followed: name it, too, to read what is there"
        if self.rejected and not self.read and self._sources == [Source(STDIN, "jsonl", None)]:
            yield "standard input is read as JSON Lines of records, unless --input-format says otherwise"
        if self.rejected:
            yield f"{counted(self.read, 'document')} read, {self.rejected:,} could not be"

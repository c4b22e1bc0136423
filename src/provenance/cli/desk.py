"""Where the results of `score` come in, one piece after the other, and are written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from provenance.cli.compression import compressed, ending_of
from provenance.cli.intake import Intake
from provenance.cli.outputs import Output, create
from provenance.cli.scored import Scored, Scoring
from provenance.cli.streams import Streams
from provenance.cli.unfinished import Counts, State
from provenance.render.words import counted

if TYPE_CHECKING:
    from provenance.cli.appending import Appending
    from provenance.cli.tables import Table


class Desk:
    """The outputs of a run, and its counts.

    Args:
        args: the options of the command.
        streams: where it runs.
        scoring: how the results are made.
        state: how far the run has got already.
    """

    def __init__(self, args: argparse.Namespace, streams: Streams, scoring: Scoring, state: State) -> None:
        self._scoring = scoring
        self._streams = streams
        self._least = args.fail_under
        self._under = state.counts.under
        self._pages: IO[bytes] | None = None
        if scoring.layout.form == "html":  # a page shows all at once
            self._pages = streams.files.enter_context(_pages())
        self._intake = Intake(args, streams, scoring.scorer.annotated, kept=state.lengths.get("rejects", 0))
        if args.resume:
            self._intake.go_on(state.counts)
        self._ledger = _ledger(args.ledger, streams)
        self._is_begun = state.counts.read > 0
        self._audit = _opened(args.audit, streams, state.lengths.get("audit", 0))
        self._output = _opened(args.output, streams, state.lengths.get("output", 0))
        self._ending = ending_of(args.output)
        self._table = _table(scoring, self._write, is_file=args.output is not None)

    @property
    def counts(self) -> Counts:
        """How many documents were read, rejected, and found to score too low."""
        return Counts(self._intake.read, self._intake.rejected, self._under)

    def lengths(self) -> Mapping[str, int]:
        """How long each output is, once all is written out that was given to it."""
        outputs = {"output": self._output, "audit": self._audit, "rejects": self._intake.rejects}
        return {name: output.flush() for name, output in outputs.items() if output is not None}

    def take_in(self, scored: Scored) -> None:
        """Write the next piece."""
        if scored.noticed.read and not self._is_begun:
            self._begin()
        if self._table is not None:
            self._table.add(scored.out)
        elif self._pages is not None:
            self._pages.write(scored.out)
        else:
            self._write(scored.out)
        if self._audit is not None:
            self._audit.write(scored.audit)
        if self._ledger is not None:
            for seal in scored.seals:
                self._ledger.add(seal)
        self._under += scored.under
        self._intake.take_in(scored)

    def finish(self) -> int:
        """Write what stands after the last, and sum up; the exit code of the run."""
        layout = self._scoring.layout
        if not self._is_begun and layout.nothing_has_a_head:
            self._begin()
        if self._is_begun:
            self._write_text(layout.foot(self._scoring.scorer.plan))
        if self._pages is not None:
            self._write_text(_report(self._pages))
        if self._table is not None:
            self._table.close()
        if self._under and not self._streams.quiet:
            self._streams.say(
                f"{self._under:,} of {counted(self._intake.read, 'document')} "
                f"{'scores' if self._under == 1 else 'score'} under {self._least:g}"
            )
        return self._intake.finish(failed=bool(self._under))

    def _begin(self) -> None:
        self._is_begun = True
        self._write_text(self._scoring.layout.head(self._scoring.scorer.plan))

    def _write_text(self, text: str) -> None:
        self._write(compressed(text.encode("utf-8", "backslashreplace"), self._ending))

    def _write(self, content: bytes) -> None:
        if self._output is None:
            self._streams.put(content)
        else:
            self._output.write(content)


def _pages() -> IO[bytes]:
    """A file for what the page is made of; a run that can make no page ends here."""
    from provenance.render.report import report

    report(())
    return TemporaryFile()


def _report(pages: IO[bytes]) -> str:
    from provenance.render.report import Page, report

    pages.seek(0)
    return "".join(report(Page(*json.loads(line)) for line in pages))


def _table(scoring: Scoring, write: Callable[[bytes], None], *, is_file: bool) -> Table | None:
    if not scoring.in_columns:
        return None
    from provenance.cli.tables import Table
    from provenance.columnar import schema

    return Table(scoring.layout.form, schema(scoring.scorer), write, is_file=is_file)


def _opened(path: str | None, streams: Streams, kept: int) -> Output | None:
    return None if path is None else create(path, streams, kept)


def _ledger(path: str | None, streams: Streams) -> Appending | None:
    if path is None:
        return None
    from provenance.cli.appending import Appending

    return Appending(path, streams)

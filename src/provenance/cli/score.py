"""`provenance score`: a table on a terminal, JSON Lines in a pipe."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Final

from provenance.cli import forms
from provenance.cli.arguments import (
    add_input,
    add_scoring,
    columns_of,
    observed_of,
    scorer_of,
)
from provenance.cli.compression import ending_of
from provenance.cli.desk import Desk
from provenance.cli.processes import add_workers, results, workers_of
from provenance.cli.scored import Scoring
from provenance.cli.streams import Streams
from provenance.cli.unfinished import State, Unfinished, can_go_on
from provenance.errors import ConfigurationError
from provenance.reading.chunks import LONG, SHORT, Chunks
from provenance.reading.sources import TABLES, sources
from provenance.record import looked_for_of
from provenance.render.scores import FORMATS, Layout

_MOST_POINTS: Final = 100
_SHAPING: Final = (
    "format",
    "input_format",
    "observed",
    "map",
    "fail_under",
    "output",
    "audit",
    "rejects",
)
"""Options that shape what is written, besides those that make the scorer."""

_WHOLE: Final = ("html", *TABLES)
"""Formats that are complete only with their end; a part of them is nothing to go on with."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``score``."""
    add_input(parser)
    add_scoring(parser)
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, help=forms.HELP)
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the scores here instead of standard output; .gz and .zst are compressed",
    )
    group.add_argument(
        "--audit", metavar="FILE", help="write the audit record of each document to this file, one per line"
    )
    group.add_argument(
        "--ledger",
        metavar="FILE",
        help="append an entry for each audit record to this ledger",
    )
    group.add_argument("--fail-under", metavar="POINTS", type=float, help="exit with 1 if any score is lower")
    group.add_argument(
        "--resume", action="store_true", help="continue an interrupted run that wrote to --output"
    )
    add_workers(group)


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Score documents; the exit code."""
    workers = workers_of(args)
    least = args.fail_under
    if least is not None and not 0 <= least <= _MOST_POINTS:
        raise ConfigurationError(f"--fail-under: expected points from 0 to {_MOST_POINTS}, found {least:g}")
    scoring = _scoring(args, streams)
    found = sources(args.paths, args.input_format)
    is_watched = streams.is_terminal or any(source.path is None for source in found)
    is_live = workers == 1 and args.output is None and is_watched
    has_threads = scoring.in_columns or any(source.kind in TABLES for source in found)  # pyarrow's
    chunks = Chunks(found, streams.stdin, SHORT if is_live else LONG)
    incoming = iter(chunks)
    notes = _notes(args, scoring)
    state = State() if notes is None or not args.resume else notes.take_up(incoming)
    desk = Desk(args, streams, scoring, state)
    if notes is not None:
        notes.begin()
        streams.files.callback(notes.close)
        incoming = notes.watching(incoming)
    before = chunks.share or 0.0
    try:
        with closing(results(scoring, incoming, workers, may_copy=not has_threads)) as pieces:
            for scored in pieces:
                desk.take_in(scored)
                if scored.rejects and args.strict:
                    return desk.finish()
                if notes is not None:
                    notes.note(desk.counts, desk.lengths)
                streams.progress(desk.counts.read - state.counts.read, _since(before, chunks.share))
    except KeyboardInterrupt:
        if notes is None:
            raise
        streams.say("interrupted; with --resume the same command goes on where it stopped")
        return 130
    code = desk.finish()
    if notes is not None:
        desk.lengths()  # the notes go when all is written out, and not before
        notes.end()
    return code


def _since(before: float, share: float | None) -> float | None:
    """The share that is done of what there was to do, once *before* was done."""
    return None if share is None or before == 1 else (share - before) / (1 - before)


def _scoring(args: argparse.Namespace, streams: Streams) -> Scoring:
    columns = columns_of(args)
    layout = Layout(
        form=forms.form_of(args.format, args.output, FORMATS, streams),
        colour=streams.colour,
        ascii_only=streams.ascii_only,
    )
    ending = ending_of(args.output)
    if ending and layout.form in TABLES:
        raise ConfigurationError(
            f"--output: {args.output}: {layout.form} is compressed in itself: leave {ending} out"
        )
    if layout.form in TABLES:
        from provenance.reading.arrow import arrow

        arrow(f"writing {layout.form.title()}")  # missed before anything is opened
    return Scoring(
        scorer=scorer_of(args),
        layout=layout,
        observed=looked_for_of(observed_of(args), columns),
        columns=columns,
        strict=args.strict,
        audit=args.audit is not None,
        seal=args.ledger is not None,
        least=args.fail_under,
        endings=("" if layout.form == "html" else ending, ending_of(args.audit)),
    )


def _notes(args: argparse.Namespace, scoring: Scoring) -> Unfinished | None:
    """Where it is noted how far the run is; nowhere, if it writes what cannot be cut at a place and be gone on with."""
    if args.ledger is None and scoring.layout.form not in _WHOLE and args.output and can_go_on(args.output):
        made_with = {
            "scoring": scoring.scorer.run,
            "signals": {signal.spec.id: signal.spec.version for signal in scoring.scorer.registry},
            "options": {name: getattr(args, name) for name in _SHAPING},
        }
        return Unfinished(args.output, made_with)
    if args.resume and args.ledger is not None:
        raise ConfigurationError(
            "--resume: what is in a ledger cannot be taken back: leave --ledger out, keep --audit FILE, "
            f"and when all is through: provenance ledger append {args.ledger} FILE"
        )
    if args.resume:
        raise ConfigurationError(
            "--resume: expected --output with the file to go on with, in a format of lines (jsonl, csv, markdown, table)"
        )
    return None

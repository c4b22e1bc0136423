"""The options that several commands share, and what they make."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

from provenance.cli.streams import Streams
from provenance.document import Document
from provenance.errors import ConfigurationError, InputError, near

_MOST_PROBLEMS: Final = 20
"""How many bad records are named one by one; --rejects names all."""


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and says which option a wrong one looks like."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and a hint."""
        wrong = re.match(r"unrecognized arguments: (-\S+)", message) or re.search(
            r"invalid choice: '([^']*)'", message
        )
        hint = near(wrong.group(1).partition("=")[0], self.known()) if wrong else ""
        self.exit(2, f"{self.prog}: {message}{hint}\ntry '{self.prog} --help'\n")

    def known(self) -> list[str]:
        """Every option, choice and command that this parser understands."""
        known = [option for action in self._actions for option in action.option_strings]
        for action in self._actions:
            known += map(str, action.choices or ())
            if isinstance(action.choices, dict):  # subcommands
                known += [name for parser in action.choices.values() for name in parser.known()]
        return known


def add_input(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The documents to read; *required* says whether there must be any."""
    group = parser.add_argument_group("input")
    group.add_argument(
        "paths",
        nargs="+" if required else "*",
        metavar="PATH",
        help="files, folders, globs, or - for JSON Lines on standard input",
    )
    group.add_argument(
        "--input-format", metavar="KIND", help="text, html, json, jsonl or csv, where names do not say it"
    )
    group.add_argument(
        "--observed",
        metavar="FIELDS",
        default="",
        help="fields that were looked for in every record: empty means absent (authors,published)",
    )
    group.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="read a field from a column of another name; repeatable",
    )
    group.add_argument("--strict", action="store_true", help="stop at the first record that cannot be read")
    group.add_argument(
        "--rejects", metavar="FILE", help="write what could not be read to this file, as JSON Lines"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")


def add_scoring(parser: argparse.ArgumentParser) -> None:
    """What is held fixed while scoring."""
    group = parser.add_argument_group("scoring")
    group.add_argument(
        "--policy", metavar="FILE", help="the points, as a TOML file (default: the bundled policy)"
    )
    group.add_argument(
        "--index", metavar="FILE", help="a corpus index, as `provenance index` builds it: who copied whom"
    )
    group.add_argument("--profile", metavar="NAME", default="", help="a profile of the policy: what applies")
    group.add_argument(
        "--as-of",
        metavar="DAY",
        help="the day to judge dates from, such as 2026-11-21 (default: the record's own `retrieved`)",
    )
    group.add_argument("--protected", metavar="FILE", help="domains whose lookalikes are flagged, one a line")
    group.add_argument(
        "--affiliates", metavar="FILE", help="domains that belong together with the publishers, one a line"
    )


def scorer_of(args: argparse.Namespace) -> Any:
    """The scorer that the options describe."""
    from provenance.assessment import Scorer

    return Scorer(
        policy=args.policy,
        index=args.index,
        profile=args.profile,
        as_of=args.as_of,
        protected=_domains(args.protected),
        affiliates=_domains(args.affiliates),
    )


def _domains(path: str | None) -> list[str]:
    """The domains in a file, one a line; ``#`` begins a comment."""
    if path is None:
        return []
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigurationError(f"{path}: cannot be read: {problem}") from None
    return [name for line in lines if (name := line.partition("#")[0].strip().lower())]


def columns_of(args: argparse.Namespace) -> dict[str, str]:
    """The other names for fields that ``--map`` gives."""
    columns = {}
    for given in args.map:
        field, equals, column = given.partition("=")
        if not (field and equals and column):
            raise ConfigurationError(f"--map: expected FIELD=COLUMN, found {given!r}")
        columns[field] = column
    return columns


def observed_of(args: argparse.Namespace) -> list[str]:
    """The fields that ``--observed`` lists."""
    return [name.strip() for name in args.observed.split(",") if name.strip()]


class Intake:
    """The documents of a run, one after the other; what cannot be read is reported, counted and kept."""

    def __init__(self, args: argparse.Namespace, streams: Streams) -> None:
        self.streams = streams
        self.rejected = 0
        self.read = 0
        self._strict = args.strict
        self._rejects = _create(args.rejects)
        streams.quiet = args.quiet

    def documents(self, found: Iterator[Document | InputError]) -> Iterator[Document]:
        """The documents among *found*."""
        for document in found:
            if isinstance(document, InputError):
                self.reject(document)
                if self._strict:
                    return
            else:
                self.read += 1
                self.streams.progress(self.read)
                yield document

    def reject(self, problem: InputError) -> None:
        """Report a record that cannot be read."""
        self.rejected += 1
        if self.rejected <= _MOST_PROBLEMS:
            self.streams.say(str(problem))
        elif self.rejected == _MOST_PROBLEMS + 1:
            self.streams.say(
                f"more than {_MOST_PROBLEMS} records cannot be read; --rejects FILE names them all"
            )
        if self._rejects is not None:
            from provenance.codec import json_line

            entry = {
                "schema": "provenance.reject/1",
                "place": problem.place,
                "pointer": problem.pointer,
                "problem": problem.problem,
            }
            self._rejects.write((json_line(entry) + "\n").encode())

    def finish(self, *, failed: bool = False) -> int:
        """Close the run: its summary, and its exit code."""
        self.streams.end_progress()
        if self._rejects is not None:
            self._rejects.close()
        if self.rejected and not self.streams.quiet:
            self.streams.say(f"{self.read:,} documents read, {self.rejected:,} could not be")
        return 1 if failed else 3 if self.rejected else 0


def _create(path: str | None) -> Any:
    return None if path is None else create(path)


def create(path: str) -> Any:
    """The file at *path*, opened for writing bytes."""
    try:
        return Path(path).open("wb")
    except OSError as problem:
        raise ConfigurationError(f"{path}: cannot be written: {problem.strerror}") from None

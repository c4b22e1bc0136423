"""The options that several commands share, and what they make."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from provenance.cli.domains import domains_in
from provenance.errors import ConfigurationError, near
from provenance.render.words import one_line

_WIDEST = 2000


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and says which option a wrong one looks like."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and a hint."""
        number = re.fullmatch(r"argument (\S+): invalid (int|float) value: (.*)", message, re.DOTALL)
        if number:
            kind = "a whole number" if number.group(2) == "int" else "a number"
            message = f"{number.group(1)}: expected {kind}, found {number.group(3)}"
        message = message.removeprefix("argument ")
        option = re.match(r"unrecognized arguments: (-\S+)", message)
        choice = re.search(r"invalid choice: '([^']*)'", message)
        if option:
            hint = near(option.group(1).partition("=")[0], self.options())
        else:
            hint = near(choice.group(1), self._choices()) if choice else ""
        self.exit(2, f"{self.prog}: {one_line(message, _WIDEST)}{hint}\ntry '{self.prog} --help'\n")

    def parse_known_args(self, *args: Any, **others: Any) -> Any:
        """The options; a file that an option names has a name."""
        found, unknown = super().parse_known_args(*args, **others)
        for action in self._actions:
            given = getattr(found, action.dest, None)
            if action.metavar == "FILE" and "" in (given if isinstance(given, list) else [given]):
                self.error(f"{(*action.option_strings, action.dest)[0]}: expected a file, found ''")
        return found, unknown

    def options(self) -> list[str]:
        """The options that it takes, as they are spelled."""
        return [option for action in self._actions for option in action.option_strings]

    def _choices(self) -> list[str]:
        return [str(choice) for action in self._actions for choice in action.choices or ()]


def add_input(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The documents to read; *required* says whether there must be any."""
    group = parser.add_argument_group("input")
    group.add_argument(
        "paths",
        nargs="+" if required else "*",
        metavar="PATH",
        help="files, folders or globs; - reads JSON Lines from standard input",
    )
    group.add_argument(
        "--input-format",
        metavar="KIND",
        help="how to read inputs whose name does not say: text, html, json, jsonl, csv, warc, wet, feed, parquet or arrow",
    )
    group.add_argument(
        "--observed",
        metavar="FIELDS",
        action="append",
        default=[],
        help="fields that were looked for in every record, such as authors,published: there, empty means absent; repeatable",
    )
    group.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="read a field from a column with another name; repeatable",
    )
    group.add_argument("--strict", action="store_true", help="stop at the first record that cannot be read")
    group.add_argument(
        "--rejects",
        metavar="FILE",
        help="write the records that could not be read to this file, as JSON Lines",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")


def add_told(parser: argparse.ArgumentParser, what: str = "audit records") -> None:
    """The documents to read, or *what* was made of them before."""
    add_input(parser)
    parser.description = f"{parser.description} It reads {what}, too."


def add_scoring(parser: argparse.ArgumentParser) -> None:
    """What is held fixed while scoring."""
    group = parser.add_argument_group("scoring")
    group.add_argument(
        "--policy", metavar="FILE", help="the policy to score by, a TOML file (default: the bundled one)"
    )
    group.add_argument(
        "--index", metavar="FILE", help="a corpus index built by `provenance index`, to judge copies with"
    )
    group.add_argument(
        "--profile", metavar="NAME", default="", help="a profile of the policy, which says what applies"
    )
    group.add_argument(
        "--as-of",
        metavar="DAY",
        help="the day to judge dates by, such as 2026-11-21 (default: the record's own `retrieved`)",
    )
    group.add_argument(
        "--registry",
        metavar="FILE",
        action="append",
        default=[],
        help="a file of your own with ratings, trust.txt, ads.txt, protected domains or affiliates; repeatable",
    )
    group.add_argument(
        "--protected", metavar="FILE", help="domains whose lookalikes are flagged, one per line"
    )
    group.add_argument(
        "--affiliates",
        metavar="FILE",
        help="domains of one house, one per line: citing them counts as citing oneself",
    )
    group.add_argument(
        "--annotations",
        metavar="FILE",
        help="notes on the documents, one per line; audit records carry them, scores ignore them",
    )


def scorer_of(args: argparse.Namespace) -> Any:
    """The scorer that the options describe."""
    from provenance.assessment import Scorer

    scorer = Scorer(
        policy=args.policy,
        index=args.index,
        profile=args.profile,
        as_of=args.as_of,
        protected=domains_in(args.protected),
        affiliates=domains_in(args.affiliates),
        registry=args.registry,
    )
    if args.annotations is None:
        return scorer
    from provenance.cli.annotations import annotations_from

    return scorer.annotating(annotations_from(args.annotations, scorer.registry.ids))


def columns_of(args: argparse.Namespace) -> dict[str, str]:
    """The other names for fields that ``--map`` gives."""
    columns = {}
    for given in args.map:
        field, equals, column = given.partition("=")
        if not (field and equals and column):
            raise ConfigurationError(f"--map: expected FIELD=COLUMN, found {given!r}")
        if field in columns:
            raise ConfigurationError(f"--map: two columns are named for {field}: name one")
        columns[field] = column
    return columns


def observed_of(args: argparse.Namespace) -> list[str]:
    """The fields that ``--observed`` lists."""
    return [name.strip() for given in args.observed for name in given.split(",") if name.strip()]

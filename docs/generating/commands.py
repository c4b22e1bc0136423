"""The page of the command line: what each command takes."""

import re
from argparse import Action
from collections.abc import Callable, Iterator
from importlib import import_module

from generating.markdown import table
from provenance.cli.arguments import Parser, add_input, add_scoring
from provenance.cli.main import COMMANDS
from provenance.reading.sources import KINDS

_FLAG = re.compile(r"(?<![\w`-])(--[a-z][a-z-]*)(?![\w`])")

_COMMANDS = """# The command line

Results go to standard output, everything else to standard error.
Each command ends with one of the [exit codes](exit-codes.md).

`PATH` is a file, a folder (read in order of names, subfolders included), a glob in quotation marks, or `-` for standard input.
Standard input is read as JSON Lines of records unless `--input-format` says otherwise.
The ending of a file's name says how it is read:

{endings}
A further `.gz` or `.zst` is allowed, and files compressed with gzip or zstandard are opened whatever they are called.
A `.json` file may hold one record, a list of records, or JSON Lines; so may files of audit records.
Links to folders inside a folder are not followed, and the run says that they were skipped; a link that you name yourself is followed.

Colour appears on a terminal only; a non-empty `NO_COLOR` turns it off, `FORCE_COLOR` turns it on, and `NO_COLOR` wins.
"""

_SHARED = {"Input options": add_input, "Scoring options": add_scoring}
"""The options that several commands share, under the headings at which they are described."""


def commands() -> str:
    kinds: dict[str, list[str]] = {}
    for ending, kind in KINDS.items():
        kinds.setdefault(kind, []).append(f"`{ending}`")
    parts = [_COMMANDS.format(endings=table(("ending", "read as"), _endings(kinds)))]
    shared = {heading: _options(adding) for heading, adding in _SHARED.items()}
    for name, says in COMMANDS.items():
        rows = _options(import_module(f"provenance.cli.{name}").add_arguments)
        used = [heading for heading, of in shared.items() if set(of) <= set(rows)]
        own = [row for row in rows if not any(row in shared[heading] for heading in used)]
        also = " and the ".join(f"[{h.lower()}](#{h.lower().replace(' ', '-')})" for h in used)
        parts.append(f"\n## provenance {name}\n\n{says[0].upper()}{says[1:]}.\n")
        parts.append(f"\nIt takes the {also}" + (", and:\n" if own else ".\n") if used else "")
        parts.append(f"\n{table(('', ''), iter(own))}" if own else "")
    for heading, rows in shared.items():
        parts.append(f"\n## {heading}\n\n{table(('', ''), iter(rows))}")
    return "".join(parts)


def _endings(kinds: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    return ((", ".join(endings), f"`{kind}`") for kind, endings in kinds.items())


def _options(adding: Callable[[Parser], object]) -> list[tuple[str, str]]:
    """The options that *adding* gives to a parser, each with what it says of itself."""
    parser = Parser(add_help=False)
    adding(parser)
    return [_option(action) for action in vars(parser)["_actions"]]


def _option(action: Action) -> tuple[str, str]:
    choices = f" (`{'`, `'.join(map(str, action.choices))}`)" if action.choices else ""
    option = ", ".join(
        f"`{o}{'' if action.nargs == 0 else ' ' + str(action.metavar or action.dest.upper())}`"
        for o in action.option_strings
    )
    again = " …" if action.nargs in ("+", "*") else ""
    says = _FLAG.sub(r"`\1`", str(action.help).replace("%%", "%"))
    return option or f"`{action.metavar or action.dest}{again}`", says + choices

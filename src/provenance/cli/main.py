"""The `provenance` command: finds the subcommand, runs it, and turns what went wrong into words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Final, TextIO

from provenance.version import __version__

if TYPE_CHECKING:
    from argparse import Namespace

    from provenance.cli.arguments import Parser
    from provenance.cli.streams import Streams

COMMANDS: Final = {
    "score": "score documents",
    "explain": "show how each score was made, the biggest losses first",
    "report": "write one web page to read and send on: points, reasons, and the text with marks",
    "summary": "sum up a corpus: its domains, and how well it is documented",
    "diff": "show what changed between two runs, and why",
    "whatif": "show the fewest changes that reach a band, or what a score rests on",
    "inspect": "show a document as read: every field, attribution and claim",
    "index": "build or change the index of a corpus",
    "trace": "find who copied whom: derivations, clusters, earliest sources",
    "verify": "recompute audit records",
    "ledger": "keep an append-only ledger of audit records, and prove what it holds",
    "annotate": "attach corrections, context and disputes to audit records",
    "export": "export audit records as PROV, in-toto, SARIF, dolma, JSON-LD or CSV",
    "signals": "list or describe the signals: what is asked of a document, and why",
    "policy": "show or check a policy: the points that each signal can earn",
    "registry": "check registry files",
}
EPILOG: Final = """exit codes: 0 done; 1 a requested check failed; 2 wrong usage or configuration;
3 some records could not be read, the rest were written; 130 interrupted"""


def main_with_streams(argv: Sequence[str]) -> int:
    """Run the command on the streams of this process; its exit code."""
    code = 0
    try:
        if list(argv) == ["--version"]:  # answered before anything else is imported
            print(f"provenance {__version__}")
        else:
            from provenance.cli.streams import Streams

            code = main(argv, Streams.of_process())
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop(sys.stdout)
        return 0
    except KeyboardInterrupt:  # before the command was found, or after its end
        if sys.stderr is not None:
            print("interrupted", file=sys.stderr)
        return 130
    except OSError as problem:
        _drop(sys.stdout)
        if code != 2 and sys.stderr is not None:  # else it was said already
            with suppress(OSError):
                print(f"provenance: {_said(problem)}", file=sys.stderr)
        code = 2
    if sys.stderr is not None:
        try:
            sys.stderr.flush()
        except OSError:
            _drop(sys.stderr)
    return code


def _drop(stream: TextIO) -> None:
    """Let what is left of a stream go nowhere, so that the interpreter does not stumble over it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main(argv: Sequence[str], streams: Streams) -> int:
    """Run the command; its exit code (docs/reference/exit-codes.md). Errors go to standard error as one line each."""
    from provenance.errors import DefectError, InvalidArgumentError, ProvenanceError

    try:
        args = _parsed(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        with streams.files:
            code: int = import_module(f"provenance.cli.{args.command}").run(args, streams)
    except InvalidArgumentError as problem:
        streams.say(f"provenance {args.command}: {_option(problem.argument)}: {problem.problem}")
        return 2
    except ProvenanceError as problem:
        streams.say(f"provenance {args.command}: {problem}")
        return 70 if isinstance(problem, DefectError) else 2
    except BrokenPipeError:
        raise
    except OSError as problem:
        streams.say(f"provenance {args.command}: {_said(problem)}")
        return 2
    except KeyboardInterrupt:
        streams.say("interrupted")
        return 130
    except Exception as problem:  # noqa: BLE001 - no traceback reaches a user: a defect is one line to report, with a code of its own
        from provenance.defects import defect, fault_of_index

        fault = fault_of_index(problem)
        streams.say(f"provenance {args.command}: {fault or defect(problem)}")
        return 2 if fault else 70
    return code


def _option(argument: str) -> str:
    """The option that gives the library this *argument*."""
    return "--map" if argument == "columns" else f"--{argument.replace('_', '-')}"


def _said(problem: OSError) -> str:
    """What the system would not do, in one line."""
    name = f"{problem.filename}: " if problem.filename is not None else ""
    return f"cannot go on: {name}{problem.strerror or problem}"


def _parsed(argv: Sequence[str]) -> Namespace:
    """The options; what is wrong with them is told by the parser of the command that they were given to."""
    parser, commands = _parsers(argv)
    if argv and argv[0].startswith("-") and argv[0] not in parser.options():
        parser.error(f"unrecognized arguments: {argv[0]}")
    found: tuple[Namespace, list[str]] = parser.parse_known_args(argv)
    args, unknown = found
    if unknown:
        commands[args.command].error(f"unrecognized arguments: {' '.join(unknown)}")
    return args


def _parsers(argv: Sequence[str]) -> tuple[Parser, Mapping[str, Parser]]:
    """The parser, and those of the commands, with the options of the one that was named; of all, where none was."""
    from argparse import RawDescriptionHelpFormatter as Layout

    from provenance.cli.arguments import Parser

    parser = Parser(
        prog="provenance",
        description="How well is the origin of a document documented? Point by point, recomputable, offline.",
        epilog=EPILOG,
        formatter_class=Layout,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"provenance {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for name, says in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=says,
            description=says[0].upper() + says[1:] + ".",
            epilog=EPILOG,
            formatter_class=Layout,
            allow_abbrev=False,
        )
        if not argv or argv[0] == name or argv[0] not in COMMANDS:
            import_module(f"provenance.cli.{name}").add_arguments(command)
    return parser, commands.choices

"""`provenance registry`: what is understood of the user's registry files, and what is not."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.errors import ConfigurationError
from provenance.registries.entries import Stated
from provenance.registries.files import RegistryFile, read_registry
from provenance.registries.shelf import Shelf, files_at
from provenance.render.words import counted, one_line

SCHEMA = "provenance.registry/1"
_WIDEST = 400


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``registry``."""
    parser.add_argument("action", choices=("check",), help="say what was understood, and name every problem")
    parser.add_argument("paths", nargs="+", metavar="FILE", help="registry files, or folders of them")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="text, or jsonl")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Check registry files; 1 where there are problems, 2 where a file is no registry."""
    files, refused = [], 0
    for path in (path for given in args.paths for path in files_at(given)):
        try:
            files.append(read_registry(path))
        except ConfigurationError as refusal:
            streams.say(str(refusal))
            refused += 1
    shelf = Shelf(files)
    conflicts = list(shelf.conflicts())
    for file in shelf.files:
        if args.format == "jsonl":
            streams.write(json_line({"schema": SCHEMA, **file.described(), "problems": _listed(file)}) + "\n")
        else:
            streams.write("".join(line + "\n" for line in _told(file, shelf)))
    for place, problem in conflicts:
        streams.say(one_line(f"{place}: {problem}", _WIDEST))
    problems = [(file.name, *problem) for file in shelf.files for problem in file.problems]
    for name, line, problem in problems:
        streams.say(one_line(f"{name}:{line}: {problem}", _WIDEST))
    return 2 if refused else 1 if problems or conflicts else 0


def _listed(file: RegistryFile) -> list[dict[str, Any]]:
    return [problem._asdict() for problem in file.problems]


def _told(file: RegistryFile, shelf: Shelf) -> Iterator[str]:
    """What a file is, in words."""
    about = ", ".join(
        said for said in (file.source and f"from {file.source}", file.date and f"of {file.date}") if said
    )
    yield one_line(
        f"{file.name}: {file.kind}, {counted(len(file.entries), 'entry', 'entries')}{about and f', {about}'}",
        _WIDEST,
    )
    yield f"  {file.digest}"
    stated = [entry for entry in file.entries if isinstance(entry, Stated) and entry.other]
    for standing in ("confirmed", "one_sided", "unheard"):
        found = [f"{s.name} {s.other}" for s in stated if shelf.standing(s) == standing]
        if found:
            yield "  " + one_line(f"{standing.replace('_', '-')}: {', '.join(found)}", _WIDEST)

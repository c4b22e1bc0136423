"""In which form results are written: as ``--format`` says, else as the name of the file does, else by where they go."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath
from typing import Final

from provenance.cli.streams import Streams
from provenance.errors import ConfigurationError
from provenance.reading.sources import COMPRESSED

HELP: Final = "default: what the name of --output says; else a table on a terminal, jsonl elsewhere"
_BY_ENDING: Final = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
}
"""What a file is expected to hold, by how its name ends; any other holds lines of JSON."""


def form_of(given: str | None, output: str | None, known: Collection[str], streams: Streams) -> str:
    """The form, one of those that are *known*, for results that go to the file *output* or to standard output.

    A file that is given another form than its name says is written all the same, and said to be.

    Raises:
        ConfigurationError: the name of the file asks for one that is not known.
    """
    if output is None:
        return given or ("table" if streams.is_terminal else "jsonl")
    name = PurePath(output)
    ending = (name.with_suffix("") if name.suffix.lower() in COMPRESSED else name).suffix.lower()
    named = _BY_ENDING.get(ending)
    if given is not None:
        if named not in (None, given):
            streams.say(f"--format: {output} is written as {given}, though its name says {named}")
        return given
    form = named or "jsonl"
    if form not in known:
        raise ConfigurationError(
            f"--output: {output}: {form} cannot be written: name another file, or say what it is to hold (--format)"
        )
    return form

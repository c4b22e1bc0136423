"""The formats by their names, each a function from audit records to pieces of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple, TypeAlias

from provenance.codec import json_line

Json: TypeAlias = Mapping[str, Any]


class Format(NamedTuple):
    """A format: audit records in, pieces of a file out, in order."""

    piece: Callable[[Json], str]
    """What one record adds to the file."""
    framed: Callable[[Iterable[str]], Iterator[str]] = iter
    """Such pieces with what stands before, after and between them."""

    def __call__(self, records: Iterable[Json]) -> Iterator[str]:
        """The file that *records* make, in pieces."""
        return self.framed(map(self.piece, records))


def _one_a_line(module: str, name: str) -> Format:
    """A format of one JSON object for each record."""
    return Format(lambda record: json_line(_home(module, name)(record)) + "\n")


def _framed(module: str, piece: str, framed: str) -> Format:
    """A format with something before, after or between the records."""
    return Format(_late(module, piece), _late(module, framed))


def _late(module: str, name: str) -> Callable[[Any], Any]:
    """A function that is imported when it is called."""

    def late(given: Any) -> Any:
        return _home(module, name)(given)

    return late


def _home(module: str, name: str) -> Any:
    return getattr(import_module(f"provenance.exports.{module}"), name)


FORMATS: Final[Mapping[str, Format]] = {
    "prov": _one_a_line("prov", "prov_json"),
    "in-toto": _one_a_line("intoto", "statement"),
    "sarif": _framed("sarif", "results", "sarif_log"),
    "dolma": _one_a_line("dolma", "attributes"),
    "jsonld": _one_a_line("jsonld", "review"),
    "csv": _framed("rows", "csv_rows", "csv_file"),
}
"""What `provenance export --format` takes."""

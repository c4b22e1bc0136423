"""The formats by their names, each a function from audit records to pieces of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final, TypeAlias

from provenance.codec import json_line

Json: TypeAlias = Mapping[str, Any]
Format: TypeAlias = Callable[[Iterable[Json]], Iterator[str]]
"""Audit records in, pieces of a file out, in order."""


def _one_a_line(module: str, name: str) -> Format:
    """A format of one JSON object for each record."""

    def lines(records: Iterable[Json]) -> Iterator[str]:
        make = getattr(import_module(f"provenance.exports.{module}"), name)
        return (json_line(make(record)) + "\n" for record in records)

    return lines


def _whole(module: str, name: str) -> Format:
    """A format with something before, after or between the records."""

    def pieces(records: Iterable[Json]) -> Iterator[str]:
        make: Format = getattr(import_module(f"provenance.exports.{module}"), name)
        return make(records)

    return pieces


FORMATS: Final[Mapping[str, Format]] = {
    "prov": _one_a_line("prov", "prov_json"),
    "in-toto": _one_a_line("intoto", "statement"),
    "sarif": _whole("sarif", "sarif_log"),
    "dolma": _one_a_line("dolma", "attributes"),
    "jsonld": _one_a_line("jsonld", "review"),
    "csv": _whole("rows", "csv_lines"),
}
"""What `provenance export --format` takes."""

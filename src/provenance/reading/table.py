"""CSV and TSV: each row a record; an empty cell is unknown, since nobody says that anybody looked.

Cells are parted by commas (RFC 4180), in ``.tsv`` by tabs, unless something else parts the names of the columns: spreadsheets
write semicolons where the comma is a decimal point, and not all that has tabs is called so.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import PurePath
from typing import IO, Any, Final

from provenance.codec import RepeatedKeyError, parsed_strictly
from provenance.errors import BrokenOffError, InputError, shown
from provenance.foreign import named_twice
from provenance.reading.lines import Placed
from provenance.reading.sources import Source, broken_reads, unreadable
from provenance.values.literals import list_in

_LISTS: Final = frozenset({"authors", "links", "citations", "observed"})
_DELIMITERS: Final = (",", "\t", ";")
_SEPARATORS: Final = (";", "|")
_LONGEST_CELL: Final = 2**31 - 1
"""Characters: as many as `csv` takes on every system."""


def rows(stream: IO[bytes], source: Source) -> Iterator[Placed]:
    """The record of each row, by the names in the first; an `InputError` where a row does not fit.

    Were a column named twice, one of the two would be lost: such a file is refused.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    csv.field_size_limit(_LONGEST_CELL)
    reader: Any = csv.reader(())
    names: list[str] | None = None
    try:
        first = text.readline()
        if _is_json(first):
            problem = "this is JSON, not CSV: it is read with --input-format jsonl or json"
            yield Placed(InputError(problem, place=source.name), source.name)
            return
        lines, begins = _Lines(chain((first,), text)), 1
        reader = csv.reader(lines, delimiter=_delimiter(first, source))
        for row in reader:
            place = f"{source.name}:{reader.line_num}"
            if lines.have_ended:
                place = f"{source.name}:{begins}"
                problem = "a quotation mark is opened and never closed: all that follows it is one cell"
                yield Placed(InputError(problem, place=place), place)
                return
            begins = reader.line_num + 1
            if names is None:
                names = [name.strip() for name in row]
                twice = named_twice(names)
                if twice:
                    yield Placed(InputError(f"names a column twice: {shown(twice)}", place=place), place)
                    return
            elif row:
                yield Placed(_record(names, row, place), place)
    except csv.Error as problem:
        place = f"{source.name}:{reader.line_num}"
        yield Placed(BrokenOffError(f"not CSV: {problem}; what follows is not read", place=place), place)
    except broken_reads() as problem:
        yield Placed(unreadable(problem, source, reader.line_num), source.name)
    finally:
        text.detach()


class _Lines:
    """Lines; `have_ended` once more were asked for than there are, which `csv` does where a quotation mark is not closed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.have_ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            return next(self._lines)
        except StopIteration:
            self.have_ended = True
            raise


def _is_json(first: str) -> bool:
    """Whether the *first* line is an object or a list of JSON, or begins one over several lines."""
    start = first.strip()
    if start in ("{", "["):
        return True
    try:
        return start.startswith(("{", "[")) and isinstance(json.loads(start), (dict, list))
    except (ValueError, RecursionError):
        return False


def _delimiter(first: str, source: Source) -> str:
    """What parts the names of the columns, which stand on the *first* line; what the name says, where there is but one."""
    is_tsv = PurePath(source.name.lower().removesuffix(".gz").removesuffix(".zst")).suffix == ".tsv"
    return max("\t" if is_tsv else ",", *_DELIMITERS, key=first.count)


def _record(names: list[str], row: list[str], place: str) -> dict[str, Any] | InputError:
    if len(row) != len(names):
        return InputError(f"expected {len(names)} cells, found {len(row)}", place=place)
    if not all(map(str.isascii, row)) and _not_utf8().search("".join(row)):
        return InputError("the row is not UTF-8", place=place)
    try:
        return {name: _value(name, cell) for name, cell in zip(names, row, strict=True) if cell.strip()}
    except RepeatedKeyError as problem:
        return InputError(str(problem), place=place)


@cache
def _not_utf8() -> re.Pattern[str]:
    """A byte that `surrogateescape` has kept as it is."""
    return re.compile("[\udc80-\udcff]")


def _value(name: str, cell: str) -> Any:
    """A cell as JSON if it holds a list (of Python's, too), an object or a truth value, a list if its column is one, else a string."""
    if cell[0] in "[{" or cell in ("true", "false"):
        try:
            return parsed_strictly(cell)
        except RepeatedKeyError:
            raise
        except (ValueError, RecursionError):
            found = list_in(cell)
            return cell if found is None else found
    if name in _LISTS:
        separator = next((s for s in _SEPARATORS if s in cell), None)
        return [part.strip() for part in cell.split(separator) if part.strip()] if separator else [cell]
    return cell

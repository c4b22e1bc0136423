"""JSON Lines and JSON: a stream of objects, each with the place where it stands; a bad line is an error, and the rest is read."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from provenance.codec import RepeatedKeyError, parsed_strictly, with_each_key_once
from provenance.errors import InputError
from provenance.evidence import made
from provenance.reading.sources import Source, broken_reads, unreadable
from provenance.reading.text import wide_encoding


class Placed(NamedTuple):
    """A JSON value, or the error in its place, and where it stands."""

    value: Any
    place: str


def json_lines(stream: IO[bytes], source: Source) -> Iterator[Placed]:
    """The value of each line that is not blank; an `InputError` where a line is no JSON."""
    number = 0
    try:
        for number, line in enumerate(lines_of(stream), 1):
            if not is_blank(line):
                yield placed_line(line, f"{source.name}:{number}")
    except broken_reads() as problem:
        yield broken_line(problem, source, number + 1)


def placed_line(line: bytes, place: str) -> Placed:
    """The value of one line; an `InputError` where it is no JSON, or names a key twice."""
    try:
        return made(Placed, (parsed_strictly(line), place))
    except (ValueError, RecursionError) as problem:
        return Placed(InputError(_said(problem) + _hint(problem, line), place=place), place)


def broken_line(problem: Exception, source: Source, number: int) -> Placed:
    """What stands in the place of the line at which reading broke off."""
    return Placed(unreadable(problem, source, number), f"{source.name}:{number}")


def is_blank(line: bytes) -> bool:
    """Whether there is nothing on a line: such a line is no record."""
    return not line or line.isspace()


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines in UTF-8, whatever Unicode form a byte order mark announces."""
    first = stream.readline()
    wide = wide_encoding(first)
    if wide is not None:
        text = (first + stream.read()).decode(wide, "replace")
        yield from io.BytesIO(text.encode("utf-8", "surrogatepass"))
        return
    if first:
        yield first.removeprefix(codecs.BOM_UTF8)
    yield from stream


def _said(problem: Exception) -> str:
    if isinstance(problem, RepeatedKeyError):
        return str(problem)
    if isinstance(problem, RecursionError):
        return "not JSON: nested too deeply"
    if isinstance(problem, UnicodeDecodeError):
        return "not JSON: the line is not UTF-8"
    if isinstance(problem, json.JSONDecodeError):
        return f"not JSON: {problem.msg.removesuffix(' at')} at character {problem.colno}"
    return "not JSON: a number of too many digits"


def _hint(problem: Exception, line: bytes) -> str:
    """What to do about a line that is no JSON, where it shows what it is instead."""
    start = line.strip()
    if start.startswith(b"<"):
        return ": this is markup; pages are read with --input-format html, feeds with feed"
    if start in (b"{", b"["):
        return ": a line holds a whole record; a file that is one value is read with --input-format json"
    if isinstance(problem, json.JSONDecodeError) and problem.msg == "Extra data":
        return ": a line holds one record"
    return ""


def json_values(content: bytes, source: Source) -> Iterator[Placed]:
    """The objects of a JSON file: the one it holds, or each of a list; of lines, if that is what the file is."""
    wide = wide_encoding(content)
    text: str | bytes = content.decode(wide, "replace") if wide else content.removeprefix(codecs.BOM_UTF8)
    try:
        value = parsed_strictly(text)
    except RepeatedKeyError:
        yield from _told_apart(content, text, source)
    except (ValueError, RecursionError) as problem:
        yield from _lines_or_error(content, source, problem)
    else:
        yield from _each(value, source)


def _each(value: object, source: Source) -> Iterator[Placed]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield Placed(item, f"{source.name}:/{number}")
    else:
        yield Placed(value, source.name)


def _told_apart(content: bytes, text: str | bytes, source: Source) -> Iterator[Placed]:
    """The objects of a file in which a key stands twice: an error in the place of each in which it does."""
    try:
        value = json.loads(text, object_pairs_hook=tuple)  # JSON knows no tuples: these are its objects
    except (ValueError, RecursionError) as problem:
        yield from _lines_or_error(content, source, problem)
        return
    for item, place in _each(value, source):
        try:
            yield Placed(with_each_key_once(item), place)
        except (RepeatedKeyError, RecursionError) as problem:
            yield Placed(InputError(_said(problem), place=place), place)


def _lines_or_error(content: bytes, source: Source, problem: Exception) -> Iterator[Placed]:
    """What stands in a file that is no JSON: JSON Lines by another name, if its first line is an object by itself."""
    lines = (line for line in lines_of(io.BytesIO(content)) if not is_blank(line))
    try:
        are_lines = isinstance(json.loads(next(lines, b"")), dict)
    except (ValueError, RecursionError):
        are_lines = False
    if are_lines:
        yield from json_lines(io.BytesIO(content), source)
        return
    at = f":{problem.lineno}" if isinstance(problem, json.JSONDecodeError) else ""
    found = InputError(_said(problem), place=source.name + at)
    if not content.strip():
        found = InputError("not JSON: there is nothing in it", place=source.name)
    yield Placed(found, source.name)

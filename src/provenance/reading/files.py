"""Files of any kind to documents, one after the other, in the memory of one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike, fspath
from typing import IO, TYPE_CHECKING, Final

from provenance.defects import instead, spared, unbroken
from provenance.document import Document
from provenance.errors import InputError, expect
from provenance.place import Place
from provenance.reading.lines import Placed, json_lines, json_values
from provenance.reading.own import own_output
from provenance.reading.sources import (
    ARCHIVES,
    TABLES,
    Source,
    broken_reads,
    opened,
    sources,
    unreadable,
)
from provenance.reading.table import rows
from provenance.reading.text import decode
from provenance.record import looked_for_of

if TYPE_CHECKING:
    from pyarrow import RecordBatch

LARGEST_PAGE: Final = 256_000_000
"""Bytes of the largest file that is read as a page: one that carries its pictures inside it may have a tenth of that."""

Value = Document | InputError | Placed
"""What stands in an input: a document, a record before anybody reads it as one, or why neither can be had."""
_NO_COLUMNS: Final[Mapping[str, str]] = {}


def read_text(text: str, *, id: str = "") -> Document:
    """The document that a bare text shows; see `Document.from_text`."""
    return Document.from_text(text, id=id)


def read(path: str | PathLike[str], *, input_format: str | None = None) -> Document:
    """The one document in the file at *path*.

    Raises:
        ConfigurationError: there is no such file, or what it holds cannot be told.
        InputError: it cannot be read, or holds none or several.
    """
    expect("path", path, (str, PathLike), "the path of a file")
    found = list(_first_two(read_many(path, input_format=input_format)))
    if len(found) != 1:
        problem = "holds several records; use read_many" if found else "holds no record"
        raise InputError(problem, place=fspath(path))
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def _first_two(documents: Iterator[Document | InputError]) -> Iterator[Document | InputError]:
    for _, document in zip(range(2), documents, strict=False):
        yield document


def read_many(
    *paths: str | PathLike[str],
    input_format: str | None = None,
    observed: Iterable[str] = (),
    columns: Mapping[str, str] = _NO_COLUMNS,
    stdin: IO[bytes] | None = None,
) -> Iterator[Document | InputError]:
    """The documents of files, folders, globs and ``-``, in order; an `InputError` stands in the place of a bad one.

    Args:
        paths: where to read.
        input_format: text, html, json, jsonl, csv, warc, wet, feed, parquet or arrow, where names do not say it.
        observed: fields that were looked for in every record: missing or null then means absent.
        columns: where fields stand whose keys are not understood: ``{"published": "date_field"}``; a path such as
            ``metadata.date`` leads into objects.
        stdin: the stream that ``-`` means; standard input if left out.

    Raises:
        ConfigurationError: a path leads to nothing, a name is not that of a field, or the only file needs an extra
            that is not installed.
    """
    looked_for = looked_for_of(observed, columns)
    values = read_values(*paths, input_format=input_format, stdin=stdin)
    return (as_document(value, looked_for, columns) for value in values)


def read_values(
    *paths: str | PathLike[str], input_format: str | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Value]:
    """Like `read_many`, with records as they stand, before anybody reads them as documents."""
    for path in paths:
        expect("paths", path, (str, PathLike), "the path of a file or a folder")
    return values_of(sources([fspath(path) for path in paths], input_format), stdin or sys.stdin.buffer)


def values_of(found: Sequence[Source], stdin: IO[bytes]) -> Iterator[Value]:
    """Like `read_values`, of sources that are known already; *stdin* is the stream that ``-`` means."""
    for source, stream in opened(found, stdin):
        if isinstance(stream, InputError):
            yield stream
        else:
            yield from unbroken(_values(source, stream), source.name)


def _values(source: Source, stream: IO[bytes]) -> Iterator[Value]:
    if source.kind == "csv":
        return rows(stream, source)
    if source.kind == "jsonl":
        return json_lines(stream, source)
    if source.kind in ARCHIVES:
        from provenance.reading import archive

        return archive.documents(stream, source)
    if source.kind in TABLES:
        return _rows(source, stream)
    content = whole(source, stream)
    return iter([content]) if isinstance(content, InputError) else whole_values(source, content)


def _rows(source: Source, stream: IO[bytes]) -> Iterator[InputError | Placed]:
    from provenance.reading.arrow import batches

    first = 1
    for batch in batches(stream, source):
        if isinstance(batch, InputError):
            yield batch
            return
        yield from placed_rows(batch, source, first)
        first += batch.num_rows


def placed_rows(batch: RecordBatch, source: Source, first: int) -> Iterator[Placed]:
    """The records of a batch, the first of which is the row *first* of its file."""
    from provenance.reading.arrow import records_of

    for number, record in enumerate(records_of(batch), first):
        yield Placed(record, f"{source.name}:{number}")


def place_of(value: Value) -> str:
    """Where *value* stands."""
    return value.id if isinstance(value, Document) else value.place


def whole(source: Source, stream: IO[bytes]) -> bytes | InputError:
    """All that a file holds which has to be read as a whole."""
    is_page = source.kind == "html"
    try:
        content = stream.read(LARGEST_PAGE + 1 if is_page else -1)
    except broken_reads() as problem:
        return unreadable(problem, source)
    if is_page and len(content) > LARGEST_PAGE:
        return InputError(
            f"the page has more than {LARGEST_PAGE} bytes, which no page has: split it, or give its text",
            place=source.name,
        )
    return content


def whole_values(source: Source, content: bytes) -> Iterator[Value]:
    """What stands in a text, a page, a feed or a JSON file."""
    if source.kind == "json":
        return json_values(content, source)
    if source.kind == "feed":
        from provenance.reading import feed

        return feed.documents(content, source)
    return iter([_one(source, content)])


def as_document(
    value: Value, observed: tuple[str, ...] = (), columns: Mapping[str, str] = _NO_COLUMNS
) -> Document | InputError:
    """*value* as the document that a record makes where it stands, or the error in its place."""
    if not isinstance(value, Placed):
        return value
    record, place = value
    if isinstance(record, InputError):
        return record
    own = own_output(record)
    if own is not None:
        return own.at(place)
    try:
        document = Document.from_record(record, default_id=place, observed=observed, columns=columns)
    except InputError as problem:
        if isinstance(record, list):
            problem = InputError(
                f"{problem.problem}; a file that is a list of records is read with --input-format json"
            )
        return problem.at(place)
    except Exception as problem:  # noqa: BLE001 - as in `spared`, which a million records need not go through
        return instead(problem, place)
    if document.id == place:  # it brings none of its own
        document.id = Place(place)
    return document


def _one(source: Source, content: bytes) -> Document | InputError:
    """The one document that a text or a page makes."""

    def document(content: bytes) -> Document:
        if source.kind == "html":
            from provenance.reading.html import read_html

            return read_html(content, id=Place(source.name))
        return Document.from_text(decode(content), id=Place(source.name), content=content)

    return spared(document, content, source.name)

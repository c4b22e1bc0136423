"""Where input comes from: paths, folders, globs and standard input, opened whatever they are compressed with."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from importlib import import_module
from os import walk
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, cast

from provenance.errors import (
    BrokenOffError,
    ConfigurationError,
    InputError,
    InvalidArgumentError,
    MissingExtraError,
    expect,
    near,
)
from provenance.page.binary import known_by_its_beginning
from provenance.reading.frames import Frames

KINDS: Final[dict[str, str]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".warc": "warc",
    ".wet": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".arrows": "arrow",
    ".feather": "arrow",
}
"""What a file holds, by how its name ends."""

FORMATS: Final = ("text", "html", "json", "jsonl", "csv", "warc", "wet", "feed", "parquet", "arrow")
COMPRESSED: Final = (".gz", ".zst")
ARCHIVES: Final = ("warc", "wet")
"""Two names of one format: what a record holds is said in the record."""
TABLES: Final = ("parquet", "arrow")
"""Formats of columns, which pyarrow reads."""
_WRITTEN: Final = ("json", "jsonl", "csv", "feed")
"""Formats that a person can write; whoever reads a text or a page says himself what else it is."""
_EXTRAS: Final = {
    "feed": ("feedparser", "reading feeds", "feeds"),
    "parquet": ("pyarrow", "reading Parquet", "parquet"),
    "arrow": ("pyarrow", "reading Arrow", "parquet"),
    "zst": ("zstandard", "reading zstandard", "zstd"),
}
"""What takes more than the standard library to read: the module, what it is needed for, and the extra that brings it."""
_UNCLEAR: Final = f"the name does not say what it holds; use --input-format {'|'.join(FORMATS)}"
STDIN: Final = "-"
_GZIP: Final = b"\x1f\x8b"
"""How what is compressed begins (RFC 1952 §2.3.1)."""
_ZST: Final = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
"""The same for zstandard: a frame, or one to be skipped, with which some writers begin (RFC 8878 §3.1)."""
_LONGEST_MARK: Final = 4


class Source(NamedTuple):
    """One input: its name as given, what it holds (empty: nobody knows), and the file to open (None: standard input)."""

    name: str
    kind: str
    path: Path | None


class PassedOver(NamedTuple):
    """What stands in a folder and is not read: links to folders, and files whose names do not say what they hold."""

    links: list[str]
    files: list[str]


def sources(
    paths: Iterable[str], input_format: str | None = None, passed_over: PassedOver | None = None
) -> list[Source]:
    """The inputs that *paths* name; folders are walked in order, globs are opened.

    Links to folders that stand in a folder are not followed, since they may lead anywhere, or in a circle; those are
    added to *passed_over*, as are files whose names do not say what they hold.

    Raises:
        ConfigurationError: a path leads to nothing, or what the only file holds cannot be told.
        MissingExtraError: the only file needs an extra that is not installed.
    """
    expect("input_format", input_format, (str, type(None)), f"one of {', '.join(FORMATS)}")
    if input_format is not None and input_format not in FORMATS:
        raise InvalidArgumentError(
            "input_format",
            f"expected one of {', '.join(FORMATS)}, found {input_format!r}{near(input_format, FORMATS)}",
        )
    over = PassedOver([], []) if passed_over is None else passed_over
    found = [source for given in paths for source in _sources_of(given, input_format, over)]
    if len(found) == 1:  # among others, either is a reject
        if not found[0].kind:
            raise ConfigurationError(f"{found[0].name}: {_UNCLEAR}")
        if found[0].kind in _EXTRAS:
            _imported(found[0].kind)
    return found


def json_sources(paths: Iterable[str]) -> list[Source]:
    """Like `sources`, of what can only be JSON: as lines, where a name does not say that it is one value."""
    found = sources(paths, "jsonl")
    return [
        each._replace(kind="json") if each.path and _kind(each.path) == "json" else each for each in found
    ]


def _sources_of(given: str, kind: str | None, over: PassedOver) -> Iterator[Source]:
    if given == STDIN:
        yield Source(STDIN, kind or "jsonl", None)
        return
    path = Path(given)
    try:
        exists = given != "" and path.exists()  # an empty name is nobody's, though Path takes it for "."
        is_folder = exists and path.is_dir()
    except PermissionError as problem:
        raise ConfigurationError(f"{given}: cannot be opened: {problem.strerror}") from None
    except (OSError, ValueError):
        is_folder = exists = False
    if is_folder:
        yield from _walk(path, kind, over)
    elif exists:
        yield Source(given, kind or _kind(path) or "", path)
    else:
        matches = sorted(glob(given, recursive=True)) if has_magic(given) else []
        if not matches:
            if _is_link(path):
                raise ConfigurationError(f"{given}: a link to what is not there")
            raise ConfigurationError(f"{given or repr(given)}: no such file or folder{_near_path(path)}")
        for match in matches:
            yield from _sources_of(match, kind, over)


def _walk(folder: Path, kind: str | None, over: PassedOver) -> Iterator[Source]:
    """The files below *folder*, and the folders that cannot be looked into: whoever opens one is told so."""
    shut: list[Path] = []
    walked = [*walk(folder, onerror=lambda problem: shut.append(Path(problem.filename)))]
    files = [path for where, _, names in walked for name in names if _is_file(path := Path(where, name))]
    folders = (Path(where, name) for where, names, _ in walked for name in names)
    linked = sorted(str(path) for path in folders if path.is_symlink() and not _is_hidden(path, folder))
    over.links.extend(linked)
    known = [*((p, kind or _kind(p) or "") for p in files), *((p, kind or "text") for p in shut)]
    seen = [Source(str(p), k, p) for p, k in sorted(known) if not _is_hidden(p, folder)]
    chosen = [source for source in seen if source.kind]
    over.files.extend(source.name for source in seen if not source.kind)
    if not chosen:
        leads = f", and the link {linked[0]} is not followed: name it itself" if linked else ""
        which = "" if kind else f" that can be read ({', '.join(sorted(KINDS))})"
        raise ConfigurationError(f"{folder}: holds no file{which}{leads}")
    yield from chosen


def _is_file(path: Path) -> bool:
    """Whether *path* is a file, or a link to what is not there or may not be seen: whoever opens that is told so."""
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:
        return True


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _kind(path: Path) -> str | None:
    name = path.with_suffix("") if path.suffix.lower() in COMPRESSED else path
    return KINDS.get(name.suffix.lower())


def _near_path(path: Path) -> str:
    try:
        names = [p.name for p in path.parent.iterdir() if p.name != path.name]  # a link that leads nowhere
    except OSError:
        return ""
    return near(path.name, names)


def opened(found: Sequence[Source], stdin: IO[bytes]) -> Iterator[tuple[Source, IO[bytes] | InputError]]:
    """Each source with its bytes, or with what keeps it from being read; closed when the next one is asked for.

    Raises:
        MissingExtraError: the only source needs an extra that is not installed; among others it is passed over.
    """
    for source in found:
        try:
            stream = _open(source, stdin)
        except InputError as problem:
            yield source, problem
            continue
        except MissingExtraError as problem:
            if len(found) == 1:
                raise
            yield source, InputError(str(problem), place=source.name)
            continue
        try:
            yield source, stream
        finally:
            if source.path is not None:
                stream.close()


def _open(source: Source, stdin: IO[bytes]) -> IO[bytes]:
    """The bytes of *source*, decompressed, as their beginning says, and not the name: many a name is wrong.

    Raises:
        InputError: it cannot be opened, or nobody knows what it holds.
        MissingExtraError: it is compressed with zstandard, or of a format, whose extra is missing.
    """
    if not source.kind:
        raise InputError(_UNCLEAR, place=source.name)
    if source.kind in _EXTRAS:
        _imported(source.kind)
    try:
        stream = stdin if source.path is None else source.path.open("rb")
        start = stream.peek(_LONGEST_MARK) if isinstance(stream, io.BufferedReader) else b""
    except OSError as problem:
        raise InputError(f"cannot be opened: {problem.strerror or problem}", place=source.name) from None
    is_ours = source.path is not None
    if start.startswith(_GZIP) and source.kind not in ARCHIVES:  # whose records are compressed one by one
        return cast("IO[bytes]", _Unpacked(stream) if is_ours else gzip.GzipFile(fileobj=stream))
    if _ZST.match(start):
        return _unpacked_zst(stream, closes=is_ours)
    other = known_by_its_beginning(start) if source.kind in _WRITTEN else None
    if other is not None:
        if is_ours:
            stream.close()
        raise InputError(f"this is {other}: leave it out", place=source.name)
    return stream


def _imported(what: str) -> Any:
    """The module that reads *what*; it is to be missed before anything is read."""
    module, need, extra = _EXTRAS[what]
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(need, extra) from None


class _Unpacked(gzip.GzipFile):
    """A gzip file that closes what it reads from."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        super().__init__(fileobj=packed)

    def close(self) -> None:
        super().close()
        self._packed.close()


def _unpacked_zst(stream: IO[bytes], *, closes: bool) -> IO[bytes]:
    try:
        zstandard = _imported("zst")
    except MissingExtraError:
        if closes:
            stream.close()
        raise
    frames = Frames(stream)
    reader = zstandard.ZstdDecompressor().stream_reader(frames, read_across_frames=True, closefd=closes)
    return io.BufferedReader(_UnpackedZst(reader, frames))  # whose own streams know no lines


class _UnpackedZst(io.RawIOBase):
    """What *reader* unpacks of *frames*; a file that breaks off is told of, which zstandard does not do."""

    def __init__(self, reader: Any, frames: Frames) -> None:
        self._reader = reader
        self._frames = frames

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count: int = self._reader.readinto(buffer)
        if not count and not self._frames.is_whole:
            raise EOFError("Compressed file ended before the end of its last frame")
        return count

    def close(self) -> None:
        if not self.closed:
            self._reader.close()
        super().close()


def unreadable(problem: Exception, source: Source, line: int = 0) -> InputError:
    """The input error that a failing read makes: a truncated archive, a disk that went away."""
    said = (
        problem.strerror
        if isinstance(problem, OSError) and problem.strerror
        else str(problem) or type(problem).__name__
    )
    return BrokenOffError(
        f"cannot be read on: {said}", place=f"{source.name}:{line}" if line else source.name
    )


def broken_reads() -> tuple[type[Exception], ...]:
    """The exceptions of a read that breaks off in the middle."""
    try:
        from zstandard import ZstdError
    except ImportError:
        return (OSError, EOFError, zlib.error)
    return (OSError, EOFError, zlib.error, ZstdError)

"""Outputs that are compressed, as their names say: piece by piece, each complete in itself."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import PurePath

from provenance.errors import MissingExtraError
from provenance.reading.sources import COMPRESSED


def ending_of(path: str | None) -> str:
    """How the file at *path* is to be compressed: ``.gz``, ``.zst`` or not at all.

    Raises:
        MissingExtraError: zstandard is wanted, and is not there.
    """
    ending = PurePath(path or "").suffix.lower()
    if ending == ".zst" and find_spec("zstandard") is None:
        raise MissingExtraError(f"{path}: writing zstandard", "zstd")
    return ending if ending in COMPRESSED else ""


def compressed(content: bytes, ending: str) -> bytes:
    """*content* as a file with that *ending* holds it; such pieces may follow one another, and nothing stays nothing."""
    if not ending or not content:
        return content
    if ending == ".gz":
        return gzip.compress(content, mtime=0)
    import zstandard

    return zstandard.ZstdCompressor().compress(content)

"""Bytes to documents: files, folders, streams; nothing here judges anything."""

from provenance.reading.files import read, read_many, read_text

__all__ = ["read", "read_many", "read_text"]

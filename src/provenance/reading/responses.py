"""An HTTP response as a web archive keeps it: status, header, and the content with its encodings undone."""

from __future__ import annotations

import re
import zlib
from typing import Final, NamedTuple

from provenance.errors import InputError, MissingExtraError
from provenance.reading.warc import LONGEST, fields_in

_STATUS: Final = re.compile(rb"HTTP/[0-9.]+ ([0-9]{3})")
_END_OF_HEADER: Final = re.compile(rb"\r?\n\r?\n")
_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([^\s"';]{1,40})""", re.IGNORECASE)


class Response(NamedTuple):
    """What a server answered."""

    status: int
    header: dict[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """The type of the content, without its parameters."""
        return self.header.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server gave."""
        found = _CHARSET.search(self.header.get("content-type", ""))
        return None if found is None else found[1]


def read_response(block: bytes) -> Response:
    """The response in the block of a record.

    Raises:
        InputError: it is none, or its content cannot be decoded, be it for want of the extra that reads Brotli.
    """
    status = _STATUS.match(block)
    end = _END_OF_HEADER.search(block)
    if status is None or end is None:
        raise InputError("expected an HTTP response, which begins with its status")
    header = fields_in(block[: end.start()].decode("latin-1"))
    content = block[end.end() :]
    if "chunked" in header.get("transfer-encoding", "").lower():
        content = _joined(content)
    for encoding in reversed(header.get("content-encoding", "").lower().split(",")):
        content = _decoded(content, encoding.strip())
    return Response(int(status[1]), header, content)


def _joined(content: bytes) -> bytes:
    """The chunks of *content* put together (RFC 9112 §7.1); *content* itself where it is not in chunks any more."""
    chunks: list[bytes] = []
    at = 0
    while True:
        end = content.find(b"\n", at, at + 100)
        size = content[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return content if at == 0 else b"".join(chunks)
        length = int(size, 16)
        if not length:
            return b"".join(chunks)
        chunks.append(content[end + 1 : end + 1 + length])
        at = end + 1 + length
        at += 2 if content.startswith(b"\r\n", at) else content.startswith(b"\n", at)


def _decoded(content: bytes, encoding: str) -> bytes:
    """*content* with one encoding undone; as it is where a crawler has done so already."""
    try:
        if encoding in ("gzip", "x-gzip") and content.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(31).decompress(content, LONGEST)
        if encoding == "deflate" and not content.lstrip().startswith(b"<"):
            return _inflated(content)
    except zlib.error as problem:
        raise InputError(f"the content cannot be decompressed: {problem}") from None
    if encoding == "br" and not content.lstrip().startswith(b"<"):
        return _from_brotli(content)
    return content


def _inflated(content: bytes) -> bytes:
    """What "deflate" means: with a header, as the standard says, or without one, as servers do."""
    try:
        return zlib.decompressobj(15).decompress(content, LONGEST)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(content, LONGEST)


def _from_brotli(content: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        # Of this page alone: a crawl does not stop because one of its servers speaks Brotli.
        raise InputError(
            str(MissingExtraError("reading a page that is compressed with Brotli", "warc"))
        ) from None
    try:
        found: bytes = brotli.Decompressor().process(content, output_buffer_limit=LONGEST)
    except brotli.error as problem:
        raise InputError(f"the content cannot be decompressed: {problem}") from None
    return found

"""The frames of a zstandard file, told apart as they pass (RFC 8878): whether the last one is whole.

zstandard itself says nothing of a file that breaks off, so that records would be lost without a word.
"""

from __future__ import annotations

from typing import IO, Final

_FRAME: Final = 0xFD2FB528
_SKIPPED: Final = range(0x184D2A50, 0x184D2A60)
_MAGIC: Final = 4
_BLOCK: Final = 3
_RLE: Final = 1
"""The type of a block that holds one byte, however long it says that it is."""
_CHECKSUM: Final = 4


class Frames:
    """The bytes of *stream* as they are; once all have passed, `is_whole` says whether the last frame is."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._begun = bytearray()  # of a header
        self._passing = 0  # bytes that are of no interest
        self._is_block = False  # whether the next header is that of a block
        self._after = 0  # bytes that follow the last block of this frame
        self._is_lost = False  # what comes is no frame: whoever unpacks it says so

    @property
    def is_whole(self) -> bool:
        """Whether what has passed ends where a frame does."""
        return self._is_lost or not (self._begun or self._passing or self._is_block)

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        content = self._stream.read(size)
        self._pass(content)
        return content

    def close(self) -> None:
        """Close what they are read from."""
        self._stream.close()

    def _pass(self, content: bytes) -> None:
        at = 0
        while at < len(content) and not self._is_lost:
            if self._passing:
                step = min(self._passing, len(content) - at)
                self._passing -= step
            else:
                step = min(self._needed() - len(self._begun), len(content) - at)
                self._begun += content[at : at + step]
                if len(self._begun) == self._needed():
                    self._take(bytes(self._begun))
            at += step

    def _needed(self) -> int:
        """How long the header is that has begun, as far as can be told."""
        if self._is_block:
            return _BLOCK
        if len(self._begun) < _MAGIC + 1:
            return _MAGIC + 1
        return 2 * _MAGIC if int.from_bytes(self._begun[:_MAGIC], "little") in _SKIPPED else _MAGIC + 1

    def _take(self, header: bytes) -> None:
        self._begun.clear()
        if self._is_block:
            self._take_block(int.from_bytes(header, "little"))
            return
        magic = int.from_bytes(header[:_MAGIC], "little")
        if magic in _SKIPPED:
            self._passing = int.from_bytes(header[_MAGIC:], "little")
        elif magic == _FRAME:
            self._take_frame(header[_MAGIC])
        else:
            self._is_lost = True

    def _take_frame(self, descriptor: int) -> None:
        """Pass over the rest of the header of a frame, whose parts are as long as *descriptor* says (section 3.1.1.1)."""
        is_single = bool(descriptor & 0x20)
        window = 0 if is_single else 1
        dictionary = (0, 1, 2, 4)[descriptor & 3]
        size = (int(is_single), 2, 4, 8)[descriptor >> 6]
        self._passing = window + dictionary + size
        self._after = _CHECKSUM if descriptor & 4 else 0
        self._is_block = True

    def _take_block(self, header: int) -> None:
        is_last, kind, size = header & 1, header >> 1 & 3, header >> 3
        self._passing = 1 if kind == _RLE else size
        if is_last:
            self._passing += self._after
            self._is_block = False

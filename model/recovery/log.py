"""The lines of a journal: each carries the checksum of all up to it, so that a torn or altered one ends the reading."""

import zlib
from collections.abc import Iterator

_CHECKSUM = 8


def line(payload: str, before: int) -> tuple[bytes, int]:
    """A line as it is written, and the checksum for the one that follows it."""
    data = payload.encode("ascii")
    checksum = zlib.crc32(data, before)
    return b"%08x %b\n" % (checksum, data), checksum


def payloads(data: bytes) -> Iterator[bytes]:
    """What the lines hold, up to the first that is torn or altered."""
    checksum, start = 0, 0
    while (end := data.find(b"\n", start)) >= 0:
        payload = data[start + _CHECKSUM + 1 : end]
        checksum = zlib.crc32(payload, checksum)
        if data[start : start + _CHECKSUM + 1] != b"%08x " % checksum:
            return
        yield payload
        start = end + 1

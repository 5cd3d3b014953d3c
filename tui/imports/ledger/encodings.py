"""In which encoding a ledger was written: nothing in it says so, so its bytes have to."""

from codecs import IncrementalDecoder, getincrementaldecoder
from collections import Counter
from pathlib import Path

_CHUNK = 1 << 20
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ASCII = bytes(range(128))
_C1 = range(0x80, 0xA0)
# The letters that French text is full of, and in which the old encodings differ.
_FRENCH = "éèêëàâçùûüôîïœÉÈÊÀÇÔÎ°"
_SINGLE = ("iso8859-15", "cp858", "mac-roman")


def encoding_of(file: Path) -> str:
    """The name of a codec that reads the whole file; without a mark or UTF-8, the one whose bytes make French.

    Raises:
        ValueError: a line is so long that the file is none of lines.
    """
    decoder, is_utf8 = getincrementaldecoder("utf-8")(), True
    counts = Counter[int]()
    with file.open("rb") as opened:
        start = opened.read(4)
        if (mark := next((name for bytes_, name in _MARKS if start.startswith(bytes_)), "")) and mark != "utf-8-sig":
            return mark
        opened.seek(0)
        while chunk := opened.read(_CHUNK):
            if len(chunk) == _CHUNK and b"\n" not in chunk and b"\r" not in chunk:
                raise ValueError(file)
            high = chunk.translate(None, _ASCII)
            counts.update(high)
            is_utf8 = is_utf8 and _decodes(decoder, chunk)
    if is_utf8 and _decodes(decoder, b"", is_last=True):
        return mark or ("utf-8" if counts else "ascii")
    return _single(counts)


def _decodes(decoder: IncrementalDecoder, chunk: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(chunk, is_last)
    except UnicodeDecodeError:
        return False
    return True


def _single(counts: Counter[int]) -> str:
    """The encoding of one byte a letter that makes most of the bytes French; Windows where quotes betray it."""
    best = max(_SINGLE, key=lambda codec: sum(counts[byte] for byte in _FRENCH.encode(codec, "ignore")))
    return "cp1252" if best == "iso8859-15" and any(counts[byte] for byte in _C1) else best

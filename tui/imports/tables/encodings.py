"""Bytes to text: by their mark, as UTF-8 if they are, else by which of the usual encodings makes words of them."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_USUAL = {"cp1252": 3, "iso8859-15": 2, "mac-roman": 1, "cp850": 0}
"""The usual encodings, with what speaks for each before anything is read: one odd character proves little."""
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
          "cp1252": "Windows-1252", "iso8859-15": "Latin-9", "mac-roman": "Mac Roman", "cp850": "CP850",
          "ascii": "ASCII"}  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", *_USUAL)
_LETTERS = frozenset("éèêëàâäçùûüôöîïœæßÉÈÊËÀÂÄÇÙÛÜÔÖÎÏŒÆ")
_RARE = frozenset("áãúóòõíñÿøåÁÑØÅ")
_SIGNS = frozenset("€£«»’‘“”–—…°²³·\u00a0§™®©")
_LOOKED_AT = 60_000


def encoding_name(encoding: str) -> str:
    """How an encoding is called by people."""
    return _NAMES.get(encoding, encoding)


def encoding_of(data: bytes) -> str:
    """The encoding of a text, one of Python's names."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:_LOOKED_AT]
    if (zeros := head.count(0)) > len(head) // 4:
        return "utf-16-le" if head[1::2].count(0) > zeros // 2 else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return max(_USUAL, key=lambda name: _USUAL[name] + _likeness(head, name))
    return "utf-8"


def _likeness(data: bytes, encoding: str) -> int:
    """How much like words a text is in an encoding: its accented letters inside words, its signs outside of them."""
    text = data.decode(encoding, "replace")
    return sum(_weight(char, text[at - 1 : at], text[at + 1 : at + 2]) for at, char in enumerate(text) if char > "\x7f")


def _weight(char: str, before: str, after: str) -> int:
    """What a character between two others says for the encoding that makes it."""
    if char in _RARE:
        return 0
    if char in _LETTERS:
        is_in_word = (before.isalpha() or after.isalpha()) and not (before.isdigit() or after.isdigit())
        is_capital_inside = char.isupper() and before.isalpha() and before.islower()
        return (1 if char.isupper() else 2) if is_in_word and not is_capital_inside else -2
    is_inside = before.isalpha() and after.isalpha() and char not in "’·\u00a0"
    return 1 if char in _SIGNS and not is_inside else -3


def decoded(data: bytes, encoding: str) -> str:
    """The text of bytes in an encoding; bytes that mean nothing in it become `\ufffd`."""
    return data.decode(encoding, "replace").removeprefix("\ufeff")

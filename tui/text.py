"""The one door through which a plan's text reaches a screen or a terminal: inert, on one line."""

import re

# Everything a terminal could obey or be confused by: C0, DEL, C1, line separators, bidirectional controls, BOM.
_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text with line breaks and tabs as spaces and anything a terminal could obey as `·`."""
    if text.isascii() and text.isprintable():
        return text
    return _ACTIVE.sub(lambda match: " " if match[0] in "\n\t\r" else "·", text)


def folded(text: str) -> str:
    """Lower case without accents, for finding: `evenement` finds `Événement`."""
    if text.isascii():
        return text.casefold()
    # A megabyte of tables, needed only once something is searched for.
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))

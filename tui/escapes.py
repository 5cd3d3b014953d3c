"""Escape told from the keys that follow it at once: over a slow line both arrive together, and are two keys still.

Textual takes Escape and a letter for one key, or for `^` and the letter; here no key is made with Alt and a letter.
"""

import re

ESCAPE = "\x1b"
# Before these an Escape begins a sequence of the terminal's; b and f are words back and on, as macOS sends them.
_ALONE = re.compile(r"(\x1b+(?=[^\x00-\x1f\x7f\[\]OPX^_\\bf]))")
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"


class Escapes:
    """Parts what is typed; an Escape at the end is held until it is known what it is."""

    def __init__(self) -> None:
        self.held = ""
        self._is_pasting = False

    def parts(self, text: str) -> list[str | None]:
        """What is typed in pieces for the parser of sequences; between them None, which is the Escape key."""
        text = self.held + text
        self.held = ""
        if self._is_pasting or _PASTE in text:
            # What is pasted is nobody's keys.
            self._is_pasting = text.rfind(_PASTED) < text.rfind(_PASTE) if _PASTE in text else _PASTED not in text
            return [text]
        kept = text.rstrip(ESCAPE)
        self.held = text[len(kept) :]
        return [key for piece in _ALONE.split(kept) if piece for key in _keys(piece)]

    def waited(self) -> list[str | None]:
        """The Escapes that were held: nothing followed them."""
        held, self.held = self.held, ""
        return _keys(held) if held else []


def _keys(piece: str) -> list[str | None]:
    return [None] * len(piece) if not piece.strip(ESCAPE) else [piece]

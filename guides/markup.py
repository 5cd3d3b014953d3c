"""What a page's Markdown says, as blocks of styled text that know nothing of a screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_BLANK = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"\n- ")
# Stars that open (before a letter) or close (after one): those of `3 * 4` do neither.
_MARK = re.compile(r"(?P<close>(?<=[^\s*])\*{1,2}(?![\w*]))|(?<![\w*])\*{1,2}(?=[^\s*])")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one item of a list."""

    kind: Literal["paragraph", "item"]
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


def blocks(source: str) -> tuple[Block, ...]:
    """The paragraphs and items of a Markdown text, where strong, emphasis and lists alone have a meaning.

    The pages use no more of Markdown than that: a test reads all of them with markdown-it as well, and compares.
    """
    return tuple(block for part in _BLANK.split(source.strip()) if part for block in _part(part.strip("\n")))


def _part(text: str) -> Iterator[Block]:
    """What stands between two blank lines: a paragraph, or the items of a list."""
    if not text.startswith("- "):
        yield Block("paragraph", _spans(text))
        return
    for item in _ITEM.split(text[2:]):
        yield Block("item", _spans(item))


def _spans(text: str) -> tuple[Span, ...]:
    """The words, and whether they are strong or stressed."""
    spans: list[Span] = []
    is_open = {1: False, 2: False}
    line = " ".join(piece.strip() for piece in text.split("\n"))
    at = 0
    for mark in _MARK.finditer(line):
        stars = len(mark[0])
        if mark["close"] and not is_open[stars]:
            continue
        if mark.start() > at:
            spans.append(Span(line[at : mark.start()], is_open[2], is_open[1]))
        at, is_open[stars] = mark.end(), not is_open[stars]
    if at < len(line):
        spans.append(Span(line[at:], is_open[2], is_open[1]))
    return tuple(spans)

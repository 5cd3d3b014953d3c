"""What a page's Markdown says, as blocks of styled text that know nothing of a screen."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


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


@cache
def blocks(source: str) -> tuple[Block, ...]:
    """The paragraphs and items of a Markdown text, where strong, emphasis and lists alone have a meaning."""
    found: list[Block] = []
    is_item = False
    for token in _parser().parse(source):
        if token.type in ("list_item_open", "list_item_close"):
            is_item = token.type == "list_item_open"
        elif token.type == "inline":
            found.append(Block("item" if is_item else "paragraph", _spans(token.children or [])))
    return tuple(found)


@cache
def _parser() -> "MarkdownIt":
    # Imported here: it costs 15 ms, and most commands show no guidance.
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["list", "emphasis"])


def _spans(tokens: "list[Token]") -> tuple[Span, ...]:
    spans: list[Span] = []
    depths = {"strong": 0, "em": 0}
    for token in tokens:
        tag = token.type.partition("_")[0]
        if tag in depths:
            depths[tag] += token.nesting
        elif token.content:
            text = token.content.replace("\n", " ")
            spans.append(Span(text, depths["strong"] > 0, depths["em"] > 0))
    return tuple(spans)

"""The pages are read without a Markdown library, which would cost two megabytes at each start: it agrees with one."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guides.loader import LANGUAGES, PAGES, page
from guides.markup import Block, Span, blocks


def _read(source: str) -> list[Block]:
    """The blocks as markdown-it reads them, with no more rules than the pages need."""
    found: list[Block] = []
    is_item = False
    for token in MarkdownIt("zero").enable(["list", "emphasis"]).parse(source):
        if token.type in ("list_item_open", "list_item_close"):
            is_item = token.type == "list_item_open"
        elif token.type == "inline":
            found.append(Block("item" if is_item else "paragraph", tuple(_spans(token.children or []))))
    return found


def _spans(tokens: list[Token]) -> list[Span]:
    spans: list[Span] = []
    depths = {"strong": 0, "em": 0}
    for token in tokens:
        tag = token.type.partition("_")[0]
        if tag in depths:
            depths[tag] += token.nesting
        elif token.content:
            spans.append(Span(token.content.replace("\n", " "), depths["strong"] > 0, depths["em"] > 0))
    return spans


def _joined(found: list[Block] | tuple[Block, ...]) -> list[tuple[str, list[tuple[str, bool, bool]]]]:
    """Blocks with neighbouring spans of one style joined: where a library cuts them is no matter."""
    result: list[tuple[str, list[tuple[str, bool, bool]]]] = []
    for block in found:
        spans: list[tuple[str, bool, bool]] = []
        for span in block.spans:
            if spans and spans[-1][1:] == (span.strong, span.emphasis):
                spans[-1] = (spans[-1][0] + span.text, span.strong, span.emphasis)
            else:
                spans.append((span.text, span.strong, span.emphasis))
        result.append((block.kind, spans))
    return result


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_section_reads_as_a_markdown_library_reads_it(language: str, name: str) -> None:
    """Paragraphs, items, strong and stressed words are the same, in every section of every page."""
    whole = page(language, name)
    for section in (whole.opening, *whole.sections.values()):
        assert _joined(blocks(section.source)) == _joined(_read(section.source)), section.anchor


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a **b** c",
        "*a* b",
        "**a *b* c**",
        "3 * 4 * 5",
        "one\ntwo\n\nthree",
        "- one\n- two\n\nthree",
        "l'*attrait × chance*.",
    ],
)
def test_small_texts_read_as_a_markdown_library_reads_them(text: str) -> None:
    """What the pages may hold, one thing at a time."""
    assert _joined(blocks(text)) == _joined(_read(text))

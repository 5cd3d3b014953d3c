"""One self-contained page: no script, nothing fetched, printable, light or dark as the reader's system is."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import BinaryIO

from tui.exports.document import Cover, Document
from tui.exports.options import Options
from tui.exports.writers.html_blocks import blocks_html
from tui.words import Words

# Even a text that slipped through unescaped could load nothing, run nothing and lead nowhere.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """The document as one page."""
    out.write(("\n".join(_page(document, Words(options.language))) + "\n").encode())


def _page(document: Document, words: Words) -> Iterator[str]:
    style = files("tui.exports.writers").joinpath("page.css").read_text(encoding="utf-8")
    yield "<!doctype html>"
    yield f'<html lang="{words.language}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">'
    yield '<meta name="generator" content="Planmark">'
    yield f"<title>{escape(document.cover.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield from _cover(document.cover, words)
    yield from _contents(document, words)
    yield "<main>"
    for number, chapter in enumerate(document.chapters, 1):
        yield f'<section class="chapter" id="{chapter.id}">'
        yield f'<h2><span class="number">{number}</span> {escape(chapter.title)}</h2>'
        yield from blocks_html(chapter.blocks, words, 3)
        yield "</section>"
    yield "</main>\n</body>\n</html>"


def _cover(cover: Cover, words: Words) -> Iterator[str]:
    yield '<header class="cover">'
    yield f'<p class="kind">{escape(cover.kind)}</p>\n<h1>{escape(cover.title)}</h1>'
    if cover.client:
        yield f'<p class="client">{escape(cover.client)}</p>'
    details = (cover.period, words("exports.by", author=cover.author) if cover.author else "", cover.scenario)
    shown = [escape(text) for text in (*details, cover.status, cover.made) if text]
    if shown:
        yield f'<p class="details">{" · ".join(shown)}</p>'
    yield "</header>"


def _contents(document: Document, words: Words) -> Iterator[str]:
    yield f'<nav aria-label="{escape(words("exports.contents"))}">\n<ol>'
    for chapter in document.chapters:
        yield f'<li><a href="#{chapter.id}">{escape(chapter.title)}</a></li>'
    yield "</ol>\n</nav>"

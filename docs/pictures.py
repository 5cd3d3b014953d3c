"""Draws the pictures of the README: the program itself, opened without a terminal on the example plans.

`make pictures` writes docs/pictures/NAME-LANGUAGE.svg. Nothing in them points outside: no web font, no image.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from model.examples import text
from model.session import Session
from model.store.reading import loads
from tui.app import PlanmarkApp
from tui.desk import Desk
from tui.palette import PALETTES
from tui.screens.workspace import Workspace
from tui.words import Language, Words

FOLDER = Path(__file__).parent / "pictures"
PLANS: dict[Language, str] = {"fr": "suisse-tourisme", "en": "twin-cities-gateway"}
WIDE, NARROW = (120, 40), (80, 24)

INK, PAPER = "#d5dae0", "#14191f"
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
LETTER, ACROSS, DOWN, MARGIN = 14, 8.43, 16.5, 12
"""The size of a letter, and of the cell it stands in, in pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where in the plan to go (a dotted path), the keys pressed there, the size of the terminal."""

    name: str
    path: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = WIDE


PICTURES = (
    Picture("plan", "plan.positioning"),
    Picture("swot", "diagnostic.swot.S4"),
    Picture("objectives", "objectives.O2.deadline"),
    Picture("actions", "actions.A3.milestones"),
    Picture("budget", "budget.B7", ("-", "1", "0", "%")),
    Picture("indicators", "indicators.K1.readings"),
    Picture("narrow", "objectives.O2.target", size=NARROW),
)


def main() -> None:
    """Draw every picture in each language."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        for language in PLANS:
            svg = asyncio.run(drawn(picture, language))
            (FOLDER / f"{picture.name}-{language}.svg").write_text(svg, encoding="utf-8")


async def drawn(picture: Picture, language: Language) -> str:
    """The picture as SVG."""
    app = PlanmarkApp(desk_on(language))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        space = app.canvas.scene
        if isinstance(space, Workspace):
            space.go_to(picture.path)
        await pilot.press(*picture.keys)
        app.canvas.repaint()
        await pilot.pause()
        width, height = picture.size
        return svg_of([list(app.canvas.render_line(y)) for y in range(height)], width)


def desk_on(language: Language) -> Desk:
    """An example plan on the desk, in its own language; the user's settings are neither read nor written."""
    name = PLANS[language]
    plan = loads(text(name))
    return Desk(Session(plan, Path(f"{name}.toml"), saved=plan), Words(language), language, PALETTES["dark"])


def svg_of(lines: list[list[Segment]], width: int) -> str:
    """A screen as SVG, one class a style, every run of words placed on its own cells."""
    classes: dict[str, str] = {}
    drawing = [part for y, line in enumerate(lines) for part in _line(line, y, classes)]
    wide, high = width * ACROSS + 2 * MARGIN, len(lines) * DOWN + 2 * MARGIN
    rules = [f".{name} {{ {css} }}" for css, name in classes.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.1f} {high:.1f}" width="{wide:.0f}">',
            "<style>",
            f"text {{ font: {LETTER}px {FONTS}; white-space: pre; }}",
            *rules,
            "</style>",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            *drawing,
            "</svg>\n",
        ]
    )


def _line(line: list[Segment], y: int, classes: dict[str, str]) -> Iterator[str]:
    column, top = 0, MARGIN + y * DOWN
    for words, style, _ in line:
        ink, paper, css = _colours(style or Style())
        name = classes.setdefault(f"fill: {ink}; {css}".strip(), f"s{len(classes)}")
        if paper != PAPER:
            left, size = MARGIN + column * ACROSS, cell_len(words) * ACROSS
            yield f'<rect x="{left:.1f}" y="{top:.1f}" width="{size:.1f}" height="{DOWN}" fill="{paper}"/>'
        # Spaces at the ends and in runs are left out: not every viewer keeps them.
        for run in re.finditer(r"[^ ]+(?: [^ ]+)*", words):
            left = MARGIN + (column + cell_len(words[: run.start()])) * ACROSS
            size = cell_len(run[0]) * ACROSS
            base = top + 0.78 * DOWN
            yield (
                f'<text class="{name}" x="{left:.1f}" y="{base:.1f}" textLength="{size:.1f}">{escape(run[0])}</text>'
            )
        column += cell_len(words)


def _colours(style: Style) -> tuple[str, str, str]:
    """The colours of the letters and of what is behind them, and the rest of the style."""
    ink = style.color.get_truecolor().hex if style.color and not style.color.is_default else INK
    paper = style.bgcolor.get_truecolor().hex if style.bgcolor and not style.bgcolor.is_default else PAPER
    if style.reverse:
        ink, paper = paper, ink
    css = "font-weight: bold; " * bool(style.bold) + "font-style: italic; " * bool(style.italic)
    return ink, paper, css + "text-decoration: underline; " * bool(style.underline)


if __name__ == "__main__":
    main()

"""The colours and attributes of the interface by role; every theme is readable without colour, by glyph and weight."""

import os
from dataclasses import fields

from rich.style import Style

from model.plain import frozen


@frozen
class Palette:
    """One theme: a style for each role. `text` is the terminal's own colour, which costs no bytes."""

    text: Style
    strong: Style
    muted: Style
    accent: Style
    current: Style
    cursor: Style
    good: Style
    warning: Style
    error: Style
    money: Style


def _palette(muted: str, accent: str, current: str, good: str, warning: str, error: str) -> Palette:
    return Palette(
        text=Style(),
        strong=Style(bold=True),
        muted=Style.parse(muted),
        accent=Style.parse(accent),
        current=Style.parse(current),
        cursor=Style(reverse=True),
        good=Style.parse(good),
        warning=Style.parse(warning),
        error=Style.parse(error),
        money=Style(bold=True),
    )


PALETTES: dict[str, Palette] = {
    # Mid-tones, readable on a dark terminal and on a light one.
    "auto": _palette("#7f868f", "bold #2f8fd0", "bold reverse #2f8fd0", "#3f9a5c", "#bd7c1a", "bold #d9534f"),
    "dark": _palette("#8a939e", "bold #6cb6ff", "bold #10161d on #6cb6ff", "#7bd88f", "#e6b450", "bold #ff7b72"),
    "light": _palette("#66707a", "bold #0b62b0", "bold #ffffff on #0b62b0", "#1a7f37", "#8a5a00", "bold #b3261e"),
    "ansi": _palette("bright_black", "bold cyan", "bold reverse cyan", "green", "yellow", "bold red"),
    "mono": _palette("dim", "bold", "reverse", "none", "bold", "bold underline"),
    # Okabe and Ito's colours, told apart with every kind of colour vision.
    "colour-blind": _palette("#7f868f", "bold #0072b2", "bold reverse #0072b2", "#009e73", "#e69f00", "bold #d55e00"),
}
THEMES = tuple(PALETTES)


def default_theme(environ: dict[str, str] | None = None) -> str:
    """The theme for this terminal when the user has chosen none."""
    env = dict(os.environ) if environ is None else environ
    term = env.get("TERM", "")
    if env.get("NO_COLOR") or term.startswith("vt"):
        return "mono"
    is_rich = env.get("COLORTERM") in ("truecolor", "24bit") or "256color" in term or "direct" in term
    return "auto" if is_rich else "ansi"


ROLES = tuple(field.name for field in fields(Palette))

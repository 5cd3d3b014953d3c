"""The themes."""

WORDS: dict[str, str] = {
    "auto": "As the terminal",
    "dark": "Dark",
    "light": "Light",
    "ansi": "Sixteen colours",
    "mono": "Without colour",
    "colour-blind": "Colour-blind (blue and orange)",
}

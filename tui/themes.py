"""The names of the themes, for those who need no colours."""

THEMES: tuple[str, ...] = ("auto", "dark", "light", "ansi", "mono", "colour-blind")

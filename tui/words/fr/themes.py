"""Les thèmes."""

WORDS: dict[str, str] = {
    "auto": "Comme le terminal",
    "dark": "Sombre",
    "light": "Clair",
    "ansi": "Seize couleurs",
    "mono": "Sans couleur",
    "colour-blind": "Daltoniens (bleu et orange)",
}

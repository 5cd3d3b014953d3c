"""Les mots communs aux états que l'on lit."""

WORDS: dict[str, str] = {
    "escape": "Échap",
    "close": "fermer",
}

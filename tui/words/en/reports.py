"""The words that all reports share."""

WORDS: dict[str, str] = {
    "escape": "Esc",
    "close": "close",
}

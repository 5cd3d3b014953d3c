"""Last year as a starting point, and the quotes of a line."""

WORDS: dict[str, str] = {
    "percent": "{n}%",
    "percent_title": "Start from last year: how much more or less?",
    "percent_same": "as last year",
    "scope_title": "Last year {percent}: which lines?",
    "category": "This category ({name})",
    "whole": "Whole budget",
    "empty.one": "{scope}, {n} empty line",
    "empty.other": "{scope}, {n} empty lines",
    "also.one": "{scope}, also the typed one",
    "also.other": "{scope}, also the {n} typed ones",
    "becomes": "{before} → {after}",
    "nothing": "No line to fill: first enter the field \"Last year\" of the budget lines.",
    "filled.one": "{n} line started from last year. Ctrl+Z to go back.",
    "filled.other": "{n} lines started from last year. Ctrl+Z to go back.",
    "filled_left.one": "{n} line started from last year; left as they were: {left}. Ctrl+Z to go back.",
    "filled_left.other": "{n} lines started from last year; left as they were: {left}. Ctrl+Z to go back.",
    "too_large": "One of these amounts would be too large: nothing has changed.",
    "backed": "Backed by quotes",
}

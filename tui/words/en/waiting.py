"""What is being done meanwhile: the line that says so, and what happens when it is given up."""

WORDS: dict[str, str] = {
    "begun": "{sentence} … (Esc gives up)",
    "line": "{sentence} … {seconds} s (Esc gives up)",
    "given_up": "Given up: {sentence}.",
    "busy": "Not yet: {sentence} is under way.",
    "died": "{sentence}: ended before it was done{reason}; nothing is done.",
}

"""What an earlier sitting left unsaved: at the opening of a plan, and for `planmark recover`."""

WORDS: dict[str, str] = {
    "title": "An earlier sitting left unsaved work",
    "ended": "It ended on {when} without saving. Nothing of it is in the file.",
    "elsewhere": "It ran on another computer, {host}. If it is still open there, choose “later”.",
    "file_changed": "The file was written since. Both are kept: saving will ask which one to take.",
    "others.one": "{n} older sitting is left too.",
    "others.other": "{n} older sittings are left too.",
    "order": "Records stand in another order.",
    "texts": "Half typed",
    "text": "{field}: “{text}”",
    "enter": "Enter",
    "restore": "restore",
    "discard": "throw away…",
    "later": "later",
    "back": "Back to what was left",
    "discard_surely": "Throw it away for good",
    "restored": "The sitting goes on where it stopped. Ctrl+S saves it, Ctrl+Z takes it back step by step.",
    "kept": "It is kept, and asked about again at the next opening.",
    "discarded": "Thrown away.",
    "not_discarded": "✗ It could not be removed: {reason}.",
    "damaged": "What an earlier sitting kept cannot be read ({file}).",
}

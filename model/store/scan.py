"""What can be seen in a TOML text without parsing it: comments, absurd nesting, and the line of every key.

Everything here is linear in the length of the text, whatever the text.
"""

import re
from collections.abc import Iterator

import tomli

DEEPEST = 32

# Strings and comments whole, unclosed ones to their end. What lies between two tokens is bare keys, numbers, dates.
_QUOTED = (
    r'''"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5})?'''
    r"""|\'\'\'(?:[^']++|'{1,2}(?!'))*+(?:'{3,5})?"""
    r"""|"(?:[^"\\\n]++|\\[^\n])*+"?"""
    r"""|'[^'\n]*+'?"""
    r"|\#[^\n]*+"
)
_TEXT = re.compile(_QUOTED, re.DOTALL)
_TOKEN = re.compile(_QUOTED + r"|[][{}=,.\n]", re.DOTALL)
# One dot stands before the group so that the search may jump from dot to dot.
_MANY_DOTS = re.compile(rf"\.[^.\n]*+(?:\.[^.\n]*+){{{DEEPEST - 1}}}")
_BARE = re.compile(r"\s*([A-Za-z0-9_-]+)\s*")

Steps = tuple[str, ...]


def has_comments(text: str) -> bool:
    """Whether a `#` stands outside strings."""
    return "#" in text and any(token[0].startswith("#") for token in _TEXT.finditer(text))


def may_be_too_deep(text: str) -> bool:
    """Whether a line has so many dots that it may be a key of too many parts: a glance, before a closer look.

    Such keys cost a TOML parser minutes; brackets that nest too deep it refuses by itself.
    """
    return _MANY_DOTS.search(text) is not None


def first_too_deep(text: str) -> int | None:
    """Where brackets nest, or keys are dotted, deeper than any plan needs; None if nowhere."""
    depth = dots = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        dots = dots + 1 if mark == "." else dots if mark[0] in "\"'" else 0
        depth += (mark in "[{") - (mark in "]}")
        if max(depth, dots) >= DEEPEST:
            return token.start()
    return None


def line_at(text: str, position: int) -> int:
    """The line of a position, from 1."""
    return text.count("\n", 0, position) + 1


def key_lines(text: str) -> dict[Steps, int]:
    """The line where each key of a valid text first stands, by its path from the root."""
    lines: dict[Steps, int] = {}
    for steps, line in _keys(text):
        for length in range(len(steps), 0, -1):
            lines.setdefault(steps[:length], line)
    return lines


def line_of(lines: dict[Steps, int], steps: Steps) -> int | None:
    """The line of a path, or of the key around it (what stands in an inline table has no line of its own)."""
    return next((lines[steps[:length]] for length in range(len(steps), 0, -1) if steps[:length] in lines), None)


def _keys(text: str) -> Iterator[tuple[Steps, int]]:
    header: Steps = ()
    start, line, depth, in_value = 0, 1, 0, False
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark == "=" and not in_value:
            in_value = True
            yield header + _steps(text[start : token.start()]), line
        elif mark in "[{":
            depth += 1
            start = start if in_value else token.end()
        elif mark in "]}":
            depth -= 1
            if not in_value and start >= 0:
                header, start = _steps(text[start : token.start()]), -1
                yield header, line
        elif mark == "\n" and depth == 0:
            in_value, start = False, token.end()
        line += mark.count("\n")


def _steps(key: str) -> Steps:
    """The parts of a key as written, dots and quotes and all."""
    if match := _BARE.fullmatch(key):
        return (match[1],)
    node: object = tomli.loads(f"{key} = 0")
    steps: list[str] = []
    while isinstance(node, dict):
        (name, node), *_ = node.items()
        steps.append(name)
    return tuple(steps)

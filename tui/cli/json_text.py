"""JSON as the lines of an answer."""

from typing import Any

from tui.formats.json_text import json_text

__all__ = ["json_lines", "json_text"]


def json_lines(value: Any) -> tuple[str, ...]:
    """The value as lines of JSON."""
    return tuple(json_text(value).split("\n"))

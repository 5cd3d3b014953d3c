"""Writes the JSON Schema of exported plans anew: `python -m docs.schema`."""

from pathlib import Path

from tui.exports.schema import schema
from tui.formats.json_text import json_text

FILE = Path(__file__).parent / "plan.schema.json"

if __name__ == "__main__":
    FILE.write_text(f"{json_text(schema())}\n", encoding="utf-8")

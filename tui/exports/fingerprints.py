"""What a record says, in a few letters: by them data that come back show who has changed what meanwhile."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from model.catalogue import sections
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.store.writing import document
from tui.formats.json_text import json_text

_LETTERS = 12


def fingerprint(value: Any) -> str:
    """Twelve letters of a record, of a table of texts; none for nothing."""
    if value is None:
        return ""
    said = document(value) if isinstance(value, Record) else value
    return sha256(json_text(said).encode()).hexdigest()[:_LETTERS]


def fingerprints(plan: Plan) -> dict[str, str]:
    """Those of all records by their paths, and that of the links."""
    return dict(_all(plan))


def _all(plan: Plan) -> Iterator[tuple[str, str]]:
    for path, section in sections().items():
        value = read(plan, path)
        if section.is_table:
            yield from ((f"{path}.{id_}", fingerprint(record)) for id_, record in value.items())
        else:
            yield path, fingerprint(value)
    yield "links", fingerprint(plan.links)

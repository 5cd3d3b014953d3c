"""The annexes: who is who, the decisions, what formulas assume, entities and purchases."""

from collections.abc import Iterator

from tui.exports.document import Block
from tui.exports.scribe import Scribe

ID = "annexes"
_TABLES: dict[str, tuple[str, ...]] = {
    "team": ("name", "role", "entity", "part", "days", "day_rate"),
    "entities": ("name", "contribution", "message", "training", "coaching", "owner"),
    "purchases": ("what", "kind", "impact", "risk", "approach", "buyer", "suppliers"),
}


def blocks(scribe: Scribe) -> Iterator[Block]:
    """What one looks up; a board goes without."""
    if scribe.options.profile == "board":
        return
    words = scribe.words
    yield from scribe.section(words("sections.team"), scribe.records("team", _TABLES["team"]))
    yield from scribe.section(words("sections.decisions"), _decisions(scribe))
    for section in ("entities", "purchases"):
        yield from scribe.section(words(f"sections.{section}"), scribe.records(section, _TABLES[section]))


def _decisions(scribe: Scribe) -> Iterator[Block]:
    for id_, decision in scribe.plan.decisions.items():
        title = scribe.words(f"choices.decisions.{id_}")
        names = ("choice", "reason", "options", "decided", "revisit", "findings", "objectives", "actions")
        yield from scribe.section(title, scribe.facts("decisions", decision, names))

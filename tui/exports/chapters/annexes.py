"""The annexes: who is who, the decisions, what formulas assume, entities and purchases."""

from collections.abc import Iterator

from tui.exports.document import Block, Column, Row, Table
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
    yield from scribe.section(words("sections.drivers"), _drivers(scribe))
    for section in ("entities", "purchases"):
        yield from scribe.section(words(f"sections.{section}"), scribe.records(section, _TABLES[section]))


def _decisions(scribe: Scribe) -> Iterator[Block]:
    for id_, decision in scribe.plan.decisions.items():
        title = scribe.words(f"choices.decisions.{id_}")
        names = ("choice", "reason", "options", "decided", "revisit", "findings", "objectives", "actions")
        yield from scribe.section(title, scribe.facts("decisions", decision, names))


def _drivers(scribe: Scribe) -> Iterator[Block]:
    """The figures that formulas of the budget use, by their names."""
    names = ("value", "unit", "note")
    rows = [
        (id_, *(scribe.cell("drivers", driver, name) for name in names)) for id_, driver in scribe.plan.drivers.items()
    ]
    kept = [at for at in range(1, len(names) + 1) if any(row[at] not in (None, "") for row in rows)]
    if kept:
        heads = [Column(scribe.label(f"drivers.{names[at - 1]}"), is_figure=names[at - 1] == "value") for at in kept]
        yield Table(
            (Column(scribe.words("workbook.driver")), *heads),
            tuple(Row((row[0], *(row[at] for at in kept))) for row in rows),
        )

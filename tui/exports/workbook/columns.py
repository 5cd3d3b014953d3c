"""Which fields stand on which sheet: the same for writing and for the sheets' keys, by which they are read back."""

from collections.abc import Iterable

from model.catalogue import FieldSpec, fields, sections
from model.paths import read, step
from model.plain import frozen
from model.plan import Plan
from tui.words import Words

ID = "id"
HOLDER = "@holder"
ENTRY = "@entry"
NOTE = "@note"
VALUE = "@value"
MARK = "planmark"
SCENARIOS, PLAN = "scenarios", "plan"
"""The mark of the sheet of scenarios, and what stands for the plan among them."""
FOLLOWS = "t:="
"""How a cell is noted that follows the plan by a formula."""
TICKET = "_planmark"


@frozen
class Column:
    """A column: the name of its field (`amount`, `months.2027-03`), its title, the kind of its values, its width."""

    key: str
    title: str
    spec: FieldSpec
    width: float = 12


WIDTHS = {"prose": 48.0, "words": 22.0, "ref": 34.0, "refs": 34.0, "choice": 14.0, "date": 12.0, "month": 11.0}
_NARROW = {"unit": 9.0, "currency": 9.0, "quantity": 9.0, "tax_rate": 8.0, "priority": 8.0, "reference": 16.0}
_WIDE = {"label": 40.0, "title": 40.0, "name": 40.0, "metric": 34.0}

BUDGET = ("label", "category", "group", "action", "supplier", "source", "status", "quantity", "unit", "unit_cost",
          "amount")  # fmt: skip
BUDGET_AFTER = ("last_year", "tax_rate", "prices", "currency", "exchange_rate", "included_in", "committed", "spent",
                "landing", "low", "high", "reference", "valid_until", "start", "end", "priority", "note")  # fmt: skip
ALWAYS = ("label", "category", "action", "supplier", "source", "status", "quantity", "unit_cost", "amount", "last_year",
          "tax_rate", "note")  # fmt: skip
"""Columns of the budget that stand there even while nothing is in them, so that the client can fill them."""

OBJECTIVES = ("title", "family", "parent", "metric", "unit", "baseline", "baseline_date", "target_kind", "target",
              "target_high", "deadline", "owner", "segments", "note")  # fmt: skip
ACTIONS = ("title", "objectives", "owner", "entity", "start", "end", "status", "priority", "what", "how", "supplier",
           "note")  # fmt: skip
MILESTONES = ("title", "due", "done")
INDICATORS = ("name", "objective", "action", "unit", "frequency", "direction", "aggregate", "baseline", "target", "due",
              "tolerance", "owner", "source")  # fmt: skip
DRIVERS = ("value", "unit", "note")


def column(section: str, name: str, words: Words, title: str = "") -> Column:
    """The column of a field."""
    record = sections()[section].record
    spec = fields(record)[name]
    width = _NARROW.get(name) or _WIDE.get(name) or WIDTHS.get(spec.kind, 13.0)
    return Column(name, title or words(f"fields.{section}.{name}"), spec, width)


def columns(
    plan: Plan, section: str, names: Iterable[str], words: Words, always: Iterable[str] | None = None
) -> list[Column]:
    """The columns of these fields, those in which nothing stands left out unless they are to be there always."""
    table = read(plan, section)
    kept = tuple(names if always is None else always)
    return [
        column(section, name, words)
        for name in names
        if name in kept or any(step(record, name) not in (None, (), {}, "") for record in table.values())
    ]

"""What a profile hides, taken out of the plan first of all: no format can give away what is not there."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.money import rounded
from model.paths import attribute_of, read
from model.plan import Plan
from model.record import Record
from tui.exports.options import Profile

_NOTES = ("note", "notes", "provenance")
_HIDDEN: Mapping[Profile, Mapping[str, tuple[str, ...]]] = {
    "internal": {},
    "client": {
        "*": _NOTES,
        "team": ("days", "day_rate"),
        "actions": ("effort",),
        "budget": ("low", "high", "history", "quotes", "held", "priority", "landing"),
        "waivers": ("*",),
        "links": ("*",),
    },
}
"""By section the fields that are not shown; `*` stands for every section, and for every field."""


def redacted(plan: Plan, profile: Profile) -> Plan:
    """The plan as a profile may see it. Its amounts stay exact: what is hidden takes no part in any total."""
    hidden = _HIDDEN["client" if profile == "board" else profile]
    if not hidden:
        return plan
    updates: dict[str, Any] = {"links": {}}
    inner: dict[str, Any] = {}
    for path, section in sections().items():
        value = read(plan, path)
        shown = _table(path, value, hidden) if section.is_table else _shown(path, value, hidden)
        *parent, name = path.split(".")
        (inner if parent else updates)[attribute_of(name)] = shown
    updates["diagnostic"] = plan.diagnostic.replaced(inner)
    return plan.replaced(updates)


def _table(section: str, table: dict[str, Record], hidden: Mapping[str, tuple[str, ...]]) -> dict[str, Record]:
    if hidden.get(section) == ("*",):
        return {}
    return {id_: _shown(section, record, hidden) for id_, record in table.items()}


def _shown(section: str, record: Record, hidden: Mapping[str, tuple[str, ...]]) -> Record:
    """The record without what is hidden; a scenario's lines hide what a line hides."""
    names = (*hidden["*"], *hidden.get(section.removeprefix("scenarios."), ()))
    changes: dict[str, Any] = {}
    for name, spec in fields(type(record)).items():
        value = getattr(record, spec.attribute)
        if name in names:
            changes[spec.attribute] = _empty(spec)
        elif spec.kind == "records" and value:
            changes[spec.attribute] = _table(f"{section}.{name}", value, hidden)
    return record.replaced(changes) if changes else record


def _empty(spec: FieldSpec) -> Any:
    return {} if spec.kind in ("table", "records") else () if spec.kind in ("refs", "names", "dates") else None


# --- rounding ---------------------------------------------------------------------------------------------------

_STEPS = (1_000_000, 100_000, 10_000, 1000, 100, 10)


def step_for(total: Decimal, profile: Profile) -> Decimal | None:
    """What a board's amounts are rounded to: the largest step that leaves the total three digits; None: as they are."""
    if profile != "board":
        return None
    return next((Decimal(step) for step in _STEPS if abs(total) >= 100 * step), Decimal(1))


def to_step(value: Decimal, step: Decimal | None) -> Decimal:
    """An amount rounded half-up to a step."""
    return value if step is None else rounded(value / step, "JPY") * step

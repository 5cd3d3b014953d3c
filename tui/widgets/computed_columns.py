"""Columns of a list that no field holds: an indicator's last reading, what a scenario comes to."""

from model.catalogue import fields
from model.indicators import Indicator
from tui.desk import Desk
from tui.formats.numbers import format_gap, format_number

COMPUTED_LABELS = {
    ("indicators", "last"): "messages.last_reading",
    ("scenarios", "differences"): "scenarios.differences",
    ("scenarios", "total"): "scenarios.total",
    ("scenarios", "difference"): "scenarios.difference",
}
"""Where the headings of such columns are found, by section and column."""


def computed(desk: Desk, section: str, id_: str, column: str) -> str:
    """The text of such a column for a record."""
    return _last_reading(desk, id_) if section == "indicators" else _of_scenario(desk, id_, column)


def _last_reading(desk: Desk, id_: str) -> str:
    readings = desk.plan.indicators[id_].readings
    return desk.reader.shown(fields(Indicator)["target"], readings[max(readings)]) if readings else "—"


def _of_scenario(desk: Desk, id_: str, column: str) -> str:
    # Scenarios are loaded when they are looked at.
    from model.comparison import differences_in, totals

    if column == "differences":
        return str(differences_in(desk.plan.scenarios[id_]))
    whole, side = totals(desk.plan), desk.tax_side
    if column == "total":
        return format_number(getattr(whole[id_], side), desk.numbers, 0)
    return format_gap(getattr(whole[id_] - whole[None], side), desk.numbers, 0)

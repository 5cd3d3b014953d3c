"""Columns of a list that no field holds: an indicator's last reading, what a scenario comes to."""

from model.catalogue import fields
from model.indicators import Indicator
from tui.commands import DRAWABLE
from tui.desk import Desk
from tui.formats.numbers import format_gap, format_number

COMPUTED_LABELS = {
    ("indicators", "last"): "messages.last_reading",
    **{(section, "drawn"): "crossing.column" for section in DRAWABLE.split()},
    ("scenarios", "differences"): "scenarios.differences",
    ("segments", "points"): "master.points",
    ("scenarios", "total"): "scenarios.total",
    ("scenarios", "difference"): "scenarios.difference",
}
"""Where the headings of such columns are found, by section and column."""


def computed(desk: Desk, section: str, id_: str, column: str) -> str:
    """The text of such a column for a record."""
    if column == "drawn":
        return _drawn(desk, f"{section}.{id_}")
    if section == "segments":
        return _points(desk, id_)
    return _last_reading(desk, id_) if section == "indicators" else _of_scenario(desk, id_, column)


def _drawn(desk: Desk, path: str) -> str:
    """The lines of the SWOT drawn from a finding."""
    from model.trace.drawing import drawn_from
    from model.trace.graph import graph_of

    return " ".join(drawn_from(graph_of(desk.plan), path)) or "—"


def _last_reading(desk: Desk, id_: str) -> str:
    readings = desk.plan.indicators[id_].readings
    return desk.reader.shown(fields(Indicator)["target"], readings[max(readings)]) if readings else "—"


def _points(desk: Desk, id_: str) -> str:
    """Attractiveness times chance."""
    from model.targeting import score_of

    score = score_of(desk.plan.segments[id_])
    return "—" if score is None else str(score)


def _of_scenario(desk: Desk, id_: str, column: str) -> str:
    # Scenarios are loaded when they are looked at.
    from model.comparison import differences_in, totals

    if column == "differences":
        return str(differences_in(desk.plan.scenarios[id_]))
    whole, side = totals(desk.plan), desk.tax_side
    if column == "total":
        return format_number(getattr(whole[id_], side), desk.numbers, 0)
    return format_gap(getattr(whole[id_] - whole[None], side), desk.numbers, 0)

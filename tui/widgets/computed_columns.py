"""Columns of a list that no field holds: an indicator's last reading, what a scenario comes to."""

from datetime import date

from model.catalogue import fields
from model.indicators import Indicator
from tui.commands import DRAWABLE
from tui.desk import Desk
from tui.formats.numbers import format_gap, format_number

COMPUTED_LABELS = {
    ("indicators", "last"): "messages.last_reading",
    **{(section, "drawn"): "crossing.column" for section in DRAWABLE.split()},
    ("indicators", "status"): "steering.label.status",
    ("corrections", "score"): "steering.label.score",
    ("scenarios", "differences"): "scenarios.differences",
    ("segments", "points"): "master.points",
    ("scenarios", "total"): "scenarios.total",
    ("scenarios", "difference"): "scenarios.difference",
}
"""Where the headings of such columns are found, by section and column."""
WORDED = ("status", "score")
"""Those of them that are words, not figures."""


def computed(desk: Desk, section: str, id_: str, column: str) -> str:
    """The text of such a column for a record."""
    if column == "drawn":
        return _drawn(desk, f"{section}.{id_}")
    if section == "segments":
        return _points(desk, id_)
    if column in WORDED:
        return _status(desk, id_) if column == "status" else _score(desk, id_)
    return _last_reading(desk, id_) if section == "indicators" else _of_scenario(desk, id_, column)


def _drawn(desk: Desk, path: str) -> str:
    """The lines of the SWOT drawn from a finding."""
    from model.trace.drawing import drawn_from
    from model.trace.graph import graph_of

    return " ".join(drawn_from(graph_of(desk.plan), path)) or "—"


def _last_reading(desk: Desk, id_: str) -> str:
    readings = desk.plan.indicators[id_].readings
    return desk.reader.shown(fields(Indicator)["target"], readings[max(readings)]) if readings else "—"


def _status(desk: Desk, id_: str) -> str:
    """How an indicator stands today, by glyph and word."""
    # Steering is loaded when indicators are looked at.
    from model.steering.state import state_of
    from tui.formats.steering import standing_text

    return standing_text(desk.words, state_of(desk.plan, id_, date.today()).status)


def _score(desk: Desk, id_: str) -> str:
    """What the reading after a correction says of it."""
    from model.steering.correcting import score_of

    score = score_of(desk.plan, id_, date.today())
    return "—" if score is None else desk.words(f"steering.scored.{score}")


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

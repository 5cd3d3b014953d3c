"""Any plan can be steered: every sheet is made, at any width, of whatever a plan may hold."""

from datetime import date
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from model.plan import Plan
from model.session import Session
from model.steering.rising import dashboard as risen
from tests.catalogue_strategies import documents
from tests.strategies import plans
from tui.cli.console import Console
from tui.cli.dashboard import _lines, _object
from tui.cli.json_text import json_lines
from tui.desk import Desk
from tui.palette import PALETTES
from tui.reports import chart, dashboard, funding, load
from tui.reports.means import MeansSheet
from tui.reports.timeline import Timeline
from tui.widgets.pane import Row
from tui.words import LANGUAGES, Language, Words

PLANS = st.one_of(plans(with_scenarios=True), documents().map(Plan.from_table))


def _rows(desk: Desk, today: date, width: int) -> list[Row]:
    sheets = (
        partial(dashboard.items, today),
        Timeline(today, is_by_date=True, has_milestones=True).items,
        load.items,
        MeansSheet(today).items,
        funding.items,
    )
    rows = [item.row for sheet in sheets for item in sheet(desk, width)]
    return rows + [row for id_ in desk.plan.indicators for row in chart.lines(id_, today, desk, width)]


@settings(max_examples=60)
@given(PLANS, st.dates(date(1999, 1, 1), date(2100, 1, 1)), st.integers(38, 140), st.sampled_from(LANGUAGES))
def test_every_sheet_is_made_of_any_plan(plan: Plan, today: date, width: int, language: Language) -> None:
    """Nothing raises, no line is wider than its sheet, and the command line tells the same."""
    session = Session(plan, Path("plan.toml"))
    desk = Desk(session, Words(language), language, PALETTES["mono"])
    for scenario in (None, *plan.scenarios):
        session.asked_scenario = scenario
        for row in _rows(desk, today, width):
            assert cell_len("".join(text for text, _ in row.spans)) <= width
    board = risen(plan, today)
    assert list(_lines(plan, board, Console(Words(language), language, 80)))
    assert json_lines(_object(plan, board))

"""The pictures and the risk as they are read: every figure an independent sum, every line within its width."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from rich.cells import cell_len

from model.plan import Plan
from model.session import Session
from model.spending import STAGES, by_month_and_stage, spent
from tests import oracle, strategies
from tests.checking import plan_of
from tests.tui.pages import NARROW, Interface, plain
from tui.desk import Desk
from tui.palette import PALETTES
from tui.reports import pictures, risk
from tui.reports.groups import groups
from tui.reports.months import month_figures
from tui.reports.scenario_picture import compared
from tui.words import LANGUAGES, Language, Words

PLAN: Final = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-04-30
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
ceiling = 90000

[objectives.O1]
title = "Trente mairies"

[actions.A1]
title = "Salon"
objectives = ["O1"]

[budget.B1]
label = "Stand"
category = "Salons"
action = "A1"
amount = 40000
status = "paid"
start = "2027-01"
end = "2027-01"

[budget.B2]
label = "Brochure"
category = "Éditions"
amount = 20000
status = "invoiced"
spent = 5000
start = "2027-02"
end = "2027-02"

[budget.B3]
label = "Achat d'espace"
category = "Médias"
amount = 44000
low = 40000
high = 60000
start = "2027-02"
end = "2027-04"

[budget.B4]
label = "Avoir"
category = "Avoirs"
amount = -4000
start = "2027-03"
end = "2027-03"

[scenarios.prudent]
title = "Prudent"

[scenarios.prudent.budget.B3]
amount = 22000
delay = 1
"""


def _desk(plan: Plan, language: Language = "en", scenario: str | None = None) -> Desk:
    session = Session(plan, Path("plan.toml"), asked_scenario=scenario)
    return Desk(session, Words(language), language, PALETTES["mono"])


def _read(plan: Plan, width: int, language: Language = "en", scenario: str | None = None) -> list[str]:
    return [plain(row.strip().text) for row in pictures.lines(_desk(plan, language, scenario), width)]


def _side(document: dict[str, Any]) -> int:
    return int(document["plan"].get("prices") == "incl_tax")


# --- figures --------------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(strategies.documents())
def test_months_are_independent_sums(document: dict[str, Any]) -> None:
    """Each month of the picture is the month of the breakdown, and the last sum so far is the total."""
    plan, side = Plan.from_table(document), _side(document)
    expected = {key: figures[side] for key, figures in oracle.breakdown(document, "month").items()}
    found = {month.month: month.sum for month in month_figures(plan)}
    assert {month: figure for month, figure in found.items() if figure} == {m: f for m, f in expected.items() if f}
    assert expected.keys() <= found.keys()
    if found:
        assert month_figures(plan)[-1].so_far == sum(expected.values())


@settings(max_examples=60)
@given(strategies.documents())
def test_stages_are_the_lines_of_their_status(document: dict[str, Any]) -> None:
    """What a month shows as paid, committed or forecast is what the lines of that status give it."""
    of_status = {"paid": ("paid",), "committed": ("committed", "invoiced"), "forecast": ("forecast", None)}
    found = by_month_and_stage(Plan.from_table(document))
    digits = oracle.DIGITS.get(document["plan"].get("currency", ""), 2)
    for stage in STAGES:
        lines = {id_: line for id_, line in document["budget"].items() if line.get("status") in of_status[stage]}
        expected = oracle.breakdown({**document, "budget": lines}, "month")
        for month, stages in found.items():
            money = stages[stage]
            minor = (int(money.excl_tax.scaleb(digits)), int(money.incl_tax.scaleb(digits)))
            assert minor == expected.get(month, (0, 0))


@settings(max_examples=60)
@given(strategies.documents())
def test_groups_are_independent_sums(document: dict[str, Any]) -> None:
    """Each bar by category or objective is that group of the breakdown, the largest first."""
    plan, side = Plan.from_table(document), _side(document)
    found = {by: groups(plan, by) for by in ("category", "objective")}
    for by, bars in found.items():
        expected = {key: figures[side] for key, figures in oracle.breakdown(document, by).items()}
        assert {bar.key: bar.figure for bar in bars} == expected
        assert [bar.figure for bar in bars] == sorted(expected.values(), reverse=True)


@settings(max_examples=40)
@given(strategies.documents(), strategies.documents())
def test_comparisons_are_independent_sums(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Plan and scenario stand side by side, group by group, and no group of either is missing."""
    after = {**after, "plan": before["plan"]}
    for by in ("category", "month"):
        rows = compared(Plan.from_table(before), Plan.from_table(after), by)
        for at, document in ((1, before), (2, after)):
            expected = {key: figures[_side(document)] for key, figures in oracle.breakdown(document, by).items()}
            assert {row[0]: row[at] for row in rows} == {**dict.fromkeys((row[0] for row in rows), 0), **expected}


def test_spent() -> None:
    """What is spent is what the lines say, a paid line that says nothing whole."""
    money = spent(plan_of(PLAN))
    assert (str(money.excl_tax), str(money.incl_tax)) == ("45000.00", "54000.00")


# --- what is read ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 80, 118, 140])
def test_each_picture_is_whole(width: int) -> None:
    """At any width every figure is there in full, with its name, its glyphs and its sign."""
    shown = _read(plan_of(PLAN), width, scenario="prudent")
    text = "\n".join(shown)
    assert shown[0].startswith("By month and adding up EUR excl. tax · Scenario: Prudent")
    assert "█ paid 40,000 ▓ committed 20,000 ░ forecast 18,000" in text
    assert "Spent so far: 45,000 (58%)" in text
    assert re.search(r"^Feb 2027 ▓+ 20,000 60,000 █", text, re.M)
    assert re.search(r"^Salons █+ 40,000 51%$", text, re.M)
    assert re.search(r"^Avoirs −█[^ ]* −4,000 −5%$", text, re.M)
    assert re.search(r"^O1 Trente mairies █+ 40,000 51%$", text, re.M)
    assert re.search(r"^Médias 44,000 22,000 −22,000 █+│$", text, re.M)
    assert re.search(r"^Total 100,000 78,000 −22,000$", text, re.M)
    assert re.search(r"^B3 Achat d'espace −?\d.* █?.*│█+ \+38,000$", text, re.M)


def test_above_the_ceiling() -> None:
    """From the month in which the ceiling is passed on, a glyph says so."""
    over = [line for line in _read(plan_of(PLAN), 80) if "✗" in line]
    assert [line[:8] for line in over] == ["Apr 2027"]
    assert "│ ceiling 90,000" in "\n".join(_read(plan_of(PLAN), 80))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", range(60, 141, 10))
@settings(max_examples=8)
@given(plan=strategies.plans(with_scenarios=True))
def test_no_line_is_wider_than_the_screen(width: int, language: Language, plan: Plan) -> None:
    """Every line of both reports is exactly as wide as its room, without colour, and no figure is cut short."""
    for scenario in (None, *plan.scenarios):
        desk = _desk(plan, language, scenario)
        rows = [row.strip() for report in (pictures, risk) for row in report.lines(desk, width)]
        assert {cell_len(row.text) for row in rows} == {width}
        assert not [row.text for row in rows if re.search(r"\d[\d,.\u202f]…", row.text)]
        assert all(segment.style is None or segment.style.color is None for row in rows for segment in row)


@pytest.mark.parametrize("width", [60, 70, 80])
def test_a_share_of_next_to_nothing_is_left_out(width: int) -> None:
    """Where credits bring the total to a trifle, shares of thousands of percent are not told, rather than cut."""
    lines = '[budget.B1]\ncategory = "a"\namount = -22000\n[budget.B2]\ncategory = "b"\namount = 22001\n'
    told = _read(plan_of(f"format = 1\n[plan]\ntitle = 'X'\n{lines}"), width)
    assert not [line for line in told if re.search(r"\d[\d,]*…|,\d{3}%", line)]


@pytest.mark.parametrize(
    ("budget", "said"),
    [("", "Nothing to draw yet: give the budget a line"), ("[budget.B1]\namount = 5\n", "No line varies")],
)
def test_nothing_to_draw(budget: str, said: str) -> None:
    """An empty budget is told in one sentence; where nothing varies, the tornado says what to enter."""
    plan = plan_of(f"format = 1\n\n[plan]\ntitle = 'X'\n\n{budget}")
    assert said in " ".join(_read(plan, 80))
    assert any("No line varies" in row.strip().text for row in risk.lines(_desk(plan), 80))


# --- at the keyboard ------------------------------------------------------------------------------------------------


async def _open(ui: Interface, command: str) -> None:
    await ui.press("ctrl+p", *ui.words(f"commands.{command}"), "enter")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_letter_leads_to_each_picture(language: Language) -> None:
    """In the pictures a letter brings its picture to the top, Escape goes back to the plan."""
    headings = {"o": "by_objective", "t": "tornado", "c": "by_category", "s": "against_plan", "m": "by_month"}
    async with Interface.open(PLAN, language, NARROW) as ui:
        await _open(ui, "pictures")
        for key, heading in headings.items():
            await ui.press(key)
            assert plain(ui.dialog.splitlines()[2]).startswith(plain(ui.words(f"pictures.{heading}"))), key
        await ui.press("escape")
        assert not ui.dialog


async def test_the_year_is_seen_at_once() -> None:
    """On 80×24 the twelve months stand on one screen with their legend, the ceiling, and what is spent."""
    plan = PLAN.replace("end = 2027-04-30", "end = 2027-12-31").replace('end = "2027-04"', 'end = "2027-12"')
    async with Interface.open(plan, "fr", NARROW) as ui:
        await _open(ui, "pictures")
        for shown in ("janv. 2027", "déc. 2027", "█ payé", "plafond 90 000", "Dépensé à ce jour"):
            assert shown in plain(ui.dialog)


async def test_risk_says_its_assumption_with_its_figures() -> None:
    """The risk of the budget opens from the palette; its figures stand under their assumption."""
    async with Interface.open(PLAN, "en", NARROW) as ui:
        await _open(ui, "risk")
        assert "Lines independent of one another by variances by simulation" in plain(ui.dialog)
        assert "Contingency to reach P80 4,805" in plain(ui.dialog)
        await ui.press("end")
        assert "Assumption: lines vary independently." in plain(ui.dialog)
        assert re.search(r"−4,000 ▐?█+│█+ \+16,000", plain(ui.dialog))

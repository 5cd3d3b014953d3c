"""The two example plans through a whole year, by the command line for both, by keys for one."""

from datetime import date
from pathlib import Path

import pytest

from model.catalogue import sections
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps
from tests.commands import Ask
from tests.tui.pages import Interface
from tests.year import YEARS, Year, entries, machine

BY_NAME = pytest.mark.parametrize("year", YEARS, ids=lambda year: year.name)


def _written(year: Year, tmp_path: Path) -> Path:
    """The plan on its first day, in a file."""
    file = tmp_path / f"plan-{(year.start.plan.start or date.min).year}.toml"
    save(year.start, file, None)
    return file


@BY_NAME
def test_a_year_by_commands(ask: Ask, tmp_path: Path, year: Year) -> None:
    """Typed in section by section, read month by month, corrected, scored, spent, judged, renewed, checked again."""
    wanted, file = year.start, tmp_path / "plan.toml"
    assert ask("new", file).status == 0
    for section in sections():
        pairs = [f"{path}={machine(value)}" for path, value in entries(wanted, section)]
        assert not pairs or ask("set", file, *pairs).status == 0
    plan = load(file).plan
    assert dumps(plan.replaced({"links": wanted.links})) == dumps(wanted)
    assert ask("check", file, "--today", wanted.plan.start).status == 0

    board = _read_month_by_month(ask, file, year)
    assert board["indicators"][year.indicator]["status"] == "done"
    assert board["corrections"] == {"X1": {"score": "better"}}

    judged = [f"actions.{id_}.verdict={verdict}" for id_, verdict in year.verdicts.items()]
    spent = [f"budget.{id_}.spent={machine(amount)}" for id_, amount in year.spent.items()]
    assert ask("set", file, *judged, *spent).status == 0
    told = ask("renew", file, tmp_path / "next.toml", "--json")
    assert told.status == 0
    assert {each["id"] for each in told.json["actions"] if each["verdict"]} == set(year.verdicts)
    new = load(tmp_path / "next.toml").plan
    assert ask("check", tmp_path / "next.toml", "--today", new.plan.start).status == 0
    assert len(new.review) == len(wanted.actions) + 1


def _read_month_by_month(ask: Ask, file: Path, year: Year) -> dict[str, dict[str, dict[str, str]]]:
    """Each reading on its day; after the one that is off, a correction. Gives the dashboard on the last day."""
    board: dict[str, dict[str, dict[str, str]]] = {}
    for day, value in year.readings.items():
        assert ask("set", file, f"indicators.{year.indicator}.readings.{day}={value}").status == 0
        board = ask("dashboard", file, "--today", day, "--json").json
        is_gap = date.fromisoformat(day) == year.gap
        is_off = board["indicators"][year.indicator]["status"] == "off"
        assert is_off is is_gap or date.fromisoformat(day) > year.gap, "until the gap it is on its path"
        if is_gap:
            gap = board["indicators"][year.indicator]["gap"]
            corrected = {"indicator": year.indicator, "date": year.corrected, "gap": gap, "cause": year.cause}
            answer = {"title": year.title, "objectives": _objective(year), "owner": year.owner, "start": year.corrected}
            pairs = [f"corrections.X1.{name}={value}" for name, value in corrected.items()]
            pairs += ["corrections.X1.decision=act", "corrections.X1.action=A99", "actions.A99.from=X1"]
            pairs += [f"actions.A99.{name}={value}" for name, value in answer.items()]
            assert ask("set", file, *pairs).status == 0
    return board


def _objective(year: Year) -> str:
    return year.start.indicators[year.indicator].objective or ""


async def test_a_year_by_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the diagnostic to the renewed plan: a finding answered, readings, a gap corrected, verdicts, next year."""
    year = YEARS[0]
    file = _written(year, tmp_path)
    async with Interface.open(file, "fr") as ui:
        await _found_and_answered(ui)
        await ui.press("ctrl+s")
        for day, value in year.readings.items():
            today = date.fromisoformat(day)
            monkeypatch.setattr("tui.screens.running.steering.today", lambda today=today: today)
            await _read(ui, year, day, value)
            if today == year.gap:
                await _correct(ui, year)
        await _judge(ui, year)
        await ui.press("n", "enter")
        assert "plan-2022.toml" in ui.dialog
        await ui.press("enter", "enter")
        assert ui.app.following == tmp_path / "plan-2022.toml"
    await _next_year(year, tmp_path / "plan-2022.toml")


async def _found_and_answered(ui: Interface) -> None:
    """A threat noted in the SWOT; an objective that answers it, chosen from its form; the checker content again."""
    await ui.to_section("diagnostic.swot")
    ui.workspace.board.quadrant = "threat"
    await ui.press("insert")
    await ui.to_field(f"diagnostic.swot.{ui.record}.text")
    await ui.type("Grève du rail annoncée")
    finding = ui.record
    await ui.checked()
    assert f"diagnostic.swot.{finding}" in ui.desk.findings, "nothing answers it yet"
    await ui.press("f3")
    await ui.to_field("objectives.O1.answers")
    await ui.type(finding)
    await ui.press("enter")
    assert finding in ui.plan.objectives["O1"].answers
    await ui.checked()
    assert f"diagnostic.swot.{finding}" not in ui.desk.findings


async def _read(ui: Interface, year: Year, day: str, value: int) -> None:
    """The reading due on a day, typed on the dashboard's own line."""
    await ui.to_section("indicators")
    for _ in ui.plan.indicators:
        if ui.record != year.indicator:
            await ui.press("down" if list(ui.plan.indicators).index(ui.record) < 4 else "up")
    assert ui.record == year.indicator
    ui.workspace.run("readings")
    await ui.type(str(value))
    await ui.press("enter", "escape", "escape")
    assert ui.value(f"indicators.{year.indicator}.readings.{day}") == value


async def _correct(ui: Interface, year: Year) -> None:
    """The gap's cause, and a new action that answers it, its owner next."""
    ui.workspace.run("correct")
    await ui.type(year.cause)
    await ui.press("enter", "enter", "enter")
    assert ui.focused.endswith(".owner")
    await ui.type(year.owner)
    await ui.press("enter")


async def _judge(ui: Interface, year: Year) -> None:
    """Each action its verdict, by a key; the last one its lesson."""
    await ui.press("f4")
    ui.workspace.run("renew")
    keys = {"repeat": "r", "correct": "c", "drop": "d"}
    for id_ in ui.plan.actions:
        if id_ in year.verdicts:
            await ui.press(keys[year.verdicts[id_]])
        await ui.press("down")
    assert {id_: action.verdict for id_, action in ui.plan.actions.items() if action.verdict} == year.verdicts


async def _next_year(year: Year, file: Path) -> None:
    """The new plan: this year's actions as its review, the dropped one gone, nothing that contradicts itself."""
    async with Interface.open(file, "fr") as ui:
        assert "2022" in ui.title
        await ui.to_section("review")
        answer = ui.words("steering.action_title", name=ui.plan.indicators[year.indicator].name)
        assert answer in {past.action for past in ui.plan.review.values()}, "what was added on the way is reviewed too"
        await ui.press("f4")
        assert "A1 " in ui.list
        assert "A7 " not in ui.list
        await ui.checked()
        assert not [found.code for each in ui.desk.findings.values() for found in each if found.severity == "error"]

"""`planmark dashboard`: every indicator against its path on a day, what rises from them, what was decided."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from model.plan import Plan
from model.steering.correcting import asks_decision, score_of
from model.steering.cycle import suggested
from model.steering.rising import Alert, Dashboard, dashboard
from model.steering.state import State
from model.store.reading import load
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.layout import table, wrapped
from tui.cli.plans import named
from tui.cli.typed import day
from tui.formats.dates import format_date
from tui.formats.steering import ARROWS, band, counts_text, figure, percent, standing_text
from tui.pages import step_of


def run(given: Arguments, console: Console) -> Answer:
    """The dashboard on a day, today unless given."""
    plan = load(given.operands[0]).plan
    board = dashboard(plan, _today(given.options.get("--today")))
    if given.wants_json:
        return Answer(json_lines(_object(plan, board)))
    return Answer(tuple(_lines(plan, board, console)))


def _today(text: str | None) -> date:
    if text is None:
        return date.today()
    if (today := day(text)) is None:
        raise UsageError("date", "dashboard", option="--today", word=text)
    return today


def _object(plan: Plan, board: Dashboard) -> dict[str, Any]:
    """Figures are numbers; what cannot be said is null."""
    return {
        "today": board.today,
        "plan": _alert(board.plan),
        "objectives": {id_: _alert(alert) for id_, alert in board.objectives.items()},
        "indicators": {id_: _state(plan, state, board.today) for id_, state in board.states.items()},
        "corrections": {id_: {"score": score_of(plan, id_, board.today)} for id_ in plan.corrections},
        "actions": {id_: _turn(plan, board, id_) for id_ in plan.actions},
    }


def _alert(alert: Alert) -> dict[str, Any]:
    return {"worst": alert.worst, "counts": dict(alert.counts)}


def _state(plan: Plan, state: State, today: date) -> dict[str, Any]:
    last, expected = state.last, state.expected
    return {
        "status": state.status,
        "day": last and last.day,
        "reading": last and last.value,
        "figure": last and last.figure,
        "expected": expected and [expected.low, expected.high],
        "gap": state.gap,
        "percent": state.percent,
        "attained": state.attained,
        "trend": state.way,
        "per_day": state.per_day,
        "landing": state.landing,
        "landing_gap": state.landing_gap,
        "target": _target(state),
        "due": state.aim.due,
        "next_reading": state.next_due,
        "late": state.is_late,
        "asks_decision": asks_decision(plan, state, today),
    }


def _target(state: State) -> list[Decimal] | None:
    low, high = state.aim.low, state.aim.high
    return None if low is None or high is None else [low, high]


def _turn(plan: Plan, board: Dashboard, action: str) -> dict[str, Any]:
    found = suggested(plan, board, action)
    return {
        "pdca": plan.actions[action].pdca,
        "suggested": found and found.turn,
        "reason": found and found.reason,
    }


def _lines(plan: Plan, board: Dashboard, console: Console) -> Iterator[str]:
    words = console.words
    if not plan.indicators:
        yield from wrapped(words("steering.none", key=step_of("indicators").key), console.width)
        return
    on = words("steering.on", date=format_date(board.today, words.language))
    yield f"{counts_text(words, board.plan)}   ({on})"
    yield from table(list(_rows(plan, board, console)))
    undecided = sum(asks_decision(plan, state, board.today) for state in board.states.values())
    if undecided:
        yield words.count("steering.undecided_plain", undecided)


def _rows(plan: Plan, board: Dashboard, console: Console) -> Iterator[list[str]]:
    """The indicators in the order of the file, each after its status."""
    words = console.words
    columns = ("last", "expected", "gap", "percent", "landing")
    yield [words("steering.column.status"), "", *(words(f"steering.column.{name}") for name in columns)]
    for id_, state in board.states.items():
        name = named(plan, id_, ("indicators",))
        yield [f"{standing_text(words, state.status)}  {name}", *_figures(state, console)]


def _figures(state: State, console: Console) -> list[str]:
    numbers = console.numbers
    return [
        ARROWS[state.way] if state.way else "",
        figure(state.last.figure, numbers) if state.last else "",
        band(state.expected.low, state.expected.high, numbers) if state.expected else "",
        "" if state.gap is None else figure(state.gap, numbers, signed=True),
        "" if state.percent is None else percent(state.percent, numbers),
        "" if state.landing is None else figure(state.landing, numbers),
    ]

"""The year's end, action by action: verdict, cost, what came of it; then what next year's plan made of it."""

from collections.abc import Iterator
from decimal import Decimal

from rich.style import Style

from model.actions import Action
from model.renewal.costs import YearCosts
from model.renewal.outcome import Outcome, milestones_done, outcomes_of
from model.renewal.renewing import Renewal
from model.renewal.review_lines import verdict_of
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.numbers import format_number
from tui.formats.renewal import became, decisions
from tui.money import money
from tui.reports.prose import headed, said
from tui.widgets.pane import Row

MARKS = {"repeat": "●", "correct": "◐", "drop": "○", None: "·"}
INDENT = 4
FIGURE = 13


def items(desk: Desk, width: int) -> list[Item]:
    """How it is done, then the actions: a line to stand on, and below it what came of it and what was learnt."""
    words, palette, actions = desk.words, desk.palette, desk.plan.actions
    if not actions:
        return [Item(row) for row in said(width, words("renewal.no_action"), palette.text)]
    decided = sum(verdict_of(action) is not None for action in actions.values())
    intro = words("renewal.intro", done=decided, n=len(actions))
    lines = [Item(row) for row in (*said(width, intro, palette.text), Row(width), _head(desk, width))]
    costs = YearCosts(desk.plan)
    for id_, action in actions.items():
        lines += _action(desk, width, id_, action, costs)
    return lines


def _head(desk: Desk, width: int) -> Row:
    words, style = desk.words, desk.palette.muted
    row = (
        Row(width)
        .to(INDENT)
        .add(words("renewal.verdict"), style)
        .to(_title_at(desk))
        .add(words("renewal.action"), style)
    )
    return _figures(row, words("renewal.planned"), words("renewal.spent"), style)


def _title_at(desk: Desk) -> int:
    return INDENT + 2 + max(len(_word(desk, verdict)) for verdict in MARKS)


def _word(desk: Desk, verdict: str | None) -> str:
    return desk.words(f"choices.actions.verdict.{verdict}") if verdict else desk.words("renewal.undecided")


def _figures(row: Row, planned: str, spent: str, style: Style) -> Row:
    at = row.width - 1 - 2 * FIGURE
    row.to(at)
    row.add(planned.rjust(FIGURE), style)
    return row.add(spent.rjust(FIGURE), style)


def _action(desk: Desk, width: int, id_: str, action: Action, costs: YearCosts) -> Iterator[Item]:
    palette, verdict = desk.palette, verdict_of(action)
    style = palette.muted if verdict == "drop" else palette.text
    row = Row(width).to(2).add(MARKS[verdict], palette.accent).to(INDENT)
    row.add(_word(desk, verdict), palette.strong if verdict else palette.muted).to(_title_at(desk))
    row.add(f"{id_} {action.title or ''}", style, width - 2 * FIGURE - row.length - 2)
    _figures(row, _figure(desk, costs.planned(id_)), _figure(desk, costs.spent(id_)), style)
    yield Item(row, f"actions.{id_}.lesson", "actions#verdict", id_)
    for outcome in outcomes_of(desk.plan, id_):
        if outcome.wanted is not None or outcome.shown is not None:
            yield Item(Row(width).to(INDENT + 2).add(_came(desk, outcome), palette.muted))
    done, count = milestones_done(desk.plan, id_)
    if done < count:
        text = desk.words("renewal.milestones", done=done, n=count)
        yield Item(Row(width).to(INDENT + 2).add(text, palette.muted))
    if action.lesson:
        yield Item(Row(width).to(INDENT + 2).add(desk.words("renewal.learnt", lesson=action.lesson), palette.text))


def _came(desk: Desk, outcome: Outcome) -> str:
    """What came of an aim, the figure first: names are long and may be cut."""
    if outcome.shown is None:
        return desk.words("renewal.came.unread", name=outcome.name)
    value = format_number(outcome.shown.figure, desk.numbers)
    if outcome.wanted is not None:
        value += f" / {format_number(outcome.wanted, desk.numbers)}"
    key = {True: "reached", False: "missed", None: "shown"}[outcome.is_reached]
    return desk.words(f"renewal.came.{key}", name=outcome.name, value=f"{value} {outcome.unit}".rstrip())


def _figure(desk: Desk, amount: Decimal | None) -> str:
    return "—" if amount is None else format_number(amount, desk.numbers, 0)


def made(renewal: Renewal, desk: Desk, width: int) -> list[Row]:
    """What next year's plan took over and what it left, and what is to be decided in it."""
    words, palette = desk.words, desk.palette
    rows = [row for sentence in became(renewal, words) for row in said(width, sentence, palette.text, 2)]
    if renewal.left is not None:
        rows += said(width, words("renewal.left", amount=money(desk, renewal.left)), palette.text, 2)
    points = [sentence for sentence, _ in decisions(renewal, words)]
    if points:
        rows += headed(width, words("renewal.decide"), palette.strong)
    return [*rows, *(row for point in points for row in said(width, point, palette.text, 2))]

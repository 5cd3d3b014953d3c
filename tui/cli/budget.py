"""`planmark budget`: the totals, by whatever is asked for, with and without a scenario."""

from decimal import Decimal
from typing import Any

from model.breakdowns import BREAKDOWNS, By, breakdown, total
from model.money import Money
from model.plan import Plan
from model.store.reading import load
from tui.cli.arguments import Arguments, UsageError, nearest
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.layout import table
from tui.cli.plans import named, seen_through
from tui.cli.view import amount_text
from tui.formats.dates import format_month

_SECTIONS = {"action": "actions", "objective": "objectives", "segment": "segments"}


def run(given: Arguments, console: Console) -> Answer:
    """The plan's total, its groups with `--by`, the plan without the scenario with `--scenario`."""
    by, scenario = _by(given.options.get("--by")), given.options.get("--scenario")
    base = load(given.operands[0]).plan
    plan = seen_through(base, scenario)
    if given.wants_json:
        return Answer(json_lines(_object(plan, base, by, scenario)))
    return Answer((*_table(plan, base, by, scenario, console), *_ceiling(plan, console)))


def _by(text: str | None) -> By | None:
    if text is not None and text not in BREAKDOWNS:
        known = nearest(text, BREAKDOWNS) or ", ".join(BREAKDOWNS)
        raise UsageError("value", "budget", option="--by", word=text, known=known)
    return text


def _object(plan: Plan, base: Plan, by: By | None, scenario: str | None) -> dict[str, Any]:
    """The contract's object: amounts are texts with the currency's decimals."""
    result: dict[str, Any] = {"currency": plan.plan.currency, "scenario": scenario, "lines": len(plan.budget)}
    result["total"] = figures(total(plan))
    if by is not None:
        result["groups"] = {key: figures(money) for key, money in breakdown(plan, by).items()}
    if scenario is not None:
        result["base"] = figures(total(base))
        result["difference"] = figures(total(plan) - total(base))
    return result


def figures(money: Money) -> dict[str, str]:
    """The three figures of an amount, as texts with the decimals of the currency."""
    sides = {"excl_tax": money.excl_tax, "tax": money.tax, "incl_tax": money.incl_tax}
    return {side: format(amount, "f") for side, amount in sides.items()}


def _table(plan: Plan, base: Plan, by: By | None, scenario: str | None, console: Console) -> list[str]:
    words = console.words
    head = words(f"cli.budget.by.{by}") if by else words.count("cli.budget.lines", len(plan.budget))
    rows = [[head, words("cli.budget.excl_tax"), words("cli.budget.tax"), words("cli.budget.incl_tax")]]
    if by is not None:
        rows += [
            _row(_label(plan, by, key, console), money, plan, console) for key, money in breakdown(plan, by).items()
        ]
    rows.append(_row(words("cli.budget.total"), total(plan), plan, console))
    if scenario is not None:
        rows.append(_row(words("cli.budget.base"), total(base), plan, console))
        rows.append(_row(words("cli.budget.difference"), total(plan) - total(base), plan, console))
    return table(rows)


def _row(label: str, money: Money, plan: Plan, console: Console) -> list[str]:
    amounts = (money.excl_tax, money.tax, money.incl_tax)
    return [label, *(amount_text(amount, plan.plan.currency, console.numbers) for amount in amounts)]


def _label(plan: Plan, by: By, key: str, console: Console) -> str:
    """What a group is called."""
    if not key:
        return console.words("cli.budget.nothing")
    if by in _SECTIONS:
        return named(plan, key, (_SECTIONS[by],))
    if by in ("source", "status"):
        return console.words(f"choices.budget.{by}.{key}")
    return format_month(key, console.words.language) if by == "month" else key


def _ceiling(plan: Plan, console: Console) -> list[str]:
    """What is left under the ceiling, on the side that the plan's amounts are on."""
    ceiling, sheet = plan.plan.ceiling, plan.plan
    if ceiling is None:
        return []
    left = ceiling - total(plan).priced(sheet.prices)

    def text(amount: Decimal) -> str:
        return amount_text(amount, sheet.currency, console.numbers)

    side = console.words(f"cli.budget.{sheet.prices or 'excl_tax'}")
    if left < 0:
        return [console.words("cli.budget.over", ceiling=text(ceiling), side=side, over=text(-left))]
    return [console.words("cli.budget.left", ceiling=text(ceiling), side=side, left=text(left))]

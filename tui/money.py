"""The plan's money in a few words: its total, against the ceiling."""

from decimal import Decimal

from model.breakdowns import total
from model.money import minor_digits
from tui.desk import Desk
from tui.formats.numbers import format_money, format_number


def currency_of(desk: Desk) -> str:
    """The plan's currency."""
    return desk.plan.plan.currency or "EUR"


def money(desk: Desk, amount: Decimal) -> str:
    """An amount in the plan's currency, as it is read."""
    currency = currency_of(desk)
    return format_money(amount, currency, desk.numbers, minor_digits(currency))


def whole(desk: Desk, amount: Decimal) -> str:
    """An amount without cents, for a narrow place."""
    return format_number(amount, desk.numbers, 0)


def against_ceiling(desk: Desk) -> str:
    """`48 200 € HT / 60 000 €`, with a glyph when the ceiling is passed; empty while there is no budget."""
    plan = desk.plan
    if not plan.budget and plan.plan.ceiling is None:
        return ""
    side = plan.plan.prices or "excl_tax"
    spent = getattr(total(plan), side)
    text = f"{whole(desk, spent)} {desk.words(f'messages.{side}')}"
    ceiling = plan.plan.ceiling
    if ceiling is None:
        return f"{text} {currency_of(desk)}"
    mark = "✗ " if spent > ceiling else ""
    return f"{mark}{text} / {whole(desk, ceiling)} {currency_of(desk)}"

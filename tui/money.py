"""The plan's money in a few words: its total, against the ceiling."""

from decimal import Decimal
from functools import lru_cache

from model.breakdowns import breakdown, total
from model.money import Money, minor_digits
from model.plan import Plan
from tui.desk import Desk
from tui.formats.numbers import format_money


def plan_total(desk: Desk) -> Money:
    """The total of the budget as it is seen, computed once for each plan."""
    return _total(_Same(desk.seen))


def by_category(desk: Desk) -> dict[str, Money]:
    """The totals by category, computed once for each plan."""
    return _by_category(_Same(desk.seen))


def share_backed(desk: Desk) -> Decimal | None:
    """The whole percent of the seen budget that rests on quotes, computed once for each plan; None for nothing."""
    return _share_backed(_Same(desk.seen))


class _Same:
    """A plan told apart by what it is, not by what it holds: comparing ten thousand lines would cost more."""

    __slots__ = ("plan",)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return hash((id(self.plan.budget), id(self.plan.drivers), id(self.plan.plan)))

    def __eq__(self, other: object) -> bool:
        mine = self.plan
        return isinstance(other, _Same) and (
            mine.budget is other.plan.budget and mine.drivers is other.plan.drivers and mine.plan is other.plan.plan
        )


@lru_cache(maxsize=2)
def _total(same: _Same) -> Money:
    return total(same.plan)


@lru_cache(maxsize=2)
def _by_category(same: _Same) -> dict[str, Money]:
    return breakdown(same.plan, "category")


@lru_cache(maxsize=2)
def _share_backed(same: _Same) -> Decimal | None:
    # Loaded with the budget, not with the first screen.
    from model import quotes

    return quotes.share_backed(same.plan, 0)


def currency_of(desk: Desk) -> str:
    """The plan's currency."""
    return desk.plan.plan.currency or "EUR"


def money(desk: Desk, amount: Decimal) -> str:
    """An amount in the plan's currency, as it is read."""
    currency = currency_of(desk)
    return format_money(amount, currency, desk.numbers, minor_digits(currency))


def whole(desk: Desk, amount: Decimal) -> str:
    """An amount without cents, for a narrow place."""
    return format_money(amount, currency_of(desk), desk.numbers, 0)


def against_ceiling(desk: Desk) -> str:
    """`48 200 € HT / 60 000 €`, with a glyph when the ceiling is passed; empty while there is no budget."""
    plan = desk.plan
    if not plan.budget and plan.plan.ceiling is None:
        return ""
    side = plan.plan.prices or "excl_tax"
    spent = getattr(plan_total(desk), side)
    text = f"{whole(desk, spent)} {desk.words(f'messages.{side}')}"
    ceiling = plan.plan.ceiling
    if ceiling is None:
        return text
    mark = "✗ " if spent > ceiling else ""
    return f"{mark}{text} / {whole(desk, ceiling)}"

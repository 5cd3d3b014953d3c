"""What the year cost, as far as the plan knows: each line, each action, and the money left."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from model.amounts import minor_figures, sides
from model.breakdowns import line_parts
from model.budget import Line
from model.exact import known_of, own_amount
from model.last_year import before
from model.money import from_minor, minor_digits, rounded, to_minor
from model.plain import frozen
from model.plan import Plan
from model.values import canonical

OWN_MONEY = ("own", "grant", "partner", "income", "carry_over")
"""The kinds of funding that bring money; what comes in kind leaves nothing over."""


@frozen
class Cost:
    """What a line cost, in its own currency; `is_told` where somebody said what was spent or where it would land."""

    amount: Decimal | None
    is_told: bool


@frozen
class YearCosts:
    """The costs of a plan's year: what was spent, else where a line was to land, else what was planned."""

    plan: Plan

    @cached_property
    def figures(self) -> Mapping[str, tuple[int, int]]:
        """What each line cost without and with tax, in minor units of the plan's currency."""
        planned, digits = minor_figures(self.plan), minor_digits(self.plan.plan.currency)
        return {
            id_: planned[id_] if (told := said(line)) is None else sides(line, self.plan.plan, to_minor(told, digits))
            for id_, line in self.plan.budget.items()
        }

    def of_line(self, id_: str) -> Cost:
        """What a line cost, as `last_year` says it; None while nothing says."""
        line = self.plan.budget[id_]
        told = said(line)
        if told is not None:
            return Cost(canonical(rounded(_in_own_currency(line, self.plan, told), _currency(line, self.plan))), True)
        if before(self.plan, line) is None:
            return Cost(None, False)
        planned = own_amount(line, known_of(self.plan.drivers))
        return Cost(canonical(rounded(planned, _currency(line, self.plan))), line.status == "paid")

    def planned(self, action: str) -> Decimal | None:
        """What was planned for an action, in the plan's prices; None where no line pays for it."""
        return self._sum(action, minor_figures(self.plan))

    def spent(self, action: str) -> Decimal | None:
        """What was spent on an action; None where one of its lines does not say."""
        lines = [id_ for id_, line in self.plan.budget.items() if _pays(line, action) and line.included_in is None]
        return self._sum(action, self.figures) if all(self.of_line(id_).is_told for id_ in lines) else None

    def _sum(self, action: str, figures: Mapping[str, tuple[int, int]]) -> Decimal | None:
        side, parts = int(self.plan.plan.prices == "incl_tax"), list[int]()
        for id_, line in self.plan.budget.items():
            if _pays(line, action) and line.included_in is None:
                split = line_parts(self.plan, line, "action", *figures[id_])
                parts += [(excl, incl)[side] for name, excl, incl in split if name == action]
        return canonical(from_minor(sum(parts), minor_digits(self.plan.plan.currency))) if parts else None

    @property
    def left(self) -> Decimal | None:
        """What is left of the reserve and of the money that came in; None where an amount is not known."""
        sources = [funding for funding in self.plan.funding.values() if funding.kind in OWN_MONEY]
        reserve = self.plan.plan.reserve
        if reserve is not None:
            # What is drawn from the reserve does not come in.
            sources = [funding for funding in sources if funding.kind != "carry_over"]
        amounts = [funding.amount for funding in sources]
        if not amounts or None in amounts:
            return None
        side = int(self.plan.plan.prices == "incl_tax")
        lines = self.plan.budget.items()
        spent = sum(self.figures[id_][side] for id_, line in lines if line.included_in is None)
        digits = minor_digits(self.plan.plan.currency)
        came_in = sum(
            (to_minor(amount, digits) for amount in amounts if amount is not None), to_minor(reserve or 0, digits)
        )
        return canonical(from_minor(came_in - spent, digits))


def said(line: Line) -> Decimal | None:
    """What somebody said a line cost, in the plan's currency: spent, else where it lands."""
    return line.landing if line.spent is None else line.spent


def _pays(line: Line, action: str) -> bool:
    return action in line.shares if line.shares else line.action == action


def _currency(line: Line, plan: Plan) -> str | None:
    return line.currency or plan.plan.currency


def _in_own_currency(line: Line, plan: Plan, told: Decimal) -> Decimal | Fraction:
    if line.currency is None or line.currency == plan.plan.currency or not line.exchange_rate:
        return told
    return Fraction(told) / Fraction(line.exchange_rate)

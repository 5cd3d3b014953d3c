"""The budget against last year: by category, lines without a figure of last year counted apart."""

from decimal import Decimal

from model.amounts import minor_figures
from model.last_year import before
from model.money import from_minor, half_up
from model.plain import frozen
from model.plan import Plan


@frozen
class Compared:
    """Last year's figure and this one's, in minor units of the plan's currency."""

    last_year: int = 0
    this_year: int = 0

    def __add__(self, other: "Compared") -> "Compared":
        return Compared(self.last_year + other.last_year, self.this_year + other.this_year)

    @property
    def difference(self) -> int:
        """This year's figure less last year's."""
        return self.this_year - self.last_year

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of last year, to one decimal; None where last year was nothing."""
        return from_minor(half_up(1000 * self.difference, abs(self.last_year)), 1) if self.last_year else None


@frozen
class Comparison:
    """The categories in the order of the plan, and this year's figures of the lines without one of last year.

    `new` counts those lines, `waiting` the lines that had a cost last year and have no amount yet.
    """

    categories: dict[str, Compared]
    whole: Compared
    new: int
    new_figure: int
    waiting: int


def compared(plan: Plan) -> Comparison:
    """Every line that counts, in the plan's prices; a foreign line's last year is taken at this year's rate."""
    side = int(plan.plan.prices == "incl_tax")
    then, now = minor_figures(_last_year_of(plan)), minor_figures(plan)
    categories: dict[str, Compared] = {}
    new = new_figure = waiting = 0
    for id_, line in plan.budget.items():
        if line.included_in is not None:
            continue
        figure = now[id_][side]
        if line.last_year is None:
            new, new_figure = new + 1, new_figure + figure
            continue
        waiting += bool(line.last_year) and before(plan, line) is None
        name = line.category or ""
        categories[name] = categories.get(name, Compared()) + Compared(then[id_][side], figure)
    return Comparison(categories, sum(categories.values(), Compared()), new, new_figure, waiting)


def _last_year_of(plan: Plan) -> Plan:
    """The plan whose lines amount to what they did last year."""
    lines = {
        id_: line.replaced({"amount": line.last_year, "unit_cost": None, "months": {}})
        for id_, line in plan.budget.items()
    }
    return plan.replaced({"budget": lines})

"""The risk of a plan: its total, where it may end by two methods, and which lines weigh most."""

from model.breakdowns import total
from model.money import minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan
from model.risk.outlook import Outlook, measure
from model.risk.ranges import Range, Remark, ranges
from model.risk.simulation import simulated
from model.risk.variances import enough_together, summed


@frozen
class Assessment:
    """The plan's total and its range, in minor units with `digits` decimals, on the side of the plan's `prices`.

    `tornado` holds the lines that vary, the largest swing first. Both methods take the lines as independent of one
    another; lines that move together widen the range, at most up to `enough_together` for P80.
    """

    total: int
    ceiling: int | None
    digits: int
    tornado: tuple[Range, ...]
    remarks: tuple[Remark, ...]
    summed: Outlook
    simulated: Outlook
    enough_together: int

    @property
    def least(self) -> int:
        """The total with every line at its lowest."""
        return self.total + sum(line.low - line.likely for line in self.tornado)

    @property
    def most(self) -> int:
        """The total with every line at its highest."""
        return self.total + sum(line.high - line.likely for line in self.tornado)

    @property
    def varying(self) -> int:
        """What the lines that vary amount to."""
        return sum(line.likely for line in self.tornado)

    def total_with(self, line: Range, figure: int) -> int:
        """The total if this line alone came to another figure."""
        return self.total + figure - line.likely


def assessed(plan: Plan) -> Assessment:
    """The risk of a plan."""
    digits = minor_digits(plan.plan.currency)
    whole = to_minor(total(plan).priced(plan.plan.prices), digits)
    ceiling = None if plan.plan.ceiling is None else to_minor(plan.plan.ceiling, digits)
    varying, remarks = ranges(plan)
    scale = measure(whole, varying)
    return Assessment(
        total=whole,
        ceiling=ceiling,
        digits=digits,
        tornado=tuple(sorted(varying, key=lambda line: -line.swing)),
        remarks=remarks,
        summed=summed(varying, scale, ceiling),
        simulated=simulated(varying, scale, ceiling),
        enough_together=enough_together(varying, scale),
    )

"""Funding against spending: who pays how much, what is secured, what is left, and where the reserve ends."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from model.breakdowns import breakdown, total
from model.money import from_minor, minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan

CARRIED = "carry_over"
IN_KIND = "in_kind"


@frozen
class Source:
    """A source of money and what it brings, in the plan's prices; None where neither amount nor rate is there."""

    id: str
    kind: str
    amount: Decimal | None
    is_secured: bool
    is_rate: bool = False


@frozen
class Funding:
    """All sources against the spending.

    `cash` is what pays invoices: all but what is given in kind. The year's net is without what earlier years left
    (`carry_over`), which comes out of the reserve; the closing reserve is the opening one and that net.
    """

    sources: tuple[Source, ...]
    spending: Decimal
    by_kind: Mapping[str, Decimal]
    cash: Decimal
    in_kind: Decimal
    secured: Decimal
    net: Decimal
    opening: Decimal | None
    closing: Decimal | None
    floor: Decimal | None

    @property
    def covered(self) -> Decimal:
        """What the sources bring beyond the spending; less than nothing where money is missing."""
        return self.cash - self.spending

    @property
    def covered_for_sure(self) -> Decimal:
        """The same with the secured money alone."""
        return self.secured - self.spending

    @property
    def above_floor(self) -> Decimal | None:
        """How far the closing reserve lies above its floor."""
        return None if self.closing is None or self.floor is None else self.closing - self.floor


def funding_of(plan: Plan) -> Funding:
    """The funding of a plan, or of what a scenario makes of it, on the side of its prices, to the cent."""
    digits, sheet = minor_digits(plan.plan.currency), plan.plan
    spending = total(plan).priced(sheet.prices)
    costs = {id_: money.priced(sheet.prices) for id_, money in breakdown(plan, "action").items()}
    sources = tuple(_source(plan, id_, spending, costs, digits) for id_ in plan.funding)
    kinds: dict[str, Decimal] = {}
    for source in sources:
        kinds[source.kind] = kinds.get(source.kind, Decimal(0)) + (source.amount or 0)
    cash = _sum(source for source in sources if source.kind != IN_KIND)
    net = cash - kinds.get(CARRIED, Decimal(0)) - spending
    floor = None if sheet.reserve_floor is None else _share(spending, sheet.reserve_floor, digits)
    return Funding(
        sources,
        spending,
        kinds,
        cash,
        kinds.get(IN_KIND, Decimal(0)),
        _sum(source for source in sources if source.kind != IN_KIND and source.is_secured),
        net,
        sheet.reserve,
        None if sheet.reserve is None else sheet.reserve + net,
        floor,
    )


def _sum(sources: Iterable[Source]) -> Decimal:
    return sum((source.amount for source in sources if source.amount is not None), Decimal(0))


def _source(plan: Plan, id_: str, spending: Decimal, costs: Mapping[str, Decimal], digits: int) -> Source:
    one = plan.funding[id_]
    amount = None if one.amount is None else from_minor(to_minor(one.amount, digits), digits)
    is_rate = amount is None and one.rate is not None
    if amount is None and one.rate is not None:
        named = dict.fromkeys(one.actions)
        base = sum((costs.get(action, Decimal(0)) for action in named), Decimal(0)) if named else spending
        amount = _share(base, one.rate, digits)
    return Source(id_, one.kind or "", amount, bool(one.secured), is_rate)


def _share(of: Decimal, percent: Decimal, digits: int) -> Decimal:
    return from_minor(to_minor(Fraction(of) * Fraction(percent) / 100, digits), digits)

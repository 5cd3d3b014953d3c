"""The budget: lines, the quotes behind them, the drivers of their formulas, and the funding that pays for them."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.sheet import Prices
from model.values import (
    Amount,
    AmountOrFormula,
    Currency,
    Day,
    Flag,
    Id,
    Ids,
    Kind,
    Month,
    Number,
    NumberOrFormula,
    Percent,
    Prose,
    Ref,
    Refers,
    Score,
    Words,
    YearLabel,
)


class Driver(Record):
    """`[drivers.NAME]`: a named assumption, used in formulas as `@NAME`."""

    LETTER: ClassVar[str] = "V"
    REQUIRED: ClassVar[tuple[str, ...]] = ("value",)
    value: NumberOrFormula | None = None
    unit: Words | None = None
    note: Prose | None = None


class Quote(Record):
    """`[budget.….quotes.…]`: what a supplier offered, until when."""

    LETTER: ClassVar[str] = "Y"
    REQUIRED: ClassVar[tuple[str, ...]] = ("supplier", "amount")
    supplier: Words | None = None
    amount: Amount | None = None
    date: Day | None = None
    valid_until: Day | None = None
    reference: Words | None = None
    chosen: Flag | None = None


class Line(Record):
    """`[budget.…]`: an item of expense and what its amount rests on.

    The amount is ONE of `amount`, `unit_cost` × `quantity`, or the sum of `months`.
    """

    LETTER: ClassVar[str] = "B"
    REQUIRED: ClassVar[tuple[str, ...]] = ("label",)
    label: Words | None = None
    category: Words | None = None
    group: Words | None = None
    action: Annotated[Ref, Refers(("actions",))] | None = None
    supplier: Words | None = None
    source: Annotated[Literal["quote", "last_year", "contract", "estimate"], Kind("choice")] | None = None
    reference: Words | None = None
    valid_until: Day | None = None
    amount: AmountOrFormula | None = None
    unit_cost: AmountOrFormula | None = None
    quantity: NumberOrFormula | None = None
    unit: Words | None = None
    start: Month | None = None
    end: Month | None = None
    tax_rate: Percent | None = None
    prices: Prices | None = None
    currency: Currency | None = None
    exchange_rate: Number | None = None
    rate_date: Day | None = None
    last_year: Amount | None = None
    committed: Amount | None = None
    spent: Amount | None = None
    landing: Amount | None = None
    status: Annotated[Literal["forecast", "committed", "invoiced", "paid"], Kind("choice")] | None = None
    low: AmountOrFormula | None = None
    high: AmountOrFormula | None = None
    approximate: Flag | None = None
    held: Flag | None = None
    priority: Score | None = None
    included_in: Annotated[Ref, Refers(("budget",))] | None = None
    provenance: Words | None = None
    note: Prose | None = None
    shares: Annotated[dict[Id, Percent], Refers(("actions",))] = {}
    months: dict[Month, AmountOrFormula] = {}
    history: dict[YearLabel, Amount] = {}
    quotes: dict[Id, Quote] = {}


class Funding(Record):
    """`[funding.…]`: where the money comes from."""

    LETTER: ClassVar[str] = "N"
    REQUIRED: ClassVar[tuple[str, ...]] = ("label",)
    label: Words | None = None
    kind: Annotated[Literal["own", "grant", "partner", "income", "in_kind", "carry_over"], Kind("choice")] | None = None
    amount: Amount | None = None
    rate: Percent | None = None
    actions: Annotated[Ids, Refers(("actions",))] = ()
    secured: Flag | None = None
    note: Prose | None = None

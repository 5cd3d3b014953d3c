"""What a line of a table amounts to: one figure, with its detail where that makes the figure to the cent."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

from model.money import EXACT, rounded
from model.plain import slotted
from model.plan import Plan
from model.sheet import Prices
from tui.imports.lines.rows import RowRead
from tui.imports.lines.targets import EXCL, INCL, SIDES, TAX

_RATES = tuple(
    Decimal(text)
    for text in ("20", "10", "5.5", "2.1", "8.1", "2.6", "3.8", "7.7", "21", "6", "12", "5", "19", "7", "0")
)


@slotted
class Amounts:
    """The fields that a row gives a line, its main figure, on which side of the tax it is, the rate where one is known.

    `gaps` are details that do not make the figure: a word for them, what they make, what the figure is.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    figure: Decimal | None = None
    side: Prices | None = None
    rate: Decimal | None = None
    gaps: list[tuple[str, Decimal, Decimal]] = field(default_factory=list)


def amounts_of(row: RowRead, plan: Plan, *, unit_side: str = "") -> Amounts:
    """What a row amounts to; `unit_side` is the side of the tax that the column of unit costs names."""
    figures, currency = row.figures, row.others.get("currency") or plan.plan.currency
    main = next((name for name in (EXCL, "amount", INCL) if name in figures), "")
    found = Amounts(figure=figures.get(main))
    side = SIDES.get(main) or (unit_side if not main else "")
    if main == "amount" and INCL in figures:
        side = "excl_tax"  # of two amounts, the one that says nothing is the one without
    found.side = "incl_tax" if side == "incl_tax" else "excl_tax" if side == "excl_tax" else None
    _tax(found, figures, main, plan, currency)
    _detail(found, row, currency)
    return found


def _detail(found: Amounts, row: RowRead, currency: str | None) -> None:
    """Months, else quantity and unit cost, where they make the figure or stand alone; else the figure itself."""
    figures = row.figures
    ways: list[tuple[str, Decimal, dict[str, Any]]] = []
    if row.months:
        ways.append(("months", _sum(row.months), {"months": dict(row.months)}))
    if "unit_cost" in figures and "quantity" in figures:
        made = EXACT.multiply(figures["unit_cost"], figures["quantity"])
        ways.append(("unit_cost", made, {name: figures[name] for name in ("unit_cost", "quantity")}))
    elif "unit_cost" in figures and found.figure is None:
        ways.append(("unit_cost", figures["unit_cost"], {"unit_cost": figures["unit_cost"]}))
    for name, made, fields in ways:
        if found.figure is None:
            found.figure = made
        if rounded(made, currency) == rounded(found.figure, currency):
            if not ({"months", "unit_cost"} & found.fields.keys()):
                found.fields |= fields
        else:
            found.gaps.append((name, made, found.figure))
    if found.figure is not None and not ({"months", "unit_cost"} & found.fields.keys()):
        found.fields["amount"] = found.figure
        if "quantity" in figures:
            found.fields["quantity"] = figures["quantity"]


def _sum(values: Mapping[str, Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values.values():
        total = EXACT.add(total, value)
    return total


def _tax(found: Amounts, figures: Mapping[str, Decimal], main: str, plan: Plan, currency: str | None) -> None:
    """The rate: as written, else the one by which amounts without and with tax agree; what does not agree is told."""
    rate = figures.get("tax_rate")
    without, with_tax, tax = figures.get(EXCL if main != "amount" else "amount"), figures.get(INCL), figures.get(TAX)
    if main == INCL:
        without = EXACT.subtract(with_tax, tax) if with_tax is not None and tax is not None else None
    elif with_tax is None and without is not None and tax is not None:
        with_tax = EXACT.add(without, tax)
    usual = plan.plan.tax_rate or Decimal(0)
    if rate is None and without and with_tax is not None:
        known = (usual, *_RATES)
        rate = next((one for one in known if _with_tax(without, one, currency) == rounded(with_tax, currency)), None)
        if rate is None:
            found.gaps.append(("tax", with_tax, without))
    elif rate is not None and without and with_tax is not None:
        made = _with_tax(without, rate, currency)
        if made != rounded(with_tax, currency):
            found.gaps.append(("with_tax", made, with_tax))
    if without is not None and tax is not None and INCL in figures and main != INCL:
        made = EXACT.add(without, tax)
        if rounded(made, currency) != rounded(figures[INCL], currency):
            found.gaps.append(("with_tax", made, figures[INCL]))
    found.rate = rate


def _with_tax(without: Decimal, rate: Decimal, currency: str | None) -> Decimal:
    return rounded(EXACT.multiply(without, EXACT.add(Decimal(100), rate)).scaleb(-2, EXACT), currency)

"""What a quote asks, on the side of the tax that its line is on."""

from decimal import Decimal

from model.amounts import sides
from model.budget import Line
from model.money import from_minor, minor_digits, to_minor
from model.plan import Plan
from model.sheet import Prices
from tui.imports.quotes.rows import Offer


def asked(offer: Offer, line: Line, plan: Plan) -> Decimal | None:
    """The amount as the line has its own; None where the quote has none."""
    side: Prices = line.prices or plan.plan.prices or "excl_tax"
    figures, own = offer.figures, "amount_incl" if side == "incl_tax" else "amount_excl"
    other = "amount_excl" if side == "incl_tax" else "amount_incl"
    if own in figures:
        return figures[own]
    if "amount" in figures and (other not in figures or side == "excl_tax"):
        # An amount that does not say so is on the line's side; beside one with tax, it is the one without.
        return figures["amount"]
    if other not in figures:
        return None
    if "amount_tax" in figures:
        return figures[other] + (figures["amount_tax"] if side == "incl_tax" else -figures["amount_tax"])
    return _turned(offer, line, plan, figures[other], "excl_tax" if side == "incl_tax" else "incl_tax")


def _turned(offer: Offer, line: Line, plan: Plan, figure: Decimal, from_side: Prices) -> Decimal:
    """An amount without tax as one with it, or the reverse, by the quote's rate, else the line's."""
    update = {"prices": from_side, "tax_rate": offer.figures.get("tax_rate", line.tax_rate)}
    digits = minor_digits(line.currency or plan.plan.currency)
    without, with_tax = sides(line.replaced(update), plan.plan, to_minor(figure, digits))
    return from_minor(with_tax if from_side == "excl_tax" else without, digits)


def rate_gap(offer: Offer, line: Line, plan: Plan) -> tuple[Decimal, Decimal] | None:
    """The quote's rate and the line's where they are not the same."""
    own = line.tax_rate if line.tax_rate is not None else plan.plan.tax_rate or Decimal(0)
    rate = offer.figures.get("tax_rate")
    return (rate, own) if rate is not None and rate != own else None

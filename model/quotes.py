"""The quotes behind the budget: how those of a line compare, choosing one, and how much of the budget they back."""

from datetime import date
from decimal import Decimal

from model.amount_edits import with_amount
from model.amounts import minor_figures
from model.budget import Line, Quote
from model.edits import EditRefusedError, change_at, put
from model.money import from_minor, half_up
from model.plain import frozen
from model.plan import Plan


@frozen
class Quotes:
    """The quotes of a line: how many, the chosen one's id, the cheapest's and the dearest's; of equals the first.

    `low` and `high` are the amounts of the last two; None where no quote has an amount.
    """

    count: int
    chosen: str | None = None
    cheapest: str | None = None
    dearest: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def rests_on_quote(line: Line) -> bool:
    """Whether the line's amount is what a supplier offered."""
    return line.source == "quote" or (bool(line.quotes) and any(quote.chosen for quote in line.quotes.values()))


def quotes_of(line: Line) -> Quotes:
    """How the quotes of a line compare."""
    chosen = next((id_ for id_, quote in line.quotes.items() if quote.chosen), None)
    amounts = {id_: quote.amount for id_, quote in line.quotes.items() if quote.amount is not None}
    if not amounts:
        return Quotes(len(line.quotes), chosen)
    cheapest, dearest = min(amounts, key=amounts.__getitem__), max(amounts, key=amounts.__getitem__)
    return Quotes(len(line.quotes), chosen, cheapest, dearest, amounts[cheapest], amounts[dearest])


def is_expired(quote: Quote, today: date) -> bool:
    """Whether the last day of an offer has passed."""
    return quote.valid_until is not None and quote.valid_until < today


def out_of_date(line: Line, today: date) -> dict[str, date]:
    """The quotes that a line rests on and that no longer hold, by id, with their last days.

    These are the chosen ones. Where none is and the line names no other source it may still rest on any of them: then
    it is the last to expire, once all have.
    """
    chosen = {id_: quote for id_, quote in line.quotes.items() if quote.chosen}
    past = {
        id_: quote.valid_until
        for id_, quote in (chosen or line.quotes).items()
        if quote.valid_until is not None and is_expired(quote, today)
    }
    if chosen or not past:
        return past
    if line.source not in (None, "quote") or len(past) < len(line.quotes):
        return {}
    last = max(past, key=past.__getitem__)
    return {last: past[last]}


def share_backed(plan: Plan, places: int = 1) -> Decimal | None:
    """The share of the budget that rests on quotes, in percent, rounded once; None while it amounts to nothing.

    A credit weighs as much as an expense, so that the share stays between 0 and 100.
    """
    side, whole, backed = int(plan.plan.prices == "incl_tax"), 0, 0
    for id_, figures in minor_figures(plan).items():
        whole += abs(figures[side])
        backed += abs(figures[side]) if rests_on_quote(plan.budget[id_]) else 0
    return from_minor(half_up(10 ** (2 + places) * backed, whole), places) if whole else None


def with_quote(plan: Plan, id_: str, quote_id: str, scenario: str | None = None) -> Plan:
    """The plan whose line rests on a quote: marked as chosen, the others not, what it says put on the line.

    A scenario takes what the quote says; which one is chosen stays the plan's own affair. An amount takes the place
    of a unit cost or of months that cannot hold it.

    Raises:
        EditRefusedError: the quote has no amount, or one that cannot stand.
    """
    quote = plan.budget[id_].quotes[quote_id]
    if quote.amount is None:
        raise EditRefusedError(f"budget.{id_}.quotes.{quote_id}.amount", "not_editable")
    if scenario is not None:
        for name, value in {"amount": quote.amount, **_said(quote)}.items():
            plan = plan if value is None else put(plan, f"scenarios.{scenario}.budget.{id_}.{name}", value)
        return plan
    plan = _with_amount(plan, id_, quote.amount)
    for name, value in _said(quote).items():
        # A supplier typed on the line is not lost to a quote that names none.
        plan = plan if name == "supplier" and value is None else put(plan, f"budget.{id_}.{name}", value)
    for key in plan.budget[id_].quotes:
        plan = put(plan, f"budget.{id_}.quotes.{key}.chosen", True if key == quote_id else None)
    return plan


def _said(quote: Quote) -> dict[str, object]:
    """What a quote says of its line beside the amount."""
    said = {"supplier": quote.supplier, "reference": quote.reference, "valid_until": quote.valid_until}
    return {**said, "source": "quote"}


def _with_amount(plan: Plan, id_: str, amount: Decimal) -> Plan:
    try:
        return with_amount(plan, id_, amount)
    except EditRefusedError:
        path = f"budget.{id_}"
        plan = change_at(plan, path, lambda line: line.replaced({"unit_cost": None, "months": {}}))
        return put(plan, f"{path}.amount", amount)

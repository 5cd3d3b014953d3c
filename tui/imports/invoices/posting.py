"""An invoice on a budget line: what was spent grows by it, in the line's own prices and the plan's currency."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.amounts import line_money
from model.budget import Line
from model.edits import add
from model.incoming import Arrival, received
from model.money import from_minor, minor_digits, rounded, split, to_minor
from model.plain import frozen
from model.plan import Plan
from tui.imports.invoices.invoice import Invoice
from tui.imports.invoices.taken import provenance
from tui.text import visible
from tui.words import Words

_NONE = Decimal(0)


class ForeignError(Exception):
    """The invoice's currency is not the plan's, and the line has no rate for it."""


@frozen
class Entry:
    """What an invoice brings to a line: an amount in the plan's currency, negative for a credit note."""

    line: str
    amount: Decimal


def figure(invoice: Invoice, prices: str | None) -> Decimal:
    """The whole of an invoice as `prices` says, in its own currency; a credit note is negative."""
    sums, tax = invoice.totals, invoice.totals.tax or _NONE
    excl = sums.excl_tax if sums.excl_tax is not None else (sums.incl_tax or _NONE) - tax
    incl = sums.incl_tax if sums.incl_tax is not None else excl + tax
    amount = incl if prices == "incl_tax" else excl
    return -abs(amount) if invoice.is_credit else amount


def prices_of(plan: Plan, line: Line) -> str | None:
    """On which side of the tax a line's figures are."""
    return line.prices or plan.plan.prices


def of_items(invoice: Invoice, prices: str | None) -> list[Decimal]:
    """What each line of the invoice is of its whole, to the cent.

    Allowances and charges are spread over the lines of their rate of tax where the rates tell the whole, else over all.
    """
    digits = minor_digits(invoice.currency)
    total = to_minor(figure(invoice, prices), digits)
    shares = _of_rates(invoice, prices, digits)
    parts = [0] * len(invoice.items)
    if sum(shares.values()) != total or {item.rate for item in invoice.items} != shares.keys():
        shares = {None: total}
    for rate, amount in shares.items():
        places = [at for at, item in enumerate(invoice.items) if len(shares) == 1 or item.rate == rate]
        nets = [_weight(invoice.items[at].net or _NONE, invoice.items[at].rate, prices) for at in places]
        for at, part in zip(places, split(amount, nets), strict=True):
            parts[at] = part
    return [from_minor(part, digits) for part in parts]


def _of_rates(invoice: Invoice, prices: str | None, digits: int) -> dict[Decimal | None, int]:
    """What each rate of tax is of the whole, in minor units, signed as the whole is."""
    sign = -1 if invoice.is_credit and (invoice.totals.excl_tax or _NONE) > 0 else 1
    found = dict[Decimal | None, int]()
    for share in invoice.shares:
        tax = share.tax or _NONE if prices == "incl_tax" else _NONE
        amount = sign * to_minor((share.base or _NONE) + tax, digits)
        found[share.rate] = found.get(share.rate, 0) + amount
    return found


def _weight(net: Decimal, rate: Decimal | None, prices: str | None) -> Fraction:
    return Fraction(net) * (1 + Fraction(rate or 0) / 100) if prices == "incl_tax" else Fraction(net)


def in_currency_of(plan: Plan, line: Line, invoice: Invoice, amount: Decimal) -> Decimal:
    """An amount of the invoice in the plan's currency.

    Raises:
        ForeignError: nobody knows at which rate.
    """
    if plan.plan.currency in (None, invoice.currency):
        return amount
    if line.currency != invoice.currency or line.exchange_rate is None:
        raise ForeignError
    return rounded(Fraction(amount) * Fraction(line.exchange_rate), plan.plan.currency)


def posted(plan: Plan, invoice: Invoice, entry: Entry, file: str, words: Words) -> Plan:
    """The plan with an invoice on a line."""
    line = plan.budget[entry.line]
    spent = (line.spent or _NONE) + entry.amount
    committed = max(line.committed or _NONE, spent)
    values: Mapping[str, object] = {
        "spent": spent,
        "committed": committed if committed or line.committed is not None else None,
        "status": _status(line, invoice),
        "provenance": provenance(plan, line, invoice, entry.amount, file, words),
    }
    return received(plan, tuple(Arrival(f"budget.{entry.line}.{name}", value, file) for name, value in values.items()))


def _status(line: Line, invoice: Invoice) -> str:
    """Paid when the invoice is, or when the line was and nothing else is on it; else invoiced."""
    if invoice.is_credit and line.status in ("invoiced", "paid"):
        return line.status
    is_settled = line.status == "paid" and line.spent is None
    return "paid" if is_settled or (invoice.is_paid and line.status != "invoiced") else "invoiced"


def with_new_line(plan: Plan, invoice: Invoice, label: str, amount: Decimal) -> tuple[Plan, str]:
    """The plan with a line for what nobody planned, and the line's id; the amount as the plan's prices say."""
    values: dict[str, Any] = {"label": visible(label), "supplier": visible(invoice.seller.name), "amount": amount}
    rates = {share.rate for share in invoice.shares if share.rate is not None}
    if len(rates) == 1 and (rate := rates.pop()) != (plan.plan.tax_rate or _NONE):
        values["tax_rate"] = rate
    plan, id_ = add(plan, "budget")
    return received(
        plan, tuple(Arrival(f"budget.{id_}.{name}", value, invoice.number) for name, value in values.items())
    ), id_


def passed(plan: Plan, id_: str) -> tuple[Decimal, Decimal] | None:
    """What was spent on a line and what it amounts to, where the first is more."""
    line = plan.budget[id_]
    planned = line_money(plan, id_).priced(prices_of(plan, line))
    return (line.spent, planned) if line.spent is not None and line.spent > planned else None

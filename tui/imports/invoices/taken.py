"""Which invoices the plan has taken already: each line says so in its provenance, for people and for this module."""

import re
from decimal import Decimal

from model.budget import Line
from model.plain import frozen
from model.plan import Plan
from tui.imports.invoices.invoice import Invoice
from tui.text import visible
from tui.words import Words

_PIECE = re.compile(r'"(?P<number>[^"]+)" \((?P<seller>[^()]+)\): (?P<amount>-?\d+(?:\.\d+)?) ')


@frozen
class Taken:
    """An invoice that stands on a line: the line's id, what it brought to what was spent."""

    line: str
    amount: Decimal


Mark = tuple[str, str]
"""By what an invoice is told from all others: its number, and what tells its seller."""
Book = dict[Mark, list[Taken]]
"""What is taken of an invoice, by its number and its seller's key."""


def taken(plan: Plan) -> Book:
    """All of it, read from the provenance of the lines."""
    found: Book = {}
    for id_, line in plan.budget.items():
        for piece in _PIECE.finditer(line.provenance or ""):
            place = found.setdefault((piece["number"], piece["seller"]), [])
            place.append(Taken(id_, Decimal(piece["amount"])))
    return found


def mark(number: str, seller: str) -> Mark:
    """Number and seller as the provenance writes them: nothing in them ends its quotes or brackets."""
    return visible(number).replace('"', "'"), visible(seller).replace("(", "[").replace(")", "]")


def mark_of(invoice: Invoice) -> Mark:
    """The mark of an invoice: a seller gives a number once."""
    return mark(invoice.number, invoice.seller.key)


def provenance(plan: Plan, line: Line, invoice: Invoice, amount: Decimal, file: str, words: Words) -> str:
    """The line's provenance with this invoice after what stands there."""
    number, seller = mark_of(invoice)
    side = words(f"choices.budget.prices.{line.prices or plan.plan.prices or 'excl_tax'}")
    said = words(
        "invoices.provenance.credit" if invoice.is_credit else "invoices.provenance.invoice",
        figure=f'"{number}" ({seller}): {amount:f} {plan.plan.currency or invoice.currency}',
        side=side,
        day=invoice.day.isoformat(),
        seller=visible(invoice.seller.name),
        file=visible(file),
    )
    return f"{line.provenance}; {said}" if line.provenance else said

"""Whether an invoice adds up, to the cent: the sums of EN 16931 (BR-CO-10 to 17, BR-S-08) worked out anew."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from model.money import rounded
from model.plain import frozen
from tui.imports.invoices.invoice import Invoice, Item, Part

_NONE = Decimal(0)


@frozen
class Disagreement:
    """A figure that is not what it is made of: its `code`, what is written, what it should be.

    `of` is the line of the invoice, or the rate of tax, that it is about.
    """

    code: str
    stated: Decimal
    computed: Decimal
    of: str = ""


def disagreements(invoice: Invoice) -> tuple[Disagreement, ...]:
    """Every sum that does not agree, in the order of the invoice; what is not written is not compared."""
    found = (*_items(invoice), *_shares(invoice), *_bases(invoice), *_totals(invoice))
    return tuple(one for one in found if one.stated != one.computed)


def _items(invoice: Invoice) -> Iterator[Disagreement]:
    """Quantity by price, less allowances, is the line."""
    for item in invoice.items:
        if item.net is not None and item.quantity is not None and item.price is not None:
            gross = Fraction(item.quantity) * Fraction(item.price) / Fraction(item.per or 1)
            net = rounded(gross, invoice.currency) + _sum(item.parts)
            yield Disagreement("line", item.net, net, item.id)


def _sum(parts: Iterable[Part]) -> Decimal:
    return sum((part.amount if part.is_charge else -part.amount for part in parts), _NONE)


def _shares(invoice: Invoice) -> Iterator[Disagreement]:
    """A rate of its base is its tax."""
    for share in invoice.shares:
        if share.base is not None and share.tax is not None and share.rate is not None:
            tax = rounded(Fraction(share.base) * Fraction(share.rate) / 100, invoice.currency)
            yield Disagreement("share", share.tax, tax, _plain(share.rate))


def _plain(rate: Decimal) -> str:
    return f"{rate.normalize():f}"


def _bases(invoice: Invoice) -> Iterator[Disagreement]:
    """The lines of a rate, less its allowances, are its base."""
    rates = [one.rate for one in invoice.items] + [one.rate for one in invoice.parts]
    if not invoice.items or None in rates or any(share.rate is None for share in invoice.shares):
        return
    for rate in dict.fromkeys(share.rate for share in invoice.shares):
        stated = sum((share.base or _NONE for share in invoice.shares if share.rate == rate), _NONE)
        lines = sum((item.net or _NONE for item in invoice.items if item.rate == rate), _NONE)
        parts = _sum(part for part in invoice.parts if part.rate == rate)
        yield Disagreement("base", stated, lines + parts, _plain(rate or _NONE))


def _totals(invoice: Invoice) -> Iterator[Disagreement]:
    sums = invoice.totals
    if invoice.items and sums.lines is not None:
        yield Disagreement("lines", sums.lines, _nets(invoice.items))
    for code, stated, is_charge in (("allowances", sums.allowances, False), ("charges", sums.charges, True)):
        parts = [part.amount for part in invoice.parts if part.is_charge == is_charge]
        if parts or (stated is not None and invoice.items):
            yield Disagreement(code, stated or _NONE, sum(parts, _NONE))
    if sums.lines is not None and sums.excl_tax is not None:
        excl = sums.lines - (sums.allowances or _NONE) + (sums.charges or _NONE)
        yield Disagreement("excl_tax", sums.excl_tax, excl)
    yield from _sides(invoice)


def _nets(items: Iterable[Item]) -> Decimal:
    return sum((item.net or _NONE for item in items), _NONE)


def _sides(invoice: Invoice) -> Iterator[Disagreement]:
    """Without tax, tax, with tax, what is due."""
    sums = invoice.totals
    if invoice.shares and all(share.base is not None for share in invoice.shares) and sums.excl_tax is not None:
        yield Disagreement("bases", sums.excl_tax, sum((share.base or _NONE for share in invoice.shares), _NONE))
    if invoice.shares and sums.tax is not None:
        yield Disagreement("tax", sums.tax, sum((share.tax or _NONE for share in invoice.shares), _NONE))
    if sums.excl_tax is not None and sums.incl_tax is not None:
        yield Disagreement("incl_tax", sums.incl_tax, sums.excl_tax + (sums.tax or _NONE))
    if sums.incl_tax is not None and sums.due is not None:
        due = sums.incl_tax - (sums.prepaid or _NONE) + (sums.rounding or _NONE)
        yield Disagreement("due", sums.due, due)

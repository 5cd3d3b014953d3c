"""Invoices in words: who sends what, its figures, what does not agree in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from model.money import minor_digits
from model.plain import frozen
from model.values import canonical
from tui.formats.dates import format_date
from tui.formats.numbers import format_money, format_number
from tui.formats.values import Reader
from tui.imports.invoices.arithmetic import Disagreement
from tui.imports.invoices.invoice import Invoice, Item
from tui.imports.outcome import Note
from tui.imports.source import Preview
from tui.text import visible
from tui.words import Words

_MOST_ROWS = 12


@frozen
class Teller:
    """Whoever reads."""

    reader: Reader

    @property
    def words(self) -> Words:
        """Their words."""
        return self.reader.words

    def amount(self, number: Decimal, currency: str) -> str:
        """An amount with its currency."""
        places = max(minor_digits(currency), -int(number.as_tuple().exponent))
        return format_money(number, visible(currency), self.reader.numbers, min(places, 6))

    def money(self, number: Decimal | None, invoice: Invoice) -> str:
        """An amount of an invoice; a dash for none."""
        return "–" if number is None else self.amount(number, invoice.currency)

    def whole(self, invoice: Invoice) -> str:
        """What it asks for, with tax where that is known."""
        sums = invoice.totals
        return self.money(sums.excl_tax if sums.incl_tax is None else sums.incl_tax, invoice)

    def head(self, invoice: Invoice) -> str:
        """`F2027-012 Imprimerie Durand`."""
        return visible(f"{invoice.number} {invoice.seller.name}".strip())

    def rate(self, rate: Decimal | None) -> str:
        """A rate of tax."""
        if rate is None:
            return "–"
        text = format_number(canonical(rate), self.reader.numbers)
        return text + ("\u202f%" if self.words.language == "fr" else "%")

    def day(self, invoice: Invoice) -> str:
        """Its day."""
        return format_date(invoice.day, self.words.language)

    def facts(self, invoice: Invoice) -> Iterator[Note]:
        """Number, seller, days; the sums; the rates; what is paid already."""
        kind = "credit" if invoice.is_credit else "deposit" if invoice.is_deposit else "invoice"
        head = {
            "form": visible(f"{invoice.syntax} {invoice.profile}".strip()),
            "number": visible(invoice.number),
            "seller": visible(invoice.seller.name),
            "id": visible(invoice.seller.siren or invoice.seller.vat or invoice.seller.legal or "–"),
            "day": self.day(invoice),
        }
        yield Note(f"invoices.fact.{kind}", head)
        if invoice.due:
            yield Note("invoices.fact.due", {"day": format_date(invoice.due, self.words.language)})
        sums = invoice.totals
        names = {"excl": sums.excl_tax, "tax": sums.tax, "incl": sums.incl_tax}
        yield Note("invoices.fact.sums", {name: self.money(number, invoice) for name, number in names.items()})
        if len(invoice.shares) > 1:
            yield Note("invoices.fact.rates", {"rates": self.words("invoices.and").join(self._shares(invoice))})
        if sums.prepaid:
            told = {"prepaid": self.money(sums.prepaid, invoice), "due": self.money(sums.due, invoice)}
            yield Note("invoices.fact.prepaid", told)

    def _shares(self, invoice: Invoice) -> Iterator[str]:
        for share in invoice.shares:
            base, tax = self.money(share.base, invoice), self.money(share.tax, invoice)
            yield self.words("invoices.rate", rate=self.rate(share.rate), base=base, tax=tax)

    def disagreement(self, invoice: Invoice, found: Disagreement) -> Note:
        """A sum that is not what it is made of."""
        told = {"number": visible(invoice.number), "of": visible(found.of)}
        told |= {"stated": self.money(found.stated, invoice), "computed": self.money(found.computed, invoice)}
        return Note(f"invoices.sum.{found.code}", told, is_trouble=True)

    # --- rows -----------------------------------------------------------------------------------------------------

    def items(self, invoice: Invoice) -> Preview:
        """The first lines of an invoice."""
        head = tuple(self.words(f"invoices.head.{name}") for name in ("item", "quantity", "price", "rate", "net"))
        rows = tuple(self._item(item, invoice) for item in invoice.items[:_MOST_ROWS])
        return Preview(head, rows, self.words("invoices.rows.items"))

    def _item(self, item: Item, invoice: Invoice) -> tuple[str, ...]:
        quantity = "" if item.quantity is None else format_number(canonical(item.quantity), self.reader.numbers)
        price = "" if item.price is None else self.money(item.price, invoice)
        return visible(item.name), quantity, price, self.rate(item.rate), self.money(item.net, invoice)

    def invoices(self, invoices: Sequence[Invoice]) -> Preview:
        """The first of several invoices."""
        names = ("number", "seller", "day", "excl_tax", "incl_tax")
        head = tuple(self.words(f"invoices.head.{name}") for name in names)
        rows = (
            (
                visible(one.number),
                visible(one.seller.name),
                self.day(one),
                self.money(one.totals.excl_tax, one),
                self.money(one.totals.incl_tax, one),
            )
            for one in invoices[:_MOST_ROWS]
        )
        return Preview(head, tuple(rows), self.words("invoices.rows.invoices"))

    def alone(self, invoice: Invoice, item: Item) -> Invoice:
        """The invoice as if it had one line, for finding that line's place."""
        sums = replace(invoice.totals, excl_tax=item.net, incl_tax=None)
        return replace(invoice, items=(item,), totals=sums, references=(), preceding=())

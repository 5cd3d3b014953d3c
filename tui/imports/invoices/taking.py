"""Taking invoices one after the other: each on its line, what does not agree told, what is not taken kept apart."""

from collections.abc import Mapping
from decimal import Decimal

from tui.imports.invoices.arithmetic import disagreements
from tui.imports.invoices.invoice import Invoice
from tui.imports.invoices.posting import (
    Entry,
    ForeignError,
    figure,
    in_currency_of,
    of_items,
    passed,
    posted,
    prices_of,
    with_new_line,
)
from tui.imports.invoices.taken import Book, mark, mark_of, taken
from tui.imports.invoices.telling import Teller
from tui.imports.outcome import Kept, Note, Returned
from tui.text import visible
from tui.words import Words

NEW, BY_ITEM, LESS = "new", "items", "less"


class Taker:
    """Puts invoices into a plan; `chosen` has the answer to each question."""

    def __init__(self, result: Returned, teller: Teller, chosen: Mapping[str, str]) -> None:
        self.result, self.teller, self.chosen = result, teller, chosen

    @staticmethod
    def deposit(invoice: Invoice, book: Book) -> Decimal:
        """What the plan has taken of the deposits that an invoice deducts from what is due."""
        if invoice.is_credit or not invoice.totals.prepaid:
            return Decimal(0)
        before = (book.get(mark(number, invoice.seller.key), ()) for number in invoice.preceding)
        return sum((one.amount for found in before for one in found), Decimal(0))

    def take(self, invoice: Invoice, file: str, key: str) -> None:
        """One invoice, all of it or nothing."""
        before, book = self.result.plan, taken(self.result.plan)
        if already := book.get(mark_of(invoice)):
            lines = ", ".join(dict.fromkeys(one.line for one in already))
            self._keep(invoice, file, "already", lines=lines)
            return
        self.result.notes += self._doubts(invoice, book)
        try:
            entries = self._entries(invoice, file, key, book)
        except ForeignError:
            self.result.plan = before
            self._keep(invoice, file, "foreign", currency=invoice.currency, of=before.plan.currency or "")
            return
        words = self._words_of_plan()
        for entry in entries:
            self.result.plan = posted(self.result.plan, invoice, entry, file, words)
        for entry in entries:
            self.result.notes += self._passed(entry.line)

    def _keep(self, invoice: Invoice, file: str, why: str, path: str = "", **details: str) -> None:
        told = {"number": visible(invoice.number), "seller": visible(invoice.seller.name), **details}
        self.result.kept.append(Kept(path, file, self.teller.whole(invoice), Note(f"invoices.kept.{why}", told)))

    def _words_of_plan(self) -> Words:
        return Words(self.result.plan.plan.language or self.teller.words.language)

    # --- which lines ----------------------------------------------------------------------------------------------

    def _entries(self, invoice: Invoice, file: str, key: str, book: Book) -> list[Entry]:
        target = self.chosen.get(key, "")
        if target == BY_ITEM:
            return self._of_items(invoice, file, key)
        if not target:
            self._keep(invoice, file, "no_line")
            return []
        line = self._line(target, invoice, invoice.items[0].name if invoice.items else "")
        less = self.deposit(invoice, book) if self.chosen.get(f"{key}/{LESS}") == LESS else Decimal(0)
        return [Entry(line, self._amount(line, invoice) - less)]

    def _amount(self, line: str, invoice: Invoice) -> Decimal:
        plan = self.result.plan
        held = plan.budget[line]
        return in_currency_of(plan, held, invoice, figure(invoice, prices_of(plan, held)))

    def _line(self, target: str, invoice: Invoice, label: str, amount: Decimal | None = None) -> str:
        """The line of an answer, made where it is a new one."""
        if target != NEW:
            return target
        plan = self.result.plan
        if plan.plan.currency not in (None, invoice.currency):
            raise ForeignError
        given = figure(invoice, plan.plan.prices) if amount is None else amount
        self.result.plan, id_ = with_new_line(plan, invoice, label or invoice.seller.name, given)
        return id_

    def _of_items(self, invoice: Invoice, file: str, key: str) -> list[Entry]:
        """The invoice's lines, those for one budget line together."""
        sums = dict[str, Decimal]()
        for at, item in enumerate(invoice.items):
            target, plan = self.chosen.get(f"{key}/{at + 1}", ""), self.result.plan
            if not target:
                self._keep(invoice, file, "item", item=f"{at + 1} {visible(item.name)}".strip())
                continue
            line = self._line(target, invoice, item.name, of_items(invoice, plan.plan.prices)[at])
            held = self.result.plan.budget[line]
            amount = of_items(invoice, prices_of(self.result.plan, held))[at]
            sums[line] = sums.get(line, Decimal(0)) + in_currency_of(self.result.plan, held, invoice, amount)
        return [Entry(line, amount) for line, amount in sums.items()]

    # --- what is told ---------------------------------------------------------------------------------------------

    def _doubts(self, invoice: Invoice, book: Book) -> list[Note]:
        found = [self.teller.disagreement(invoice, one) for one in disagreements(invoice)]
        if invoice.is_credit and (invoice.totals.incl_tax or invoice.totals.excl_tax or 0) < 0:
            found.append(Note("invoices.negative_credit", {"number": visible(invoice.number)}))
        if invoice.totals.prepaid and not invoice.is_paid and not self.deposit(invoice, book):
            prepaid = self.teller.money(invoice.totals.prepaid, invoice)
            found.append(Note("invoices.whole", {"number": visible(invoice.number), "prepaid": prepaid}))
        return found

    def _passed(self, id_: str) -> list[Note]:
        sums = passed(self.result.plan, id_)
        if sums is None:
            return []
        line = self.result.plan.budget[id_]
        spent, planned = (self.teller.amount(one, self.result.plan.plan.currency or "") for one in sums)
        named = visible(f"{id_} {line.label or ''}".strip())
        return [Note("invoices.passed", {"line": named, "spent": spent, "planned": planned})]

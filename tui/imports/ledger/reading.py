"""Reads a ledger line by line, keeping no line: sums, and the entries that are still open."""

from operator import itemgetter
from pathlib import Path
from typing import NoReturn

from tui.imports.ledger.books import LedgerBook, is_book, open_book
from tui.imports.ledger.entries import Charge, Group, Party
from tui.imports.ledger.figures import Amounts, Days, side_of
from tui.imports.ledger.filenames import named
from tui.imports.ledger.names import Names
from tui.imports.ledger.rows import LedgerFile, open_ledger
from tui.imports.ledger.spending import Amount, Balance, Key, Ledger
from tui.imports.refusing import ImportRefusedError

_CLASSES = "146"
"""Capital, third parties, charges: the accounts that say something here."""


def read_ledger(file: Path) -> Ledger:
    """What a ledger says was spent.

    Raises:
        ImportRefusedError: a line, a column, a value that cannot be read, with what was expected.
    """
    opened = open_book(file) if is_book(file) else open_ledger(file)
    reader = _Reader(opened)
    for number, fields in opened.rows():
        try:
            reader.take(number, fields)
        except ValueError:
            if any(map(str.strip, fields)):
                _refuse(opened, number, fields)
    return reader.finished()


def _refuse(opened: LedgerFile | LedgerBook, number: int, fields: list[str]) -> NoReturn:
    """Which of a line's values it was that could not be read."""
    places, amounts = opened.header.places, Amounts().__getitem__
    readers = {
        "EcritureDate": Days().__getitem__,
        **dict.fromkeys(("Debit", "Credit", "Montant"), amounts),
        "Sens": side_of,
    }
    for name, read in readers.items():
        text = fields[places[name]] if name in places else ""
        try:
            _ = name in places and read(text)
        except ValueError:
            break
    what = {"EcritureDate": "date", "Sens": "side"}.get(name, "amount")
    raise ImportRefusedError(
        f"ledger.no_{what}", file=str(opened.file), line=str(number), column=name, value=text.strip()[:60]
    )


class _Reader:
    """Takes lines in any order: an entry stays open until its lines balance."""

    def __init__(self, opened: LedgerFile | LedgerBook) -> None:
        name = named(opened.file.name)
        self.ledger = Ledger(opened.encoding, opened.header.separator, name.siren, name.closing, mended=opened.mended)
        self.pick, self.is_signed = itemgetter(*opened.header.read), opened.header.is_signed
        self.amounts, self.days, self.names = Amounts(), Days(), Names()
        self.open: dict[tuple[str, str], Group] = {}
        self.entries: set[tuple[str, str]] = set()

    def take(self, number: int, fields: list[str]) -> None:
        """One line.

        Raises:
            ValueError: a date or an amount that is none.
        """
        journal, entry, day, account, label, aux, aux_name, piece, text, left, right = self.pick(fields)
        on, amount = self.days[day], self._amount(left, right)
        self.ledger.days[on] = self.ledger.days.get(on, 0) + 1
        key = (journal, entry.strip() or f"{day} {piece}")
        group = self.open.get(key)
        if group is None:
            group = self.open[key] = Group(number)
            self.entries.add(key)
        group.balance += amount
        account = account.strip()
        if account[:1] in _CLASSES:
            supplier = self.names.key(aux, aux_name)
            if account[:1] == "6":
                self.ledger.labels.setdefault(account, label.strip())
                group.charges.append(Charge(account, on, amount, supplier, piece, text))
            else:
                group.marked(journal, account, amount)
                if account.startswith("40") and (supplier := supplier or self.names.own(label)):
                    group.parties.append(Party(supplier, piece, text))
        if amount and not group.balance:
            self._close(self.open.pop(key))

    def _amount(self, left: str, right: str) -> int:
        """Debit less credit."""
        if self.is_signed:
            amount = self.amounts[left] * side_of(right)
            debit, credit = max(amount, 0), max(-amount, 0)
        else:
            debit, credit = self.amounts[left], self.amounts[right]
        self.ledger.debit += debit
        self.ledger.credit += credit
        return debit - credit

    def _close(self, group: Group) -> None:
        """The charges of lines that balance, each with its supplier."""
        spent = self.ledger.spent
        if group.charges:
            self.ledger.vat += group.vat
        for charge in group.charges:
            key = Key(charge.account, group.supplier_of(charge), charge.day.isoformat()[:7], group.kind)
            found = spent.get(key) or spent.setdefault(key, Amount())
            found.sum += charge.amount
            found.lines += 1

    def finished(self) -> Ledger:
        """The ledger, once the last line is taken; entries that are still open do not balance."""
        for (journal, number), group in self.open.items():
            if group.balance:
                self.ledger.unbalanced.append(Balance(journal, number, group.line, group.balance))
            self._close(group)
        self.ledger.entries = len(self.entries)
        self.ledger.spent = self.names.spelled(self.ledger.spent)
        return self.ledger

"""Entries of a ledger: lines that balance belong together, and a charge's supplier stands on another line than it."""

from dataclasses import field
from datetime import date

from model.plain import slotted

USUAL, ACCRUAL, CLOSING, OPENING = "", "accrual", "closing", "opening"
"""What kind of entry a charge stands in: an invoice or payment; one that puts it off or draws it forward; the closing
of the accounts; the opening of the next."""
_ACCRUALS = ("408", "486", "4686")
_OPENINGS = frozenset({"AN", "ANO", "ANV", "AAN", "RAN", "OUV", "NOUV", "ANC", "A-NOUVEAUX"})


@slotted
class Charge:
    """A line on an account of charges, in millionths: what is debited less what is credited."""

    account: str
    day: date
    amount: int
    supplier: str
    piece: str
    text: str


@slotted
class Party:
    """A supplier on a line of an entry, with the document and the text by which its charges are found."""

    name: str
    piece: str
    text: str


@slotted
class Group:
    """Lines of one entry until they balance; `line` is the first of them in the file."""

    line: int
    balance: int = 0
    charges: list[Charge] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    vat: int = 0
    kind: str = USUAL

    def marked(self, journal: str, account: str, amount: int) -> None:
        """What a line that is no charge says about the entry."""
        if account.startswith("4456"):
            self.vat += amount
        elif account.startswith("12"):
            self.kind = CLOSING
        elif self.kind == USUAL and account.startswith(_ACCRUALS):
            self.kind = ACCRUAL
        elif self.kind == USUAL and journal.strip().upper() in _OPENINGS:
            self.kind = OPENING

    def supplier_of(self, charge: Charge) -> str:
        """The charge's own supplier, else the only one of the entry, else the one of the same document or text."""
        if charge.supplier or not self.parties:
            return charge.supplier
        names = {party.name for party in self.parties}
        for trait in ("piece", "text"):
            if len(names) == 1:
                break
            wanted = getattr(charge, trait)
            names = {party.name for party in self.parties if wanted and getattr(party, trait) == wanted} or names
        return next(iter(names)) if len(names) == 1 else ""

"""An invoice as both syntaxes tell it (EN 16931): who, when, what, and the figures as its seller wrote them."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from model.plain import frozen
from tui.text import folded

CREDIT_NOTES = ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532")
DEPOSITS = ("386", "500")


class InvoiceRefusedError(Exception):
    """Something that no invoice can do without is missing or unreadable: the element, its line, what it says."""

    def __init__(self, code: str, element: str, line: int = 0, value: str = "") -> None:
        super().__init__(code)
        self.code, self.element, self.line, self.value = code, element, line, value


@frozen
class Party:
    """A seller or a buyer; `legal` is a SIREN, a SIRET or what another country has."""

    name: str
    vat: str = ""
    legal: str = ""

    @property
    def siren(self) -> str:
        """Nine digits of a French company: its own, else those in its VAT number; empty elsewhere."""
        digits = re.sub(r"\s", "", self.legal)
        if re.fullmatch(r"\d{9}|\d{14}", digits) and not (self.vat and not self.vat.upper().startswith("FR")):
            return digits[:9]
        bare = re.sub(r"[\s.]", "", self.vat).upper()
        return bare[4:] if re.fullmatch(r"FR[0-9A-Z]{2}\d{9}", bare) else ""

    @property
    def key(self) -> str:
        """What tells this party from all others: its SIREN, its VAT number, another number, its name."""
        return self.siren or re.sub(r"[\s.]", "", self.vat).upper() or "".join(self.legal.split()) or plain(self.name)


@frozen
class Share:
    """What one rate of tax makes of the whole; the rate in percent."""

    rate: Decimal | None
    base: Decimal | None
    tax: Decimal | None
    category: str = ""


@frozen
class Part:
    """An allowance (taken off) or a charge (added), of the whole invoice or of one line."""

    amount: Decimal
    is_charge: bool
    rate: Decimal | None = None
    reason: str = ""


@frozen
class Item:
    """A line of the invoice; `net` is without tax, `price` is for `per` units."""

    id: str
    name: str
    net: Decimal | None
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    per: Decimal | None = None
    rate: Decimal | None = None
    parts: tuple[Part, ...] = ()


@frozen
class Totals:
    """The sums that the seller wrote; None for those that are not there."""

    lines: Decimal | None = None
    allowances: Decimal | None = None
    charges: Decimal | None = None
    excl_tax: Decimal | None = None
    tax: Decimal | None = None
    incl_tax: Decimal | None = None
    prepaid: Decimal | None = None
    rounding: Decimal | None = None
    due: Decimal | None = None


@frozen
class Invoice:
    """An invoice or a credit note, its figures signed as they are written."""

    syntax: str
    profile: str
    number: str
    kind: str
    day: date
    due: date | None
    currency: str
    seller: Party
    buyer: Party
    totals: Totals
    references: tuple[str, ...] = ()
    preceding: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    shares: tuple[Share, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def is_credit(self) -> bool:
        """Whether it gives money back."""
        return self.kind in CREDIT_NOTES

    @property
    def is_deposit(self) -> bool:
        """Whether it asks for a part ahead of the invoice proper."""
        return self.kind in DEPOSITS

    @property
    def is_paid(self) -> bool:
        """Whether nothing is due any more of what was asked."""
        return bool(self.totals.due == 0 and self.totals.prepaid)


_LEGAL_FORMS = {
    "sa", "sas", "sasu", "sarl", "eurl", "sci", "scop", "snc", "scic", "selarl", "ei", "eirl", "auto", "entrepreneur",
    "association", "gmbh", "ag", "kg", "ug", "ltd", "limited", "llc", "inc", "corp", "plc", "bv", "nv", "srl", "spa",
    "sl", "oy", "ab", "as", "aps", "societe", "ste", "company", "co", "cie",
}  # fmt: skip


@lru_cache(4096)
def plain(name: str) -> str:
    """A company's name without accents, signs and legal form: `Imprimerie Durand SAS` is `imprimerie durand`."""
    words = re.findall(r"[a-z0-9]+", folded(name).replace(".", ""))
    kept = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(kept or words)

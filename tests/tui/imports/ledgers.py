"""Ledgers as accounting programs write them: the same invoices in the separators, encodings and habits of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zlib import crc32

COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise",
)  # fmt: skip
LABELS = {
    "6231": "Annonces et insertions",
    "6233": "Foires et expositions",
    "6226": "Honoraires",
    "6064": "Fournitures administratives",
    "6236": "Catalogues & imprimés « été »",
}


@dataclass(frozen=True)
class Invoice:
    """An invoice, or a credit note where it is negative: without tax and tax in cents."""

    account: str
    supplier: str
    day: date
    amount: int
    tax: int


@dataclass(frozen=True)
class Dialect:
    """How a program writes: `own_accounts` for suppliers with accounts of their own instead of an auxiliary."""

    separator: str = "\t"
    encoding: str = "iso8859-15"
    end: str = "\r\n"
    point: str = ","
    zero: str = "0,00"
    is_quoted: bool = False
    is_signed: bool = False
    own_accounts: bool = False
    partner_everywhere: bool = False
    by_account: bool = False
    digits: int = 8
    columns: tuple[str, ...] = COLUMNS


SAGE = Dialect()
CEGID = Dialect(separator="|", encoding="cp1252", zero="", digits=10)
EBP = Dialect(separator="|", encoding="utf-8-sig", digits=6, by_account=True)
ODOO = Dialect(separator="|", encoding="utf-8", end="\n", zero="0,00", partner_everywhere=True, digits=6)
QUADRA = Dialect(encoding="cp850", own_accounts=True, zero="", digits=8)
CIEL = Dialect(encoding="mac-roman", end="\r", point=".", zero="0.00")
EXCEL = Dialect(separator=";", encoding="cp1252", is_quoted=True)
AS400 = Dialect(separator=";", is_signed=True, columns=tuple(reversed(COLUMNS)))
DIALECTS = {
    "sage": SAGE, "cegid": CEGID, "ebp": EBP, "odoo": ODOO, "quadra": QUADRA, "ciel": CIEL, "excel": EXCEL,
    "as400": AS400,
}  # fmt: skip


def rows(invoices: Iterable[Invoice], dialect: Dialect) -> list[dict[str, str]]:
    """The lines of the ledger, three for an invoice."""
    found: list[dict[str, str]] = []
    for number, invoice in enumerate(invoices, 1):
        found += _lines(number, invoice, dialect)
    return sorted(found, key=lambda row: row["CompteNum"]) if dialect.by_account else found


def _lines(number: int, invoice: Invoice, dialect: Dialect) -> Iterable[dict[str, str]]:
    third = {"CompAuxNum": f"F{crc32(invoice.supplier.encode()):010d}", "CompAuxLib": invoice.supplier}
    common = {
        "JournalCode": "AC", "JournalLib": "Achats", "EcritureNum": f"AC{number:05d}",
        "EcritureDate": f"{invoice.day:%Y%m%d}", "PieceRef": f"FA-{number}", "PieceDate": f"{invoice.day:%Y%m%d}",
        "EcritureLib": f"Facture n° {number} {invoice.supplier}", "ValidDate": f"{invoice.day:%Y%m%d}",
    }  # fmt: skip
    supplier = (
        {"CompteNum": f"401{invoice.supplier[:5].upper()}", "CompteLib": invoice.supplier}
        if dialect.own_accounts
        else {"CompteNum": _wide("401", dialect), "CompteLib": "Fournisseurs", **third}
    )
    partner = third if dialect.partner_everywhere else {}
    charge = {"CompteNum": _wide(invoice.account, dialect), "CompteLib": LABELS[invoice.account], **partner}
    tax = {"CompteNum": _wide("44566", dialect), "CompteLib": "TVA déductible", **partner}
    yield common | charge | money(invoice.amount, dialect)
    if invoice.tax:
        yield common | tax | money(invoice.tax, dialect)
    yield common | supplier | money(-invoice.amount - invoice.tax, dialect)


def _wide(account: str, dialect: Dialect) -> str:
    return account.ljust(dialect.digits, "0")


def money(cents: int, dialect: Dialect) -> dict[str, str]:
    """Debit and credit, or an amount and its side."""
    text = f"{abs(cents) // 100}{dialect.point}{abs(cents) % 100:02d}"
    if dialect.is_signed:
        return {"Montant": text, "Sens": "D" if cents >= 0 else "C"}
    return {"Debit": text, "Credit": dialect.zero} if cents >= 0 else {"Debit": dialect.zero, "Credit": text}


def text(found: Iterable[dict[str, str]], dialect: Dialect) -> str:
    """The whole file."""
    columns = [{"Debit": "Montant", "Credit": "Sens"}.get(name, name) if dialect.is_signed else name
               for name in dialect.columns]  # fmt: skip
    cell = (lambda value: '"' + value.replace('"', '""') + '"') if dialect.is_quoted else str
    lines = [columns, *([row.get(name, "") for name in columns] for row in found)]
    return "".join(dialect.separator.join(map(cell, line)) + dialect.end for line in lines)


def ledger(folder: Path, invoices: Iterable[Invoice], dialect: Dialect = SAGE, name: str = "") -> Path:
    """A ledger in a folder, by the name that the law gives it."""
    file = folder / (name or "123456789FEC20251231.txt")
    file.write_bytes(text(rows(invoices, dialect), dialect).encode(dialect.encoding))
    return file


SUPPLIERS = ("Régie Océane", "Google Ireland Ltd", "Comexposium SAS", "Agence Éclat & Cie", "Imprimerie Noël")
USUAL = (
    Invoice("6231", "Régie Océane", date(2025, 1, 15), 450000, 90000),
    Invoice("6231", "Google Ireland Ltd", date(2025, 3, 2), 123456, 0),
    Invoice("6231", "Google Ireland Ltd", date(2025, 4, 2), 130010, 0),
    Invoice("6233", "Comexposium SAS", date(2025, 6, 30), 1850000, 370000),
    Invoice("6226", "Agence Éclat & Cie", date(2025, 9, 1), 900000, 180000),
    Invoice("6064", "Bureau Vallée", date(2025, 10, 1), 31220, 6244),
    Invoice("6231", "Régie Océane", date(2025, 12, 1), -45000, -9000),
)
"""What a small company might have bought: a credit note, invoices without tax from abroad, one that is no marketing."""

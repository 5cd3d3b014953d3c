"""Ledgers as programs write them: every one read to the cent, what cannot be read named with its line and column."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sampling import some
from tests.tui.imports.ledgers import (
    CIEL,
    COLUMNS,
    DIALECTS,
    LABELS,
    ODOO,
    SAGE,
    SUPPLIERS,
    USUAL,
    Invoice,
    ledger,
    rows,
    text,
)
from tui.imports.ledger.figures import UNIT, amount_of, day_of
from tui.imports.ledger.filenames import named
from tui.imports.ledger.names import Names
from tui.imports.ledger.reading import read_ledger
from tui.imports.ledger.spending import Ledger
from tui.imports.recognition import recognised
from tui.imports.refusing import ImportRefusedError

ENCODINGS = {"sage": "iso8859-15", "cegid": "iso8859-15", "ebp": "utf-8-sig", "odoo": "utf-8", "quadra": "cp858",
             "ciel": "mac-roman", "excel": "iso8859-15", "as400": "iso8859-15"}  # fmt: skip
CENT = UNIT // 100

invoices = st.lists(
    st.builds(
        Invoice,
        st.sampled_from(sorted(LABELS)),
        st.sampled_from(SUPPLIERS),
        st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        st.integers(-(10**9), 10**9).filter(bool),
        st.integers(-(10**8), 10**8),
    ).filter(lambda invoice: invoice.amount + invoice.tax),
    min_size=1,
    max_size=25,
)


def spent(found: Ledger, digits: int) -> Counter[tuple[str, str, str]]:
    """Cents by account, supplier and month; what comes to nothing is left out."""
    sums = Counter[tuple[str, str, str]]()
    for key, amount in found.spent.items():
        assert amount.sum % CENT == 0
        sums[key.account[: min(digits, 4)], key.supplier, key.month] += amount.sum // CENT
    return Counter({key: value for key, value in sums.items() if value})


def expected(of: list[Invoice]) -> Counter[tuple[str, str, str]]:
    """The same from the invoices."""
    sums = Counter[tuple[str, str, str]]()
    for invoice in of:
        sums[invoice.account, invoice.supplier, invoice.day.strftime("%Y-%m")] += invoice.amount
    return Counter({key: value for key, value in sums.items() if value})


@given(invoices, st.sampled_from(sorted(DIALECTS)))
@settings(max_examples=some(100), deadline=None)
def test_every_cent_by_account_supplier_and_month(
    tmp_path_factory: pytest.TempPathFactory, of: list[Invoice], name: str
) -> None:
    dialect = DIALECTS[name]
    found = read_ledger(ledger(tmp_path_factory.mktemp("fec"), of, dialect))
    assert spent(found, dialect.digits) == expected(of)
    assert found.entries == len(of)
    assert found.lines == sum(3 if invoice.tax else 2 for invoice in of)
    assert found.debit == found.credit
    assert found.unbalanced == []
    assert found.vat == sum(invoice.tax for invoice in of) * CENT


@pytest.mark.parametrize("name", sorted(DIALECTS))
def test_each_programs_file_is_told_and_decoded(tmp_path: Path, name: str) -> None:
    file = ledger(tmp_path, USUAL, DIALECTS[name])
    found = read_ledger(file)
    assert recognised(file) == "ledger"
    assert found.encoding == ENCODINGS[name]
    assert {key.supplier for key in found.spent} == {invoice.supplier for invoice in USUAL}
    assert (found.siren, found.closing) == ("123456789", date(2025, 12, 31))


def test_quotes_of_windows(tmp_path: Path) -> None:
    """An apostrophe that only Windows has tells its encoding from ISO 8859-15; there, and there alone, œ is 0xBD."""
    of = [Invoice("6231", "L’Œuvre d’été", date(2025, 1, 1), 100, 20)]
    assert {key.supplier for key in read_ledger(ledger(tmp_path, of, DIALECTS["cegid"])).spent} == {"L’Œuvre d’été"}
    of = [Invoice("6231", "Sœur Lætitia", date(2025, 1, 1), 100, 20)]
    assert {key.supplier for key in read_ledger(ledger(tmp_path, of, SAGE)).spent} == {"Sœur Lætitia"}


def test_a_mark_of_utf8_before_a_file_that_is_none(tmp_path: Path) -> None:
    file = ledger(tmp_path, USUAL)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert spent(read_ledger(file), 8) == expected(list(USUAL))
    assert recognised(file) == "ledger"


AMOUNTS = [
    ("0,00", 0), ("", 0), ("1234,56", 123456), ("1234.56", 123456), ("-12,5", -1250), ("12,50-", -1250), ("+3", 300),
    ("1 234,56", 123456), ("1\u00a0234,56", 123456), ("1\u202f234,5", 123450), ("1.234,56", 123456),
    ("1,234.56", 123456),
    ("1.234.567,89", 123456789), ("1,5", 150), (",5", 50), ("5,", 500), ("12,3400000001", 1234), ("1234,560", 123456),
]  # fmt: skip


@pytest.mark.parametrize(("written", "cents"), AMOUNTS)
def test_amounts(written: str, cents: int) -> None:
    assert round(amount_of(written) / CENT) == cents


@pytest.mark.parametrize("written", ["x", "1,2,3", "--1", "1e3", "NaN", "12 €€x", "999999999999999999", "1-2", "."])
def test_what_is_no_amount(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        amount_of(written)


@pytest.mark.parametrize("written", ["20251231", "31/12/2025", "2025-12-31", " 31.12.2025 ", "2025-12-31T00:00:00"])
def test_days(written: str) -> None:
    assert day_of(written) == date(2025, 12, 31)


@pytest.mark.parametrize("written", ["", "20251301", "31122025", "12/31/2025", "2025", "x"])
def test_what_is_no_day(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day_of(written)


def lines_of(whole: str) -> list[str]:
    return whole.splitlines(keepends=True)


def _edited(change: Callable[[list[str]], list[str]]) -> bytes:
    return "".join(change(lines_of(text(rows(USUAL, SAGE), SAGE)))).encode("iso8859-15")


MENDED: dict[str, Callable[[list[str]], list[str]]] = {
    "empty lines": lambda lines: ["\r\n", lines[0], "\r\n", *lines[1:], "\t" * 17 + "\r\n", "\x1a"],
    "a title above": lambda lines: ["Fichier des écritures comptables\r\n", "\r\n", *lines],
    "trailing separators": lambda lines: [line.replace("\r\n", "\t\t\r\n") for line in lines],
    "trailing cells left out": lambda lines: [lines[0], *(line.rstrip("\t\r\n") + "\r\n" for line in lines[1:])],
    "a text on two lines": lambda lines: [line.replace("Facture n°", "Facture\r\nn°") for line in lines],
    "the separator in a text": lambda lines: [line.replace("Facture n°", "Facture\tn°") for line in lines],
    "quotes in a text": lambda lines: [line.replace("Facture n°", 'Écran 24" "n°"') for line in lines],
    "a quote that never closes": lambda lines: [line.replace("Facture n°", '"Facture n°') for line in lines],
    "other spellings": lambda lines: [lines[0].upper().replace("LIB", "_Libellé "), *lines[1:]],
    "padded accounts": lambda lines: [line.replace("62310000", "62310000  ") for line in lines],
    "more columns": lambda lines: [line.replace("\r\n", "\tX\r\n") for line in lines],
    "trailing cells left out to the end": lambda lines: [
        lines[0],
        *(line.rstrip("\t\r\n") + "\r\n" for line in lines[1:-1]),
        lines[-1].rstrip("\t\r\n"),
    ],
    "no end of line": lambda lines: [*lines[:-1], lines[-1].rstrip("\r\n")],
}


@pytest.mark.parametrize("what", sorted(MENDED))
def test_mended(tmp_path: Path, what: str) -> None:
    """What programs do to their files changes nothing of what they say."""
    file = tmp_path / "export.txt"
    file.write_bytes(_edited(MENDED[what]))
    assert recognised(file) == "ledger"
    assert spent(read_ledger(file), 8) == expected(list(USUAL))


REFUSED: dict[str, tuple[Callable[[list[str]], list[str]], str, dict[str, str]]] = {
    "no header": (lambda lines: lines[1:], "ledger.header", {"line": "1", "expected": "JournalCode"}),
    "a column misnamed": (
        lambda lines: [lines[0].replace("CompteNum", "CompteNuméroX"), *lines[1:]],
        "ledger.header",
        {"line": "1", "column": "5", "value": "CompteNuméroX", "expected": "CompteNum"},
    ),
    "a column twice": (
        lambda lines: [lines[0].replace("Idevise", "Debit"), *lines[1:]],
        "ledger.header",
        {"column": "18", "expected": "Debit"},
    ),
    "an amount": (
        lambda lines: [*lines[:3], lines[3].replace("5400,00", "cinq"), *lines[4:]],
        "ledger.no_amount",
        {"line": "4", "column": "Credit", "value": "cinq"},
    ),
    "a date": (
        lambda lines: [*lines[:2], lines[2].replace("20250115", "20251301"), *lines[3:]],
        "ledger.no_date",
        {"line": "3", "column": "EcritureDate", "value": "20251301"},
    ),
    "cut off": (
        lambda lines: [*lines[:-1], lines[-1][:-40]],
        "ledger.cut",
        {"line": "20", "expected": "18"},
    ),
    "too many fields": (
        lambda lines: [lines[0].replace("EcritureLib", "Texte"), lines[1].replace("\r\n", "\tX\tY\r\n"), *lines[2:]],
        "ledger.fields",
        {"line": "2", "found": "20", "expected": "18"},
    ),
    "a line cut in the middle": (
        lambda lines: [*lines[:4], lines[4][:80] + "\r\n", *lines[5:]],
        "ledger.fields",
        {"line": "5", "expected": "18"},
    ),
    "one endless line": (lambda lines: [lines[0], "x" * 3_000_000], "ledger.unreadable", {}),
    "nothing": (lambda _: [], "ledger.empty", {}),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(REFUSED))
def test_refused_with_its_place(tmp_path: Path, what: str) -> None:
    change, key, details = REFUSED[what]
    file = tmp_path / "123456789FEC20251231.txt"
    file.write_bytes(_edited(change))
    with pytest.raises(ImportRefusedError) as refused:
        read_ledger(file)
    assert refused.value.key == key
    assert refused.value.details.items() >= details.items()


def test_a_side_that_is_none(tmp_path: Path) -> None:
    file = ledger(tmp_path, USUAL, DIALECTS["as400"])
    file.write_bytes(file.read_bytes().replace(b";D;", b";Z;", 1))
    with pytest.raises(ImportRefusedError) as refused:
        read_ledger(file)
    assert refused.value.details.items() >= {"line": "2", "column": "Sens", "value": "Z"}.items()


def entry(number: str, *lines: str, journal: str = "OD") -> list[str]:
    """Lines of one entry, each `account day amount supplier` or without the supplier."""
    found = []
    for line in lines:
        account, day, amount, *supplier = line.split(" ", 3)
        name = supplier[0] if supplier else ""
        debit, credit = (amount, "") if not amount.startswith("-") else ("", amount[1:])
        row = {"JournalCode": journal, "EcritureNum": number, "EcritureDate": day, "CompteNum": account,
               "CompteLib": account, "CompAuxLib": name, "Debit": debit, "Credit": credit}  # fmt: skip
        found.append("\t".join(row.get(column, "") for column in COLUMNS) + "\n")
    return found


def of_entries(folder: Path, *entries: list[str]) -> Ledger:
    file = folder / "123456789FEC20251231.txt"
    file.write_text("\t".join(COLUMNS) + "\n" + "".join(line for lines in entries for line in lines), encoding="utf-8")
    return read_ledger(file)


def sums(found: Ledger, kind: str = "") -> dict[str, int]:
    return {key.supplier: amount.sum // UNIT for key, amount in found.spent.items() if key.kind == kind}


def test_invoices_under_one_number_keep_their_suppliers(tmp_path: Path) -> None:
    """Some programs number a month, not an entry: lines belong together until they balance."""
    batch = entry(
        "1", "623100 20250131 100", "401000 20250131 -100 Alpha", "623100 20250131 30", "401000 20250131 -30 Beta"
    )
    assert sums(of_entries(tmp_path, batch)) == {"Alpha": 100, "Beta": 30}


def test_no_supplier_is_guessed(tmp_path: Path) -> None:
    """Two suppliers in lines that balance together: nobody can say whose the charge is."""
    mixed = entry("1", "623100 20250131 130", "401000 20250131 -100 Alpha", "401000 20250131 -30 Beta")
    bank = entry("2", "623100 20250131 7", "512000 20250131 -7")
    assert sums(of_entries(tmp_path, mixed, bank)) == {"": 137}


def test_closing_opening_and_accruals_are_apart(tmp_path: Path) -> None:
    found = of_entries(
        tmp_path,
        entry("1", "623100 20250131 100", "401000 20250131 -100 Alpha"),
        entry("2", "623100 20251231 40", "408100 20251231 -40 Beta"),
        entry("3", "623100 20251231 -140", "120000 20251231 140"),
        entry("4", "623100 20250101 9", "401000 20250101 -9 Alpha", journal="AN"),
    )
    assert sums(found) == {"Alpha": 100}
    assert sums(found, "accrual") == {"Beta": 40}
    assert sums(found, "closing") == {"": -140}
    assert sums(found, "opening") == {"Alpha": 9}


def test_entries_that_do_not_balance_are_named(tmp_path: Path) -> None:
    found = of_entries(
        tmp_path,
        entry("1", "623100 20250131 100", "401000 20250131 -100 Alpha"),
        entry("2", "623100 20250131 50", "401000 20250131 -49 Alpha"),
    )
    assert [(one.number, one.line, one.difference) for one in found.unbalanced] == [("2", 4, UNIT)]
    assert found.debit - found.credit == UNIT


def test_one_name_for_one_supplier(tmp_path: Path) -> None:
    """Spellings of a name, and a number that comes without its name once."""
    found = of_entries(
        tmp_path,
        entry("1", "623100 20250131 1", "401000 20250131 -1 ALPHA"),
        entry("2", "623100 20250131 2", "401000 20250131 -2 Alpha  "),
        entry("3", "623100 20250131 4", "401000 20250131 -4 Álpha"),
    )
    assert sums(found) == {"ALPHA": 7}


def book(folder: Path, of: Iterable[Invoice]) -> Path:
    """A ledger opened in a spreadsheet and saved: days and amounts as such, accounts as numbers, a title above."""
    from openpyxl import Workbook

    made = Workbook()
    assert made.active is not None
    made.active.append(["FEC"])
    made.active.append(COLUMNS)
    for row in rows(of, SAGE):
        typed: dict[str, object] = {**row, "CompteNum": int(row["CompteNum"])}
        typed["EcritureDate"] = datetime.strptime(row["EcritureDate"], "%Y%m%d")
        typed |= {name: float(row[name].replace(",", ".")) for name in ("Debit", "Credit")}
        made.active.append([typed.get(name) for name in COLUMNS])
    file = folder / "123456789FEC20251231.xlsx"
    made.save(file)
    return file


def test_in_a_workbook(tmp_path: Path) -> None:
    file = book(tmp_path, USUAL)
    assert recognised(file) == "ledger"
    found = read_ledger(file)
    assert spent(found, 8) == expected(list(USUAL))
    assert (found.encoding, found.siren, found.unbalanced) == ("xlsx", "123456789", [])


def test_a_cell_that_is_no_date(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = book(tmp_path, USUAL)
    opened = load_workbook(file)
    assert opened.active is not None
    opened.active["D5"] = "soon"
    opened.save(file)
    with pytest.raises(ImportRefusedError) as refused:
        read_ledger(file)
    assert refused.value.details.items() >= {"line": "5", "column": "EcritureDate", "value": "soon"}.items()


@pytest.mark.parametrize(
    ("label", "supplier"),
    [
        ("Fournisseurs", ""),
        ("FOURNISSEURS - ACHATS DE BIENS", ""),
        ("Fournisseur", ""),
        ("Frs divers", ""),
        ("Collectif fournisseurs", ""),
        ("Fournisseur Dupont", "Dupont"),
        ("DUPONT  SARL", "DUPONT SARL"),
        ("Fournisseurs Réunis du Sud", ""),
    ],
)
def test_an_account_of_one_supplier(label: str, supplier: str) -> None:
    """Where suppliers have accounts of their own, those are called as they are."""
    assert Names().own(label) == supplier


@pytest.mark.parametrize(
    ("name", "siren", "closing"),
    [
        ("123456789FEC20251231.txt", "123456789", date(2025, 12, 31)),
        ("fec client 123456789_fec_20250630 (1).TXT", "123456789", date(2025, 6, 30)),
        ("12345678900012FEC20251231.txt", "123456789", date(2025, 12, 31)),
        ("123456789FEC20251331.txt", "123456789", None),
        ("1234567890FEC20251231.txt", "", None),
        ("export.txt", "", None),
    ],
)
def test_what_the_name_says(name: str, siren: str, closing: date | None) -> None:
    found = named(name)
    assert (found.siren, found.closing) == (siren, closing)


def test_a_bar_of_unicode_ends_no_line(tmp_path: Path) -> None:
    """Only line ends end lines: not a form feed, not U+2028, not U+0085."""
    of = [Invoice("6231", "A\u2028B\u0085C\x0c D", date(2025, 1, 1), 100, 20)]
    found = read_ledger(ledger(tmp_path, of, ODOO))
    assert {key.supplier for key in found.spent} == {"A B C D"}


def test_carriage_returns_alone(tmp_path: Path) -> None:
    assert read_ledger(ledger(tmp_path, USUAL, CIEL)).lines == 19

"""Budget lines in workbooks as people make them: merged headers, percents, formulas, dates; LibreOffice's too."""

import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from model.edits import put
from tests.tui.imports.tables import amounts, empty_plan, open_table
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables import apart
from tui.imports.tables.documents import read_document


def merged_book(file: Path) -> Path:
    """Titles, a header on two rows with merged cells, categories merged downwards, sub-totals, a note."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Prévisionnel"
    rows: list[list[str | float | None]] = [
        ["Budget communication", None, None, None, None, None, None],
        [None],
        ["Rubrique", "Désignation", "Réalisé 2026", "Budget 2027", None, None, "Commentaires"],
        [None, None, "HT", "HT", "TVA", "TTC", None],
        ["Salons", "Salon de Lyon", 11000, 12305.5, 0.2, 14766.6, "stand de 12 m²"],
        [None, "Salon de Nantes", None, 8000, 0.2, 9600, None],
        [None, "Sous-total Salons", 11000, 20305.5, None, 24366.6, None],
        ["Presse", "Guide imprimé", 900, 1000, 0.055, 1055, None],
        [None, "Relations presse", 4000, 4200.1, 0.2, 5040.12, None],
        [None, "Sous-total Presse", 4900, 5200.1, None, 6095.12, None],
        ["TOTAL", None, 15900, 25505.6, None, 30461.72, None],
    ]
    for cells in rows:
        sheet.append(cells)
    for area in ("A1:G1", "A3:A4", "B3:B4", "D3:F3", "G3:G4", "A5:A7", "A8:A10"):
        sheet.merge_cells(area)
    for row in range(5, 12):
        sheet.cell(row, 5).number_format = "0.0%"
        sheet.cell(row, 4).number_format = '#,##0.00 "€"'
    book.create_sheet("Vide")
    hidden = book.create_sheet("Cachée")
    hidden.append(["Libellé", "Montant"])
    hidden.append(["Secret", 1])
    hidden.sheet_state = "hidden"
    book.save(file)
    return file


def test_a_merged_header_and_merged_categories(tmp_path: Path) -> None:
    plan, file = empty_plan(tmp_path), merged_book(tmp_path / "budget.xlsx")
    opened = open_table(plan, file)
    assert {question.key: question.target for question in opened.source.questions({}) if question.key[0] != "@"} == {
        "Rubrique": "category",
        "Désignation": "label",
        "Réalisé 2026 HT": "last_year",
        "Budget 2027 HT": "amount_excl",
        "Budget 2027 TVA": "tax_rate",
        "Budget 2027 TTC": "amount_incl",
        "Commentaires": "note",
    }
    found = opened.read(plan)
    assert (found.kept, [note for note in found.notes if note.is_trouble]) == ([], [])
    assert [
        (line.category, line.label, line.amount, line.tax_rate, line.last_year) for line in found.plan.budget.values()
    ] == [
        ("Salons", "Salon de Lyon", Decimal("12305.5"), None, Decimal(11000)),
        ("Salons", "Salon de Nantes", Decimal(8000), None, None),
        ("Presse", "Guide imprimé", Decimal(1000), Decimal("5.5"), Decimal(900)),
        ("Presse", "Relations presse", Decimal("4200.1"), None, Decimal(4000)),
    ]
    assert (found.plan.budget["B1"].provenance or "").startswith("budget.xlsx, Prévisionnel, ligne 5, ")
    assert [note.number for note in found.notes if note.key == "tables.totals_agree"] == [3]


def test_months_that_are_dates_and_a_year_over_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Poste", *(date(2027, month, 1) for month in range(1, 13)), "Total"])
    sheet.append(["Radio", *(100.25 for _ in range(12)), 1203])
    sheet.append(["Affichage", 500, *(None for _ in range(11)), 500])
    book.save(tmp_path / "a.xlsx")
    plan = empty_plan(tmp_path)
    radio, poster = open_table(plan, tmp_path / "a.xlsx").read(plan).plan.budget.values()
    assert sum(Decimal(str(value)) for value in radio.months.values()) == 1203
    assert poster.months == {"2027-01": Decimal(500)}
    other = Workbook()
    sheet = other.active
    sheet.append([None, "2027", None, None, "2028"])
    sheet.append(["Poste", "oct.", "nov.", "déc.", "janv."])
    sheet.append(["Radio", 1, 2, 3, 4])
    sheet.merge_cells("B1:D1")
    other.save(tmp_path / "b.xlsx")
    (line,) = open_table(plan, tmp_path / "b.xlsx").read(plan).plan.budget.values()
    assert list(line.months) == ["2027-10", "2027-11", "2027-12", "2028-01"]


def test_a_formula_that_nobody_computed_is_named(tmp_path: Path) -> None:
    """What another library writes has no values: nothing is made up, nothing is taken for 0."""
    book = Workbook()
    for row in (["Libellé", "Montant"], ["Salon", "=2*300"], ["Presse", 200], ["Total", "=B2+B3"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    plan = empty_plan(tmp_path)
    found = open_table(plan, tmp_path / "a.xlsx").read(plan)
    assert [(one.cell, one.value) for one in found.kept] == [("Sheet!B2", "=2*300")]
    assert amounts(found.plan) == {"Presse": Decimal(200)}
    assert [note.details["row"] for note in found.notes if note.key == "tables.total_empty"] == ["4"]


def test_a_currency_that_only_the_format_shows(tmp_path: Path) -> None:
    """The cell holds 1200 and shows CHF 1'200.00: in a plan in euros the line says that these are francs."""
    book = Workbook()
    for row in (["Libellé", "Montant"], ["Messe", 1200], ["Salon", 300]):
        book.active.append(row)
    for shown, currencies in (
        ("[$CHF-100C] #,##0.00", {"CHF"}),
        ('#,##0.00 "€"', {None}),
        ("#,##0.00\\ [$€-40C]", {None}),
    ):
        for at in (2, 3):
            book.active.cell(at, 2).number_format = shown
        book.save(tmp_path / "a.xlsx")
        plan = empty_plan(tmp_path)
        found = open_table(plan, tmp_path / "a.xlsx").read(plan)
        assert {line.currency for line in found.plan.budget.values()} == currencies
        assert found.is_fine is (currencies == {None})


def test_which_sheet_can_be_decided(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Notes"])
    for name, amount in (("2026", 100), ("2027", 200)):
        sheet = book.create_sheet(name)
        sheet.append(["Libellé", "Montant HT"])
        sheet.append(["Salon", amount])
    book.save(tmp_path / "a.xlsx")
    plan = empty_plan(tmp_path)
    opened = open_table(plan, tmp_path / "a.xlsx")
    assert amounts(opened.read(plan).plan) == {"Salon": Decimal(100)}
    opened.decide("@sheet", "2027")
    assert amounts(opened.read(plan).plan) == {"Salon": Decimal(200)}


def test_thousands_said_by_the_header_or_above_it(tmp_path: Path) -> None:
    plan = empty_plan(tmp_path)
    for name, text in (
        ("a", "Poste;Qté;Montant (k€)\nSalon;2;12,5\n"),
        ("b", "Budget en milliers d'euros;;\nPoste;Qté;Montant\nSalon;2;12,5\n"),
    ):
        file = tmp_path / f"{name}.csv"
        file.write_text(text, encoding="utf-8")
        (line,) = open_table(plan, file).read(plan).plan.budget.values()
        assert (line.amount, line.quantity) == (Decimal(12500), Decimal(2))


def test_hostile_archives_are_refused(tmp_path: Path) -> None:
    """XML with entities of its own, an archive that is none, a sheet saved by something else entirely."""
    plan = empty_plan(tmp_path)
    good = merged_book(tmp_path / "good.xlsx")
    bad = tmp_path / "bad.xlsx"
    with ZipFile(good) as source, ZipFile(bad, "w") as target:
        for part in source.namelist():
            data = source.read(part)
            if part == "xl/worksheets/sheet1.xml":
                data = data.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)
            target.writestr(part, data)
    (tmp_path / "cut.xlsx").write_bytes(good.read_bytes()[:900])
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    for name in ("bad.xlsx", "cut.xlsx", "old.xls"):
        with pytest.raises(ImportRefusedError):
            open_table(plan, tmp_path / name).read(plan)


def test_what_is_decided_of_a_row(tmp_path: Path) -> None:
    """An amount that is the sum of those under it may be a line: it is said so, and can be decided."""
    file = tmp_path / "b.csv"
    file.write_text("Poste;Montant\nSalon;300\nStand;100\nHôtel;200\n\nPresse;50\n", encoding="utf-8")
    plan = empty_plan(tmp_path)
    opened = open_table(plan, file)
    found = opened.read(plan)
    assert set(amounts(found.plan)) == {"Salon", "Stand", "Hôtel", "Presse"}
    assert [note.details["row"] for note in found.notes if note.is_trouble] == ["2"]
    opened.decide("@row 2", "total")
    assert set(amounts(opened.read(plan).plan)) == {"Stand", "Hôtel", "Presse"}
    with file.open("a", encoding="utf-8") as more:
        more.write("Total général;350\n")
    opened = open_table(plan, file)
    found = opened.read(plan)
    assert [line.category for line in found.plan.budget.values()] == ["Salon", "Salon", None]
    assert set(amounts(found.plan)) == {"Stand", "Hôtel", "Presse"}
    assert found.is_fine


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_what_libreoffice_makes_of_it(tmp_path: Path) -> None:
    """Its CSV for a French Excel, its workbooks of both kinds say the same as the workbook they came from."""
    plan, file = empty_plan(tmp_path), merged_book(tmp_path / "budget.xlsx")
    wanted = amounts(open_table(plan, file).read(plan).plan)
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    for kind, folder in (
        ("csv:Text - txt - csv (StarCalc):59,34,CP1252,1,,1036", "a"),
        ("xlsx:Calc MS Excel 2007 XML", "b"),
        ("ods", "c"),
    ):
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path / folder),
            str(file),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        (made,) = (tmp_path / folder).iterdir()
        found = open_table(put(plan, "plan.title", folder), made).read(plan)
        assert amounts(found.plan) == wanted
        assert [note for note in found.notes if note.is_trouble] == []


def test_an_opendocument_sheet_unfolds(tmp_path: Path) -> None:
    """Cells and rows repeated, an empty row a million times, a currency, a percent, a formula that nobody computed."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{urn}:{name}:1.0"' for name in ("office", "table", "text"))

    def cell(kind: str, value: str, more: str = "", text: str = "x") -> str:
        start = f'<table:table-cell office:value-type="{kind}" {more} office:value="{value}">'
        return f"{start}<text:p>{text}</text:p></table:table-cell>"

    salon = cell("string", "", text="Salon<text:s/>de Lyon")
    rows = [
        "".join(cell("string", "", text=name) for name in ("Libellé", "Montant HT", "TVA")),
        salon + cell("currency", "1200.5", 'office:currency="CHF"') + cell("percentage", "0.2"),
        cell("string", "", text="Presse") + '<table:table-cell table:formula="of:=1+1"/>',
    ]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    end = f'<table:table-row table:number-rows-repeated="1048000">{wide}</table:table-row>'
    table = f'<table:table table:name="A">{body}{end}</table:table>'
    inner = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f"<office:document-content {names}>{inner}</office:document-content>"
    file = tmp_path / "a.ods"
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    (line,) = found.plan.budget.values()
    assert (line.label, line.amount, line.currency, line.tax_rate) == ("Salon de Lyon", Decimal("1200.5"), "CHF", None)
    assert [one.cell for one in found.kept] == ["A!B3"]
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<!DOCTYPE a [<!ENTITY b "c">]>{content}')
    with pytest.raises(ImportRefusedError):
        open_table(plan, file)


def test_read_apart_it_is_the_same(tmp_path: Path) -> None:
    """What a process of its own says of a workbook is the workbook, and a refusal is a refusal."""
    file = merged_book(tmp_path / "budget.xlsx")
    assert apart.answered(apart.work(apart.asked(file))) == read_document(file)
    file.write_bytes(b"PK\x03\x04 no")
    with pytest.raises(ImportRefusedError):
        apart.answered(apart.work(apart.asked(file)))

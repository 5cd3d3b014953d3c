"""Budget lines from anybody's CSV or sheet: every dialect comes back to the cent, nothing is guessed silently."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sampling import some
from tests.tui.imports.tables import Dialect, Written, amounts, empty_plan, open_table
from tui.imports.refusing import ImportRefusedError
from tui.words import LANGUAGES, Language

_WORDS = [
    "Achat",
    "d’espace",
    "Événement",
    "à Noël",
    "Façade",
    "Cœur",
    "côté",
    "Müller & fils",
    "où",
    "Île",
    "n° 2",
    "Été;",
    '3" |',
]
_labels = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(lambda words: f"Poste {' '.join(words)}")
_lines = st.lists(
    st.builds(Written, _labels, st.sampled_from(["Salons", "Presse", "Édition"]), st.integers(-9_999_999, 999_999_999)),
    min_size=1,
    max_size=8,
    unique_by=lambda line: " ".join(line.label.casefold().split()),
)
_FRENCH = [(",", group) for group in ("", " ", "\u00a0", "\u202f", ".", "'")]
_ENGLISH = [(".", group) for group in ("", ",", "'", " ")]


@st.composite
def _dialects(draw: st.DrawFn) -> Dialect:
    language: Language = draw(st.sampled_from(LANGUAGES))
    decimal, group = draw(st.sampled_from(_FRENCH + _ENGLISH))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-15", "mac-roman"]))
    currency = draw(st.sampled_from(["", " €", "€", " EUR"]))
    if encoding == "mac-roman":
        language = "fr"  # two accents prove an encoding, one proves little
    if encoding in ("cp1252", "iso8859-15", "mac-roman") and group == "\u202f":
        group = "\u00a0"  # what such a file can hold
    return Dialect(
        separator=draw(st.sampled_from([";", "\t", "|", ","])),
        encoding=encoding,
        decimal=decimal,
        group=group,
        currency=currency,
        negative=draw(st.sampled_from(["-", "()", "after"])) if not currency else "-",
        language=language,
        titles=draw(st.booleans()),
        totals=draw(st.booleans()),
        above=draw(st.integers(0, 3)),
        newline=draw(st.sampled_from(["\r\n", "\n"])),
    )


@settings(max_examples=some(300))
@given(lines=_lines, dialect=_dialects())
def test_every_dialect_comes_back_to_the_cent(lines: list[Written], dialect: Dialect) -> None:
    """Whatever software wrote the table: the same lines, the same cents, totals never taken for lines."""
    if dialect.encoding == "iso8859-15":
        lines = [Written(line.label.replace("’", "'"), line.category, line.cents) for line in lines]
    with TemporaryDirectory() as name:
        folder = Path(name)
        plan, file = empty_plan(folder), folder / "budget.csv"
        file.write_bytes(dialect.data(lines))
        found = open_table(plan, file).read(plan)
        assert [one.why for one in found.kept] == []
        assert {label.strip(): amount for label, amount in amounts(found.plan).items()} == {
            " ".join(line.label.split()): Decimal(line.cents) / 100 for line in lines
        }
        assert {line.category for line in found.plan.budget.values()} == {line.category for line in lines}
        assert not [note for note in found.notes if note.is_trouble and note.key.startswith("tables.total")]
        again = open_table(found.plan, file).read(found.plan)
        assert again.plan is found.plan


SHEET = """\
Budget communication 2027;;;;;
;;;;;
Poste;Libellé;Fournisseur;Montant HT;TVA;Montant TTC
SALONS;;;;;
;Salon de Lyon;GL events;12\u00a0305,50;20%;14\u00a0766,60
;Salon de Nantes;;8 000,00;20%;9 600,00
;Sous-total Salons;;20 305,50;;24 366,60
PRESSE;;;;;
;Achat d’espace;Régie Été;10,305 K€;20%;12,366 K€
;Dossier de presse;;(1 200,00);20%;-1 440,00
;Relations presse;;à définir;20%;
;Sous-total Presse;;9 105,00;;10 926,00
;TOTAL GENERAL;;29 410,00;;35 292,60
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "budget.csv").write_bytes(SHEET.replace("\n", "\r\n").encode("cp1252"))
    return tmp_path


def test_what_a_sheet_of_a_french_office_says(folder: Path) -> None:
    plan = empty_plan(folder)
    found = open_table(plan, folder / "budget.csv").read(plan)
    assert amounts(found.plan) == {
        "Salon de Lyon": Decimal("12305.50"),
        "Salon de Nantes": Decimal(8000),
        "Achat d’espace": Decimal(10305),
        "Dossier de presse": Decimal(-1200),
    }
    first = found.plan.budget["B1"]
    assert (first.category, first.supplier, first.tax_rate) == ("SALONS", "GL events", None)
    assert (first.provenance or "").startswith("budget.csv, ligne 5, ")


def test_a_total_that_is_off_is_named_to_the_cent(folder: Path) -> None:
    plan = empty_plan(folder)
    found = open_table(plan, folder / "budget.csv").read(plan)
    (off,) = [note for note in found.notes if note.key.startswith("tables.total_")]
    assert (off.details["row"], off.details["said"], off.details["made"], off.details["gap"]) == (
        "13",
        "29\u202f410,00",
        "29\u202f410,50",
        "−0,50",
    )
    assert not found.is_fine


def test_a_cell_that_is_not_understood_is_named_and_its_line_left(folder: Path) -> None:
    plan = empty_plan(folder)
    found = open_table(plan, folder / "budget.csv").read(plan)
    (kept,) = found.kept
    assert kept.why is not None
    assert (kept.cell, kept.value, kept.why.details["column"]) == ("D11", "à définir", "Montant HT")
    assert kept.why.details["expected"] == "un nombre"


def test_a_known_line_is_shown_as_changes(folder: Path) -> None:
    plan = empty_plan(
        folder, '[budget.B7]\nlabel = "salon de  LYON"\ncategory = "Salons"\namount = 12000\nheld = true\n'
    )
    found = open_table(plan, folder / "budget.csv").read(plan)
    line = found.plan.budget["B7"]
    assert (line.amount, line.held, line.label, line.category) == (
        Decimal("12305.50"),
        True,
        "salon de  LYON",
        "Salons",
    )
    assert list(found.plan.budget) == ["B7", "B8", "B9", "B10"]


def test_the_mark_that_nothing_settles_is_told(tmp_path: Path) -> None:
    """`1,234` may be one thousand or one: the language of the header decides, and it is said so."""
    plan = empty_plan(tmp_path)
    for name, header, amount in (("en", "Description,Amount", 1234), ("fr", "Libellé,Montant", Decimal("1.234"))):
        file = tmp_path / f"{name}.csv"
        file.write_text(f'{header}\nStand,"1,234"\nFlyers,"5,678"\n', encoding="utf-8")
        source = open_table(plan, file, "en")
        assert amounts(source.read(plan).plan)["Stand"] == amount
        assert [note.is_trouble for note in source.source.facts({}) if "either" in note.key] == [True]
        source.decide("@decimal", ".")
        assert amounts(source.read(plan).plan)["Stand"] == 1234


def test_a_column_that_settles_it_is_obeyed(tmp_path: Path) -> None:
    """One number with a decimal comma is enough for the others; the odd one out is named."""
    file = tmp_path / "b.csv"
    file.write_text("Libellé;Montant\nA a;1,234\nB b;5,50\nC c;1,234.50\n", encoding="utf-8")
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    assert amounts(found.plan) == {"A a": Decimal("1.234"), "B b": Decimal("5.5")}
    assert [one.cell for one in found.kept] == ["B4"]


def test_months_as_columns(tmp_path: Path) -> None:
    file = tmp_path / "b.csv"
    file.write_text(
        "Poste;janv.;févr.;mars;Total\nRadio;100;;200,50;300,50\nPresse;10;20;30;61\nTotal;110;20;230,50;361,50\n",
        encoding="utf-8",
    )
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    radio, press = found.plan.budget.values()
    assert radio.months == {"2027-01": Decimal(100), "2027-03": Decimal("200.5")}
    assert (press.amount, press.months) == (Decimal(61), {})
    (gap,) = [note for note in found.notes if note.key == "tables.gap.months"]
    assert (gap.details["made"], gap.details["figure"]) == ("60,00", "61,00")


def test_what_nothing_can_be_made_of_is_refused(tmp_path: Path) -> None:
    plan = empty_plan(tmp_path)
    for name, text in {
        "a.csv": "",
        "b.csv": "\n;;\n",
        "c.csv": "1;2\n3;4\n",
        "d.csv": "Libellé\nSalon\nPresse\n",
        "e.csv": 'Libellé;Montant\n"Salon;1\nPresse;2\n',
    }.items():
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ImportRefusedError):
            open_table(plan, file).read(plan)


@settings(max_examples=some(150))
@given(lines=_lines, at=st.integers(0, 99), cents=st.integers(1, 99), titles=st.booleans())
def test_a_total_that_is_off_by_cents_is_named_with_them(
    lines: list[Written],
    at: int,
    cents: int,
    titles: bool,
) -> None:
    """Whichever total it is: its row, what it says, what its lines make; the others agree, and no line is lost."""
    lines = [Written(line.label, line.category, line.cents // 100 * 100) for line in lines]
    rows = Dialect(titles=titles).rows(lines)
    totals = [n for n, row in enumerate(rows) if row[-2].startswith(("Sous-total", "TOTAL"))]
    off = totals[at % len(totals)]
    said = int(Decimal(rows[off][-1].replace("\u202f", "").replace(",", ".")) * 100) + cents
    rows[off][-1] = Dialect().number(said)
    with TemporaryDirectory() as name:
        folder = Path(name)
        plan, file = empty_plan(folder), folder / "budget.csv"
        file.write_text(
            "\n".join(";".join(f'"{cell.replace(chr(34), 2 * chr(34))}"' for cell in row) for row in rows), "utf-8"
        )
        found = open_table(plan, file).read(plan)
    (note,) = [note for note in found.notes if note.key.startswith("tables.total_")]
    assert (note.details["row"], note.details["gap"]) == (str(off + 1), f"+0,{cents:02d}")
    assert sum(amounts(found.plan).values()) * 100 == sum(line.cents for line in lines)


@settings(max_examples=some(40))
@given(lines=_lines, percents=st.lists(st.sampled_from(["0.2", "0.055", "0.1"]), min_size=8, max_size=8))
def test_a_workbook_comes_back_to_the_cent(lines: list[Written], percents: list[str]) -> None:
    """Floats as a spreadsheet keeps them, rates as percents, amounts with tax beside."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["Rubrique", "Désignation", "Montant HT", "TVA", "Montant TTC"])
    for line, rate in zip(lines, percents, strict=False):
        with_tax = (Decimal(line.cents) * (1 + Decimal(rate)) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        sheet.append([line.category, line.label, line.cents / 100, float(rate), float(with_tax)])
        sheet.cell(sheet.max_row, 4).number_format = "0.0%"
    with TemporaryDirectory() as name:
        folder = Path(name)
        plan, file = empty_plan(folder), folder / "budget.xlsx"
        book.save(file)
        found = open_table(plan, file).read(plan)
    assert [(line.label, line.amount, line.tax_rate or Decimal(20)) for line in found.plan.budget.values()] == [
        (" ".join(line.label.split()), Decimal(line.cents) / 100, Decimal(rate) * 100)
        for line, rate in zip(lines, percents, strict=False)
    ]
    assert found.is_fine

"""Tables from the command line and from the palette: the mapping shown, given, saved, changed by keys, remembered."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.commands import Ask
from tests.tui.imports.tables import EMPTY, empty_plan, open_table
from tests.tui.pages import Interface

TABLE = "Poste;Libellé;Montant;Interne\nSalons;Stand;1 200,50;A\nSalons;Hôtel;300,00;B\n;Total;1 500,50;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.toml").write_text(EMPTY, encoding="utf-8")
    (tmp_path / "budget.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_shown_then_taken_with_its_provenance(ask: Ask, folder: Path) -> None:
    plan, file = folder / "plan.toml", folder / "budget.csv"
    told = ask("import", plan, file)
    assert told.status == 0
    assert "budget.csv: UTF-8, separator: semicolon, header on row 1." in told.plain
    assert "1 total agrees with its lines." in told.plain
    assert plan.read_text(encoding="utf-8") == EMPTY
    assert ask("import", plan, file, "--yes").status == 0
    text = plan.read_text(encoding="utf-8")
    assert 'label = "Stand"\ncategory = "Salons"\namount = 1200.5\nprovenance = "budget.csv, row 2, ' in text
    assert json.loads(ask("import", plan, file, "--json").out)["changes"] == []


def test_a_mapping_is_saved_given_and_remembered(ask: Ask, folder: Path) -> None:
    plan, file, mapping = folder / "plan.toml", folder / "budget.csv", folder / "map.toml"
    assert ask("import", plan, file, "--save-mapping", mapping).status == 0
    text = mapping.read_text(encoding="utf-8")
    assert (
        text
        == 'kind = "lines"\n\n[mapping]\nPoste = "category"\n"Libellé" = "label"\nMontant = "amount"\nInterne = ""\n'
    )
    mapping.write_text(text.replace('Interne = ""', 'Interne = "note"'), encoding="utf-8")
    assert ask("import", plan, file, "--mapping", mapping, "--yes").status == 0
    assert 'note = "A"' in plan.read_text(encoding="utf-8")
    assert json.loads(ask("import", plan, file, "--json").out)["mapping"]["Interne"] == "note"
    told = ask("import", plan, file, "--map", "Interne=supplier", "--map", "Poste=", "--json")
    assert json.loads(told.out)["mapping"] == {
        "Poste": "",
        "Libellé": "label",
        "Montant": "amount",
        "Interne": "supplier",
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as", "faktura"), "--as faktura: no such kind of file"),
        (("--map", "Montant"), "--map Montant: expected: COLUMN=FIELD"),
        (
            ("--map", "Prix=amount"),
            "mapping, Prix: this file has none of that; known: Poste, Libellé, Montant, Interne",
        ),
        (("--map", "Montant=salary"), "mapping, Montant: salary; expected: one of label"),
        (("--mapping", "none.toml"), "none.toml: there is no such file."),
        (("--mapping", "plan.toml"), "no mapping"),
        (("--mapping", "odd.toml"), "mapping, Montant: salary; expected: one of label"),
        (("--save-mapping", "plan.toml"), "no mapping"),
    ],
)
def test_what_is_asked_for_wrongly_is_refused(ask: Ask, folder: Path, options: tuple[str, str], said: str) -> None:
    (folder / "odd.toml").write_text('[mapping]\nMontant = "salary"\n', encoding="utf-8")
    told = ask("import", "plan.toml", "budget.csv", *options)
    assert told.status == 2
    assert said in told.plain
    assert (folder / "plan.toml").read_text(encoding="utf-8") == EMPTY


async def test_changed_by_keys_taken_as_one_step_and_undone(folder: Path) -> None:
    """The file is picked by name, a column changed, the difference read; Ctrl+Z takes it all back."""
    plan = empty_plan(folder)
    async with Interface.open(plan, "en") as ui:
        ui.workspace.desk.session.file = folder / "plan.toml"
        await ui.press("ctrl+p")
        await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
        await ui.press("enter", *"budget", "enter")
        assert "1 200,50" in ui.dialog.replace("\u202f", " ")
        await ui.press("down", "down", "down", "enter", *"Note", "enter")
        assert ui.words("fields.budget.note") in ui.dialog
        await ui.press("d")
        assert "Stand" in ui.dialog
        assert ui.plan is plan
        await ui.press("enter")
        assert [(line.label, line.amount, line.note) for line in ui.plan.budget.values()] == [
            ("Stand", Decimal("1200.5"), "A"),
            ("Hôtel", Decimal(300), "B"),
        ]
        await ui.press("ctrl+z")
        assert ui.plan == plan


async def test_read_as_another_kind(folder: Path) -> None:
    async with Interface.open(empty_plan(folder), "en") as ui:
        ui.workspace.desk.session.file = folder / "plan.toml"
        await ui.press("ctrl+p")
        await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
        await ui.press("enter", *"budget", "enter", "k")
        assert ui.words("imports.kind.quotes") in ui.dialog
        await ui.press("up", "enter")
        assert ui.words("tables.quote_target.line") in ui.dialog


def test_what_is_remembered_says_nothing_of_another_year(folder: Path) -> None:
    """Months decided to be of 2028, a sheet that is gone: the columns are still as they were decided."""
    book = Workbook()
    book.active.title = "2027"
    book.active.append(["Poste", "Autre", "janv.", "févr."])
    book.active.append(["Radio", "x", 1, 2])
    book.create_sheet("Notes").append(["rien"])
    book.save(folder / "a.xlsx")
    plan = empty_plan(folder)
    opened = open_table(plan, folder / "a.xlsx")
    opened.decide_all({"Autre": "note", "@months": "2028", "@sheet": "2027"})
    opened.remember()
    book.active.title = "2029"
    book.save(folder / "b.xlsx")
    again = open_table(plan, folder / "b.xlsx")
    assert again.is_recalled
    (line,) = again.read(plan).plan.budget.values()
    assert (line.note, list(line.months)) == ("x", ["2027-01", "2027-02"])

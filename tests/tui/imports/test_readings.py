"""Readings from anybody's table: three forms, both languages, exactly what was written; nothing guessed silently."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.edits import put
from model.plan import Plan
from model.store.reading import loads
from model.store.writing import dumps
from tests.commands import Ask
from tests.sampling import some
from tui.formats.values import Reader
from tui.imports.outcome import Returned
from tui.imports.readings.periods import last_day
from tui.imports.readings.source import ReadingsSource
from tui.imports.receiving import opened
from tui.imports.refusing import ImportRefusedError
from tui.words import Language, Words

PLAN = loads(b"""\
format = 1

[plan]
start = 2027-01-01
end = 2027-12-31

[indicators.K1]
name = "Visites"
unit = "visites"

[indicators.K1.readings]
2027-01-31 = 10
2027-02-28 = 20.5

[indicators.K2]
name = "Demandes de devis"
unit = "%"

[indicators.K3]
name = "Demandes"
unit = "demandes"
""")
WITHIN = (date(2027, 1, 1), date(2027, 12, 31))


def _source(folder: Path, text: str | bytes, name: str = "in.csv") -> ReadingsSource:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return ReadingsSource(PLAN, file, Reader.of(Words("en"), "en", PLAN))


def _read(folder: Path, text: str | bytes, **answers: str) -> Returned:
    return _source(folder, text).read(PLAN, answers)


def _changed(found: Returned, before: Plan = PLAN) -> dict[str, Any]:
    return {one.path.removeprefix("indicators."): one.after for one in differences(before, found.plan)}


def _why(found: Returned) -> list[str]:
    return [one.why.key.rpartition(".")[2] for one in found.kept if one.why]


# --- what was written comes in ------------------------------------------------------------------------------------

Readings = dict[str, dict[date, Decimal]]
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
VALUES = st.decimals(-(10**7), 10**7, places=2, allow_nan=False)
READINGS = st.dictionaries(st.sampled_from(["K1", "K2", "K3"]), st.dictionaries(DAYS, VALUES, min_size=1, max_size=5),
                           min_size=1)  # fmt: skip
NAMES = {"K1": "Visites", "K2": "Demandes de devis", "K3": "K3 Demandes"}


def _number(value: Decimal, language: Language) -> str:
    text = f"{value:,.2f}"
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def _day(day: date, language: Language) -> str:
    return f"{day:%d/%m/%Y}" if language == "fr" else day.isoformat()


def _written(readings: Readings, form: str, language: Language) -> bytes:
    days = sorted({day for of in readings.values() for day in of})
    french = language == "fr"

    def cell(of: str, day: date) -> str:
        return _number(readings[of][day], language) if day in readings[of] else ""

    if form == "wide":
        rows = [["Date", *(NAMES[of] for of in readings)]]
        rows += [[_day(day, language), *(cell(of, day) for of in readings)] for day in days]
    elif form == "long":
        rows = [["Indicateur", "Date", "Valeur"] if french else ["Indicator", "Date", "Value"]]
        rows += [[NAMES[of], _day(day, language), cell(of, day)] for of in readings for day in readings[of]]
    else:
        rows = [["Indicateur" if french else "Indicator", *(_day(day, language) for day in days)]]
        rows += [[NAMES[of], *(cell(of, day) for day in days)] for of in readings]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";" if french else ",").writerows(rows)
    return text.getvalue().encode("utf-8-sig" if french else "utf-8")


@settings(max_examples=some(100), deadline=None)
@given(READINGS, st.sampled_from(["wide", "long", "across"]), st.sampled_from(["fr", "en"]))
def test_exactly_what_was_written(readings: Readings, form: str, language: Language) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        found = _read(Path(folder), _written(readings, form, language))
    expected = PLAN
    for of, values in readings.items():
        for day, value in values.items():
            expected = put(expected, f"indicators.{of}.readings.{day}", value)
    assert found.plan.indicators == expected.indicators
    assert not found.kept


# --- days -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03", date(2027, 3, 31)), ("mars 2027", date(2027, 3, 31)), ("Feb 28", date(2028, 2, 29)),
        ("févr. 2027", date(2027, 2, 28)), ("03/2027", date(2027, 3, 31)), ("T1 2027", date(2027, 3, 31)),
        ("Q4 2027", date(2027, 12, 31)), ("2027-Q2", date(2027, 6, 30)), ("2027", date(2027, 12, 31)),
        ("2027-W05", date(2027, 2, 7)), ("S05 2027", date(2027, 2, 7)), ("avril", date(2027, 4, 30)),
    ],
)  # fmt: skip
def test_a_period_is_its_last_day(text: str, day: date) -> None:
    assert last_day(text, WITHIN) == (day, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2027", date(2027, 3, 31)), ("2027-03-05", date(2027, 3, 5)), ("5 mars", date(2027, 3, 5)),
        ("20270305", date(2027, 3, 5)), ("2027-03-05 00:00:00", date(2027, 3, 5)),
    ],
)  # fmt: skip
def test_a_day_is_itself(text: str, day: date) -> None:
    assert last_day(text, WITHIN) == (day, False)


@given(DAYS)
def test_every_day_of_a_week_is_before_its_end(day: date) -> None:
    year, week, rank = day.isocalendar()
    assert last_day(f"{year}-W{week}", WITHIN) == (day + timedelta(days=7 - rank), True)


def test_american_days_are_told_by_the_column(tmp_path: Path) -> None:
    found = _read(tmp_path, "date,K1\n04/30/2027,1\n05/06/2027,2\n")
    assert _changed(found) == {"K1.readings.2027-04-30": 1, "K1.readings.2027-05-06": 2}


# --- what is there already, what cannot be taken --------------------------------------------------------------------


def test_a_change_is_a_change_and_nothing_is_emptied(tmp_path: Path) -> None:
    found = _read(tmp_path, "Date;K1;K3\n31/01/2027;10,0;\n28/02/2027;21;\n31/03/2027;;-\n")
    assert _changed(found) == {"K1.readings.2027-02-28": 21}
    (note,) = found.notes
    assert note.details == {"new": "0", "changed": "1", "same": "1"}
    assert found.is_fine


def test_percents_and_notes(tmp_path: Path) -> None:
    found = _read(tmp_path, "Indicateur;Date;Relevé;Remarque\nK2;31/03/2027;12,5 %;estimation\n")
    assert _changed(found) == {
        "K2.readings.2027-03-31": Decimal("12.5"), "K2.reading_notes.2027-03-31": "estimation",
    }  # fmt: skip


def test_what_cannot_be_taken_is_named_with_its_cell(tmp_path: Path) -> None:
    text = "Indicateur;Date;Valeur\nK1;31/04/2027;1\nK1;30/04/2027;beaucoup\nInconnu;30/04/2027;2\nK3;30/04/2027;3\n"
    found = _read(tmp_path, text + "K3;30/04/2027;4\n")
    assert _changed(found) == {"K3.readings.2027-04-30": 3}
    assert _why(found) == ["unreadable", "unreadable", "unknown", "twice"]
    assert [one.cell for one in found.kept] == ["B2", "C3", "row 4", "C6"]


def test_an_unknown_name_is_asked_about(tmp_path: Path) -> None:
    source = _source(tmp_path, "Indicateur;Date;Valeur\nTrafic du site;30/04/2027;2\n")
    key = "indicator: Trafic du site"
    assert key in [question.key for question in source.questions({})]
    assert "K1" in [target.value for target in source.targets(key, {})]
    assert _changed(source.read(PLAN, {key: "K1"})) == {"K1.readings.2027-04-30": 2}
    first = opened(PLAN, tmp_path / "in.csv", source.reader, "readings")
    first.decide(key, "K1")
    first.remember()
    again = opened(PLAN, tmp_path / "in.csv", source.reader, "readings")
    assert again.is_recalled
    assert _changed(again.read(PLAN)) == {"K1.readings.2027-04-30": 2}


def test_a_note_beside_several_readings_is_left(tmp_path: Path) -> None:
    found = _read(tmp_path, "Date;K1;K3;Note\n30/04/2027;1;2;which?\n")
    assert len(_changed(found)) == 2
    assert _why(found) == ["note"]


@pytest.mark.parametrize(("text", "key"), [("a;b\n1;2\n", "no_date"), ("Date;x\n30/04/2027;2\n", "no_value")])
def test_refused_without_days_or_indicators(text: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=rf"readings\.{key}"):
        _read(tmp_path, text)


def test_a_sheet_of_another_library(tmp_path: Path) -> None:
    """Dates and percents as a workbook keeps them."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Suivi des indicateurs"], [], ["Mois", "K1", "Demandes de devis"], [date(2027, 4, 30), 12.1, 0.125]):
        sheet.append(row)
    sheet["C4"].number_format = "0.0%"
    book.save(tmp_path / "in.xlsx")
    found = _source(tmp_path, (tmp_path / "in.xlsx").read_bytes(), "in.xlsx").read(PLAN, {})
    assert _changed(found) == {"K1.readings.2027-04-30": Decimal("12.1"), "K2.readings.2027-04-30": Decimal("12.5")}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_the_command_line(ask: Ask, tmp_path: Path, language: str) -> None:
    plan, file = tmp_path / "plan.toml", tmp_path / "in.csv"
    plan.write_bytes(dumps(PLAN))
    file.write_text("Période;Visites;K3\nmars 2027;1 200;3\n", encoding="utf-8")
    told = ask("import", plan, file, "--yes", "--lang", language)
    assert told.status == 0
    assert "2027" in told.out
    assert loads(plan.read_bytes()).indicators["K1"].readings["2027-03-31"] == 1200

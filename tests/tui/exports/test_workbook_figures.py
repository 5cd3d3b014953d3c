"""The workbook computes what the plan computes, to the cent, in a program that knows nothing of it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from model.breakdowns import breakdown, total
from model.plan import Plan
from tests.tui.exports.books import SOFFICE, cells, converted, example, workbook
from tests.tui.hostile import hostile_plan
from tui.imports.workbook import returned as read_file

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")

UNEVEN: dict[str, Any] = {
    "plan": {"title": "=1+1", "currency": "EUR", "prices": "incl_tax",
             "tax_rate": Decimal("5.5")},
    "drivers": {"day-rate": {"value": Decimal("333.335")}, "Day_rate": {"value": "=@day-rate/3"}},
    "budget": {
        "B1": {"label": "+SUM(A1)", "category": "*", "quantity": Decimal("1.5"), "unit_cost": "=2*@day-rate-1"},
        "B2": {"label": "-2", "category": "é?", "months": {"2027-01": Decimal("0.05"), "2027-02": Decimal("33.335"),
               "2027-05": Decimal("-7")}, "tax_rate": Decimal(20), "prices": "excl_tax"},
        "B3": {"label": "@x", "category": "É?", "amount": Decimal("100.01")},
        "B4": {"label": "abroad", "amount": Decimal("99.99"), "currency": "USD", "exchange_rate": Decimal("0.92")},
        "B5": {"label": "within", "amount": Decimal(5), "included_in": "B4"},
        "B6": {"label": "nothing", "amount": "=1/0", "last_year": Decimal(3)},
        "B7": {"label": "credit", "amount": "=-@last_year*1.1", "last_year": Decimal("1234.56")},
    },
    "scenarios": {"Z1": {"title": "Less", "budget": {"B3": {"amount": "-10%"}}}},
}  # fmt: skip


def _uneven() -> Plan:
    from datetime import date

    year = {"start": date(2027, 1, 1), "end": date(2027, 6, 30)}
    return Plan.from_table({**UNEVEN, "plan": {**UNEVEN["plan"], **year}})


def test_computed_anew_by_another_program(tmp_path: Path) -> None:
    """Both examples, a plan of odd figures and a hostile one, in one run of LibreOffice, which takes seconds."""
    plans = {name: example(name) for name in ("suisse-tourisme", "twin-cities-gateway")}
    hostile = hostile_plan().replaced({"decisions": {}, "orientation": {}})
    plans |= {"uneven": _uneven(), "hostile": hostile}
    files = [workbook(plan, tmp_path / f"{name}.xlsx", "fr") for name, plan in plans.items()]
    for plan, file, again in zip(plans.values(), files, converted(files, "xlsx", tmp_path / "again"), strict=True):
        _check_formulas(file, again)
        _check_totals(plan, again)
        if plan is not hostile:
            _check_return(plan, again)


def _figure(sheet: Any, row: int, column: int) -> Decimal:
    return Decimal(format(float(sheet.cell(row, column).value or 0), ".15g"))


def _check_formulas(file: Path, again: Path) -> None:
    """Every formula gives the value written beside it."""
    ours, theirs = cells(file), cells(again)
    for sheet in ours:
        for row in sheet.iter_rows():
            for cell in row:
                other = theirs[sheet.title][cell.coordinate].value
                if isinstance(cell.value, int | float):
                    assert other == pytest.approx(cell.value, abs=1e-6), (sheet.title, cell.coordinate)


def _check_totals(plan: Plan, again: Path) -> None:
    """Totals and months are the plan's own."""
    book = cells(again)
    whole, summary = total(plan), book["Synthèse"]
    assert [_figure(summary, 5, column) for column in (3, 4, 5)] == [whole.excl_tax, whole.tax, whole.incl_tax]
    months = {key: money for key, money in breakdown(plan, "month").items() if key}
    if "Budget par mois" in book.sheetnames and months:
        sheet = book["Budget par mois"]
        for row, side in ((5, "excl_tax"), (6, "incl_tax")):
            line = [_figure(sheet, row, column) for column in range(3, sheet.max_column) if sheet.cell(4, column).value]
            assert sorted(part for part in line[:-1] if part) == sorted(
                getattr(money, side) for money in months.values() if getattr(money, side)
            )


def _check_return(plan: Plan, again: Path) -> None:
    """Saved again elsewhere, it changes nothing."""
    found = read_file(plan, again)
    assert not found.kept
    assert found.plan is plan

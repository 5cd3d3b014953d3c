"""Figures typed on the sheet of scenarios: taken as what the scenario says of a line, where a line can say so."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from model.amounts import minor_figures
from model.edits import EditRefusedError
from model.money import from_minor, minor_digits
from model.overlay import applied
from model.plan import Plan
from model.whatif.entries import with_line_amount
from model.whatif.trial import ChangeError
from tui.exports.workbook.cells import canonical
from tui.exports.workbook.columns import FOLLOWS, PLAN, SCENARIOS
from tui.imports.outcome import Kept, Note
from tui.imports.reading import CellRefusedError
from tui.imports.sheets import BookRead, CellRead

_SIDES = ("excl_tax", "incl_tax")


def with_scenarios(plan: Plan, book: BookRead) -> tuple[Plan, list[Kept]]:
    """The plan with the figures typed, and those that were not taken, each with why.

    Raises:
        CellRefusedError: what was typed is no number.
    """
    kept: list[Kept] = []
    for id_, key, cell, was in _edited(book):
        scenario, _, side = key.partition(".")
        path = f"scenarios.{scenario}.budget.{id_}.amount" if scenario != PLAN else f"budget.{id_}.amount"
        value = _number(cell)
        if scenario not in plan.scenarios or id_ not in applied(plan, scenario).budget:
            kept.append(Kept(path, cell.place, str(cell.value), Note(_why(scenario))))
        elif was != FOLLOWS and canonical(float(_figure(plan, scenario, id_, side))) not in (
            was,
            canonical(float(value)),
        ):
            kept.append(Kept(path, cell.place, str(cell.value)))
        elif (made := _typed(plan, scenario, id_, side, value)) is None:
            kept.append(Kept(path, cell.place, str(cell.value), Note("imports.scenario.elsewhere")))
        else:
            plan = made
    return plan, kept


def _edited(book: BookRead) -> Iterator[tuple[str, str, CellRead, str]]:
    """The cells that are not what they were: line, key, what stands there, what stood there."""
    former = book.former.get(SCENARIOS, {})
    for row in book.rows.get(SCENARIOS, []):
        for key, was in former.get(row.id, {}).items():
            cell = row.cells.get(key)
            if cell is None:
                letter = book.letters[SCENARIOS].get(key, "")
                yield row.id, key, CellRead(f"{_sheet(row.cells.values())}!{letter}{row.number}", 0), was
            elif not cell.formula and canonical(cell.value) != was:
                yield row.id, key, cell, was
            elif cell.formula and was != FOLLOWS:
                yield row.id, key, CellRead(cell.place, cell.value), was


def _form(figure: Decimal) -> str:
    return canonical(float(figure))


def _sheet(cells: Iterable[CellRead]) -> str:
    first = next(iter(cells), None)
    return first.place.rpartition("!")[0] if first else ""


def _number(cell: CellRead) -> Decimal:
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        raise CellRefusedError(cell, "number")
    return Decimal(format(float(cell.value), ".15g"))


def _why(scenario: str) -> str:
    return "imports.scenario.plan" if scenario == PLAN else "imports.scenario.gone"


def _typed(plan: Plan, scenario: str, id_: str, side: str, value: Decimal) -> Plan | None:
    """The plan whose scenario makes the line come to that figure; None where its amount cannot."""
    try:
        made = with_line_amount(plan, scenario, id_, value)
        is_so = _figure(made, scenario, id_, side) == value
    except (EditRefusedError, ChangeError, KeyError):
        return None
    return made if is_so else None


def _figure(plan: Plan, scenario: str, id_: str, side: str) -> Decimal:
    digits = minor_digits(plan.plan.currency)
    return from_minor(minor_figures(applied(plan, scenario))[id_][_SIDES.index(side)], digits)

"""What each column of a table of quotes is taken for, and which line of the plan each quote is proposed for."""

from collections.abc import Iterable

from model.plan import Plan
from tui.imports.lines.matching import plain as plain_name
from tui.imports.quotes.rows import FIGURES, OFFER
from tui.imports.tables.cells import Percent, Value, is_blank, is_text
from tui.imports.tables.headers import Column
from tui.imports.tables.numbers import is_nothing, written
from tui.imports.tables.source import Proposal
from tui.imports.tables.table import Table
from tui.imports.tables.vocabulary import QUOTES, fields_called, plain

_LEAST_OFFERS = 2


def proposals(table: Table) -> dict[str, Proposal]:
    """For each column, what it is taken for."""
    found = {column.key: Proposal("", "none") for column in table.columns}
    taken: set[str] = set()
    for column in table.columns:
        names = [_sided(name, column) for name in fields_called(column.name, QUOTES)]
        fits = [name for name in names if name not in taken and _fits(name, table.values(column))]
        if fits:
            taken.add(fits[0])
            found[column.key] = Proposal(fits[0], "name")
    _offers(table, found, taken)
    return found


def _sided(name: str, column: Column) -> str:
    words = set(plain(column.name).split())
    return "amount_excl" if name == "amount" and words & {"ht", "excl", "hors", "net"} else name


def _fits(name: str, values: Iterable[Value]) -> bool:
    given = [value for value in values if not is_blank(value)]
    if not given or name not in FIGURES:
        return bool(given)
    numbers = [value for value in given if _is_number(value)]
    return 2 * len(numbers) >= len(given)


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        return is_nothing(value) or written(value) is not None
    return value is not None and (isinstance(value, Percent) or not isinstance(value, bool)) and not is_text(value)


def _offers(table: Table, found: dict[str, Proposal], taken: set[str]) -> None:
    """Columns of numbers that nothing is known of are what each supplier asks, where no column names the suppliers."""
    if "supplier" in taken or "line" not in taken:
        return
    free = [column for column in table.columns if not found[column.key].target]
    numbers = [column for column in free if _fits("amount", table.values(column))]
    if len(numbers) >= _LEAST_OFFERS and not taken & {"amount_excl", "amount_incl"}:
        found.update({column.key: Proposal(OFFER, "content") for column in numbers})


def line_called(plan: Plan, text: str, supplier: str) -> tuple[str, str]:
    """The line that a text names, by its id or by a name that is its alone, else the one of this supplier; and why."""
    if text in plan.budget:
        return text, "name"
    named = [id_ for id_, line in plan.budget.items() if text and plain_name(line.label or "") == plain_name(text)]
    if len(named) == 1:
        return named[0], "name"
    if not text and supplier:
        own = [id_ for id_, line in plan.budget.items() if plain_name(line.supplier or "") == plain_name(supplier)]
        if len(own) == 1:
            return own[0], "supplier"
    return "", "no_line"

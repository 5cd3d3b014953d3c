"""What each budget line amounts to, to the cent, remembered from one version of the plan to the next."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from model.budget import Line
from model.exact import converted_amount, known_of, plain_amount
from model.formulas import FormulaError, Known, evaluate
from model.money import Money, half_up, minor_digits, money
from model.plain import frozen
from model.plan import Plan
from model.sheet import Sheet


@lru_cache(256)
def _proportion(rate: Decimal) -> tuple[int, int]:
    """What stands without tax to what stands with it."""
    numerator, denominator = rate.as_integer_ratio()
    return 100 * denominator, 100 * denominator + numerator


def _other_side(figure: int, rate: Decimal, *, has_tax: bool) -> int:
    """The figure with tax from the one without, or the reverse, in minor units."""
    without, with_tax = _proportion(rate)
    if not has_tax:
        return half_up(figure * with_tax, without)
    # A rate of -100 % takes everything away: no figure without tax can be found back from it.
    return half_up(figure * without, with_tax) if with_tax else figure


def _figure(line: Line, sheet: Sheet, known: Known, scale: int) -> tuple[int, int]:
    plain = plain_amount(line)
    amount = converted_amount(line, sheet, known) if plain is None else plain
    numerator, denominator = amount.as_integer_ratio()
    minor = numerator * scale if denominator == 1 else half_up(numerator * scale, denominator)
    return sides(line, sheet, minor)


def sides(line: Line, sheet: Sheet, figure: int) -> tuple[int, int]:
    """The figures without and with tax of a line whose own figure, as its `prices` says, is this; in minor units."""
    rate = sheet.tax_rate if line.tax_rate is None else line.tax_rate
    if not rate or not figure:
        return figure, figure
    if (line.prices or sheet.prices) == "incl_tax":
        return _other_side(figure, rate, has_tax=True), figure
    return figure, _other_side(figure, rate, has_tax=False)


def _has_formula(line: Line) -> bool:
    values = (line.amount, line.unit_cost, line.quantity, *line.months.values())
    return any(isinstance(value, str) for value in values)


class _Ledger:
    """Figures already computed under one currency, side of prices and tax rate, by the identity of the line.

    Lines are frozen and shared between the versions of a plan, so an edit computes one line. An entry holds its
    line, so that its identity is not given to another; a line with formulas is valid for one set of drivers.
    """

    def __init__(self) -> None:
        self.entries: dict[int, tuple[Line, Known | None, tuple[int, int]]] = {}

    def figures(self, plan: Plan) -> dict[str, tuple[int, int]]:
        """Every line's figures without and with tax, in minor units."""
        known, sheet, entries = known_of(plan.drivers), plan.plan, self.entries
        scale = 10 ** minor_digits(sheet.currency)
        result = {}
        for id_, line in plan.budget.items():
            entry = entries.get(id(line))
            if entry is None or (entry[1] is not None and entry[1] is not known):
                used = known if plain_amount(line) is None and _has_formula(line) else None
                entries[id(line)] = entry = (line, used, _figure(line, sheet, known, scale))
            result[id_] = entry[2]
        self.forget(plan)
        return result

    def forget(self, plan: Plan) -> None:
        """Keep the present lines alone once those of former versions are many."""
        if len(self.entries) > 4 * len(plan.budget) + 1000:
            present = {id(line) for line in plan.budget.values()}
            self.entries = {key: entry for key, entry in self.entries.items() if key in present}


_MEMORY = 8
_ledgers: dict[tuple[object, ...], _Ledger] = {}

# Several parts of a screen ask for the figures of the same version of the plan.
_recent: list[tuple[tuple[object, object, object], dict[str, tuple[int, int]]]] = []


def minor_figures(plan: Plan) -> dict[str, tuple[int, int]]:
    """Every line's figures without and with tax, in minor units (cents); not to be changed by who gets them."""
    for former, result in _recent:
        if former[0] is plan.budget and former[1] is plan.drivers and former[2] is plan.plan:
            return result
    result = _figures_of(plan)
    _recent.insert(0, ((plan.budget, plan.drivers, plan.plan), result))
    del _recent[_MEMORY:]
    return result


def _figures_of(plan: Plan) -> dict[str, tuple[int, int]]:
    key = (plan.plan.currency, plan.plan.prices, plan.plan.tax_rate)
    ledger = _ledgers.pop(key, None) or _Ledger()
    _ledgers[key] = ledger
    while len(_ledgers) > _MEMORY:
        del _ledgers[next(iter(_ledgers))]
    return ledger.figures(plan)


def exact_amount(plan: Plan, id_: str) -> Fraction:
    """A line's amount in the plan's currency before any rounding, as its `prices` says (with or without tax)."""
    return Fraction(converted_amount(plan.budget[id_], plan.plan, known_of(plan.drivers)))


def figures(plan: Plan) -> dict[str, Money]:
    """Every line's money, by id, in the order of the plan."""
    digits = minor_digits(plan.plan.currency)
    return {id_: money(excl, incl, digits) for id_, (excl, incl) in minor_figures(plan).items()}


def line_money(plan: Plan, id_: str) -> Money:
    """One line's money.

    Raises:
        KeyError: the plan has no such line.
    """
    sheet = plan.plan
    digits = minor_digits(sheet.currency)
    return money(*_figure(plan.budget[id_], sheet, known_of(plan.drivers), 10**digits), digits)


@frozen
class FormulaProblem:
    """A formula without a value: the path of its field, and why."""

    path: str
    error: FormulaError


def formula_problems(plan: Plan) -> tuple[FormulaProblem, ...]:
    """Every formula of the drivers and the lines that has no value, and so counts 0."""
    return tuple(_problems(plan))


def _problems(plan: Plan) -> Iterator[FormulaProblem]:
    known = known_of(plan.drivers)
    for id_, value in known.values.items():
        if isinstance(value, FormulaError):
            yield FormulaProblem(f"drivers.{id_}.value", value)
    for id_, line in plan.budget.items():
        for name, formula in _formulas(line):
            try:
                evaluate(formula, known, line.last_year)
            except FormulaError as error:
                yield FormulaProblem(f"budget.{id_}.{name}", error)


def _formulas(line: Line) -> Iterator[tuple[str, str]]:
    """The line's fields that hold formulas, by name."""
    for name in ("amount", "unit_cost", "quantity", "low", "high"):
        if isinstance(value := getattr(line, name), str):
            yield name, value
    for month, value in line.months.items():
        if isinstance(value, str):
            yield f"months.{month}", value

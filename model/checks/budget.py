"""Rules about the budget: under its ceiling, each line with one amount that rests on something."""

from collections.abc import Iterator
from decimal import Decimal

from model.budget import Line
from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.money import EXACT, half_up
from model.quotes import out_of_date
from model.values import canonical

WHOLE = Decimal(100)
LARGEST_SHARE = 60
COMMITTED = ("committed", "invoiced", "paid")


@rule("BUD001", "error", guide="plan#ceiling")
def total_above_ceiling(context: Context) -> Iterator[Hit]:
    """The total is above the ceiling, both in the plan's prices."""
    ceiling = context.plan.plan.ceiling
    total = context.amount(context.total)
    if ceiling is not None and total > ceiling:
        yield at("plan.ceiling", total=total, ceiling=ceiling, over=EXACT.subtract(total, ceiling))


@rule("BUD002", "warning", guide="budget#source")
def line_rests_on_nothing(context: Context) -> Iterator[Hit]:
    """A line rests on no quote, no earlier year, no contract, and does not say that it is an estimate."""
    for id_, line in context.lines.items():
        if line.source is None:
            yield at(f"budget.{id_}.source", id=id_)


@rule("BUD003", "error", guide="budget#shares")
def shares_do_not_sum(context: Context) -> Iterator[Hit]:
    """The shares of a line do not sum to 100."""
    for id_, line in context.plan.budget.items():
        if line.shares and (total := sum(line.shares.values(), Decimal(0))) != WHOLE:
            yield at(f"budget.{id_}.shares", id=id_, total=total)


def forms(line: Line) -> tuple[str, ...]:
    """The forms of amount that a line holds, the one that counts first."""
    held = (("amount", line.amount is not None), ("unit_cost", line.unit_cost is not None), ("months", line.months))
    return tuple(name for name, is_held in held if is_held)


@rule("BUD004", "error", guide="budget#amount")
def two_forms_of_amount(context: Context) -> Iterator[Hit]:
    """A line holds more than one form of amount."""
    for id_, line in context.plan.budget.items():
        if (line.amount is not None) + (line.unit_cost is not None) + bool(line.months) > 1:
            yield at(f"budget.{id_}", id=id_, field=f"budget.{forms(line)[0]}")


@rule("BUD005", "warning", guide="budget#amount")
def line_without_amount(context: Context) -> Iterator[Hit]:
    """A line that counts has no amount."""
    for id_, line in context.lines.items():
        if line.amount is None and line.unit_cost is None and not line.months:
            yield at(f"budget.{id_}", id=id_)


@rule("BUD006", "warning", guide="budget#valid_until")
def quote_out_of_date(context: Context) -> Iterator[Hit]:
    """What a line rests on is no longer valid, and the money is not committed yet."""
    for id_, line in context.plan.budget.items():
        if line.status in COMMITTED:
            continue
        if line.valid_until is not None and line.valid_until < context.today:
            yield at(f"budget.{id_}.valid_until", id=id_, date=line.valid_until)
        elif line.valid_until is None and line.quotes:
            for quote_id, day in out_of_date(line, context.today).items():
                path = f"budget.{id_}.quotes.{quote_id}.valid_until"
                yield at(path, guide="budget#quotes.valid_until", id=id_, date=day)


def _by_supplier(context: Context) -> dict[str, list[str]]:
    """The lines of each supplier, whatever the case and spaces of the name."""
    found: dict[str, list[str]] = {}
    for id_, line in context.lines.items():
        if line.supplier and (name := line.supplier.strip().casefold()):
            found.setdefault(name, []).append(id_)
    return found


@rule("BUD007", "advice", guide="budget#supplier")
def one_supplier_weighs_most(context: Context) -> Iterator[Hit]:
    """More than 60 % of the budget goes to one supplier."""
    if context.total <= 0:
        return
    for lines in _by_supplier(context).values():
        part = sum(context.cents[id_] for id_ in lines)
        if 100 * part > LARGEST_SHARE * context.total:
            largest = max(lines, key=lambda id_: context.cents[id_])
            supplier = (context.lines[largest].supplier or "").strip()
            share = canonical(Decimal(half_up(1000 * part, context.total)).scaleb(-1, EXACT))
            yield at(f"budget.{largest}.supplier", supplier=supplier, share=share)


@rule("BUD009", "warning", guide="budget#exchange_rate")
def foreign_line_without_rate(context: Context) -> Iterator[Hit]:
    """A line in another currency has no exchange rate."""
    for id_, line in context.lines.items():
        is_foreign = line.currency is not None and line.currency != (context.plan.plan.currency or line.currency)
        if is_foreign and line.exchange_rate is None:
            yield at(f"budget.{id_}.exchange_rate", id=id_, currency=line.currency)


@rule("BUD010", "warning", guide="budget#low")
def estimates_out_of_order(context: Context) -> Iterator[Hit]:
    """The low estimate of a line is above its high one."""
    for id_, line in context.plan.budget.items():
        if isinstance(line.low, Decimal) and isinstance(line.high, Decimal) and line.low > line.high:
            yield at(f"budget.{id_}.low", id=id_, low=line.low, high=line.high)


@rule("BUD011", "warning", guide="budget#label")
def budget_without_line(context: Context) -> Iterator[Hit]:
    """The budget has no line."""
    if not context.plan.budget:
        yield at("budget")


@rule("FUN001", "warning", guide="budget#funding.amount")
def funding_without_amount(context: Context) -> Iterator[Hit]:
    """A source of money says neither how much it brings nor at which rate."""
    for id_, funding in context.plan.funding.items():
        if funding.amount is None and funding.rate is None:
            yield at(f"funding.{id_}.amount", id=id_)

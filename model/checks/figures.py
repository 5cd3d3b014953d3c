"""Rules about the figures of a line: what is committed and spent of it, its range, its past, its rate, its quotes."""

from collections.abc import Iterator
from decimal import Decimal

from model.budget import Line
from model.checks.budget import COMMITTED, forms
from model.checks.budget_quotes import in_own_currency
from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule

ABOVE = Decimal("1.5")
"""A line so many times what was ever spent on it is more than it needs, or no longer the same line."""
YEARS = 2
"""From so many past years on, a line has a past."""


def _exceeding(context: Context, name: str) -> Iterator[tuple[str, Decimal, Decimal]]:
    """The lines of which a figure is above their amount."""
    for id_, line in context.followed.items():
        figure: Decimal | None = getattr(line, name)
        if figure is not None and forms(line) and figure > (amount := in_own_currency(line, context)):
            yield id_, figure, amount


@rule("BUD016", "warning", guide="budget#landing")
def landing_above_amount(context: Context) -> Iterator[Hit]:
    """A line is expected to land above its amount."""
    for id_, landing, amount in _exceeding(context, "landing"):
        yield at(f"budget.{id_}.landing", id=id_, landing=landing, amount=amount)


@rule("BUD017", "warning", guide="budget#committed")
def committed_above_amount(context: Context) -> Iterator[Hit]:
    """More is committed on a line than its amount."""
    for id_, committed, amount in _exceeding(context, "committed"):
        yield at(f"budget.{id_}.committed", id=id_, committed=committed, amount=amount)


@rule("BUD018", "warning", guide="budget#spent")
def spent_above_committed(context: Context) -> Iterator[Hit]:
    """More is spent on a line than was committed."""
    for id_, line in context.followed.items():
        if line.spent is not None and line.committed is not None and line.spent > line.committed:
            yield at(f"budget.{id_}.spent", id=id_, spent=line.spent, committed=line.committed)


@rule("BUD019", "warning", guide="budget#landing")
def landing_below_spent(context: Context) -> Iterator[Hit]:
    """A line is expected to land below what it has cost already."""
    for id_, line in context.followed.items():
        if line.landing is not None and line.spent is not None and line.landing < line.spent:
            yield at(f"budget.{id_}.landing", id=id_, landing=line.landing, spent=line.spent)


@rule("BUD020", "advice", guide="budget#low")
def estimate_without_range(context: Context) -> Iterator[Hit]:
    """A forecast line above 2 % of the budget is an estimate without its low and high."""
    for id_, line in context.weighty.items():
        if line.source != "estimate" or line.status in COMMITTED:
            continue
        # Once it is known where a line lands, its range has served.
        if line.low is None and line.high is None and line.landing is None:
            yield at(f"budget.{id_}.low", id=id_)


@rule("BUD021", "warning", guide="budget#low")
def amount_outside_its_range(context: Context) -> Iterator[Hit]:
    """A line is below its low estimate, or above its high one."""
    for id_, line in context.lines.items():
        low, high = line.low, line.high
        if (low is None and high is None) or not forms(line):
            continue
        amount = in_own_currency(line, context)
        if isinstance(low, Decimal) and amount < low and not (isinstance(high, Decimal) and high < low):
            yield at(f"budget.{id_}.low", id=id_, amount=amount, limit=low)
        elif isinstance(high, Decimal) and amount > high and not (isinstance(low, Decimal) and high < low):
            yield at(f"budget.{id_}.high", guide="budget#high", id=id_, amount=amount, limit=high)


@rule("BUD022", "advice", guide="budget#rate_date")
def rate_without_date(context: Context) -> Iterator[Hit]:
    """An exchange rate does not say of which day it is."""
    for id_, line in context.lines.items():
        if line.exchange_rate is not None and line.rate_date is None:
            yield at(f"budget.{id_}.rate_date", id=id_, currency=line.currency or "?")


@rule("BUD023", "advice", guide="budget#last_year")
def last_year_restated(context: Context) -> Iterator[Hit]:
    """The figure of last year is not the one that the history keeps for that year."""
    start = context.plan.plan.start
    if start is None:
        return
    year = str(start.year - 1)
    for id_, line in context.plan.budget.items():
        kept = line.history.get(year)
        if kept is not None and line.last_year is not None and kept != line.last_year:
            yield at(f"budget.{id_}.history.{year}", id=id_, year=year, kept=kept, last=line.last_year)


@rule("BUD024", "advice", guide="budget#history")
def above_every_year(context: Context) -> Iterator[Hit]:
    """A line is half as much again as the dearest of the years behind it, and no quote, contract or note says why."""
    for id_, line in context.weighty.items():
        if len(line.history) < YEARS or _is_explained(line):
            continue
        most = max(*line.history.values(), line.last_year or Decimal(0))
        if most > 0 and (amount := in_own_currency(line, context)) > ABOVE * most:
            yield at(f"budget.{id_}.history", id=id_, amount=amount, most=most)


def _is_explained(line: Line) -> bool:
    return line.source in ("quote", "contract") or not is_blank(line.note)


@rule("BUD025", "warning", guide="budget#quotes.chosen")
def two_quotes_chosen(context: Context) -> Iterator[Hit]:
    """Two quotes of a line are chosen."""
    for id_, line in context.quoted.items():
        chosen = [quote_id for quote_id, quote in line.quotes.items() if quote.chosen]
        if len(chosen) > 1:
            yield at(f"budget.{id_}.quotes.{chosen[1]}.chosen", id=id_, first=chosen[0], second=chosen[1])


@rule("BUD026", "warning", guide="budget#quotes.valid_until")
def quote_ends_before_it_begins(context: Context) -> Iterator[Hit]:
    """A quote is valid until a day before its own date."""
    for id_, line in context.quoted.items():
        for quote_id, quote in line.quotes.items():
            if quote.date is not None and quote.valid_until is not None and quote.valid_until < quote.date:
                path = f"budget.{id_}.quotes.{quote_id}.valid_until"
                yield at(path, id=id_, date=quote.date, until=quote.valid_until)


@rule("BUD027", "advice", guide="budget#reference")
def quote_not_named(context: Context) -> Iterator[Hit]:
    """A line above 2 % of the budget rests on a quote, and neither a reference nor the quote itself is there."""
    for id_, line in context.weighty.items():
        if line.source == "quote" and is_blank(line.reference) and not line.quotes:
            yield at(f"budget.{id_}.reference", id=id_)


@rule("BUD028", "warning", guide="budget#action")
def money_of_a_dropped_action(context: Context) -> Iterator[Hit]:
    """A line still counts money for an action that was dropped, and none of it is committed."""
    actions = context.plan.actions
    dropped = {id_ for id_, action in actions.items() if action.status == "dropped"}
    if not dropped:
        return
    for id_, line in context.lines.items():
        named = tuple(line.shares) or (line.action,)
        is_open = line.status not in COMMITTED and line.landing != 0
        if context.cents[id_] and is_open and all(name in dropped for name in named):
            yield at(f"budget.{id_}.action", id=id_, action=named[0], amount=context.amount(context.cents[id_]))

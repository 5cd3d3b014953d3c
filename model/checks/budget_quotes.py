"""Rules about what budget lines rest on: enough quotes, the one chosen, last year's figure."""

from collections.abc import Iterator
from decimal import Decimal

from model.budget import Line
from model.checks.budget import COMMITTED, forms
from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.exact import known_of, own_amount
from model.money import half_up, rounded
from model.quotes import quotes_of, rests_on_quote
from model.values import canonical

ENOUGH = 3
WEIGHTY = 5
"""A line above this percent of the budget deserves several quotes."""
RISE = 25
"""A line more than this percent above last year says why."""


def in_own_currency(line: Line, context: Context) -> Decimal:
    """The line's amount in its own currency, to the minor unit."""
    currency = line.currency or context.plan.plan.currency
    return canonical(rounded(own_amount(line, known_of(context.plan.drivers)), currency))


@rule("BUD012", "advice", guide="budget#quotes")
def too_few_quotes(context: Context) -> Iterator[Hit]:
    """A forecast line above 5 % of the budget rests on fewer than three quotes."""
    for id_, line in context.weighty.items():
        is_weighty = 100 * context.cents[id_] > WEIGHTY * context.total
        if is_weighty and line.status not in COMMITTED and rests_on_quote(line) and len(line.quotes) < ENOUGH:
            yield at(f"budget.{id_}.quotes", id=id_, count=Decimal(len(line.quotes)))


@rule("BUD013", "advice", guide="budget#quotes.amount")
def chosen_quote_differs(context: Context) -> Iterator[Hit]:
    """The chosen quote is not what the line amounts to."""
    for id_, line in context.quoted.items():
        chosen = quotes_of(line).chosen
        quoted = line.quotes[chosen].amount if chosen else None
        if chosen is None or quoted is None or not forms(line):
            continue
        quoted = canonical(rounded(quoted, line.currency or context.plan.plan.currency))
        if quoted != (amount := in_own_currency(line, context)):
            yield at(f"budget.{id_}.quotes.{chosen}.amount", id=id_, quoted=quoted, amount=amount)


@rule("BUD014", "advice", guide="budget#quotes.chosen")
def dearer_quote_without_note(context: Context) -> Iterator[Hit]:
    """A quote dearer than another is chosen, and no note says why."""
    for id_, line in context.quoted.items():
        found = quotes_of(line)
        chosen = line.quotes[found.chosen].amount if found.chosen else None
        if chosen is None or found.low is None or line.status in COMMITTED:
            continue
        if chosen > found.low and not (line.note or "").strip():
            path = f"budget.{id_}.quotes.{found.chosen}.chosen"
            yield at(path, id=id_, chosen=chosen, low=found.low)


@rule("BUD015", "advice", guide="budget#last_year")
def far_above_last_year(context: Context) -> Iterator[Hit]:
    """A line that rests on last year is more than 25 % above it."""
    for id_, line in context.lines.items():
        last = line.last_year
        if line.source != "last_year" or not last or last < 0:
            continue
        over = in_own_currency(line, context) - last
        if 100 * over > RISE * last:
            numerator, denominator = (1000 * over / last).as_integer_ratio()
            rise = canonical(Decimal(half_up(numerator, denominator)).scaleb(-1))
            yield at(f"budget.{id_}.last_year", id=id_, rise=rise)

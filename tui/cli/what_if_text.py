"""A what-if told to people: before, after, difference; the lines that change; what it costs, in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.breakdowns import total
from model.money import EXACT, Money
from model.plan import Plan
from model.whatif.consequences import Consequence
from model.whatif.effects import families, unit_costs
from model.whatif.outcome import LineChanged, OutOfReach, levers_changed, lines_changed
from model.whatif.trial import Trial
from tui.cli.console import Console
from tui.cli.layout import table, wrapped
from tui.cli.plans import named
from tui.cli.view import amount_text
from tui.formats.consequences import consequence_sentence
from tui.formats.effects import family_sentence, unit_cost_sentence
from tui.formats.numbers import format_number

# Nobody reads further; a program gets them all.
MOST_TOLD = 100


def report(
    base: Plan,
    trial: Trial,
    costs: Sequence[Consequence],
    out_of_reach: Sequence[OutOfReach],
    console: Console,
) -> Iterator[str]:
    """The whole answer, line by line."""
    yield from table(_totals(base, trial, console))
    yield ""
    told = [*(_lever(trial, *lever, console) for lever in levers_changed(trial))]
    for sentence in told[:MOST_TOLD]:
        yield from wrapped(sentence, console.width)
    yield from _lines(trial, console)
    sentences = [_missed(one, trial, console) for one in out_of_reach]
    sentences += [consequence_sentence(cost, trial.seen, console.words) for cost in costs[:MOST_TOLD]]
    if sentences:
        yield ""
    for sentence in sentences:
        yield from wrapped(sentence, console.width)
    yield from _more(len(costs), console)
    yield from _effects(trial, console)


def _effects(trial: Trial, console: Console) -> Iterator[str]:
    """What the money is for, in other proportions; what a unit of a target comes to."""
    before, after = trial.before, trial.seen
    moved = [family_sentence(share, console.words, console.numbers) for share in families(before, after)]
    prices = unit_costs(before, after)
    moved += [unit_cost_sentence(cost, after, console.words, console.numbers) for cost in prices[:MOST_TOLD]]
    if moved:
        yield ""
    for sentence in moved:
        yield from wrapped(sentence, console.width)
    yield from _more(len(prices), console)


def _totals(base: Plan, trial: Trial, console: Console) -> list[list[str]]:
    """Before is what the trial starts from; with a scenario, the plan without it stands above."""
    words = console.words
    before, after = total(trial.before), total(trial.seen)
    head = words.count("cli.budget.lines", len(trial.seen.budget))
    rows = [[head, words("cli.budget.excl_tax"), words("cli.budget.tax"), words("cli.budget.incl_tax")]]
    if trial.start is not None:
        rows.append(_money(words("cli.budget.base"), total(base), base, console))
    named_rows = (("before", before), ("after", after), ("difference", after - before))
    return rows + [_money(words(f"cli.what_if.{name}"), money, base, console) for name, money in named_rows]


def _money(label: str, money: Money, plan: Plan, console: Console) -> list[str]:
    return [label, *(_amount(one, plan, console) for one in (money.excl_tax, money.tax, money.incl_tax))]


def _amount(amount: Decimal, plan: Plan, console: Console) -> str:
    return amount_text(amount, plan.plan.currency, console.numbers)


def _lines(trial: Trial, console: Console) -> list[str]:
    words, changed = console.words, list(lines_changed(trial.before, trial.seen))
    if not changed:
        return [words("cli.what_if.no_line")]
    side = words(f"cli.budget.{trial.seen.plan.prices or 'excl_tax'}")
    head = [words("cli.what_if.lines", side=side)]
    head += [words(f"cli.what_if.{name}") for name in ("before", "after", "difference")]
    rows = [head, *(_line(line, trial.seen, console) for line in changed[:MOST_TOLD])]
    return [*table(rows), *_more(len(changed), console)]


def _line(line: LineChanged, plan: Plan, console: Console) -> list[str]:
    amounts = (line.before, line.after, EXACT.subtract(line.after, line.before))
    return [named(plan, line.id, ("budget",)), *(_amount(amount, plan, console) for amount in amounts)]


def _more(number: int, console: Console) -> list[str]:
    return [console.words("cli.count.more", n=number - MOST_TOLD)] if number > MOST_TOLD else []


def _lever(trial: Trial, path: str, was: str, is_: str, console: Console) -> str:
    section, id_, lever = path.split(".")
    words, name = console.words, named(trial.seen, id_, (section,))
    if lever == "value":
        return words("cli.what_if.driver", name=f"@{id_}", before=was, after=is_)
    if lever == "delay":
        return words.count(f"cli.what_if.{'sooner' if int(is_) < 0 else 'delay'}", abs(int(is_)), name=name)
    if lever == "scale":
        return words("cli.what_if.scale", name=name, n=format_number(Decimal(is_), console.numbers))
    return words("cli.what_if.excluded", name=name)


def _missed(one: OutOfReach, trial: Trial, console: Console) -> str:
    nearest, missing = (_amount(amount, trial.seen, console) for amount in (one.nearest, abs(one.missing)))
    return console.words(f"cli.what_if.{one.code}", text=one.text, nearest=nearest, missing=missing)

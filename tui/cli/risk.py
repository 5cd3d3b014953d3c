"""`planmark risk`: where the total may end when lines are known between two figures, and which lines weigh most."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from model.money import from_minor
from model.plan import Plan
from model.risk.assessment import Assessment, assessed
from model.risk.outlook import Outlook
from model.risk.ranges import Range
from model.risk.simulation import DRAWS
from model.store.reading import load
from tui.cli.arguments import Arguments
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.layout import table, wrapped
from tui.cli.plans import named, seen_through
from tui.cli.view import amount_text
from tui.formats.numbers import format_number
from tui.formats.outlooks import outlook_rows
from tui.pages import step_of

# Nobody reads further; a program gets them all.
MOST_TOLD = 100


def run(given: Arguments, console: Console) -> Answer:
    """The total and its range by both methods, the tornado, what is not taken as it stands."""
    scenario = given.options.get("--scenario")
    plan = seen_through(load(given.operands[0]).plan, scenario)
    assessment = assessed(plan)
    if given.wants_json:
        return Answer(json_lines(_object(plan, scenario, assessment)))
    return Answer(tuple(_Telling(plan, assessment, console).lines()))


def _object(plan: Plan, scenario: str | None, found: Assessment) -> dict[str, Any]:
    """Amounts are texts with the currency's decimals, chances texts from 0 to 1."""

    def text(minor: int) -> str:
        return format(from_minor(minor, found.digits), "f")

    return {
        "currency": plan.plan.currency,
        "scenario": scenario,
        "prices": plan.plan.prices or "excl_tax",
        "lines": len(plan.budget),
        "total": text(found.total),
        "ceiling": None if found.ceiling is None else text(found.ceiling),
        "least": text(found.least),
        "most": text(found.most),
        "summed": _outlook(found.summed, found),
        "simulated": {**_outlook(found.simulated, found), "draws": DRAWS},
        "together": {"p80": text(found.enough_together)},
        "tornado": [_range(line, found) for line in found.tornado],
        "remarks": [{"path": f"budget.{remark.id}", "code": remark.code} for remark in found.remarks],
    }


def _outlook(outlook: Outlook, found: Assessment) -> dict[str, str]:
    figures = {
        "mean": outlook.mean,
        "deviation": outlook.deviation,
        **{f"p{percent}": figure for percent, figure in outlook.quantiles.items()},
        "contingency": outlook.contingency,
    }
    texts = {name: format(from_minor(figure, found.digits), "f") for name, figure in figures.items()}
    return texts if outlook.under_ceiling is None else {**texts, "under_ceiling": f"{outlook.under_ceiling:.4f}"}


def _range(line: Range, found: Assessment) -> dict[str, str]:
    figures = {
        "low": line.low,
        "likely": line.likely,
        "high": line.high,
        "swing": line.swing,
        "total_low": found.total_with(line, line.low),
        "total_high": found.total_with(line, line.high),
    }
    texts = {name: format(from_minor(figure, found.digits), "f") for name, figure in figures.items()}
    return {"path": f"budget.{line.id}", **texts}


class _Telling:
    """The answer to people."""

    def __init__(self, plan: Plan, found: Assessment, console: Console) -> None:
        self.plan, self.found, self.console, self.words = plan, found, console, console.words

    def lines(self) -> Iterator[str]:
        """Line by line."""
        yield from table(self._totals())
        if self.found.tornado:
            figures = {end: self._amount(getattr(self.found, end)) for end in ("varying", "least", "most")}
            yield from self._wrapped(self.words.count("risk.varying", len(self.found.tornado), **figures))
            yield ""
            yield from self._outlook()
            yield from ("", self.words("risk.tornado"))
            yield from table(self._tornado())
            yield from self._more(len(self.found.tornado))
        else:
            yield from self._wrapped(self.words("risk.none", key=step_of("budget").key))
        yield from self._remarks()

    def _totals(self) -> list[list[str]]:
        side = self.words(f"cli.budget.{self.plan.plan.prices or 'excl_tax'}")
        rows = [["", side], [self.words("risk.total"), self._amount(self.found.total)]]
        if self.found.ceiling is not None:
            rows.append([self.words("risk.ceiling"), self._amount(self.found.ceiling)])
        return rows

    def _outlook(self) -> Iterator[str]:
        words, numbers = self.words, self.console.numbers
        head = [words("risk.independent"), words("risk.summed"), words("risk.simulated")]
        yield from table([head, *outlook_rows(self.found, words, numbers, self._amount)])
        yield from self._wrapped(words("risk.independence", together=self._amount(self.found.enough_together)))
        yield from self._wrapped(words("risk.method", draws=format_number(Decimal(DRAWS), numbers)))

    def _tornado(self) -> list[list[str]]:
        rows = [[self.words(f"risk.{column}") for column in ("line", "likely", "alone_low", "alone_high")]]
        for line in self.found.tornado[:MOST_TOLD]:
            effects = (self._signed(end - line.likely) for end in (line.low, line.high))
            rows.append([named(self.plan, line.id, ("budget",)), self._amount(line.likely), *effects])
        return rows

    def _remarks(self) -> Iterator[str]:
        remarks = self.found.remarks
        if remarks:
            yield from ("", self.words("risk.remarks"))
        for remark in remarks[:MOST_TOLD]:
            name = named(self.plan, remark.id, ("budget",))
            yield from self._wrapped(self.words(f"risk.remark.{remark.code}", name=name))
        yield from self._more(len(remarks))

    def _more(self, number: int) -> list[str]:
        return [self.words("cli.count.more", n=number - MOST_TOLD)] if number > MOST_TOLD else []

    def _amount(self, minor: int) -> str:
        return amount_text(from_minor(minor, self.found.digits), self.plan.plan.currency, self.console.numbers)

    def _signed(self, minor: int) -> str:
        return ("+" if minor > 0 else "") + self._amount(minor)

    def _wrapped(self, text: str) -> list[str]:
        return wrapped(text, self.console.width)

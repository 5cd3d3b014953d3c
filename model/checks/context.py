"""What the rules look at: the plan, the day, and the indexes that several rules need, each built once a check."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from model.amounts import minor_figures
from model.budget import Line
from model.catalogue import sections
from model.indicators import Indicator
from model.money import from_minor, minor_digits
from model.paths import read
from model.plan import Plan
from model.scenarios import Scenario


def is_blank(value: object) -> bool:
    """Whether a field says nothing: absent, empty, or spaces alone."""
    return value is None or value == () or value == {} or (isinstance(value, str) and not value.strip())


def _labelled(scenario: Scenario, plan: Plan) -> Iterator[str]:
    for line_id, change in scenario.budget.items():
        if line_id not in plan.budget and not is_blank(getattr(change, "label", None)):
            yield line_id


def _layers(plan: Plan, id_: str) -> Iterator[str]:
    """A scenario and those it is based on, down to the plan or to the first one met twice."""
    seen: set[str] = set()
    name: str | None = id_
    while name is not None and name not in seen and name in plan.scenarios:
        seen.add(name)
        yield name
        name = plan.scenarios[name].base


@dataclass(frozen=True)
class Context:
    """One check of one plan on one day."""

    plan: Plan
    today: date

    @cached_property
    def ids(self) -> dict[str, Container[str]]:
        """The ids of each section, by the section's path."""
        return {path: read(self.plan, path) for path, section in sections().items() if section.is_table}

    @cached_property
    def lines(self) -> dict[str, Line]:
        """The budget lines that count: not those included in another."""
        return {id_: line for id_, line in self.plan.budget.items() if line.included_in is None}

    @cached_property
    def cents(self) -> dict[str, int]:
        """The figure of each line that counts, in the plan's prices and its currency's minor unit."""
        side = 1 if self.plan.plan.prices == "incl_tax" else 0
        figures = minor_figures(self.plan)
        return {id_: figures[id_][side] for id_ in self.lines}

    @cached_property
    def total(self) -> int:
        """The budget's total, in the plan's prices and its currency's minor unit."""
        return sum(self.cents.values())

    def amount(self, cents: int) -> Decimal:
        """A number of minor units as an amount."""
        return from_minor(cents, minor_digits(self.plan.plan.currency))

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The drivers whose names hold a hyphen, which formulas could take for a minus."""
        return frozenset(name for name in self.plan.drivers if "-" in name)

    @cached_property
    def purposeful(self) -> frozenset[str]:
        """The actions that serve at least one objective there is."""
        known = self.plan.objectives
        return frozenset(
            id_ for id_, action in self.plan.actions.items() if any(served in known for served in action.objectives)
        )

    @cached_property
    def measures(self) -> dict[str, list[Indicator]]:
        """The indicators of each objective, by the objective's id."""
        found: dict[str, list[Indicator]] = {}
        for indicator in self.plan.indicators.values():
            if indicator.objective is not None:
                found.setdefault(indicator.objective, []).append(indicator)
        return found

    @cached_property
    def added_lines(self) -> dict[str, frozenset[str]]:
        """The lines that each scenario knows beyond the plan's: those it or its base adds, with a label."""
        own = {id_: frozenset(_labelled(scenario, self.plan)) for id_, scenario in self.plan.scenarios.items()}
        return {id_: frozenset().union(*(own[layer] for layer in _layers(self.plan, id_))) for id_ in own}

    @cached_property
    def year(self) -> tuple[date, date] | None:
        """The plan's first and last day; None when one is missing or they are the wrong way round."""
        start, end = self.plan.plan.start, self.plan.plan.end
        return (start, end) if start is not None and end is not None and start <= end else None


def month_of(day: date) -> str:
    """The month of a day as the file writes it: `2027-03`."""
    return f"{day.year:04d}-{day.month:02d}"

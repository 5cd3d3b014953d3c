"""What the rules look at: the plan, the day, and the indexes that several rules need, each built once a check."""

from collections.abc import Container, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property

from model.amounts import minor_figures
from model.breakdowns import line_parts
from model.budget import Line
from model.catalogue import sections
from model.indicators import Correction, Indicator
from model.money import from_minor, half_up, minor_digits, to_minor
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.scenarios import Scenario

_NOT_FRESH = ("carry_over", "in_kind")
"""What earlier years left, and what is no money."""


def is_blank(value: object) -> bool:
    """Whether a field says nothing: absent, empty, or spaces alone."""
    return value is None or value == () or value == {} or (isinstance(value, str) and not value.strip())


def _percent_of(whole: int, percent: Decimal) -> int:
    numerator, denominator = percent.as_integer_ratio()
    return half_up(whole * numerator, 100 * denominator)


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


@frozen
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
    def weighty(self) -> dict[str, Line]:
        """The lines above 2 % of the budget: at most fifty, whatever the plan holds."""
        least = 2 * self.total
        return {id_: self.plan.budget[id_] for id_, cents in self.cents.items() if 100 * cents > least > 0}

    @cached_property
    def quoted(self) -> dict[str, Line]:
        """The lines that hold quotes."""
        return {id_: line for id_, line in self.plan.budget.items() if line.quotes}

    @cached_property
    def followed(self) -> dict[str, Line]:
        """The lines that count of which something is committed or spent, or which are known to land somewhere."""
        return {
            id_: line
            for id_, line in self.lines.items()
            if line.committed is not None or line.spent is not None or line.landing is not None
        }

    @cached_property
    def total(self) -> int:
        """The budget's total, in the plan's prices and its currency's minor unit."""
        return sum(self.cents.values())

    def amount(self, cents: int) -> Decimal:
        """A number of minor units as an amount."""
        return from_minor(cents, self.digits)

    @cached_property
    def digits(self) -> int:
        """The decimals of the plan's currency."""
        return minor_digits(self.plan.plan.currency)

    @cached_property
    def cents_by_action(self) -> dict[str, int]:
        """What each action costs, in the plan's prices and its currency's minor unit; `""` for what serves none."""
        side, sums = int(self.plan.plan.prices == "incl_tax"), dict[str, int]()
        for id_, figures in minor_figures(self.plan).items():
            line = self.plan.budget[id_]
            if not line.shares:
                sums[line.action or ""] = sums.get(line.action or "", 0) + figures[side]
                continue
            for part in line_parts(self.plan, line, "action", *figures):
                name, cents = part[0], part[2] if side else part[1]
                sums[name] = sums.get(name, 0) + cents
        return sums

    @cached_property
    def budgeted(self) -> frozenset[str]:
        """The actions that some line names, whatever it amounts to."""
        lines = self.plan.budget.values()
        return frozenset(id_ for line in lines for id_ in (line.shares or (line.action,)) if id_ is not None)

    @cached_property
    def funded(self) -> dict[str, int] | None:
        """What each source brings, in minor units; None where one of them does not say."""
        found: dict[str, int] = {}
        for id_, funding in self.plan.funding.items():
            if funding.amount is not None:
                found[id_] = to_minor(funding.amount, self.digits)
            elif funding.rate is not None:
                costs = (self.cents_by_action.get(action, 0) for action in dict.fromkeys(funding.actions))
                cost = sum(costs) if funding.actions else self.total
                found[id_] = _percent_of(cost, funding.rate)
            else:
                return None
        return found

    @cached_property
    def deficit(self) -> int | None:
        """How much more is spent than the year brings, in minor units; None where nothing says what it brings."""
        if self.funded is None or not self.plan.funding:
            return None
        fresh = (self.funded[id_] for id_, funding in self.plan.funding.items() if funding.kind not in _NOT_FRESH)
        return self.total - sum(fresh)

    @cached_property
    def closing_reserve(self) -> int | None:
        """The reserve at the year's end, in minor units: the opening one less the deficit."""
        opening = self.plan.plan.reserve
        return None if opening is None else to_minor(opening, self.digits) - (self.deficit or 0)

    @cached_property
    def reserve_floor(self) -> int | None:
        """The floor of the reserve, in minor units: a percentage of spending."""
        floor = self.plan.plan.reserve_floor
        return None if floor is None else _percent_of(self.total, floor)

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
    def corrections(self) -> dict[str, list[Correction]]:
        """The corrections of each indicator, by the indicator's id."""
        found: dict[str, list[Correction]] = {}
        for correction in self.plan.corrections.values():
            if correction.indicator is not None:
                found.setdefault(correction.indicator, []).append(correction)
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

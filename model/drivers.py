"""The drivers' values: formulas that name other drivers, resolved without recursion, cycles found."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from model.budget import Driver
from model.formulas import FormulaError, Known, evaluate, names


def driver_values(drivers: Mapping[str, Driver]) -> Known:
    """What every driver stands for; a driver without a value stands for nothing."""
    resolver = _Resolver(drivers)
    for id_ in resolver.formulas:
        resolver.resolve(id_)
    return resolver.known


class _Resolver:
    """Walks from a driver to those it uses, depth first, with a stack of its own: a chain may be of any length."""

    def __init__(self, drivers: Mapping[str, Driver]) -> None:
        self.formulas = {id_: driver.value for id_, driver in drivers.items() if isinstance(driver.value, str)}
        plain = {id_: driver.value for id_, driver in drivers.items() if isinstance(driver.value, Decimal)}
        self.values: dict[str, Fraction | FormulaError] = {id_: Fraction(value) for id_, value in plain.items()}
        self.known = Known(self.values, drivers)
        self.ids = drivers.keys()
        self.open: dict[str, None] = {}  # the way from the first driver to the present one

    def resolve(self, first: str) -> None:
        """Give a driver, and all that it uses, a value or an error."""
        stack = [first]
        while stack:
            id_ = stack[-1]
            if id_ not in self.values and id_ not in self.open:
                stack += self.enter(id_)
                continue
            if id_ not in self.values:
                self.values[id_] = self.evaluated(id_)
            self.open.pop(id_, None)
            stack.pop()

    def enter(self, id_: str) -> list[str]:
        """Start on a driver; gives those to be resolved before it."""
        self.open[id_] = None
        used = names(self.formulas[id_], self.ids)
        for name in used:
            if name in self.open:
                self.refuse_cycle(name)
        return [name for name in used if name in self.formulas and name not in self.values]

    def refuse_cycle(self, name: str) -> None:
        """Mark every driver on the way from this one back to itself."""
        way = list(self.open)
        cycle = tuple(way[way.index(name) :])
        for member in cycle:
            self.values[member] = FormulaError("cycle", names=cycle)

    def evaluated(self, id_: str) -> Fraction | FormulaError:
        """A driver's value once all that it uses have theirs."""
        try:
            return evaluate(self.formulas[id_], self.known)
        except FormulaError as error:
            return error

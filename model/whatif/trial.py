"""A trial: the plan with one more scenario, the differences tried so far, on top of the scenario it starts from."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from model.arithmetic import Value
from model.edits import EditRefusedError, add, change_at, put
from model.overlay import applied
from model.plain import frozen
from model.plan import Plan
from model.references import next_id
from model.scenarios import LineChange, Scenario


class ChangeError(ValueError):
    """A change that has no meaning here; `code` says why.

    Codes: `unreadable` (`word`), `unknown` (`word`, `known`), `total_lever` (`word`), `formula` (`word`, `reason` of a
    formula's error, and its details).
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code, self.details = code, details


@frozen
class Trial:
    """The plan that holds the differences as scenario `id`; `start` is the scenario below them, None the plan."""

    plan: Plan
    id: str
    start: str | None = None

    @cached_property
    def before(self) -> Plan:
        """What the differences start from."""
        return applied(self.plan, self.start)

    @cached_property
    def seen(self) -> Plan:
        """The plan with the differences applied."""
        return applied(self.plan, self.id)

    @property
    def overlay(self) -> Scenario:
        """The differences."""
        return self.plan.scenarios[self.id]

    def put(self, path: str, value: Any) -> "Trial":
        """The trial with one more difference, at a path within the scenario.

        Raises:
            EditRefusedError: the value cannot stand there.
        """
        try:
            return Trial(put(self.plan, f"scenarios.{self.id}.{path}", value), self.id, self.start)
        except EditRefusedError as error:
            # Whoever typed the change knows the line, not the scenario that it is tried in.
            raise EditRefusedError(path, error.code, error.value, **error.details) from None

    def with_amounts(self, amounts: Mapping[str, Value | Mapping[str, Value]]) -> "Trial":
        """The trial with amounts of lines, by id, many at once; of a line spent by month, of some of its months."""
        old = self.overlay.budget
        new = {id_: _with_amount(old.get(id_), value) for id_, value in amounts.items()}
        plan = change_at(self.plan, f"scenarios.{self.id}.budget", lambda table: {**table, **new})
        return Trial(plan, self.id, self.start)


def _with_amount(change: Any, value: Value | Mapping[str, Value]) -> Any:
    if isinstance(value, Decimal | str):
        update: dict[str, Any] = {"amount": value}
    else:
        update = {"months": {**(change.months if change else {}), **value}}
    return LineChange.from_table(update) if change is None else change.replaced(update)


def started(plan: Plan, start: str | None = None, id_: str | None = None) -> Trial:
    """A trial without differences yet, titled by its id where one is given.

    Raises:
        EditRefusedError: `id_form` or `id_taken`.
    """
    with_scenario, new_id = add(plan, "scenarios", id_=id_ or next_id(plan, "Z"), title=id_ or "", base=start)
    return Trial(with_scenario, new_id, start)

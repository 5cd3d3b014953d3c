"""What arrives from outside, put into the plan: all of it, or none where one value cannot stand there."""

from typing import Any

from model import edits
from model.checks.budget import forms
from model.paths import locate
from model.plain import frozen
from model.plan import Plan


@frozen
class Arrival:
    """A value for a path, None to empty it, and the cell that it came from."""

    path: str
    value: Any
    origin: str


class ArrivalRefusedError(ValueError):
    """A value that the plan cannot hold, with the cell that it came from."""

    def __init__(self, arrival: Arrival, reason: Exception) -> None:
        super().__init__(str(reason))
        self.arrival, self.reason = arrival, reason


def received(plan: Plan, arrivals: tuple[Arrival, ...]) -> Plan:
    """The plan with all that arrived in it.

    Raises:
        ArrivalRefusedError: one of the values cannot stand in the plan; none is taken then.
    """
    before = plan
    for arrival in arrivals:
        try:
            plan = _with(plan, arrival)
        except (edits.EditRefusedError, edits.PathUnknownError) as error:
            raise ArrivalRefusedError(arrival, error) from error
    _check_forms(before, plan, arrivals)
    return plan


def _with(plan: Plan, arrival: Arrival) -> Plan:
    place = locate(arrival.path)
    if place.field is None:
        return edits.remove(plan, arrival.path)
    if place.entry is None:
        return edits.put(plan, arrival.path, arrival.value)
    if arrival.value is None:
        return edits.remove(plan, arrival.path)
    return edits.put_entry(plan, arrival.path.removesuffix(f".{place.entry}"), "", place.entry, arrival.value)


def _check_forms(before: Plan, after: Plan, arrivals: tuple[Arrival, ...]) -> None:
    """A line that would have come to hold two forms of amount is refused: nobody could say which one counts."""
    for id_, line in after.budget.items():
        held = forms(line)
        if len(held) > 1 and (id_ not in before.budget or len(forms(before.budget[id_])) < len(held)):
            last = next(one for one in reversed(arrivals) if one.path.startswith(f"budget.{id_}."))
            error = edits.EditRefusedError(f"budget.{id_}", "two_forms", "", forms=", ".join(held))
            raise ArrivalRefusedError(last, error)

"""What a change or a goal speaks of: a line, the whole budget, or one group of a breakdown."""

from collections.abc import Iterator
from typing import Literal

from model.amounts import minor_figures, sides
from model.breakdowns import BREAKDOWNS, By, line_parts, month_parts
from model.budget import Line
from model.names import find
from model.plain import frozen
from model.plan import Plan

TOTAL = "total"
_MONTH = ",month:"
_SECTIONS: dict[str, By] = {"actions": "action", "objectives": "objective", "segments": "segment"}


@frozen
class Target:
    """A line, the total, or the group of a breakdown under a key.

    With `month` only what a group by action, or by a field of the lines, spends in that month.
    """

    kind: Literal["total", "line"] | By
    key: str = ""
    month: str = ""

    @property
    def only_month(self) -> str:
        """The month outside of which nothing counts; empty where all months do."""
        return self.key if self.kind == "month" else self.month

    def part(self, plan: Plan, id_: str, line: Line, excl: int, incl: int) -> int | None:
        """What of a line's figures goes to the target, in minor units on the plan's side; None if it never does."""
        with_tax = plan.plan.prices == "incl_tax"
        if self.kind == "total" or (self.kind == "line" and id_ == self.key):
            return incl if with_tax else excl
        if self.kind == "line":
            return None
        found = [(e, i) for key, e, i in line_parts(plan, line, self.kind, excl, incl) if key == self.key]
        if found and self.month:
            found = [part for whole in found for part in self._in_month(plan, line, *whole)]
        return sum(part[with_tax] for part in found) if found else None

    def _in_month(self, plan: Plan, line: Line, excl: int, incl: int) -> Iterator[tuple[int, int]]:
        action = self.key if self.kind == "action" else None
        for month, *part in month_parts(plan, line, action, excl, incl):
            if month == self.month:
                yield part[0], part[1]

    def part_of_figure(self, plan: Plan, id_: str, line: Line, figure: int) -> int:
        """What would go to the target if the line's own figure, as its `prices` says, were this."""
        return self.part(plan, id_, line, *sides(line, plan.plan, figure)) or 0

    def parts(self, plan: Plan) -> Iterator[tuple[str, int]]:
        """Every line under the target, and what of it goes there."""
        figures = minor_figures(plan)
        for id_, line in plan.budget.items():
            part = self.part(plan, id_, line, *figures[id_])
            if part is not None:
                yield id_, part

    def measure(self, plan: Plan) -> int:
        """What the target comes to, in minor units, in the plan's prices."""
        return sum(part for _, part in self.parts(plan))


def target_of(plan: Plan, name: str) -> Target | None:
    """What a name speaks of: `total`, an id, `category:salons`, `month:2027-03`; None for nothing in the budget.

    A group by action, or by a field of the lines, may be narrowed to a month: `category:salons,month:2027-03`.
    """
    if name == TOTAL:
        return Target("total")
    if name in plan.budget:
        return Target("line", name)
    kind, colon, key = name.partition(":")
    if not colon:
        found = find(plan, name, tuple(_SECTIONS))
        return Target(_SECTIONS[found[0].split(".")[0]], name) if found else None
    for by in BREAKDOWNS:
        if by == kind:
            target = Target(by, key)
            return _in_month(plan, name) or (target if any(True for _ in target.parts(plan)) else None)
    return _in_month(plan, name)


def _in_month(plan: Plan, name: str) -> Target | None:
    group, mark, month = name.rpartition(_MONTH)
    whole = target_of(plan, group) if mark else None
    if whole is None or whole.month or whole.kind in ("total", "line", "month", "objective", "segment"):
        return None
    target = Target(whole.kind, whole.key, month)
    return target if any(True for _ in target.parts(plan)) else None


def known_targets(plan: Plan) -> tuple[str, ...]:
    """The names that a person may have meant, for a suggestion."""
    groups = {f"{by}:{key}" for by in ("category", "group", "supplier") for key in _keys(plan, by)}
    return (TOTAL, *plan.budget, *plan.actions, *plan.objectives, *plan.segments, *sorted(groups))


def _keys(plan: Plan, by: str) -> set[str]:
    return {key for line in plan.budget.values() if (key := getattr(line, by))}

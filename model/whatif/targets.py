"""What a change or a goal speaks of: a line, the whole budget, or one group of a breakdown."""

from collections.abc import Iterator
from typing import Literal

from model.amounts import minor_figures, sides
from model.breakdowns import BREAKDOWNS, By, line_parts
from model.budget import Line
from model.names import find
from model.plain import frozen
from model.plan import Plan

TOTAL = "total"
_SECTIONS: dict[str, By] = {"actions": "action", "objectives": "objective", "segments": "segment"}


@frozen
class Target:
    """A line, the total, or the group of a breakdown under a key."""

    kind: Literal["total", "line"] | By
    key: str = ""

    def part(self, plan: Plan, id_: str, line: Line, excl: int, incl: int) -> int | None:
        """What of a line's figures goes to the target, in minor units on the plan's side; None if it never does."""
        with_tax = plan.plan.prices == "incl_tax"
        if self.kind == "total" or (self.kind == "line" and id_ == self.key):
            return incl if with_tax else excl
        if self.kind == "line":
            return None
        found = [(e, i) for key, e, i in line_parts(plan, line, self.kind, excl, incl) if key == self.key]
        return sum(part[with_tax] for part in found) if found else None

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
    """What a name speaks of: `total`, an id, `category:salons`, `month:2027-03`; None for nothing in the budget."""
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
            return target if any(True for _ in target.parts(plan)) else None
    return None


def known_targets(plan: Plan) -> tuple[str, ...]:
    """The names that a person may have meant, for a suggestion."""
    groups = {f"{by}:{key}" for by in ("category", "group", "supplier") for key in _keys(plan, by)}
    return (TOTAL, *plan.budget, *plan.actions, *plan.objectives, *plan.segments, *sorted(groups))


def _keys(plan: Plan, by: str) -> set[str]:
    return {key for line in plan.budget.values() if (key := getattr(line, by))}

"""The money that stands at each record of the thread."""

from functools import cached_property

from model.amounts import minor_figures
from model.breakdowns import breakdown
from model.money import Money, minor_digits, money
from model.plain import frozen
from model.plan import Plan
from model.trace.graph import id_of
from model.trace.money import money_by
from model.trace.relations import place_of, section_of
from model.values import FINDINGS


@frozen
class Amounts:
    """What goes to each record of a plan, worked out as it is asked for."""

    plan: Plan

    @cached_property
    def _groups(self) -> dict[str, Money]:
        """By path. A channel that no objective answers has the money of its actions."""
        groups = (
            (money_by(self.plan, "channel"), ("diagnostic.channels",)),
            (money_by(self.plan, "finding"), FINDINGS.sections),
            (breakdown(self.plan, "segment"), ("segments",)),
            (breakdown(self.plan, "objective"), ("objectives",)),
            (breakdown(self.plan, "action"), ("actions",)),
        )
        named = ((place_of(self.plan, id_, among), part) for group, among in groups for id_, part in group.items())
        return {path: part for path, part in named if path}

    def at(self, path: str) -> Money | None:
        """The money of a finding, segment, objective, action or line; None where none goes."""
        if section_of(path) != "budget":
            return self._groups.get(path)
        figures = minor_figures(self.plan).get(id_of(path))
        return money(*figures, minor_digits(self.plan.plan.currency)) if figures else None

"""Next year's plan from this one: what goes on, what is corrected, what is dropped, and what is still to be decided."""

from collections.abc import Mapping
from decimal import Decimal

from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.references import next_id
from model.renewal.carrying import (
    carried_action,
    carried_answer,
    carried_decision,
    carried_funding,
    carried_indicator,
    carried_objective,
    carried_sheet,
    is_in_force,
    is_open,
    without_dangling,
)
from model.renewal.costs import YearCosts
from model.renewal.lines import carried_line
from model.renewal.points import Point, points_of
from model.renewal.review_lines import Fate, Teller, review_line, verdict_of
from model.trace.following import followed


@frozen
class Renewal:
    """The old plan and next year's; what became of each action, what did not come along, what is to be decided.

    `gone` has the ids that did not come along, by section, and as `unlinked` the fields that named one of them. `left`
    is what is left of the year's money.
    """

    old: Plan
    plan: Plan
    fates: tuple[Fate, ...]
    gone: Mapping[str, tuple[str, ...]]
    points: tuple[Point, ...]
    left: Decimal | None


def renewed(plan: Plan, teller: Teller) -> Renewal:
    """The plan of the year after. Nothing of the old plan is lost: it stays what and where it is."""
    costs, fates = YearCosts(plan), fates_of(plan)
    lines = {fate.action: fate for fate in fates}
    dropped = {fate.action for fate in fates if not fate.is_carried}
    budget = {id_: carried_line(plan, id_, costs, dropped) for id_ in plan.budget}
    new = plan.replaced(
        {
            "plan": carried_sheet(plan, costs),
            "review": {fate.line: review_line(plan, fate.action, costs, teller) for fate in fates},
            "decisions": {key: carried_decision(plan, decision) for key, decision in plan.decisions.items()},
            "orientation": {id_: carried_answer(answer) for id_, answer in plan.orientation.items()},
            "objectives": {id_: carried_objective(plan, id_) for id_ in plan.objectives},
            "actions": {
                id_: carried_action(action, lines[id_], teller)
                for id_, action in plan.actions.items()
                if id_ not in dropped
            },
            "budget": {id_: line for id_, line in budget.items() if line is not None},
            "funding": carried_funding(plan, costs),
            "scenarios": {},
            "indicators": {id_: carried_indicator(plan, id_) for id_ in plan.indicators},
            "corrections": {id_: each for id_, each in plan.corrections.items() if is_open(plan, each)},
        }
    )
    new, unlinked = without_dangling(plan, new)
    new = _settled(plan, new, fates)
    return Renewal(plan, new, fates, _gone(plan, new, unlinked), points_of(plan, new, fates, costs), costs.left)


def fates_of(plan: Plan) -> tuple[Fate, ...]:
    """What becomes of each action, in the order of the plan; the review goes on counting where it was."""
    first = next_id(plan, "R")
    number = int(first[1:])
    return tuple(
        Fate(id_, verdict_of(action), f"R{number + at}") for at, (id_, action) in enumerate(plan.actions.items())
    )


def _settled(old: Plan, new: Plan, fates: tuple[Fate, ...]) -> Plan:
    """Without waivers that have had their day, the confirmed links following what changed."""
    waivers = {
        id_: waiver for id_, waiver in new.waivers.items() if is_in_force(old, waiver) and _is_there(new, waiver.path)
    }
    new = followed(old, new.replaced({"waivers": waivers}))
    # Nobody has looked yet at what an action without a verdict rests on.
    open_ = {f"{fate.action}>{fate.line}" for fate in fates if fate.verdict is None}
    return new.replaced({"links": {key: kept for key, kept in new.links.items() if key not in open_}})


def _is_there(plan: Plan, path: str | None) -> bool:
    """Whether the record that a path lies in is in the plan."""
    parts = (path or "").split(".")
    holder = parts[: 3 if parts[0] == "diagnostic" else 2]
    return read(plan, ".".join(holder)) is not None


def _gone(old: Plan, new: Plan, unlinked: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The records that did not come along, by section, and the fields that named them."""
    sections = ("review", "actions", "budget", "scenarios", "corrections", "waivers", "links")
    gone = {name: tuple(id_ for id_ in read(old, name) if id_ not in read(new, name)) for name in sections}
    return {name: ids for name, ids in {**gone, "unlinked": unlinked}.items() if ids}

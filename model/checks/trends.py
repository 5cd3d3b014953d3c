"""Rules about where readings lead: off a target that holds all along, the wrong way, into the red undecided."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from model.breakdowns import breakdown
from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.funding import percent
from model.checks.objectives import counts_the_same
from model.checks.readings import since_break
from model.checks.registry import rule
from model.indicators import Indicator
from model.money import to_minor
from model.steering.correcting import asks_decision
from model.steering.state import state_of

IN_A_ROW = 3
"""So many times in a row is no accident."""
RISKY = 30
"""Above this percent of the budget, new products for new markets hold the plan."""


def _is_decided(id_: str, last: str, context: Context) -> bool:
    """Whether something was decided about an indicator on the day of its last reading or later."""
    return any(
        correction.date is not None and correction.date.isoformat() >= last
        for correction in context.corrections.get(id_, ())
    )


@rule("IND023", "warning", guide="indicators#target")
def limit_missed_again_and_again(context: Context) -> Iterator[Hit]:
    """A limit to be kept was missed by the last three readings, and nothing was decided since."""
    for id_, indicator in context.plan.indicators.items():
        objective = context.plan.objectives.get(indicator.objective or "")
        limit = objective.target if objective is not None else None
        if objective is None or limit is None or not counts_the_same(objective, indicator):
            continue
        last = since_break(indicator)[-IN_A_ROW:]
        is_missed = {
            "at_least": all(value < limit for _, value in last),
            "at_most": all(value > limit for _, value in last),
        }
        if (
            len(last) == IN_A_ROW
            and is_missed.get(objective.target_kind or "")
            and not _is_decided(id_, last[-1][0], context)
        ):
            yield at(f"indicators.{id_}.readings.{last[-1][0]}", id=id_, value=last[-1][1], limit=limit)


def _worsens(indicator: Indicator) -> list[tuple[str, Decimal]]:
    """The last readings, where each of the last three steps goes the wrong way; empty otherwise."""
    last = since_break(indicator)[-IN_A_ROW - 1 :]
    sign = {"up": 1, "down": -1}.get(indicator.direction or "", 0)
    is_falling = len(last) > IN_A_ROW and all(sign * (new - old) < 0 for (_, old), (_, new) in pairwise(last))
    return last if is_falling else []


@rule("IND024", "advice", guide="indicators#readings")
def worse_each_time(context: Context) -> Iterator[Hit]:
    """Readings go the wrong way three times in a row, and nothing was decided since."""
    for id_, indicator in context.plan.indicators.items():
        last = _worsens(indicator)
        if last and not _is_decided(id_, last[-1][0], context):
            yield at(f"indicators.{id_}.readings.{last[-1][0]}", id=id_, old=last[0][1], new=last[-1][1])


@rule("IND025", "warning", guide="indicators#tolerance")
def red_and_undecided(context: Context) -> Iterator[Hit]:
    """During the plan's year an indicator is in the red, and nothing was decided about it."""
    if context.year is None or not context.year[0] <= context.today <= context.year[1]:
        return
    for id_, indicator in context.plan.indicators.items():
        state = state_of(context.plan, id_, context.today) if indicator.readings else None
        if state is None or state.last is None or state.last.day < context.year[0]:
            continue
        if asks_decision(context.plan, state, context.today):
            yield at(f"indicators.{id_}.readings.{state.last.day.isoformat()}", id=id_, date=state.last.day)


@rule("OBJ020", "advice", guide="objectives#growth")
def diversification_weighs_most(context: Context) -> Iterator[Hit]:
    """More than 30 % of the budget goes to new products for new markets."""
    new = [id_ for id_, objective in context.plan.objectives.items() if objective.growth == "diversification"]
    if not new or context.total <= 0:
        return
    parts = breakdown(context.plan, "objective")
    costs = {id_: to_minor(parts[id_].priced(context.plan.plan.prices), context.digits) for id_ in new if id_ in parts}
    if costs and 100 * sum(costs.values()) > RISKY * context.total:
        largest = max(costs, key=costs.__getitem__)
        yield at(f"objectives.{largest}.growth", id=largest, share=percent(sum(costs.values()), context.total))

"""Rules about what the diagnostic comes to: parts that agree, findings where they belong, last year's lessons taken."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.money import half_up

WHOLE = Decimal(100)
KINDS = ("strength", "weakness", "opportunity", "threat")
HEAVY = 5
OVERBUDGETED = 75
"""Spent less than this percent of what was planned, an action was given too much."""
ENOUGH = 2
"""So many such actions are no accident."""


@rule("DIA011", "advice", guide="diagnostic#swot.kind")
def inside_taken_for_outside(context: Context) -> Iterator[Hit]:
    """An opportunity or a threat is drawn from one's own offers, media or last year, or a strength from the outside."""
    parts = context.plan.diagnostic
    inside = {*parts.offers, *parts.media, *context.plan.review}
    for id_, item in parts.swot.items():
        is_outside = item.kind in ("opportunity", "threat")
        wrong = inside if is_outside else parts.pestel if item.kind is not None else ()
        if item.from_ is not None and item.from_ in wrong:
            yield at(f"diagnostic.swot.{id_}.kind", id=id_, origin=item.from_)


@rule("DIA012", "advice", guide="diagnostic#swot.kind")
def swot_without_a_side(context: Context) -> Iterator[Hit]:
    """The SWOT has three items or more, and nothing on one of its four sides."""
    swot = context.plan.diagnostic.swot
    present = {item.kind for item in swot.values()}
    missing = [kind for kind in KINDS if kind not in present]
    if len(swot) > ENOUGH and missing:
        yield at("diagnostic.swot", choice=f"diagnostic.swot.kind.{missing[0]}")


@rule("DIA013", "warning", guide="diagnostic#competitors.share")
def shares_above_the_whole(context: Context) -> Iterator[Hit]:
    """The market shares of the competitors, or the offers' parts of revenue, sum to more than 100 %."""
    parts = context.plan.diagnostic
    competitors = {id_: item.share for id_, item in parts.competitors.items()}
    offers = {id_: item.revenue_share for id_, item in parts.offers.items()}
    for table, name, shares in (("competitors", "share", competitors), ("offers", "revenue_share", offers)):
        known = {id_: share for id_, share in shares.items() if share is not None}
        if (total := sum(known.values(), Decimal(0))) > WHOLE:
            last = list(known)[-1]
            yield at(f"diagnostic.{table}.{last}.{name}", guide=f"diagnostic#{table}.{name}", total=total)


@rule("DIA014", "warning", guide="diagnostic#market.maturity")
def growth_against_maturity(context: Context) -> Iterator[Hit]:
    """The market grows and is called declining, or shrinks and is called growing."""
    market = context.plan.diagnostic.market
    if market.growth is None or market.maturity is None:
        return
    is_shrinking = market.growth < 0 and market.maturity in ("emerging", "growing")
    if is_shrinking or (market.growth > 0 and market.maturity == "declining"):
        yield at("diagnostic.market.maturity", growth=market.growth)


@rule("DIA015", "advice", guide="diagnostic#pestel.effect")
def change_left_outside(context: Context) -> Iterator[Hit]:
    """An opportunity or threat of weight 5 in the PESTEL, which no SWOT item, objective or decision takes up."""
    plan = context.plan
    taken = {item.from_ for item in plan.diagnostic.swot.values()}
    taken.update(id_ for objective in plan.objectives.values() for id_ in objective.answers)
    taken.update(id_ for decision in plan.decisions.values() for id_ in decision.findings)
    for id_, item in plan.diagnostic.pestel.items():
        if item.effect in ("opportunity", "threat") and (item.weight or 0) >= HEAVY and id_ not in taken:
            yield at(f"diagnostic.pestel.{id_}", id=id_)


@rule("DIA016", "advice", guide="diagnostic#competitors.difference")
def competitor_without_difference(context: Context) -> Iterator[Hit]:
    """Nothing says what sets a competitor apart."""
    for id_, item in context.plan.diagnostic.competitors.items():
        if is_blank(item.difference) and is_blank(item.positioning):
            yield at(f"diagnostic.competitors.{id_}.difference", id=id_)


@rule("REV003", "advice", guide="diagnostic#review.planned")
def given_too_much_again(context: Context) -> Iterator[Hit]:
    """Two actions of last year or more cost less than three quarters of what was planned for them."""
    costs = ((id_, past.planned, past.spent) for id_, past in context.plan.review.items())
    over = [
        (id_, planned, spent)
        for id_, planned, spent in costs
        if planned is not None and spent is not None and planned > 0 and 100 * spent < OVERBUDGETED * planned
    ]
    if len(over) >= ENOUGH:
        id_, planned, spent = max(over, key=lambda found: found[1] - found[2])
        yield at(f"review.{id_}.planned", id=id_, planned=planned, spent=spent, count=Decimal(len(over)))


@rule("REV004", "advice", guide="diagnostic#review.lesson")
def verdict_without_lesson(context: Context) -> Iterator[Hit]:
    """An action is to be corrected or dropped, and no lesson says what was learnt."""
    for id_, past in context.plan.review.items():
        if past.verdict in ("correct", "drop") and is_blank(past.lesson):
            yield at(f"review.{id_}.lesson", id=id_)


@rule("REV005", "warning", guide="diagnostic#review.verdict")
def dropped_and_taken_up(context: Context) -> Iterator[Hit]:
    """An action of this year comes from one that was to be dropped."""
    dropped = {id_ for id_, past in context.plan.review.items() if past.verdict == "drop"}
    for id_, action in context.plan.actions.items():
        if action.from_ in dropped and action.status != "dropped":
            yield at(f"actions.{id_}.from", id=id_, past=action.from_)


@rule("REV006", "advice", guide="diagnostic#review.verdict")
def verdict_without_action(context: Context) -> Iterator[Hit]:
    """An action was to be repeated or corrected; no action of this year comes from it, and nothing answers it."""
    plan = context.plan
    if not plan.actions:
        return
    taken = {action.from_ for action in plan.actions.values()}
    taken.update(id_ for objective in plan.objectives.values() for id_ in objective.answers)
    taken.update(id_ for decision in plan.decisions.values() for id_ in decision.findings)
    for id_, past in plan.review.items():
        if past.verdict in ("repeat", "correct") and id_ not in taken:
            yield at(f"review.{id_}.verdict", id=id_)


@rule("REV007", "advice", guide="diagnostic#review.spent")
def cost_more_than_planned(context: Context) -> Iterator[Hit]:
    """An action of last year cost a quarter more than planned, and no lesson says why."""
    for id_, past in context.plan.review.items():
        if past.planned is None or past.spent is None or past.planned <= 0 or not is_blank(past.lesson):
            continue
        if 100 * past.spent > 125 * past.planned:
            over = Decimal(half_up(*(100 * (past.spent - past.planned) / past.planned).as_integer_ratio()))
            yield at(f"review.{id_}.spent", id=id_, over=over)

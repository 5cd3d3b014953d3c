"""Rules about who pays: enough, from more than one hand, secured, and without living on the reserve."""

from collections.abc import Iterator
from decimal import Decimal

from model.budget import Funding
from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.money import EXACT, half_up
from model.values import canonical

WHOLE = Decimal(100)
ONE_HAND = 90
"""Above this percent of the year's money, one source holds the plan."""
UNSURE = 10
"""Above this percent of the budget, money that somebody else has yet to promise is a risk to be said."""
OWN = ("own", "carry_over", "in_kind")
"""Money that depends on nobody else, and what is no money."""


def percent(part: int, whole: int) -> Decimal:
    """A share in percent, to one decimal."""
    return canonical(Decimal(half_up(1000 * part, whole)).scaleb(-1, EXACT))


def _pays(funding: Funding) -> bool:
    return funding.kind != "in_kind"


@rule("FUN002", "warning", guide="plan#reserve_floor")
def reserve_under_its_floor(context: Context) -> Iterator[Hit]:
    """The reserve closes the year under its floor, a percentage of spending."""
    closing, floor = context.closing_reserve, context.reserve_floor
    if closing is not None and floor is not None and closing < floor:
        yield at("plan.reserve_floor", closing=context.amount(closing), floor=context.amount(floor))


@rule("FUN003", "advice", guide="plan#reserve")
def another_such_year(context: Context) -> Iterator[Hit]:
    """Another year with the same deficit would bring the reserve under its floor, or to nothing."""
    closing, deficit, floor = context.closing_reserve, context.deficit, context.reserve_floor or 0
    if closing is None or deficit is None or deficit <= 0:
        return
    if closing >= floor > closing - deficit or (closing >= 0 > closing - deficit):
        left = context.amount(closing - deficit)
        yield at("plan.reserve", deficit=context.amount(deficit), left=left, floor=context.amount(floor))


@rule("FUN004", "warning", guide="budget#funding.amount")
def funding_short_of_spending(context: Context) -> Iterator[Hit]:
    """The money that was found does not pay for the budget."""
    found = context.funded
    if found is None or not context.plan.funding:
        return
    cash = sum(found[id_] for id_, funding in context.plan.funding.items() if _pays(funding))
    if cash < context.total:
        last = list(context.plan.funding)[-1]
        short, total = context.amount(context.total - cash), context.amount(context.total)
        yield at(f"funding.{last}.amount", short=short, total=total)


@rule("FUN005", "advice", guide="budget#funding.kind")
def one_hand_pays(context: Context) -> Iterator[Hit]:
    """One source, other than one's own money, brings more than 90 % of the year's money."""
    found = context.funded
    if found is None:
        return
    cash = {id_: found[id_] for id_, funding in context.plan.funding.items() if _pays(funding)}
    fresh = {id_: part for id_, part in cash.items() if context.plan.funding[id_].kind != "carry_over"}
    whole = sum(fresh.values())
    for id_, part in fresh.items():
        if whole > 0 and context.plan.funding[id_].kind not in OWN and 100 * part > ONE_HAND * whole:
            yield at(f"funding.{id_}.amount", id=id_, share=percent(part, whole))


@rule("FUN006", "advice", guide="budget#funding.secured")
def money_not_promised(context: Context) -> Iterator[Hit]:
    """Grants and partners that have not promised yet are to pay more than 10 % of the budget."""
    found = context.funded
    if found is None or context.total <= 0:
        return
    sought = {
        id_: found[id_]
        for id_, funding in context.plan.funding.items()
        if funding.kind in ("grant", "partner") and not funding.secured
    }
    if sought and 100 * sum(sought.values()) > UNSURE * context.total:
        largest = max(sought, key=sought.__getitem__)
        yield at(f"funding.{largest}.secured", id=largest, share=percent(sum(sought.values()), context.total))


@rule("FUN007", "warning", guide="budget#funding.rate")
def rate_out_of_bounds(context: Context) -> Iterator[Hit]:
    """A source pays for less than nothing, or for more than the whole."""
    for id_, funding in context.plan.funding.items():
        if funding.rate is not None and not 0 < funding.rate <= WHOLE:
            yield at(f"funding.{id_}.rate", id=id_, rate=funding.rate)


@rule("FUN008", "warning", guide="budget#funding.actions")
def action_paid_twice(context: Context) -> Iterator[Hit]:
    """Sources that name the same actions bring more than these cost."""
    found = context.funded
    if found is None:
        return
    groups: dict[frozenset[str], list[str]] = {}
    for id_, funding in context.plan.funding.items():
        if funding.actions and _pays(funding):
            groups.setdefault(frozenset(funding.actions), []).append(id_)
    for actions, sources in groups.items():
        cost = sum(context.cents_by_action.get(id_, 0) for id_ in actions)
        brought = sum(found[id_] for id_ in sources)
        if brought > cost > 0:
            path = f"funding.{sources[-1]}.amount"
            yield at(path, id=sources[-1], brought=context.amount(brought), cost=context.amount(cost))


@rule("FUN009", "advice", guide="budget#funding.kind")
def funding_without_kind(context: Context) -> Iterator[Hit]:
    """A source of money does not say whether it is one's own, a grant, a partner, income."""
    for id_, funding in context.plan.funding.items():
        if is_blank(funding.kind):
            yield at(f"funding.{id_}.kind", id=id_)


@rule("FUN010", "advice", guide="budget#funding.amount")
def action_lives_on_kindness(context: Context) -> Iterator[Hit]:
    """An action has no money: what is given in kind is all it has."""
    given = {
        action: id_
        for id_, funding in context.plan.funding.items()
        if funding.kind == "in_kind"
        for action in funding.actions
    }
    for action, id_ in given.items():
        if action in context.plan.actions and not context.cents_by_action.get(action):
            yield at(f"funding.{id_}.actions", id=id_, action=action)

"""Crossing the SWOT: what is internal against what is external, and the objectives that answer both."""

from typing import Literal, get_args

from model.diagnostic import SwotItem
from model.edits import add
from model.plan import Plan
from model.trace.relations import place_of, section_of
from model.values import FINDINGS

Crossing = Literal["so", "wo", "st", "wt"]
CROSSINGS: tuple[Crossing, ...] = get_args(Crossing)

INTERNAL, EXTERNAL = ("strength", "weakness"), ("opportunity", "threat")
_NAMES: dict[tuple[str | None, str | None], Crossing] = {
    ("strength", "opportunity"): "so",
    ("weakness", "opportunity"): "wo",
    ("strength", "threat"): "st",
    ("weakness", "threat"): "wt",
}
_FAMILIES = {"diagnostic.media": "communication", "segments": "customers", "diagnostic.channels": "customers"}


def sides(plan: Plan) -> tuple[list[str], list[str]]:
    """The internal and the external items: strengths before weaknesses, opportunities before threats."""
    inner, outer = (
        [id_ for kind in kinds for id_, item in plan.diagnostic.swot.items() if item.kind == kind]
        for kinds in (INTERNAL, EXTERNAL)
    )
    return inner, outer


def crossing_of(plan: Plan, inner: str, outer: str) -> Crossing:
    """Which of the four crossings two items make."""
    swot = plan.diagnostic.swot
    return _NAMES[swot[inner].kind, swot[outer].kind]


def crossed(plan: Plan) -> dict[tuple[str, str], tuple[str, ...]]:
    """The pairs that already have objectives: those that answer both items."""
    inner, outer = sides(plan)
    found: dict[tuple[str, str], list[str]] = {}
    for id_, objective in plan.objectives.items():
        answers = set(objective.answers)
        for one in inner:
            for other in outer if one in answers else ():
                if other in answers:
                    found.setdefault((one, other), []).append(id_)
    return {pair: tuple(ids) for pair, ids in found.items()}


def never_crossed(plan: Plan) -> tuple[str, ...]:
    """The items in no pair that has an objective, those set aside apart."""
    used = {id_ for pair in crossed(plan) for id_ in pair}
    return tuple(
        id_ for side in sides(plan) for id_ in side if id_ not in used and not is_set_aside(plan.diagnostic.swot[id_])
    )


def is_set_aside(item: SwotItem) -> bool:
    """Whether somebody said why nobody will answer an item."""
    return bool((item.set_aside or "").strip())


def drafted(plan: Plan, inner: str, outer: str, title: str) -> tuple[Plan, str]:
    """A draft of an objective that answers both items, of the family that their origins suggest; its id beside it."""
    return add(plan, "objectives", title=title, family=_family(plan, inner, outer), answers=(inner, outer))


def _family(plan: Plan, *ids: str) -> str:
    """What was drawn from a medium concerns communication, from a segment or a channel the customers."""
    origins = (plan.diagnostic.swot[id_].from_ for id_ in ids)
    places = (place_of(plan, origin, (*FINDINGS.sections, "segments")) for origin in origins if origin)
    return next((family for place in places if (family := _FAMILIES.get(section_of(place)))), "activity")

"""What a change costs beyond money, in sentences."""

from model.names import name_of
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.whatif.consequences import Consequence
from tui.text import visible
from tui.words import Words


def consequence_sentence(cost: Consequence, plan: Plan, words: Words) -> str:
    """Who loses what, and because of which action or objective."""
    record, id_ = read(plan, cost.path), cost.path.rsplit(".", 1)[1]
    name = f"{id_} {name_of(record)}".strip() if isinstance(record, Record) else id_
    return words(f"cli.what_if.{cost.code}", name=visible(name), because=_because(cost, plan))


def _because(cost: Consequence, plan: Plan) -> str:
    for section in ("actions", "objectives") if cost.because else ():
        if cost.because in getattr(plan, section):
            return visible(f"{cost.because} {name_of(getattr(plan, section)[cost.because])}".strip())
    return cost.because

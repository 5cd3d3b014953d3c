"""What the scenario at work asks of an action, beside what the plan says of it: left out, delayed, scaled."""

from decimal import Decimal

from model.catalogue import FieldSpec
from model.paths import read
from tui.desk import Desk
from tui.formats.numbers import format_number

SIGN = "▲"
"""What stands before everything that is a scenario's, where the plan's own is shown too."""


def lever_text(desk: Desk, *, is_left_out: bool, delay: int, scale: Decimal | None) -> str:
    """A lever in a few words: `exclu`, `+2 mois`, `×0,8`; empty where it asks nothing."""
    words, told = desk.words, []
    if is_left_out:
        told.append(words("grid.excluded"))
    if delay:
        told.append(words("grid.delayed", n=f"{delay:+d}".replace("-", "−")))
    if scale is not None:
        told.append("×" + format_number(scale / 100, desk.numbers))
    return " ".join(told)


def action_mark(desk: Desk, id_: str) -> str:
    """What the scenario at work asks of an action, `▲ +2 mois`; empty where it asks nothing, or none is at work."""
    if desk.scenario is None or id_ not in desk.plan.actions:
        return ""
    # Scenarios are loaded when one is at work.
    from model.overlay import pulls_on

    pull = pulls_on(desk.plan, desk.scenario, id_)
    percent = None if pull.factor in (0, 1) else Decimal(pull.factor.numerator * 100) / pull.factor.denominator
    told = lever_text(desk, is_left_out=not pull.factor, delay=pull.delay, scale=percent)
    return f"{SIGN} {told}" if told else ""


def day_mark(desk: Desk, spec: FieldSpec, path: str, key: str) -> str:
    """The day that the scenario at work makes of an action's, `▲ 01/05/2027`; empty where it is the plan's."""
    if desk.scenario is None or spec.kind != "date" or not path.startswith("actions."):
        return ""
    seen = read(desk.seen, path)
    return "" if seen == read(desk.plan, path) else f"{SIGN} {desk.reader.shown(spec, seen, key)}"

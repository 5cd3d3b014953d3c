"""How much of what the method asks for is there, step by step, and what to do next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from model.checks.context import is_blank
from model.checks.diagnostic import is_empty
from model.checks.finding import SEVERITIES, Finding
from model.objectives import Objective
from model.plan import Plan
from model.standing import STANDING

Step = Literal["plan", "diagnostic", "objectives", "actions", "budget", "indicators", "master"]
STEPS: tuple[Step, ...] = get_args(Step)


def _plan(plan: Plan) -> Iterator[bool]:
    sheet = plan.plan
    yield from (not is_blank(value) for value in (sheet.title, sheet.start, sheet.end, sheet.currency, sheet.prices))
    yield not is_blank(sheet.mission)
    yield sheet.ceiling is not None
    yield bool(plan.team)


def _diagnostic(plan: Plan) -> Iterator[bool]:
    parts = plan.diagnostic
    subjects = (parts.market, parts.competitors, parts.offers, plan.segments, parts.pricing, parts.media)
    yield from (not is_empty(part) for part in (*subjects, parts.channels, parts.swot, parts.pestel, plan.review))


def _objective(objective: Objective) -> Iterator[bool]:
    yield objective.deadline is not None
    if objective.target_kind != "qualitative":
        yield not is_blank(objective.metric)
        yield not is_blank(objective.unit)
        yield objective.baseline is not None
        yield objective.target is not None or objective.target_kind == "maintain"


def _objectives(plan: Plan) -> Iterator[bool]:
    for objective in plan.objectives.values():
        yield from _objective(objective)


def _actions(plan: Plan) -> Iterator[bool]:
    for action in plan.actions.values():
        yield bool(action.objectives)
        yield action.owner is not None
        yield action.start is not None
        yield not (is_blank(action.what) and is_blank(action.how))
        yield bool(action.milestones)


def _budget(plan: Plan) -> Iterator[bool]:
    for line in plan.budget.values():
        if line.included_in is None:
            yield line.amount is not None or line.unit_cost is not None or bool(line.months)
            yield line.source is not None
            yield bool(line.action or line.shares)


def _indicators(plan: Plan) -> Iterator[bool]:
    measured = {indicator.objective for indicator in plan.indicators.values()}
    yield from (id_ in measured for id_ in plan.objectives)
    for indicator in plan.indicators.values():
        yield indicator.owner is not None
        yield indicator.frequency is not None


def _master(plan: Plan) -> Iterator[bool]:
    for key in STANDING["decisions"]:
        decision = plan.decisions.get(key)  # type: ignore[call-overload]
        yield decision is not None and decision.status in ("taken", "deferred")
    yield bool(plan.entities)
    yield bool(plan.purchases)
    answers = plan.orientation
    yield from (id_ in answers and answers[id_].score is not None for id_ in STANDING["orientation"])


def _share(answers: Iterable[bool]) -> tuple[int, int]:
    listed = list(answers)
    return sum(listed), max(len(listed), 1)


def completeness(plan: Plan) -> dict[Step, tuple[int, int]]:
    """For each step, how many of the things that the method asks for are there, and how many it asks for.

    - plan: title, start, end, currency, prices, mission, ceiling, a team;
    - diagnostic: its ten parts (the seven subjects, SWOT, PESTEL, last year's review), each with something in it;
    - objectives: for each one a metric, a unit, a baseline, a target, a deadline (a qualitative one: a deadline);
    - actions: for each one an objective, somebody in charge, a start, what or how, a milestone;
    - budget: for each line that counts an amount, a source, an action;
    - indicators: one for each objective, and for each indicator an owner and a rhythm;
    - master: the sixteen decisions taken or deferred, an entity, a purchase, the twelve questions scored.

    A step with nothing in it has done 0 of 1.
    """
    return {
        "plan": _share(_plan(plan)),
        "diagnostic": _share(_diagnostic(plan)),
        "objectives": _share(_objectives(plan)),
        "actions": _share(_actions(plan)),
        "budget": _share(_budget(plan)),
        "indicators": _share(_indicators(plan)),
        "master": _share(_master(plan)),
    }


def step_of(finding: Finding) -> Step:
    """The step of the method where a finding is explained and put right."""
    page = finding.guide.partition("#")[0]
    return next((step for step in STEPS if step == page), "plan")


def next_step(findings: Sequence[Finding]) -> Finding | None:
    """The finding to see to now: the most serious first, then in the order of the steps, then of the file."""
    open_ = [finding for finding in findings if not finding.waived]
    return min(
        open_,
        key=lambda finding: (SEVERITIES.index(finding.severity), STEPS.index(step_of(finding))),
        default=None,
    )
